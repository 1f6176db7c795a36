import { type Day, dayNumber, fromDayNumber, weekdayOf } from "../../facts/calendar.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import type { DateMention } from "../../facts/dates.ts";
import { writeWeekday } from "../../facts/dates-weekday.ts";
import { writeLike } from "../../facts/digits.ts";
import type { Hit, Message, Rule } from "../rule.ts";

const AT = "2026-11-20T10:00:00+09:00";

/** A date and a weekday that do not belong together. The year left out is `DateMention.iso`'s affair. */
export const dateWeekday: Rule = {
  id: "date.weekday",
  clause: "5(2)",
  level: "stop",
  *check({ facts }) {
    for (const mention of facts.dates) {
      const { iso, weekday, weekdayAt, year, month, day } = mention;
      if (!iso || !weekday || !weekdayAt || !year || !month) continue;
      const right = weekdayOf({ year, month, day });
      if (right !== weekday && !isQuotedAsWrong(facts.text, mention))
        yield toHit(facts.text, mention, weekdayAt, { year, month, day }, right);
    }
  },
  examples: {
    fires: [
      {
        text: "12月1日(日)に開催します。",
        draft: { at: AT },
        marks: "12月1日(日)",
        fixed: "12月1日(火)に開催します。",
      },
      {
        text: "締切は１２／１１（木）です。",
        draft: { at: AT },
        marks: "１２／１１（木）",
        fixed: "締切は１２／１１（金）です。",
      },
      {
        text: "令和8年12月19日（日）・20日（日）",
        draft: { at: AT },
        marks: "令和8年12月19日（日）",
      },
      {
        text: "2027.1.11 (Sun.) 二十歳のつどい",
        draft: { at: AT },
        fixed: "2027.1.11 (Mon.) 二十歳のつどい",
      },
      { text: "12月5日㈰", draft: { at: AT }, fixed: "12月5日㈯" },
      { text: "12月５・６日（日・月）に開きます。", draft: { at: AT } },
      {
        text: "次回は18日の月曜日です。12月の休みは7日(月)です。",
        draft: { at: "2026-12-01T09:00:00+09:00" },
        marks: "18日の月曜日",
      },
    ],
    quiet: [
      {
        text: "「12月6日(土)」としましたが、正しくは「12月6日(日)」です。",
        draft: { at: AT },
      },
      { text: "12月5日(土)~6日(日)、9日(水)〜13日(日)", draft: { at: AT } },
      { text: "昭和51年1月15日(木)の成人式の写真です。", draft: { at: AT } },
      { text: "休館は1月3日(日)まで。年内は28日(月)までです。", draft: { at: AT } },
      { text: "第2・第4水曜日と毎週土・日に開いています。", draft: { at: AT } },
      { text: "12月5日(土曜)、12月6日（日・祝）、12/7㈪、12/8 (TUE)", draft: { at: AT } },
    ],
  },
};

function toHit(
  text: string,
  mention: DateMention,
  weekdayAt: { start: number; end: number },
  date: Day,
  right: string,
): Hit {
  const written = mention.weekday ?? "";
  const start = Math.min(mention.start, weekdayAt.start);
  const end = Math.max(mention.end, weekdayAt.end);
  const other = nearestOn(date, written);
  const sign = writeWeekday(text.slice(weekdayAt.start, weekdayAt.end), right);
  const fixes: { label: Message; replacement: string; start: number; end: number }[] = [
    {
      label: { key: "date_weekday_fix_weekday", args: [right] },
      replacement: text.slice(start, weekdayAt.start) + sign + text.slice(weekdayAt.end, end),
      start,
      end,
    },
  ];
  const moved = moveTo(text, mention, date, other);
  if (moved) {
    fixes.push({
      label: { key: "date_weekday_fix_date", args: [String(other.month), String(other.day)] },
      replacement: text.slice(start, moved.start) + moved.words + text.slice(moved.end, end),
      start,
      end,
    });
  }
  return {
    start,
    end,
    message: {
      key: "date_weekday",
      args: [
        String(date.year),
        String(date.month),
        String(date.day),
        right,
        written,
        String(other.month),
        String(other.day),
        ENGLISH.format(Date.UTC(date.year, date.month - 1, date.day)),
      ],
    },
    fixes,
  };
}

/** Japanese needs no more than the sign; an English sentence names the day. */
const ENGLISH = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });

/** The day on that weekday that is at most three days away. */
function nearestOn(date: Day, weekday: string): Day {
  const number = dayNumber(date);
  for (const step of [1, -1, 2, -2, 3, -3]) {
    const day = fromDayNumber(number + step);
    if (weekdayOf(day) === weekday) return day;
  }
  return date;
}

/** The words of month and day for another day; null where a month or year that is not there would have to change. */
function moveTo(
  text: string,
  { monthAt, dayAt, hasYear }: DateMention,
  from: Day,
  to: Day,
): { start: number; end: number; words: string } | null {
  const day = writeLike(text.slice(dayAt.start, dayAt.end), to.day);
  if (to.month === from.month) return { ...dayAt, words: day };
  // English names of months are left alone.
  if (
    !monthAt ||
    /[A-Za-z]/.test(text.slice(monthAt.start, monthAt.end)) ||
    (hasYear && to.year !== from.year)
  )
    return null;
  const month = writeLike(text.slice(monthAt.start, monthAt.end), to.month);
  return {
    start: monthAt.start,
    end: dayAt.end,
    words: month + text.slice(monthAt.end, dayAt.start) + day,
  };
}
