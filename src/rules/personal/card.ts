import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { overlaps } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** 14 to 16 digits, in one or in the groups in which cards show them. */
const ROWS =
  /(?<![\d#=_+]|\d[-・.,/])(?:\d{4}[-・./ ]\d{4}[-・./ ]\d{4}[-・./ ]\d{4}|\d{4}[-・./ ]\d{6}[-・./ ]\d{4,5}|\d{14,16})(?![\d_]| ?[-・.,/] ?\d)/g;
/** Issuer ranges of ISO/IEC 7812: Visa, Mastercard, JCB, American Express, Diners Club, Discover, UnionPay. */
const ISSUERS =
  /^(?:4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3[47]\d{13}|3(?:0[0-5]|095|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12})$/;

/** A payment card's number, by its length, its issuer and its check digit. */
export const piiCard: Rule = {
  id: "pii.card",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts }) {
    const folded = fold(facts.text);
    for (const match of matchesOf(ROWS, folded)) {
      const start = match.index;
      const end = start + match[0].length;
      const digits = match[0].replace(/\D/g, "");
      if (!ISSUERS.test(digits) || !hasCheckDigit(digits)) continue;
      if (facts.links.some((link) => overlaps(link, { start, end }))) continue;
      yield { start, end, message: { key: "pii_card" } };
    }
  },
  examples: {
    fires: [
      { text: "カード番号 4111 1111 1111 1111 の方へ", marks: "4111 1111 1111 1111" },
      { text: "対象は5555555555554444のカードです。", marks: "5555555555554444" },
      { text: "３７８２－８２２４６３－１０００５", marks: "３７８２－８２２４６３－１０００５" },
      { text: "JCB 3530-1113-3330-0000", marks: "3530-1113-3330-0000" },
    ],
    quiet: [
      "利用者カードは16桁です（例 2026 0401 0000 1234）。",
      "0000-0000-0000-0000 のように入力します。",
      "4111 1111 1111 1112",
      "https://example.jp/4111111111111111",
      "電話 026-245-1400",
    ],
  },
};

/** The check digit of ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum a multiple of ten. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits.charAt(digits.length - 1 - place)) * (place % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
