import { foldProse } from "./digits.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/** A time of day as written: 午後1時30分, 13:30, 正午, 翌5時. */
export interface TimeMention extends Span {
  half: "am" | "pm" | null;
  /** As written: 0 to 99, whatever the half. */
  hour: number;
  minute: number;
  /** Behind 翌 or 翌日. */
  isNextDay: boolean;
  form: "ji" | "colon";
  halfAt: Span | null;
  hourAt: Span;
  /** Behind から or a wave: the mention before is the beginning of the same range. */
  isEnd: boolean;
}

const HALF = "(?<half>午前|午後|AM|PM|a\\.m\\.|p\\.m\\.)";
const NEXT = "(?<next>翌(?:日|朝|未明|々?日)?の?|次の日の?)";
const JI = new RegExp(
  `${NEXT}? ?${HALF}? ?(?:(?<noon>正午)|(?<![\\d.,])(?<hour>\\d{1,2}) ?時(?!間|期|[短刻点給事計代差価])(?: ?(?<minute>\\d{1,2}) ?分(?!間)|(?<half30>半))?)`,
  "dgi",
);
const COLON = new RegExp(
  `${NEXT}? ?${HALF}? ?(?<![\\d:.,/])(?<hour>\\d{1,2}):(?<minute>\\d{2})(?![\\d:.])(?: ?(?<after>AM|PM))?`,
  "dgi",
);
const RANGE = /^ ?(?:[~-]|から|より) ?$/;
/** 14:00~ 13:30開場: what stands behind the wave begins something of its own. */
const BEGINS = /^ ?(?:開場|受付|集合|開始|開演|開館|出発|~|から|より)/;
const UNTIL = /^ ?(?:頃|ごろ)? ?(?:\([^()\n]{0,12}\))? ?まで/;

/** The times that a text names, in its order. */
export function findTimes(text: string): TimeMention[] {
  if (!/[時:：]|正午/.test(text)) return [];
  const folded = foldProse(text);
  const found = [...collect(folded, JI, "ji"), ...collect(folded, COLON, "colon")].sort(
    (a, b) => a.start - b.start,
  );
  return found.map((time, index) => {
    const before = found[index - 1];
    if (!before) return time;
    const between = folded.slice(before.end, time.start);
    // 15時から14時に変更 moves a time; only …から…まで is a range.
    const isRange =
      between.length <= 5 &&
      RANGE.test(between) &&
      !BEGINS.test(folded.slice(time.end, time.end + 6)) &&
      (!/から|より/.test(between) || UNTIL.test(folded.slice(time.end, time.end + 20)));
    return { ...time, isEnd: isRange };
  });
}

function collect(folded: string, pattern: RegExp, form: TimeMention["form"]): TimeMention[] {
  const times: TimeMention[] = [];
  for (const match of matchesOf(pattern, folded)) {
    const { half, hour, minute, half30, noon, next, after } = match.groups ?? {};
    const at = match.indices?.groups;
    const hourAt = at?.hour ?? at?.noon;
    if (!hourAt) continue;
    const halfWord = (half ?? after)?.toLowerCase();
    const halfAt = at?.half ?? at?.after;
    const lead = match[0].length - match[0].trimStart().length;
    times.push({
      start: match.index + lead,
      end: match.index + match[0].length,
      half: !halfWord ? null : halfWord === "午前" || halfWord.startsWith("a") ? "am" : "pm",
      hour: noon ? 12 : Number(hour),
      minute: half30 ? 30 : Number(minute ?? 0),
      isNextDay: next !== undefined,
      form,
      halfAt: halfAt ? { start: halfAt[0], end: halfAt[1] } : null,
      hourAt: { start: hourAt[0], end: hourAt[1] },
      isEnd: false,
    });
  }
  return times;
}

/**
 * Whether an end stands before its beginning, for every way a reader could take it: an hour without
 * 午前/午後 takes over the beginning's, or is an afternoon hour (午前10時~3時); a window may cross midnight
 * from the evening into the morning (22時~翌5時, 午後10時~6時).
 */
export function isReversed(begin: TimeMention, end: TimeMention): boolean {
  if (end.isNextDay || begin.isNextDay) return false;
  if (begin.minute > 59 || end.minute > 59) return false;
  const starts = readings(begin, null);
  // Who writes 13時 counts to 24: 11時30分 behind it is no evening.
  const counts = begin.hour > 12 && begin.half === null && end.half === null;
  const ends = counts ? [end.hour * 60 + end.minute] : readings(end, begin.half);
  const isOrdered = starts.some((from) =>
    ends.some((to) => to >= from || crossesMidnight(from, to)),
  );
  if (!isOrdered) return true;
  // 10:30~10:15: nobody means eleven hours and three quarters.
  const isLate = end.half === null && begin.hour <= 12 && end.hour <= 12 && begin.half !== "pm";
  const back = begin.hour * 60 + begin.minute - (end.hour * 60 + end.minute);
  return isLate && back > 0 && back < (end.form === "colon" ? 120 : 60) && end.hour >= 6;
}

/** Minutes since midnight that a written time can mean. */
function readings({ half, hour, minute }: TimeMention, inherited: "am" | "pm" | null): number[] {
  const minutes = hour * 60 + minute;
  if (hour > 12) return [minutes];
  const noon = 12 * 60;
  // 午後12時 is noon for many and midnight for others.
  if (half === "pm") return hour === 12 ? [noon + minute, 2 * noon + minute] : [minutes + noon];
  if (half === "am") return hour === 12 ? [noon + minute, minute] : [minutes];
  if (inherited === "pm")
    return hour === 12 ? [noon + minute, 2 * noon + minute] : [minutes + noon, minutes];
  return [minutes, minutes + noon];
}

function crossesMidnight(from: number, to: number): boolean {
  const isNight = from >= 17 * 60 && to <= 12 * 60;
  const isLongNight = from >= 12 * 60 && to <= 6 * 60;
  return isNight || isLongNight;
}
