import { type Day, dayNumber, exists, weekdayOf } from "./calendar.ts";

/** What tells a reader which year is meant where it is left out. */
export interface YearContext {
  /** The day of publication, as written there. */
  at: Day | null;
  /** The last day with a written year before this one. */
  anchor: Day | null;
  /** The anchor stands in the same sentence. */
  isAnchorNear: boolean;
  /** A year named without a day in the same sentence (昨年, 令和8年度). */
  hinted: number | null;
  tense: "past" | "future" | null;
}

/** Days within which a reader does not think twice about the year. */
const NEAR = 120;
/** Days beyond which a named year is history and not the year that the post goes on in. */
const HISTORY = 800;

/**
 * The years that a reader could take for a month and day, the likeliest first; empty where there is no
 * ground to tell. The nearest to publication wins, or the nearest to a year said before. Where neither
 * is plain (about half a year off; a report of the past; a year of history in the same sentence) there
 * are two, and the weekday decides between them: a reader would do the same. Last year's weekday on a
 * day of the coming weeks therefore stays a slip.
 */
export function plausibleYears(month: number, day: number, context: YearContext): number[] {
  const { at, anchor, hinted, tense } = context;
  if (!at) return [];
  const distance = (year: number, to: Day) => dayNumber({ year, month, day }) - dayNumber(to);
  const years = [at.year - 1, at.year, at.year + 1, at.year + 2];
  const byDistance = [...years].sort(
    (a, b) => Math.abs(distance(a, at)) - Math.abs(distance(b, at)) || b - a,
  );
  const nearest = byDistance[0] ?? at.year;
  const gap = distance(nearest, at);
  const plausible = [nearest];
  const other = gap > 0 ? nearest - 1 : nearest + 1;
  if (Math.abs(gap) > NEAR) {
    const isOtherMeant = (tense === "past" && gap > 0) || (tense === "future" && gap < 0);
    if (isOtherMeant) plausible.unshift(other);
    else if (tense === null) plausible.push(other);
  } else if (tense === "past" && gap > 0) {
    plausible.push(other);
  }
  if (hinted !== null) plausible.push(hinted, hinted + 1);
  if (anchor) {
    const carried = [anchor.year - 1, anchor.year, anchor.year + 1].sort(
      (a, b) => Math.abs(distance(a, anchor)) - Math.abs(distance(b, anchor)),
    )[0];
    const isHistory = Math.abs(dayNumber(anchor) - dayNumber(at)) > HISTORY;
    if (carried !== undefined && (!isHistory || context.isAnchorNear)) {
      if (Math.abs(gap) <= NEAR || isHistory) plausible.push(carried);
      else plausible.unshift(carried);
    }
  }
  return [...new Set(plausible)];
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
