import { type Day, dayNumber, exists, readIso, toIso } from "./calendar.ts";
import { isDay, type Marker, scanDays, scanMarkers, type WrittenDay } from "./dates-scan.ts";
import { type Sentence, sentencesOf } from "./dates-tense.ts";
import { choose, plausibleYears } from "./dates-year.ts";
import { foldProse } from "./digits.ts";
import type { Span } from "./span.ts";

/** A calendar day that the text names, in any form in use. */
export interface DateMention extends Span {
  text: string;
  /** "2026-12-05"; null where the day does not exist or its year cannot be told. */
  iso: string | null;
  /** The weekday as written beside it ("日", "月・祝" gives "月"); null where none is written. */
  weekday: string | null;
  /** The weekday's own sign or word. */
  weekdayAt: Span | null;
  /** The year stands in the words of this very mention. */
  hasYear: boolean;
  /** The year that is written or meant; null where it cannot be told. */
  year: number | null;
  /** Written or taken over from the words before; null where it cannot be told. */
  month: number | null;
  day: number;
  monthAt: Span | null;
  dayAt: Span;
  /** Index of the mention before, where the two are a range (~, から…まで) or a list (・, と). */
  joins: { index: number; as: "range" | "list" } | null;
}

/** What may stand between two days of one range or one list. */
const RANGE =
  /^ ?(?:午前|午後|正午|夜|朝|昼)? ?(?:\d{1,2}(?::\d{2}|時(?:\d{1,2}分|半)?))? ?(?:~|-|から|より) ?(?:の|翌)?$/;
const LIST = /^ ?(?:・|、|,|と|及び|および|並びに|&|\/|または|又は|か|;| ) ?(?:翌)?$/;
/** Behind the second day of から. */
const UNTIL = /^ ?(?:[^\n。]{0,12})まで/;
/**
 * The days that a text names, in its order. A year that is left out is the one that a reader would
 * take (`plausibleYears`); a month that is left out comes from the words before, or from publication.
 * @param at ISO 8601 with offset: when the post would be published; without it only written years count.
 */
export function findDates(text: string, at: string | undefined): DateMention[] {
  if (!/[0-9０-９一二三四五六七八九十]/.test(text)) return [];
  const folded = foldProse(text);
  const days = scanDays(folded);
  const markers = scanMarkers(folded, days);
  const reader = new Reader(text, folded, markers, readIso(at));
  for (const [index, day] of days.entries()) reader.read(day, days[index + 1]);
  return reader.mentions;
}

interface MonthInView {
  month: number;
  year: number | null;
  start: number;
  /** 年末, 年始: likely, not said. */
  isSeason: boolean;
}

interface Relation {
  index: number;
  as: "range" | "list";
}

/** Reads days in the order of the text and remembers what was said before. */
class Reader {
  readonly mentions: DateMention[] = [];
  private anchor: { day: Day; end: number } | null = null;
  private next = 0;
  private readonly passed: Marker[] = [];
  private readonly sentenceAt: (position: number) => Sentence;
  private monthMarker: Marker | null = null;
  /** Where each month was named last, and its year. */
  private readonly months = new Map<number, MonthInView>();
  private readonly text: string;
  private readonly folded: string;
  private readonly markers: readonly Marker[];
  private readonly at: Day | null;

  constructor(text: string, folded: string, markers: readonly Marker[], at: Day | null) {
    this.text = text;
    this.folded = folded;
    this.markers = markers;
    this.at = at;
    this.sentenceAt = sentencesOf(folded);
  }

  read(written: WrittenDay, following: WrittenDay | undefined): void {
    this.passMarkers(written.start);
    const joins = this.relation(written);
    if (!isDay(written, joins !== null, this.folded, following)) return;
    const marks = written.weekday;
    const isSingle = marks?.days.length === 1;
    const weekday = isSingle ? (marks.days[0] ?? null) : null;
    const meant = this.meaning(written, weekday, joins);
    const end = marks && isSingle ? marks.end : written.end;
    const start = Math.min(written.start, isSingle ? (marks.at[0]?.start ?? end) : end);
    this.mentions.push({
      start,
      end,
      text: this.text.slice(start, end),
      iso: meant?.year && exists(meant) ? toIso(meant) : null,
      weekday,
      weekdayAt: isSingle ? (marks.at[0] ?? null) : null,
      hasYear: written.year !== null,
      year: meant?.year || null,
      month: meant?.month || null,
      day: written.day,
      monthAt: written.monthAt,
      dayAt: written.dayAt,
      joins,
    });
    if (meant?.month) {
      const { month, year } = meant;
      this.months.set(month, { month, year: year || null, start, isSeason: false });
    }
    if (written.year !== null && written.month !== null) {
      this.anchor = {
        day: { year: written.year, month: written.month, day: written.day },
        end: written.end,
      };
    }
    if (marks && !isSingle) this.shareWeekdays(marks.days, marks.at, marks.end);
  }

  private passMarkers(position: number): void {
    for (let marker = this.markers[this.next]; marker && marker.start < position; ) {
      this.passed.push(marker);
      if (marker.month !== null || marker.monthShift !== null) this.monthMarker = marker;
      if (marker.year !== null && !marker.isFiscal) {
        // A year on its own anchors at its middle: every day is then nearest in that year.
        this.anchor = { day: { year: marker.year, month: 7, day: 2 }, end: marker.end };
      }
      marker = this.markers[++this.next];
    }
  }

  private relation(written: WrittenDay): Relation | null {
    const index = this.mentions.length - 1;
    const before = this.mentions[index];
    if (!before || written.start - before.end > 16) return null;
    const between = this.folded.slice(before.end, written.start);
    if (RANGE.test(between)) {
      const isFrom = /から|より/.test(between);
      const behind = this.folded.slice(written.weekday?.end ?? written.end).slice(0, 24);
      return isFrom && !UNTIL.test(behind) ? null : { index, as: "range" };
    }
    return LIST.test(between) ? { index, as: "list" } : null;
  }

  /** Gives the weekdays of one bracket to the days before it, one each: 5日・6日(土・日). */
  private shareWeekdays(days: readonly string[], at: readonly Span[], end: number): void {
    let index = this.mentions.length - 1;
    const chain = [index];
    for (
      let join = this.mentions[index]?.joins;
      join && chain.length <= days.length;
      join = this.mentions[index]?.joins
    ) {
      index = join.index;
      chain.unshift(index);
    }
    if (chain.length !== days.length) return;
    for (const [place, mention] of chain.entries()) {
      const weekday = days[place];
      const weekdayAt = at[place];
      const old = this.mentions[mention];
      if (!old || !weekday || !weekdayAt || old.weekday) continue;
      const isLast = place === chain.length - 1;
      const stop = isLast ? end : old.end;
      this.mentions[mention] = {
        ...old,
        weekday,
        weekdayAt,
        end: stop,
        text: this.text.slice(old.start, stop),
      };
    }
  }

  private meaning(written: WrittenDay, weekday: string | null, joins: Relation | null): Day | null {
    const { day } = written;
    if (written.year !== null && written.month !== null) {
      return { year: written.year, month: written.month, day };
    }
    const before = joins ? this.mentions[joins.index] : undefined;
    // A list may jump back (1月10日、12月20日); a range and a day without its month go on.
    const goesOn = joins && before?.month && (joins.as === "range" || written.month === null);
    if (goesOn) return this.continued(written, weekday, before);
    if (written.month !== null) return this.placed(written.month, day, weekday, written.start);
    return this.monthless(written, weekday);
  }

  /** A day that goes on from the one before, as the end of its range or the next of its list. */
  private continued(written: WrittenDay, weekday: string | null, before: DateMention): Day | null {
    const year = before.year ?? 0;
    const from = { year, month: before.month ?? 1, day: before.day };
    const here = { year, month: written.month ?? from.month, day: written.day };
    if (dayNumber(here) >= dayNumber(from)) return here;
    if (written.month !== null) {
      // The turn of the year, unless both stand in one month: then the end is before its beginning.
      const later = { ...here, year: year && year + 1 };
      return here.month === from.month ? here : choose(year ? [later, here] : [here], weekday);
    }
    const month = (from.month % 12) + 1;
    const later = { year: year && month === 1 ? year + 1 : year, month, day: written.day };
    // 29日~3日 goes into the next month; 10日~5日 is a slip unless the weekday says otherwise.
    const isNextMonth = from.day - written.day >= 14;
    return choose(isNextMonth ? [later, here] : [here, later], weekday);
  }

  private placed(month: number, day: number, weekday: string | null, position: number): Day {
    const adjacent = this.passed.at(-1);
    const near = adjacent && position - adjacent.end <= 2 ? adjacent : undefined;
    const between = near ? this.folded.slice(near.end, position) : "";
    if (
      near &&
      this.at &&
      near.yearShift !== null &&
      near.month === null &&
      /^[のは、]? ?$/.test(between)
    ) {
      return { year: this.yearOf(near, month) ?? this.at.year, month, day };
    }
    const sentence = this.sentenceAt(position);
    const hint = this.yearHint(sentence.start);
    const years = plausibleYears(month, day, {
      at: this.at,
      anchor: this.anchor?.day ?? null,
      isAnchorNear: (this.anchor?.end ?? -1) >= sentence.start,
      hinted: hint ? this.yearOf(hint, month) : null,
      isPast: sentence.isPast,
      isFuture: sentence.isFuture,
    });
    return (
      choose(
        years.map((year) => ({ year, month, day })),
        weekday,
      ) ?? { year: 0, month, day }
    );
  }

  /** The year in which a month lies that stands beside a named year; a fiscal year ends in March. */
  private yearOf({ year, yearShift, isFiscal }: Marker, month: number): number | null {
    if (year !== null) return isFiscal && month < 4 ? year + 1 : year;
    if (yearShift === null || !this.at) return null;
    const present = isFiscal && this.at.month < 4 ? this.at.year - 1 : this.at.year;
    return present + yearShift + (isFiscal && month < 4 ? 1 : 0);
  }

  /** The last year named without a day since a position. */
  private yearHint(since: number): Marker | undefined {
    for (let index = this.passed.length - 1; index >= 0; index--) {
      const marker = this.passed[index];
      if (!marker || marker.start < since) return undefined;
      if (marker.yearShift !== null || marker.year !== null) return marker;
    }
    return undefined;
  }

  /** 28日(月): the month of the words before, unless the weekday fits only another one in view. */
  private monthless(written: WrittenDay, weekday: string | null): Day | null {
    const { day, start } = written;
    const sentence = this.sentenceAt(start);
    const months = [...this.months.values()];
    const marker = this.monthMarker;
    const shift = marker?.monthShift ?? null;
    const month =
      marker?.month ??
      (this.at && shift !== null ? ((this.at.month - 1 + shift + 12) % 12) + 1 : null);
    if (marker && month) {
      months.push({ month, year: null, start: marker.start, isSeason: marker.isSeason });
    }
    months.sort((a, b) => b.start - a.start);
    const first = months[0];
    const of = ({ month, year }: { month: number; year: number | null }) =>
      year ? { year, month, day } : this.placed(month, day, weekday, start);
    // The same line or sentence leaves no doubt; a marker (12月は, 今月) speaks for its sentence.
    const last = this.mentions.at(-1);
    if (first && !first.isSeason && Math.max(first.start, last?.end ?? 0) >= sentence.start) {
      return of(first);
    }
    const distinct = months.filter(
      ({ month }, index) => months.findIndex((other) => other.month === month) === index,
    );
    const candidates = distinct.map(of);
    if (this.at) {
      const { year, month } = this.at;
      const following = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
      // Without a month in view it is this month, or the next one where the day has passed.
      const present = [{ year, month, day }];
      if (day < this.at.day) present.unshift({ ...following, day });
      candidates.push(...present);
      if (!candidates.some(exists)) candidates.push({ ...following, day });
    }
    // A guess may not call a day impossible.
    return choose(candidates.filter(exists), weekday);
  }
}
