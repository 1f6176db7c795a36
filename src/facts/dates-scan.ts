import { longest } from "./calendar.ts";
import { readWeekday, readWeekdayBefore, type WeekdayMark } from "./dates-weekday.ts";
import { readNumber } from "./digits.ts";
import { ERA_NAME, westernYear } from "./eras.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/** A day as it stands in the text, before anyone asks which year or month is left out. */
export interface WrittenDay extends Span {
  /** Western year as written (era years are turned); null where left out. */
  year: number | null;
  month: number | null;
  day: number;
  monthAt: Span | null;
  dayAt: Span;
  /** Behind the day; its own end may lie behind `end`. */
  weekday: WeekdayMark | null;
  form: "kanji" | "english" | "slash" | "point" | "ymd" | "day" | "bare";
}

/** Words that set a year or a month for what follows: 来年, 2027年, 今月, 12月. */
export interface Marker extends Span {
  year: number | null;
  /** Years from the present one: -1 for 昨年. */
  yearShift: number | null;
  month: number | null;
  /** Months from the present one. */
  monthShift: number | null;
  /** 年度: from April to March. */
  isFiscal: boolean;
  /** 年末, 年始: the month is likely, not said. */
  isSeason: boolean;
}

const NUM = "(?:\\d{1,2}|[一二三四五六七八九十〇]{1,3})";
const YMD =
  /(?<![\d./-])(?<year>\d{4})(?<sep>[/.-])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d|[/.-]\d)/dg;
const ERA_YMD = new RegExp(
  `(?<![A-Za-z0-9])(?<era>[RHSTM]|${ERA_NAME})[.]?(?<number>\\d{1,2}|元)(?<sep>[/.-])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d|[/.-]\\d)`,
  "dgi",
);
/** 日 may be left out inside a list or before a weekday: 12月5・6日, 12月5(土). */
const KANJI = new RegExp(
  `(?<![\\d.])(?<month>${NUM}) ?月 ?(?<day>${NUM})(?: ?日(?!間|目|前)|(?= ?[([]|[・、,~-] ?\\d{1,2}(?:日|[([・、,~-])))`,
  "dg",
);
const MONTH_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const ENGLISH = new RegExp(
  `(?<![A-Za-z])(?<name>${MONTH_NAMES})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?\\.? ?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:A-Za-z])(?:,? (?<year>\\d{4})(?!\\d))?`,
  "dg",
);
const SLASH =
  /(?<![\d./:A-Za-z]|\d{3}-|\d,)(?<month>\d{1,2}) ?\/ ?(?<day>\d{1,2})(?![\d/A-Za-z%]|\.\d)/dg;
/** 26/12/05(土), R left out as in 8.12.5(土): only beside a weekday. */
const SHORT_YMD =
  /(?<![\d./:A-Za-z-])(?<short>\d{1,2})(?<sep>[/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d|[/.-]\d)/dg;
/** Below it a year of two digits counts in 令和, from it on in the century. */
const CENTURY_FROM = 20;
const POINT = /(?<![\d./:A-Za-z-])(?<month>\d{1,2})\.(?<day>\d{1,2})(?![\d/%]|\.\d)/dg;
/** A day of a month said elsewhere; what counts days (3日間, 5日前, 1日1回) is none. */
const DAY =
  /(?<![\d./月]|\d:)(?<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日(?!間|目|前|後(?!半)|以[内上下降外]|程度|ほど|くらい|ぐらい|連続|おき|ごと|毎|につき|当たり|あたり|分|付|数|坊|限り|常|本|刊|\d)/dg;
/** A bare number, only ever a day beside a weekday or inside a list: 12/5(土)・6(日). */
const BARE =
  /(?<![\d./A-Za-z]|\d:)(?<day>\d{1,2})(?= ?[([]|[・、,~-] ?\d{1,2}(?:日|[([])| ?[㈪-㈰㊊-㊐])/dg;

/** A fraction of money or chance, not a day: 2/3以内, 1/2を補助. */
const SHARE =
  /補助|助成|負担|割合|率|分の|以内|以上|割引|減額|軽減|控除|引き上げ|引き下げ|費|額|程度/;
/** What stands behind a day that has no weekday: a time, or a particle of time. */
const AFTER_DAY =
  /^ ?(?:から|まで|より|に|は|の|~|必着|締|〆|時点|現在|開催|午前|午後|夜|\d{1,2}(?::\d\d|時)|AM|PM)/i;
const BEFORE_DAY =
  /(?:日時|期間|期日|日程|開催日|締め?切り?|期限|〆切|日に?ち|~|から) ?[:】)\]]? ?$/;

/** @param folded as `foldProse` gives it. The days are in the order of the text and do not overlap. */
export function scanDays(folded: string): WrittenDay[] {
  const found = [
    ...collect(folded, YMD, "ymd"),
    ...collect(folded, ERA_YMD, "ymd"),
    ...collect(folded, KANJI, "kanji"),
    ...collect(folded, ENGLISH, "english"),
    ...collect(folded, SLASH, "slash").filter((day) => isSlashDay(folded, day)),
    ...collect(folded, SHORT_YMD, "ymd").filter(({ weekday }) => weekday),
    ...collect(folded, POINT, "point").filter(({ weekday }) => weekday),
    ...collect(folded, DAY, "day"),
    ...collect(folded, BARE, "bare"),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: WrittenDay[] = [];
  let end = 0;
  for (const day of found) {
    if (day.start < end) continue;
    kept.push(day);
    end = day.end;
  }
  return kept;
}

function collect(folded: string, pattern: RegExp, form: WrittenDay["form"]): WrittenDay[] {
  const days: WrittenDay[] = [];
  for (const match of matchesOf(pattern, folded)) {
    const at = match.indices?.groups;
    const groups = match.groups ?? {};
    if (!at?.day) continue;
    const end = match.index + match[0].length;
    const written = readYear(folded, match, form);
    // 1234/56/78 is some other number.
    if (form === "ymd" && (written.year === null || written.year < 1868 || written.year > 2199)) {
      continue;
    }
    const day = readNumber(groups.day ?? "");
    const month = groups.name
      ? MONTH_NAMES.split("|").indexOf(groups.name) + 1
      : groups.month === undefined
        ? null
        : readNumber(groups.month);
    if (Number.isNaN(day) || Number.isNaN(month)) continue;
    const weekday = readWeekday(folded, end) ?? readWeekdayBefore(folded, written.start, end);
    // 3.11(金) and 12/5(日) are days; 10.5(水) too, but 98.6 and 1.0 are numbers.
    if (form === "point" && (day === 0 || (month ?? 0) > 12 || month === 0)) continue;
    days.push({
      start: written.start,
      end,
      year: written.year,
      month,
      day,
      monthAt: at.month ? toSpan(at.month) : null,
      dayAt: toSpan(at.day),
      weekday,
      form,
    });
  }
  return days;
}

const BEFORE_KANJI = new RegExp(
  `(?:(?<western>\\d{4})(?: ?年)?(?: ?\\( ?(?:${ERA_NAME}|[RHS])\\.?(?:\\d{1,2}|元)年? ?\\))?(?: ?年)?|(?<era>${ERA_NAME}|[RHSTM]) ?(?<number>${NUM}|元) ?(?:\\( ?\\d{4} ?年? ?\\))? ?年(?: ?\\( ?\\d{4} ?年? ?\\))?) ?の? ?$`,
);

/** The year that stands right before a month, or inside the number itself. */
function readYear(
  folded: string,
  match: RegExpMatchArray,
  form: WrittenDay["form"],
): { year: number | null; start: number } {
  const start = match.index ?? 0;
  const { year, short, era, number } = match.groups ?? {};
  if (short) return { year: Number(short) + (Number(short) < CENTURY_FROM ? 2018 : 2000), start };
  if (year) return { year: Number(year), start };
  if (era && number) return { year: westernYear(era, number), start };
  if (form !== "kanji" && form !== "slash") return { year: null, start };
  const before = folded.slice(Math.max(0, start - 24), start);
  const found = BEFORE_KANJI.exec(before);
  if (!found || (found.groups?.western && !before.slice(found.index).includes("年"))) {
    return { year: null, start };
  }
  const written = found.groups?.western
    ? Number(found.groups.western)
    : westernYear(found.groups?.era ?? "", found.groups?.number ?? "");
  return { year: written, start: start - (before.length - found.index) };
}

function isSlashDay(
  folded: string,
  { start, end, month, day, year, weekday }: WrittenDay,
): boolean {
  if (weekday || year !== null) return true;
  if (!month || month > 12 || day < 1 || day > 31) return false;
  const around = folded.slice(Math.max(0, start - 12), end + 12);
  if (SHARE.test(around)) return false;
  return (
    AFTER_DAY.test(folded.slice(end, end + 8)) ||
    BEFORE_DAY.test(folded.slice(Math.max(0, start - 8), start))
  );
}

const RELATIVE_YEAR: Record<string, number> = {
  今年: 0,
  本年: 0,
  ことし: 0,
  来年: 1,
  明年: 1,
  昨年: -1,
  去年: -1,
  一昨年: -2,
  再来年: 2,
};
const RELATIVE_MONTH: Record<string, number> = { 今月: 0, 当月: 0, 来月: 1, 先月: -1 };
const MARKER = new RegExp(
  `(?<rel>一昨年|再来年|今年|本年|ことし|来年|明年|昨年|去年)(?<relFiscal>度)?|(?<relMonth>今月|当月|来月|先月)|(?<yearEnd>年内|年末(?!調整)(?:年始)?|大晦日|大みそか|(?:仕事|御用)納め)|(?<yearStart>年始|年明け|新年(?![度会])|正月|(?:仕事|御用)始め|初売り)|(?:(?<!\\d)(?<western>\\d{4})|(?<era>${ERA_NAME}) ?(?<number>\\d{1,2}|元)) ?年(?<fiscal>度)?(?!間|前|後|代|以上)|(?<![\\d.])(?<month>\\d{1,2}) ?月(?!号|間|分|期|額|例|給|謝|曜| ?\\d)`,
  "g",
);

/** Years and months that the text names without a day, in its order. `days`: what `scanDays` gave. */
export function scanMarkers(folded: string, days: readonly WrittenDay[]): Marker[] {
  const markers = matchesOf(MARKER, folded).map((match) => {
    const { rel, relFiscal, fiscal, relMonth, yearEnd, yearStart, western, era, number, month } =
      match.groups ?? {};
    const year = western ? Number(western) : era && number ? westernYear(era, number) : null;
    return {
      start: match.index,
      end: match.index + match[0].length,
      year,
      yearShift: rel ? (RELATIVE_YEAR[rel] ?? null) : null,
      month: month ? Number(month) : yearEnd ? 12 : yearStart ? 1 : null,
      isFiscal: (fiscal ?? relFiscal) !== undefined,
      isSeason: (yearEnd ?? yearStart) !== undefined,
      monthShift: relMonth ? (RELATIVE_MONTH[relMonth] ?? null) : null,
    };
  });
  return outside(markers, days);
}

/** The markers that are no part of a day; both come in the order of the text. */
function outside(markers: readonly Marker[], days: readonly WrittenDay[]): Marker[] {
  let next = 0;
  return markers.filter((marker) => {
    while ((days[next]?.end ?? Number.POSITIVE_INFINITY) <= marker.start) next++;
    return (days[next]?.start ?? Number.POSITIVE_INFINITY) >= marker.end;
  });
}

function toSpan([start, end]: [number, number]): Span {
  return { start, end };
}

/** Numbers and counts of days that are no calendar day are left out. */
export function isDay(
  written: WrittenDay,
  isJoined: boolean,
  folded: string,
  following: WrittenDay | undefined,
): boolean {
  if (written.form === "day" || written.form === "bare") {
    if (written.day < 1 || written.day > longest(1)) return isJoined && written.form === "day";
    if (written.weekday) {
      return written.weekday.days.length === 1 ? !isLoose(written, folded, isJoined) : isJoined;
    }
    // 5日~6日(日): the first of a range whose end has a weekday.
    const isFirst =
      following !== undefined &&
      following.weekday !== null &&
      /^ ?[~・、-] ?$/.test(folded.slice(written.end, following.start));
    return isJoined || (isFirst && written.form === "day");
  }
  return true;
}

/** A bare number with a bracket (定員20(日…)) is a day only in a list, and 1日 土曜 only when joined by の. */
function isLoose(written: WrittenDay, folded: string, isJoined: boolean): boolean {
  if (written.form === "bare") return !isJoined;
  return !isJoined && written.weekday?.isBare === true && /^ /.test(folded.slice(written.end));
}
