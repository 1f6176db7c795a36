import { dayNumber, daysIn, exists, longest } from "../../facts/calendar.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import type { DateMention } from "../../facts/dates.ts";
import { fold, writeLike } from "../../facts/digits.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import type { Span } from "../../facts/span.ts";
import { findTimes, isReversed, type TimeMention } from "../../facts/times.ts";
import type { Hit, Message, Rule } from "../rule.ts";

const AT = "2026-11-20T10:00:00+09:00";
/** Late-night broadcasting counts on to 25時; what is later is a slip (catalogue). */
const LATEST_HOUR = 25;
/** 13月 alone; 13月齢 and 生後18月 count months. */
const MONTH =
  /(?<![\d.第後満])(?:1[3-9]|[2-9]\d|0{1,2}) ?月(?=\d|上旬|中旬|下旬|末|頃|ごろ|に|の|から|まで|号|は|$|[、。\n])/g;
/** People born on the leap day, and talk of it. */
const LEAP_DAY = /うるう|閏|生まれ|誕生/;

/** Days and times that do not exist, and ends that stand before their beginnings. */
export const dateImpossible: Rule = {
  id: "date.impossible",
  clause: "5(2)",
  level: "stop",
  *check(context) {
    const { text } = context.facts;
    for (const found of slipsIn(context.facts)) if (!isQuotedAsWrong(text, found)) yield found;
  },
  examples: {
    fires: [
      { text: "締切は2月30日です。", draft: { at: AT }, marks: "2月30日" },
      { text: "11月31日 午前9時から", draft: { at: AT }, marks: "11月31日" },
      { text: "13月5日に開催", draft: { at: AT }, marks: "13月5日" },
      { text: "令和9年2月29日", draft: { at: AT }, marks: "令和9年2月29日" },
      { text: "午後15時から", draft: { at: AT }, marks: "午後15時", fixed: "15時から" },
      { text: "午前13時30分開演", draft: { at: AT }, marks: "午前13時30分" },
      { text: "26時まで開けています", draft: { at: AT }, marks: "26時" },
      { text: "10時70分に集合", draft: { at: AT }, marks: "10時70分" },
      { text: "午後1時30分~午前11時", draft: { at: AT }, marks: "午後1時30分~午前11時" },
      { text: "体験は13時から11時30分まで", draft: { at: AT }, marks: "13時から11時30分" },
      { text: "0月10日に開催", draft: { at: AT }, marks: "0月" },
      { text: "須坂駅発8:75の便", draft: { at: AT }, marks: "8:75" },
      { text: "17:00開場、16:30開演", draft: { at: AT }, marks: "17:00開場、16:30" },
      { text: "15：00〜14：00", draft: { at: AT }, marks: "15：00〜14：00" },
      {
        text: "受付期間 12月10日(木)〜12月5日(土)",
        draft: { at: AT },
        marks: "12月10日(木)〜12月5日(土)",
      },
    ],
    quiet: [
      { text: "（誤）11月31日（正）11月30日に訂正します。", draft: { at: AT } },
      { text: "24時まで。深夜ラジオは25時台。24時間受け付けます。", draft: { at: AT } },
      { text: "22時〜翌5時、午後11時~翌午前5時、22:00~5:00", draft: { at: AT } },
      { text: "12月29日〜1月4日は休みます。", draft: { at: AT } },
      { text: "午後1時~3時、午前10時~3時、午後0時45分~1時15分", draft: { at: AT } },
      { text: "90分の講座、10時から70分ほど", draft: { at: AT } },
      { text: "開始を15時から14時に変更します。", draft: { at: AT } },
      { text: "2028年2月29日(火)", draft: { at: AT } },
      { text: "開場12:00 開演1:30、受付17:00まで、開始16:00", draft: { at: AT } },
    ],
  },
};

function* slipsIn(facts: Facts): Iterable<Hit> {
  const { text, dates } = facts;
  for (const mention of dates) {
    if (isUnreal(mention, text)) yield unrealDay(text, mention);
    const begin = mention.joins?.as === "range" ? dates[mention.joins.index] : undefined;
    if (begin && isBefore(mention, begin)) {
      const args = [begin.text, mention.text];
      yield hit(begin.start, mention.end, { key: "date_impossible_range", args });
    }
  }
  for (const match of matchesOf(MONTH, fold(text))) {
    const end = match.index + match[0].length;
    // 0月10日 is read as a date of no month.
    const isNone = match[0].startsWith("0");
    if (!isNone && dates.some((date) => date.start < end && match.index < date.end)) continue;
    const args = [text.slice(match.index, end)];
    yield hit(match.index, end, { key: "date_impossible_month", args });
  }
  const times = findTimes(text);
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    const wrong = checkTime(text, time, before, times[index + 1]);
    if (wrong) yield wrong;
    else if (before && opensAfterStart(text, before, time)) {
      const args = [text.slice(before.start, before.end), text.slice(time.start, time.end)];
      yield hit(before.start, time.end, { key: "date_impossible_doors", args });
    } else if (time.isEnd && before && !isWrong(before) && isReversed(before, time)) {
      const args = [text.slice(before.start, before.end), text.slice(time.start, time.end)];
      yield hit(before.start, time.end, { key: "date_impossible_range", args });
    }
  }
}

const DOORS = /^ ?(?:開場|受付(?!終|締)|集合)/;
const STARTS = /^ ?(?:開演|開会|開始|上映|出発|スタート|開講|キックオフ)/;
const DOORS_BEFORE = /(?:開場|受付(?:開始)?|集合)[ 　:：はが]{0,3}$/;
const STARTS_BEFORE = /(?:開演|開会|開始|上映|出発|スタート|開講)[ 　:：はが]{0,3}$/;

/** 17:00開場、16:30開演: the doors open once it has begun. */
function opensAfterStart(text: string, a: TimeMention, b: TimeMention): boolean {
  if (a.half !== b.half || a.isNextDay || b.isNextDay || b.start - a.end > 12) return false;
  if (/[\n部回日]|まで|締切/.test(text.slice(a.end, b.start))) return false;
  const roleOf = (time: TimeMention): "doors" | "start" | null => {
    const after = text.slice(time.end, time.end + 6);
    const before = text.slice(Math.max(0, time.start - 9), time.start);
    if (/^ ?(?:まで|締)/.test(after)) return null;
    if (DOORS.test(after) || DOORS_BEFORE.test(before)) return "doors";
    return STARTS.test(after) || STARTS_BEFORE.test(before) ? "start" : null;
  };
  const [first, second] = [roleOf(a), roleOf(b)];
  if (!first || !second || first === second) return false;
  const [doors, start] = first === "doors" ? [a, b] : [b, a];
  if (doors.hour >= 17 && start.hour < 6) return false;
  const late = doors.hour * 60 + doors.minute - (start.hour * 60 + start.minute);
  // 開場12:00 開演1:30 means the afternoon.
  return late > 0 && (doors.hour > 12 || late < 120);
}

function isUnreal(mention: DateMention, text: string): boolean {
  const { month, day, year } = mention;
  if (month === null) return day < 1 || day > 31;
  if (month < 1 || month > 12 || day < 1 || day > longest(month)) return true;
  if (year === null || exists({ year, month, day })) return false;
  if (mention.hasYear) return true;
  return !LEAP_DAY.test(text.slice(Math.max(0, mention.start - 30), mention.end + 30));
}

function unrealDay(text: string, mention: DateMention): Hit {
  const { start, end, month, year, day, dayAt } = mention;
  const written = text.slice(start, dayAt.end + (/^日/.test(text.slice(dayAt.end)) ? 1 : 0));
  if (month === null || month < 1 || month > 12 || day < 1) {
    return hit(start, end, { key: "date_impossible", args: [written] });
  }
  const last = year ? daysIn(year, month) : longest(month);
  const args = [written, month === 2 && year ? `${year}年2月` : `${month}月`, String(last)];
  const label = { key: "date_impossible_fix_last", args: [String(last)] };
  const replacement =
    text.slice(start, dayAt.start) +
    writeLike(text.slice(dayAt.start, dayAt.end), last) +
    text.slice(dayAt.end, end);
  // A weekday beside it says which other day was meant; the last of the month is a guess only without one.
  const fixes = mention.weekday ? [] : [{ label, replacement, start, end }];
  return { ...hit(start, end, { key: "date_impossible_month_end", args }), fixes };
}

/** Only where both years are sure enough to compare. */
function isBefore(end: DateMention, begin: DateMention): boolean {
  if (!end.month || !begin.month) return false;
  const year = begin.year ?? 2000;
  const from = { year, month: begin.month, day: begin.day };
  const to = { year: end.year ?? year, month: end.month, day: end.day };
  return exists(from) && exists(to) && dayNumber(to) < dayNumber(from);
}

function isWrong({ half, hour, minute }: TimeMention): boolean {
  return minute > 59 || hour > LATEST_HOUR || (half !== null && hour > 12);
}

function checkTime(
  text: string,
  time: TimeMention,
  before: TimeMention | undefined,
  after: TimeMention | undefined,
): Hit | null {
  if (!isWrong(time)) return null;
  const { start, end, half, hour, minute, form } = time;
  // 30:15 alone may be a score or a record; a half of the day or a range makes it a time.
  const isRange = time.isEnd || after?.isEnd === true;
  if (form === "colon" && !half && !isRange && !isTimeOfDay(text, start, end)) return null;
  if (before && before.end > start) return null;
  const written = text.slice(start, end);
  if (minute > 59) return hit(start, end, { key: "date_impossible_minute", args: [written] });
  if (half && hour > 12 && hour <= 24) {
    return {
      ...hit(start, end, { key: "date_impossible_half", args: [written, String(hour)] }),
      fixes: halfFixes(text, time),
    };
  }
  const next = `翌${writeLike(text.slice(time.hourAt.start, time.hourAt.end), hour - 24)}${text.slice(time.hourAt.end, end)}`;
  const label = { key: "date_impossible_fix", args: [next] };
  return {
    ...hit(start, end, { key: "date_impossible_hour", args: [written] }),
    // 26時 to 30時 count on past midnight; beyond that nothing can be guessed.
    fixes: hour <= 30 && !half ? [{ label, replacement: next, start, end }] : [],
  };
}

function isTimeOfDay(text: string, start: number, end: number): boolean {
  return (
    /^ ?(?:から|まで|より|開始|開演|開会|集合|終了|~|〜|～|の便|[発着](?![表見売行信送])|[頃に](?=[開始集放出受終お])|ごろ)/.test(
      text.slice(end, end + 6),
    ) ||
    /[)）日] ?$|時間[:：]? ?$|日時[^\n]{0,12}$|駅発 ?$|午[前後] ?$/.test(
      text.slice(Math.max(0, start - 16), start),
    )
  );
}

/** 午後15時: 15時, or 午後3時. */
function halfFixes(text: string, time: TimeMention): NonNullable<Hit["fixes"]> {
  const { start, end, halfAt, hourAt, hour, half, form } = time;
  if (!halfAt || halfAt.start > hourAt.start) return [];
  const rest = text.slice(hourAt.start, end);
  const fixes: { label: Message; replacement: string; start: number; end: number }[] = [];
  const lead = text.slice(start, halfAt.start);
  const plain = lead + rest;
  fixes.push({
    label: { key: "date_impossible_fix", args: [plain] },
    replacement: plain,
    start,
    end,
  });
  if (form === "ji" && half && /[前後]/.test(text.slice(halfAt.start, halfAt.end)) && hour < 24) {
    const digits = writeLike(text.slice(hourAt.start, hourAt.end), hour - 12);
    const words = `${lead}午後${digits}${text.slice(hourAt.end, end)}`;
    fixes.push({
      label: { key: "date_impossible_fix", args: [words] },
      replacement: words,
      start,
      end,
    });
  }
  return fixes;
}

function hit(start: Span["start"], end: Span["end"], message: Message): Hit {
  return { start, end, message };
}
