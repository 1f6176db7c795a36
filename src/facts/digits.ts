import { remember } from "./remember.ts";

const KANJI = "〇一二三四五六七八九";

/**
 * Text as a reader sees it, with every position kept: full-width letters, digits and signs become
 * ASCII, all dashes "-", all waves "~". One UTF-16 unit stays one unit, so that offsets in the folded
 * text are offsets in the draft.
 */
export const fold = remember((text) => {
  // One walk instead of eight expressions: most units of most texts stay as they are.
  let folded = "";
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const plain = isLongVowelMark(unit) && isDash(text, at) ? 0x2d : foldUnit(unit);
    if (plain === unit) continue;
    folded += text.slice(kept, at) + String.fromCharCode(plain);
    kept = at + 1;
  }
  return foldYears(kept === 0 ? text : folded + text.slice(kept));
});

/** Units of the ranges that the signs in question come from. */
function foldUnit(unit: number): number {
  if (unit < 0xa0) return unit;
  if (unit >= 0x3041 && unit <= 0x9fff) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  if (unit === 0x3000 || unit === 0xa0 || (unit >= 0x2002 && unit <= 0x200a)) return 0x20;
  if (unit >= 0x2f00 && unit <= 0x2fd5) return RADICALS.get(unit) ?? unit;
  if (unit >= 0x2010 && unit <= 0x2015) return 0x2d;
  return SIGNS.get(unit) ?? unit;
}

const SIGNS: ReadonlyMap<number, number> = new Map([
  ...[0x2212, 0x2500, 0x2501, 0xfe63].map((dash) => [dash, 0x2d] as const),
  ...[0x301c, 0x223c, 0x3030].map((wave) => [wave, 0x7e] as const),
  [0xff65, 0x30fb],
]);

function isLongVowelMark(unit: number): boolean {
  return unit === 0x30fc || unit === 0xff70;
}

/** A long-vowel mark behind a number or a bracket can only be a dash typed on a kana keyboard. */
function isDash(text: string, at: number): boolean {
  return (
    at > 0 &&
    ")日月年時分0123456789".includes(String.fromCharCode(foldUnit(text.charCodeAt(at - 1)))) &&
    at + 1 < text.length &&
    "(0123456789".includes(String.fromCharCode(foldUnit(text.charCodeAt(at + 1))))
  );
}

/** 二〇二六年: 2026年. */
function foldYears(text: string): string {
  let folded = text;
  for (let at = text.indexOf("年"); at >= 0; at = text.indexOf("年", at + 1)) {
    const end = text.charAt(at - 1) === " " ? at - 1 : at;
    if (end < 4 || !KANJI.includes(text.charAt(end - 1))) continue;
    const digits = Array.from(text.slice(end - 4, end), (digit) => KANJI.indexOf(digit));
    if (!digits.includes(-1))
      folded = folded.slice(0, end - 4) + digits.join("") + folded.slice(end);
  }
  return folded;
}

/** Kangxi radicals: what copying out of a PDF makes of 日, 月 and the weekdays. */
const RADICALS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    "⽇": "日",
    "⼟": "土",
    "⽉": "月",
    "⽕": "火",
    "⽔": "水",
    "⽊": "木",
    "⾦": "金",
  }).map(([radical, letter]) => [radical.charCodeAt(0), letter.charCodeAt(0)] as const),
);

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
