import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { widen } from "../../facts/digits.ts";
import { matchesOf, occursIn } from "../../facts/gate.ts";
import { findTimes, type TimeMention } from "../../facts/times.ts";
import type { Hit, Rule } from "../rule.ts";

/** 午後12時(正午): said, so nobody is in doubt. */
const SAID = /^ ?[（(、]? ?(?:正午|お?昼|深夜|真夜中|夜中|午前0時|午前０時)/u;
/** A sentence about how to say the hour. */
const ABOUT_HOURS =
  /(?:正午|午前0時|午後0時|午前０時|午後０時)(?:の|を|は|と)(?:こと|指|表記|書|言|意味)/u;
const TWELVE_KANJI = /午[前後]十二時(?!間)(?:半|[一二三四五]?十[一二三四五六七八九]?分)?/gu;

const NOON = /正午|[0０]時/u;

/** 午後12時 is noon for one reader and midnight for the next. */
export const dateNoon: Rule = {
  id: "date.noon",
  clause: "5(2)",
  level: "care",
  *check({ facts: { text } }) {
    const mayExplain = occursIn(NOON, text);
    for (const time of findTimes(text)) {
      if (time.hour !== 12 || !time.half || !time.halfAt || time.minute > 59) continue;
      // 12:30 PM is English as it should be; PM12:30 and 午後12時 are not.
      const isBefore = time.halfAt.start < time.hourAt.start;
      const isWord = /^午/u.test(text.slice(time.halfAt.start, time.halfAt.end));
      if (!isBefore || isSaid(text, time, mayExplain)) continue;
      yield toHit(text, time, isWord);
    }
    for (const { index, 0: words } of matchesOf(TWELVE_KANJI, text)) {
      const span = { start: index, end: index + words.length };
      if (!isSaid(text, span, mayExplain))
        yield { ...span, message: { key: "date_noon", args: [words] } };
    }
  },
  examples: {
    fires: [
      {
        text: "講座は午後12時30分から始まります。",
        marks: "午後12時30分",
        fixed: "講座は午後0時30分から始まります。",
      },
      { text: "午後12時半に開場します。", marks: "午後12時半", fixed: "午後0時半に開場します。" },
      {
        text: "受付は午前9時〜午後１２時です。",
        marks: "午後１２時",
        fixed: "受付は午前9時〜正午です。",
      },
      { text: "午前12時に点灯します。", marks: "午前12時" },
      { text: "PM12:30開場、PM1:00開演", marks: "PM12:30" },
      { text: "午後十二時に集合してください。", marks: "午後十二時" },
    ],
    quiet: [
      "正午に集合し、12時30分に出発します。",
      "午前10時から12時まで、午後0時30分から3時まで",
      "午後12時（正午）に鐘が鳴ります。",
      "「午後12時」とお知らせしましたが、正しくは「正午」です。",
      "Doors open at 12:30 PM.",
      "午後12時間ほど断水します。",
    ],
  },
};

function isSaid(text: string, span: { start: number; end: number }, mayExplain: boolean): boolean {
  return (
    SAID.test(text.slice(span.end, span.end + 8)) ||
    /(?:正午|深夜|真夜中|昼の?)[（( ]?$/u.test(
      text.slice(Math.max(0, span.start - 4), span.start),
    ) ||
    (mayExplain && ABOUT_HOURS.test(text.slice(Math.max(0, span.start - 40), span.end + 40))) ||
    isQuotedAsWrong(text, span)
  );
}

function toHit(text: string, time: TimeMention, isWord: boolean): Hit {
  const { start, end, half, minute, hourAt } = time;
  const words = text.slice(start, end);
  const message = { key: "date_noon", args: [words] };
  if (!isWord) return { start, end, message };
  const zero = /^[０-９]/u.test(text.slice(hourAt.start, hourAt.end)) ? widen("0") : "0";
  const rest = text.slice(hourAt.end, end);
  // On the hour, noon has a word of its own; of midnight the day has to be looked at.
  const noon = minute === 0 && /^ ?時/u.test(rest) ? "正午" : `午後${zero}${rest}`;
  const midnight = `午前${zero}${rest}`;
  const likely = half === "pm" ? [noon] : [noon, midnight];
  return {
    start,
    end,
    message,
    fixes: likely.map((replacement) => ({
      label: { key: "date_noon_fix", args: [replacement] },
      replacement,
      start,
      end,
    })),
  };
}
