import { type Day, dayNumber, exists, weekdayOf } from "./calendar.ts";

/** What tells a reader which year is meant where it is left out. */
export interface YearContext {
  /** The day of publication, as written there. */
  at: Day | null;
  /** The last day with a written year before this one. */
  anchor: Day | null;
  /** The anchor stands in the same sentence. */
  isAnchorNear: boolean;
  /** A year that the same sentence names without a day (昨年, 令和8年度). */
  hinted: number | null;
  /** The sentence reports, or announces, or both. */
  isPast: boolean;
  isFuture: boolean;
}

/** Days within which a reader does not think twice about the year. */
const NEAR = 120;
/** Days beyond which a named year is history and not the year that the post goes on in. */
const HISTORY = 800;
/** Days beyond which a year said before does not reach. */
const REACH = 300;

/**
 * The years that a reader could take for a month and day, the likeliest first; empty where there is no
 * ground to tell. The nearest to publication wins, or the nearest to a year said before. Where neither
 * is plain (about half a year off; a report of the past; a year of history in the same sentence) there
 * are two, and the weekday decides between them: a reader would do the same. Next year's weekday on a day
 * that is just over, and announced, is such a case too. Last year's weekday on a day of the coming weeks stays a slip.
 */
export function plausibleYears(month: number, day: number, context: YearContext): number[] {
  const { at, anchor, hinted, isPast, isFuture } = context;
  if (!at) return [];
  const nearest = nearestYear(month, day, at);
  const gap = distance({ year: nearest, month, day }, at);
  const other = gap > 0 ? nearest - 1 : nearest + 1;
  const plausible = [nearest];
  if (Math.abs(gap) > NEAR) {
    const isPlain = isPast !== isFuture;
    const isOtherMeant = isPlain && isPast === gap > 0;
    if (isOtherMeant) plausible.unshift(other);
    else if (!isPlain) plausible.push(other);
  } else if (gap > 0 ? isPast : isFuture && !isPast) {
    // Told of before it was, or announced when it is over: the other year, where the weekday says so.
    plausible.push(other);
  }
  if (hinted !== null && (hinted !== at.year || isPast)) plausible.push(hinted);
  if (anchor) {
    const year = nearestYear(month, day, anchor);
    const isHistory = Math.abs(distance(anchor, at)) > HISTORY;
    const isInReach = isPast || Math.abs(distance({ year, month, day }, at)) <= REACH;
    const isNearer = Math.abs(distance({ year, month, day }, anchor)) < Math.abs(gap);
    if (isHistory ? context.isAnchorNear : isInReach) {
      if (isNearer && !isHistory && Math.abs(gap) > NEAR / 2) plausible.unshift(year);
      else plausible.push(year);
    }
  }
  return [...new Set(plausible)];
}

/** The year that puts a month and day next to `to`; of two as near, the later. */
function nearestYear(month: number, day: number, to: Day): number {
  let best = to.year + 1;
  for (const year of [to.year, to.year - 1]) {
    const isNearer =
      Math.abs(distance({ year, month, day }, to)) <
      Math.abs(distance({ year: best, month, day }, to));
    if (isNearer) best = year;
  }
  return best;
}

function distance(from: Day, to: Day): number {
  return dayNumber(from) - dayNumber(to);
}

/** The first of `days` that exists and falls on `weekday`; else the first that exists; else the first. */
export function choose(days: readonly Day[], weekday: string | null): Day | null {
  const existing = days.filter(exists);
  return (
    (weekday ? existing.find((day) => weekdayOf(day) === weekday) : undefined) ??
    existing[0] ??
    days[0] ??
    null
  );
}
