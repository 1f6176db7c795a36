/**
 * What a Japanese number begins with, after the 0: 電気通信番号計画 and the list of area codes
 * (総務省「市外局番の一覧」). Checked 2026-11. The digits behind an area code are not looked at, since
 * exchanges come and go.
 */
const FIXED =
  /^(?:1(?:1[235-8]|2[3-6]|3[3-9]|4[2-6]|5[2-8]|6[2-7]|7[2-9]|8[2-8]|9[1-9])|2(?:[2-9]\d)|3[1-9]\d|4(?:[2-578]\d|6[02-8]|9[2-59])|5(?:[2-589]\d|6[1-9]|7[2-8])|6[1-9]\d|7(?:[25-9]\d|3[4-9]|4[02-9])|8(?:[2679]\d|3[2-9]|4[5-9]|5[1-9]|8[03-9])|9(?:[2-58]\d|[679][1-9]))/;
const OTHER =
  /^(?:120\d{6}|800[1-9]\d{6}|570\d{6}|990\d{6}|[5-9]0[1-9]\d{7}|180\d{6}|20[1-9]\d{7}|204\d{6}|200\d{9,10}|91\d{8})$/;

/** Whether a number could be dialled. `digits` as `PhoneMention` has them, beginning with 0. */
export function isInPlan(digits: string): boolean {
  const number = digits.slice(1);
  if (OTHER.test(number)) return true;
  if (number.length !== 9 || !FIXED.test(number)) return false;
  // 120, 570, 800 and 990 are services, and so are 50 to 90; an area code is none of them.
  return !/^(?:120|570|800|990|180|[5-9]0)/.test(number);
}
