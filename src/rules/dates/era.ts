import { readIso } from "../../facts/calendar.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { writeLike } from "../../facts/digits.ts";
import { ERAS } from "../../facts/eras.ts";
import { type EraYear, findEraYears, findYearPairs, type YearPair } from "../../facts/years.ts";
import type { Hit, Message, Rule } from "../rule.ts";

const AT = "2026-12-01T10:00:00+09:00";

/** 令和31年 (2049) where it is meant: plans and estimates far ahead. */
const FAR_AHEAD = /計画|目標|将来|推計|長期|ビジョン|カーボン|償還|返済|見込|2049/;
/** Years in which 令和31年 can only be far ahead or a slip for 平成31年. */
const LATEST_SLIP = 2040;

/** Years of an era beside western years that differ, and years that no era has. */
export const dateEra: Rule = {
  id: "date.era",
  clause: "5(2)",
  level: "stop",
  *check({ facts, draft }) {
    for (const pair of findYearPairs(facts.text)) {
      if (!agrees(pair) && !isQuotedAsWrong(facts.text, pair)) yield differs(facts.text, pair);
    }
    const now = readIso(draft.at)?.year;
    for (const year of findEraYears(facts.text)) {
      const around = facts.text.slice(Math.max(0, year.start - 40), year.end + 40);
      if (isQuotedAsWrong(facts.text, year)) continue;
      if (isUnreal(year)) yield unreal(facts.text, year);
      else if (isLikelyHeisei(year, now) && !FAR_AHEAD.test(around)) yield heisei(facts.text, year);
    }
  },
  examples: {
    fires: [
      {
        text: "令和7年(2026年)4月に開館します。",
        draft: { at: AT },
        marks: "令和7年(2026年)",
        fixed: "令和8年(2026年)4月に開館します。",
      },
      { text: "2026年（令和7年）の予定", draft: { at: AT }, marks: "2026年（令和7年）" },
      { text: "令和９（2026）年度の事業", draft: { at: AT }, marks: "令和９（2026）年度" },
      {
        text: "貸付期間は平成41年3月31日までです。",
        draft: { at: AT },
        marks: "平成41年",
        fixed: "貸付期間は令和11年3月31日までです。",
      },
      {
        text: "令和31年4月に撮影した写真です。",
        draft: { at: AT },
        marks: "令和31年",
        fixed: "平成31年4月に撮影した写真です。",
      },
      { text: "令和0年生まれ", draft: { at: AT }, marks: "令和0年" },
    ],
    quiet: [
      { text: "昭和64年1月から平成31年4月までと、令和元年(2019年)以降の出来事", draft: { at: AT } },
      { text: "令和7年度(2026年3月末)の実績、令和8年度（2026年度）の予定", draft: { at: AT } },
      { text: "昭和100年を記念した展示です。", draft: { at: AT } },
      { text: "契約書の「平成32年」は「令和2年」と読み替えてください。", draft: { at: AT } },
      { text: "令和32年（2050年）までにゼロカーボンを目指します。", draft: { at: AT } },
    ],
  },
};

/** A fiscal year reaches into the next calendar year: 令和7年度 may stand beside 2026年. */
function agrees({ era, western }: YearPair): boolean {
  if (era.value === western.value) return true;
  if (era.isFiscal === western.isFiscal) return false;
  return era.isFiscal ? western.value === era.value + 1 : era.value === western.value + 1;
}

function differs(text: string, { start, end, era, western }: YearPair): Hit {
  const replace = (at: { start: number; end: number }, words: string) =>
    text.slice(start, at.start) + words + text.slice(at.end, end);
  const sameEra = ERAS.find(({ name }) => name === era.name);
  const number = sameEra ? western.value - sameEra.first + 1 : 0;
  const fixes: { label: Message; replacement: string; start: number; end: number }[] = [];
  const isInEra = number >= 1 && number <= (sameEra?.last ?? 99);
  if (isInEra) {
    const words =
      number === 1 ? "元" : writeLike(text.slice(era.numberAt.start, era.numberAt.end), number);
    const label = {
      key: "date_era_fix_era",
      args: [`${era.name}${number === 1 ? "元" : number}年`],
    };
    fixes.push({ label, replacement: replace(era.numberAt, words), start, end });
  }
  fixes.push({
    label: { key: "date_era_fix_western", args: [String(era.value)] },
    replacement: replace(
      western.at,
      writeLike(text.slice(western.at.start, western.at.end), era.value),
    ),
    start,
    end,
  });
  return {
    start,
    end,
    message: {
      key: "date_era",
      args: [`${era.name}${era.number}年`, String(era.value), String(western.value)],
    },
    fixes,
  };
}

function isUnreal({ name, number }: EraYear): boolean {
  const last = ERAS.find((era) => era.name === name)?.last;
  // 昭和100年, 明治150年: an anniversary counted on, not a date.
  return number === 0 || (last !== null && last !== undefined && number > last && number < 100);
}

function unreal(text: string, year: EraYear): Hit {
  const { start, end, name, number, value, numberAt } = year;
  const era = ERAS.find(({ first }) => first <= value);
  if (number === 0 || !era) {
    return { start, end, message: { key: "date_era_zero", args: [name] } };
  }
  const right = value - era.first + 1;
  const words = right === 1 ? "元" : writeLike(text.slice(numberAt.start, numberAt.end), right);
  // The letter stays a letter: H32.4.1 becomes R2.4.1.
  const isLetter = /^[A-ZＡ-Ｚ]/i.test(text.slice(start, numberAt.start));
  const head = isLetter ? era.letter : era.name;
  return {
    start,
    end,
    message: {
      key: "date_era_unreal",
      args: [`${name}${number}年`, String(value), `${era.name}${right === 1 ? "元" : right}年`],
    },
    fixes: [
      {
        label: { key: "date_era_fix_era", args: [`${era.name}${right === 1 ? "元" : right}年`] },
        replacement: head + words + text.slice(numberAt.end, end),
        start,
        end,
      },
    ],
  };
}

function isLikelyHeisei({ name, number }: EraYear, now: number | undefined): boolean {
  return name === "令和" && number === 31 && now !== undefined && now < LATEST_SLIP;
}

function heisei(text: string, { start, end, numberAt }: EraYear): Hit {
  return {
    start,
    end,
    message: { key: "date_era_heisei" },
    fixes: [
      {
        label: { key: "date_era_fix_era", args: ["平成31年"] },
        replacement: `平成${text.slice(numberAt.start, end)}`,
        start,
        end,
      },
    ],
  };
}
