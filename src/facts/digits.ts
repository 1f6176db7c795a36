import { remember } from "./remember.ts";

const KANJI = "〇一二三四五六七八九";

/**
 * Text as a reader sees it, with every position kept: full-width letters, digits and signs become
 * ASCII, all dashes "-", all waves "~". One UTF-16 unit stays one unit, so that offsets in the folded
 * text are offsets in the draft.
 */
export const fold = remember((text) =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2002-\u200A\u3000]/g, " ")
    .replace(/[\u2010-\u2015\u2212\u2500\u2501\uFE63]/g, "-")
    .replace(/[\u301C\u223C\u3030]/g, "~")
    .replace(/\uFF65/g, "・")
    .replace(/[〇一二三四五六七八九]{4}(?= ?年)/g, (year) =>
      [...year].map((digit) => KANJI.indexOf(digit)).join(""),
    )
    .replace(/[\u2F00-\u2FD5]/g, (radical) => RADICALS[radical] ?? radical)
    // A long-vowel mark behind a number or a bracket can only be a dash typed on a kana keyboard.
    .replace(/(?<=[0-9)日月年時分])[ー\uFF70](?=[0-9(])/g, "-"),
);

/** Kangxi radicals: what copying out of a PDF makes of 日, 月 and the weekdays. */
const RADICALS: Record<string, string> = {
  "\u2F47": "日",
  "\u2F1F": "土",
  "\u2F49": "月",
  "\u2F55": "火",
  "\u2F54": "水",
  "\u2F4A": "木",
  "\u2FA6": "金",
};

/** Folded text in which addresses are blanked out: their digits name neither days nor phones. */
export const foldProse = remember((text) =>
  fold(text).replace(/[!-~]{4,}/g, (run) => {
    const start = addressIn(run);
    return start < 0 ? run : run.slice(0, start) + "\u0000".repeat(run.length - start);
  }),
);

/** Where an address begins in a run of ASCII: at its scheme, or at its host where a path follows. */
function addressIn(run: string): number {
  const scheme = run.search(/https?:\/\/|www\./i);
  if (scheme >= 0) return scheme;
  let start = run.search(/\.[a-z]{2,24}\//i);
  while (start > 0 && /[a-z0-9.-]/i.test(run.charAt(start - 1))) start--;
  return start;
}

/** Reads "12", "元", "十二", "二十一", "三〇"; NaN where it is no number below 100. */
export function readNumber(digits: string): number {
  if (/^[0-9]+$/.test(digits)) return Number(digits);
  if (digits === "元") return 1;
  const tens = digits.indexOf("十");
  if (tens < 0) {
    const values = [...digits].map((digit) => KANJI.indexOf(digit));
    return values.length > 0 && !values.includes(-1) ? Number(values.join("")) : Number.NaN;
  }
  const before = tens === 0 ? 1 : KANJI.indexOf(digits.slice(0, tens));
  const after = tens === digits.length - 1 ? 0 : KANJI.indexOf(digits.slice(tens + 1));
  return before < 1 || after < 0 ? Number.NaN : before * 10 + after;
}

/** Writes a number below 100, or a year, the way `sample` (words of the draft) is written: width, zero, kanji. */
export function writeLike(sample: string, value: number): string {
  if (/^[〇一二三四五六七八九]{4}$/.test(sample)) {
    return [...String(value)].map((digit) => KANJI.charAt(Number(digit))).join("");
  }
  if (/^[〇一二三四五六七八九十]/.test(sample)) return writeKanji(value);
  const isPadded = /^[0０]/.test(sample);
  const digits = String(value).padStart(isPadded ? 2 : 1, "0");
  return /^[０-９]/.test(sample) ? widen(digits) : digits;
}

/** ASCII digits to full-width ones. */
export function widen(digits: string): string {
  return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function writeKanji(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens > 1 ? `${KANJI.charAt(tens)}十` : tens === 1 ? "十" : "";
  return head + (units > 0 || tens === 0 ? KANJI.charAt(units) : "");
}
