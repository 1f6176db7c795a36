import { WEEKDAYS } from "./calendar.ts";
import type { Span } from "./span.ts";

/** Weekdays written behind a date. */
export interface WeekdayMark {
  /** "日" … "土", one for each sign in the bracket: (土・日) has two. */
  days: string[];
  /** Where each stands: one sign (土, ㈯) or the English word. */
  at: Span[];
  /** Behind the bracket, or behind 曜日. */
  end: number;
  /** Without brackets: 土曜日, ㈯, SAT. */
  isBare: boolean;
}

const W = "[月火水木金土日]";
const ENGLISH =
  "Sun(?:day)?|Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|Sat(?:urday)?";
const NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const CLOSING = "[)\\]〕】〉>」》]";

const BRACKET = / ?[([〔【〈<「《] ?/y;
/** (土・日), (土日), (火~土): several days for several dates. */
const SEVERAL = new RegExp(
  `${W}(?:曜日?)?(?:[・、,/~&と-]?${W}(?:曜日?)?){1,6}(?= ?${CLOSING})`,
  "y",
);
/** A sign that begins another word (日本時間, 土砂災害, 水道) is no weekday. */
const ONE = new RegExp(
  `(?:第[1-5一二三四五]|祝日?|休日?|振休?)?[・、,/ ]?(?<day>${W})(?:曜日?)?(?= ?${CLOSING}| ?[・、,/]?(?:祝|休|振)| ?[・、,/][^月火水木金土日]| ?(?:午前|午後|夜|朝|昼)| ?\\d{1,2}(?::\\d|時))`,
  "y",
);
const ENGLISH_ONE = new RegExp(`(?<day>${ENGLISH})\\b`, "iy");
const BARE_ENCLOSED = / ?[㈪-㈰㊊-㊐]/y;
const BARE_YOBI = new RegExp(`(?:の|は| ){0,2}(?<day>${W})曜日?`, "y");
const BARE_ENGLISH = new RegExp(`[ .,]{0,2}(?<day>${ENGLISH})(?![a-z])`, "iy");
/** 12/5 土 10:00; not 日, which is the day's own counter (12/6日). */
const BARE_SIGN =
  / ?(?<day>[月火水木金土])(?= ?(?:\n|$|~|\d{1,2}(?::|時)|午前|午後|夜|朝|昼|AM|PM))/y;
/** 毎月15日(土・日の場合は翌日): a bracket that speaks of other days. */
const CONDITION = /^[^)\]〕】〉>」》\n]{0,24}?(?:除|以外|場合|なら|休館|定休|翌)/;
/** ㈪ and ㊊ begin with Monday. */
const ENCLOSED = "月火水木金土日";

/** Reads the weekday behind position `from` of a folded text; null where none stands there. */
export function readWeekday(folded: string, from: number): WeekdayMark | null {
  return readBracket(folded, from) ?? readBare(folded, from);
}

function readBracket(folded: string, from: number): WeekdayMark | null {
  const open = matchAt(BRACKET, folded, from);
  if (!open) return null;
  const inside = from + open[0].length;
  if (CONDITION.test(folded.slice(inside, inside + 30))) return null;
  const several = matchAt(SEVERAL, folded, inside);
  if (several) {
    // 曜日 holds the sign 日 as well.
    const signs = [...several[0].matchAll(new RegExp(`${W}(?!曜)|${W}(?=曜)`, "g"))].filter(
      (sign) => several[0][sign.index - 1] !== "曜",
    );
    const at = signs.map((sign) => span(inside + sign.index, 1));
    const days = signs.map((sign) => sign[0]);
    if (days.length > 1) {
      return { days, at, end: closingAfter(folded, inside + several[0].length), isBare: false };
    }
  }
  const one = matchAt(ONE, folded, inside) ?? matchAt(ENGLISH_ONE, folded, inside);
  if (!one) return null;
  return {
    ...single(one, inside),
    end: closingAfter(folded, inside + one[0].length),
    isBare: false,
  };
}

function readBare(folded: string, from: number): WeekdayMark | null {
  const enclosed = matchAt(BARE_ENCLOSED, folded, from);
  if (enclosed) {
    const end = from + enclosed[0].length;
    const days = [enclosedDay(folded.charAt(end - 1))];
    return { days, at: [span(end - 1, 1)], end, isBare: true };
  }
  for (const form of [BARE_YOBI, BARE_ENGLISH, BARE_SIGN]) {
    const one = matchAt(form, folded, from);
    if (one) return { ...single(one, from), end: from + one[0].length, isBare: true };
  }
  return null;
}

const LEADING = new RegExp(`(?<![月火水木金土日毎各第週\\d・、と])(?<day>${W})曜日?の? ?\\($`);
const LEADING_ENGLISH = new RegExp(`(?<![A-Za-z])(?<day>${ENGLISH})[.,]{0,2} ?$`, "i");

/** 日曜日(12月6日), Sun., Dec. 6; not 毎週日曜日, and not a bracket that goes on with a range. */
export function readWeekdayBefore(folded: string, start: number, end: number): WeekdayMark | null {
  const lead = folded.slice(Math.max(0, start - 14), start);
  const from = start - lead.length;
  const sign = /^ ?\)/.exec(folded.slice(end, end + 2));
  const found = (sign && LEADING.exec(lead)) ?? LEADING_ENGLISH.exec(lead);
  const word = found?.groups?.day;
  if (!found || !word) return null;
  const at = from + found.index;
  const name = WEEKDAYS.includes(word)
    ? word
    : WEEKDAYS.charAt(NAMES.indexOf(word.slice(0, 3).toLowerCase()));
  return {
    days: [name],
    at: [span(at, word.length)],
    end: WEEKDAYS.includes(word) ? end + (sign?.[0].length ?? 0) : end,
    isBare: true,
  };
}

function single(match: RegExpExecArray, from: number): Pick<WeekdayMark, "days" | "at"> {
  const word = match.groups?.day ?? "";
  const offset = match[0].lastIndexOf(word, match[0].length - word.length);
  const isSign = WEEKDAYS.includes(word);
  const at = isSign ? match[0].search(new RegExp(`${W}(?=曜|$)`)) : offset;
  const day = isSign ? word : WEEKDAYS.charAt(NAMES.indexOf(word.slice(0, 3).toLowerCase()));
  return { days: [day], at: [span(from + at, word.length)] };
}

/** Behind the closing bracket where it stands near (月・祝日), else `from`. */
function closingAfter(folded: string, from: number): number {
  const rest = folded.slice(from, from + 12);
  const closing = /^[^([〔【〈<「\n]*?[)\]〕】〉>」》]/.exec(rest);
  return closing ? from + closing[0].length : from;
}

function enclosedDay(sign: string): string {
  const code = sign.charCodeAt(0);
  return ENCLOSED.charAt(code - (code >= 0x328a ? 0x328a : 0x322a));
}

/** The weekday `day` ("日" … "土") in the form of `sample`: sign, enclosed sign, or English word. */
export function writeWeekday(sample: string, day: string): string {
  const code = sample.charCodeAt(0);
  if (code >= 0x328a && code <= 0x3290) return String.fromCharCode(0x328a + ENCLOSED.indexOf(day));
  if (code >= 0x322a && code <= 0x3230) return String.fromCharCode(0x322a + ENCLOSED.indexOf(day));
  if (!/^[A-Za-zＡ-Ｚａ-ｚ]/.test(sample)) return day;
  const full = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  const name = full[WEEKDAYS.indexOf(day)] ?? day;
  const word = /day$/i.test(sample) || sample.length > 5 ? name : name.slice(0, 3);
  if (sample === sample.toUpperCase()) return word.toUpperCase();
  return sample === sample.toLowerCase() ? word.toLowerCase() : word;
}

function span(start: number, length: number): Span {
  return { start, end: start + length };
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
