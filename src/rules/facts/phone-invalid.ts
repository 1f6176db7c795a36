import { bySentence, isFraudWarning } from "../../facts/context.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { fold } from "../../facts/digits.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import { isInPlan } from "../../facts/phone-plan.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** Numbers with a name of their own in front, which count money, members or goods. */
const OTHER_NUMBER =
  /(?:口座|記号|振替|会員|受験|登録|整理|受付|管理|問題|商品|型|品|製造|許可|認可|承認|届出|法人|個人|お客さま|お客様|使用者|伝票|追跡|識別|機種|図書(?!館)|郵便)[^\n。]{0,6}番?号?[ 　:：は(（「]{0,3}$/u;
const TURN_TO = /^[ 　)）]{0,2}(?:へ|まで|に(?:ご?相談|お?電話|ご?連絡))/u;
/** Said behind a number that is an example of others: 00412-3580-019 のような11桁. */
const OF_DIGITS = /^[^\n。]{0,8}[0-9０-９一二三四五六七八九十]{1,3}[ 　]?(?:桁|けた|ケタ)/u;
/** A number said to follow a telephone sign, in whatever form. */
const CUED =
  /(?:電話(?:番号)?|TEL|☎|📞|℡|FAX|ファクス|ファックス|直通|ダイヤル|(?<weak>予約|問い?合わ?せ先?|連絡先|窓口|代表))(?:\uFE0F)?[ :.・(]{0,3}(?:は|代表|\(代\))?[ :(]{0,2}(?<number>\d{1,5}(?:[-ー(). ]{1,2}\d{1,8}){1,3}|0\d{6,14})(?![\d:]|[-ー.]\d| ?(?:時|分|円|月|年|日|歳|件|人|%|\/))/giu;

/** Too few digits to be read as a number at all, beside whoever would be called: 消費生活センター 026-24-22. */
const SHORN =
  /(?:課|係|室|局|館|所|署|院|園|校|店|社|会|センター|ホール|プラザ|事務局|窓口|コールセンター)[ 　]?[（(:：]?[ 　]?(?<number>\(?0(?:[346]|[1-9]\d{1,2})[-ー)] ?\d{1,4}[-ー]\d{1,4})(?![\d:]|[-ー.]\d)/gu;

/** A number in brackets behind a name, too long to be read as one: 須高衛生(0262-24-567890). */
const BRACKETED = /[（(] ?(?<number>0[1-9]\d{0,3}-\d{1,4}-\d{6,8}) ?[)）]/gu;

/** A service's number, whose groups are anybody's: 0570-016-81122. */
const SERVICE =
  /(?<![\d.-])(?<number>0(?:120|570|800|990)[-ー] ?\d{2,4}[-ー]\d{2,6})(?![\d:]|[-ー.]\d)/gu;

/** Digits written as a telephone number that no telephone in Japan can have. */
export const factPhoneInvalid: Rule = {
  id: "fact.phone-invalid",
  clause: "5(2)",
  level: "care",
  *check({ facts }) {
    const isWarning = bySentence(facts, isFraudWarning);
    for (const span of suspects(facts)) {
      const before = facts.text.slice(Math.max(0, span.start - 20), span.start);
      // 080-0000-0000 stands for any number.
      if (/0000\D?0000$/u.test(facts.text.slice(span.start, span.end))) continue;
      if (OF_DIGITS.test(facts.text.slice(span.end, span.end + 14))) continue;
      if (OTHER_NUMBER.test(before) || isQuotedAsWrong(facts.text, span)) continue;
      // 0401 0000 1234 counts cards and members; no telephone is grouped so.
      const words = facts.text.slice(span.start, span.end);
      // What a warning names, but for the number to turn to: 相談室 0570-016-81122 へ.
      if (isWarning(span) && !TURN_TO.test(facts.text.slice(span.end, span.end + 8))) continue;
      if (/^\d{4}(?:\D\d{4}){2}$/u.test(words.normalize("NFKC"))) continue;
      const count = words.normalize("NFKC").replace(/\D/g, "").length;
      yield { ...span, message: { key: "fact_phone_invalid", args: [words, String(count)] } };
    }
  },
  // One digit off a registered number is a slip with a right number to offer; a private one must go.
  yieldsTo: ["fact.phone-typo", "pii.mobile", "pii.my-number", "pii.card", "pii.bank-account"],
  examples: {
    fires: [
      { text: "お問い合わせ 0268-55-12345", marks: "0268-55-12345" },
      { text: "予約センター 0120-12-345（平日）", marks: "0120-12-345" },
      { text: "ＦＡＸ：０２６−２４８−９０１", marks: "０２６−２４８−９０１" },
      { text: "TEL 26-245-1400", marks: "26-245-1400" },
      { text: "電話 0026-245-1400", marks: "0026-245-1400" },
      { text: "市役所 電話245-14000", marks: "245-14000" },
      { text: "窓口 0460-1-2345" },
      { text: "消費生活センター 026-24-22 で受け付けます。", marks: "026-24-22" },
      { text: "申込は02-6248-9017へ", marks: "02-6248-9017" },
      { text: "金融サービス相談室 0570-016-81122 へ", marks: "0570-016-81122" },
    ],
    quiet: [
      "救急は119、迷ったら#7119、消費生活は188、市役所は245-1400です。",
      "電話 026-245-1400、0120-123-456、0570-064-556、0800-123-4567、050-1234-5678",
      "那覇 098-867-0111、大島 04992-2-1443、札幌 (011)211-2111",
      "口座記号番号 00540-8-123456、会員番号 0123-45-67890",
      "水道の番号は検針票の左上、00412-3580-019 のような11桁です。",
      "電話受付 8:30-17:15、電話 9-12時",
      "「026-245-140」としましたが、正しくは026-245-1400です。",
    ],
  },
};

function suspects({ text, phones, links, dates }: Facts): Span[] {
  const found: Span[] = phones
    .filter(
      ({ form, digits, text }) =>
        form === "full" && (!isInPlan(digits) || isMisgrouped(text, digits)),
    )
    .map(({ start, end }) => ({ start, end }));
  const folded = fold(text);
  for (const match of [SHORN, BRACKETED, SERVICE].flatMap((one) => matchesOf(one, folded))) {
    const number = match.groups?.number ?? "";
    const start = match.index + match[0].indexOf(number);
    const span = { start, end: start + number.length };
    if (match[0] === number && couldBeDialled(number)) continue;
    if (![phones, links, dates].some((list) => touches(list, span))) found.push(span);
  }
  for (const match of matchesOf(CUED, folded)) {
    const number = match.groups?.number ?? "";
    const end = match.index + match[0].length;
    const span = { start: end - number.length, end };
    if ([found, phones, links, dates].some((list) => touches(list, span))) continue;
    const isWrong = !couldBeDialled(number) || isMisgrouped(number, number.replace(/\D/g, ""));
    if (isWrong && (number.startsWith("0") || !match.groups?.weak)) found.push(span);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Area codes of three digits, the only ones that are written 0xx-xxx-xxxx. */
const THREE_DIGITS = /^0(?:11|15|17|18|19|2[2-9]|4[2-9]|5[2-589]|7[235-9]|8[2-46-9]|9[235-9])/;

/** Ten digits, and yet one is in the wrong group: 026-29-12345, 012-345-6789. Services group as they like. */
function isMisgrouped(written: string, digits: string): boolean {
  if (/^0(?:120|570|800|180|990)/.test(digits) || written.includes("+")) return false;
  const lengths = (written.normalize("NFKC").match(/\d+/g) ?? []).map(({ length }) => length);
  if (lengths.length < 3) return false;
  if (lengths.at(-1) !== 4) return true;
  if (digits.length === 10 && lengths[0] === 2) return !/^0[346]/.test(digits);
  return digits.length === 10 && lengths[0] === 3 && !THREE_DIGITS.test(digits);
}

function touches(list: readonly Span[], { start, end }: Span): boolean {
  return spanAt(list, start) !== undefined || spanAt(list, end - 1) !== undefined;
}

/** Also without an area code: 245-1400, 5555-1234, 22-0420. */
function couldBeDialled(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  if (digits.startsWith("0")) return isInPlan(digits);
  // Too short to have been meant as a number, or a number of another land.
  if (digits.length < 6 || digits.length > 11 || /^(?:81|1800)/.test(digits)) return true;
  return /^\d{1,4}[-ー(). ]{1,2}\d{4}$/.test(number);
}
