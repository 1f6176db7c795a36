import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import { overlaps } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** Twelve digits, in one or as 4-4-4; no part of a longer row of digits such as a card number. */
const TWELVE =
  /(?<![\d#=_+]|\d[-・. ,])\d{4}(?: ?[-・./] ?| )?\d{4}(?: ?[-・./] ?| )?\d{4}(?![\d_]| ?[-・.,/]? ?\d)/g;
const LABEL =
  /(?:マイ ?ナンバー|個人番号)(?!カード(?!の?番号)|制度|総合|ダイヤル|コール|窓口|交付|通知書|法)/;
/** Numbers of parcels, which are public to nobody but no person's Individual Number. */
const PARCEL = /(?:追跡|伝票|送り状|荷物)[^\n。]{0,8}$/;

/** An Individual Number (個人番号), known by its check digit or by its name beside it. */
export const piiMyNumber: Rule = {
  id: "pii.my-number",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts }) {
    const folded = fold(facts.text);
    for (const match of matchesOf(TWELVE, folded)) {
      const start = match.index;
      const end = start + match[0].length;
      const digits = match[0].replace(/\D/g, "");
      // All the same digit is a sample.
      if (/^(\d)\1{11}$/.test(digits)) continue;
      if (facts.links.some((link) => overlaps(link, { start, end }))) continue;
      const isLabelled =
        LABEL.test(sameLine(folded.slice(Math.max(0, start - 24), start), "before")) ||
        LABEL.test(sameLine(folded.slice(end, end + 24), "behind"));
      const lead = folded.slice(Math.max(0, start - 16), start);
      const isOther = PARCEL.test(lead) || isTimestamp(digits);
      if (!isLabelled && (isOther || !hasCheckDigit(digits))) continue;
      yield { start, end, message: { key: "pii_my_number" } };
    }
  },
  examples: {
    fires: [
      { text: "個人番号 1234-5678-9018 の方は", marks: "1234-5678-9018" },
      { text: "署名のない方は 100101002009 です。", marks: "100101002009" },
      { text: "マイナンバー：１２３４　５６７８　９０１２", marks: "１２３４　５６７８　９０１２" },
    ],
    quiet: [
      "受付番号（例 2026-1105-0012）",
      "カード 4242 4242 4242 4242",
      "マイナンバーカードの手続きは 0120-95-0178 へ。",
      "マイナンバーは12桁です。例 0000-0000-0000",
      "https://example.jp/100101002009.html",
    ],
  },
};

/**
 * The check digit of an Individual Number: 行政手続における特定の個人を識別するための番号の利用等に関する法律の
 * 規定による通知カード及び個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令 第5条.
 * Counted from the right without the check digit, the weights are 2 … 7, then 2 … 6.
 */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= 11; place++) {
    const weight = place <= 6 ? place + 1 : place - 5;
    sum += Number(digits.charAt(11 - place)) * weight;
  }
  const rest = sum % 11;
  return Number(digits.charAt(11)) === (rest <= 1 ? 0 : 11 - rest);
}

/** 202612051030: year, month, day, hour and minute, as files are named. */
function isTimestamp(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(
    digits,
  );
}

function sameLine(words: string, side: "before" | "behind"): string {
  const parts = words.split(/[\n。]/u);
  return (side === "before" ? parts.at(-1) : parts[0]) ?? "";
}
