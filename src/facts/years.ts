import { foldProse, readNumber } from "./digits.ts";
import { ERA_NAME, eraOf, westernYear } from "./eras.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/** A year of an era as it stands: 令和8年, 平成31年度, H30.4.1 (up to the number). */
export interface EraYear extends Span {
  name: string;
  number: number;
  /** The western year that it counts as, also where the era never reached it. */
  value: number;
  numberAt: Span;
  isFiscal: boolean;
}

export interface WesternYear {
  value: number;
  at: Span;
  isFiscal: boolean;
}

/** One year said twice, side by side, in either order. */
export interface YearPair extends Span {
  era: EraYear;
  western: WesternYear;
}

const NUMBER = "(?:\\d{1,3}|元|[一二三四五六七八九十]{1,3})";
const ERA_YEAR = new RegExp(
  `(?<era>${ERA_NAME}) ?(?<number>${NUMBER}) ?(?<unit>年度?)(?!代)|(?<![A-Za-z0-9])(?<letter>[RHST]) ?(?<short>\\d{1,3})(?: ?(?<shortUnit>年度?)|(?=[./]\\d{1,2}[./]\\d{1,2}(?!\\d)))|(?<pointEra>${ERA_NAME}) ?(?<pointNumber>${NUMBER})(?=[./-]\\d{1,2}[./-]\\d)`,
  "dg",
);
const REST = "(?:\\d{1,2}月(?:\\d{1,2}日)?)?";
const JOINT = " ?[(\\[〔【/=] ?(?:西暦 ?)?";
const ERA_FIRST = new RegExp(
  `(?:(?<era>${ERA_NAME})|(?<![A-Za-z0-9])(?<letter>[RHST])) ?(?<number>${NUMBER}) ?(?<eraUnit>年度?)?(?<rest>${REST})${JOINT}(?<western>\\d{4})(?: ?(?<westernUnit>年度?)(?<westernRest>${REST})|(?![\\d.,:~-]))(?<close> ?[)\\]〕】](?: ?(?<after>年度?))?)?`,
  "dg",
);
const WESTERN_FIRST = new RegExp(
  `(?<![\\d.,/-])(?<western>\\d{4}) ?(?<westernUnit>年度?)?(?<westernRest>${REST})${JOINT}(?:(?<era>${ERA_NAME})|(?<letter>[RHST])) ?(?<number>${NUMBER})(?: ?(?<eraUnit>年度?)(?<rest>${REST}))?(?<close> ?[)\\]〕】](?: ?(?<after>年度?))?)?`,
  "dg",
);
/** Further apart than this, a bare number beside an era year counts something else than years. */
const BARE_REACH = 12;

export function findEraYears(text: string): EraYear[] {
  const folded = foldProse(text);
  const years: EraYear[] = [];
  for (const match of matchesOf(ERA_YEAR, folded)) {
    const groups = match.groups ?? {};
    const at = match.indices?.groups;
    const written = groups.era ?? groups.letter ?? groups.pointEra ?? "";
    const digits = groups.number ?? groups.short ?? groups.pointNumber ?? "";
    const place = at?.number ?? at?.short ?? at?.pointNumber;
    const value = westernYear(written, digits);
    const era = eraOf(written);
    if (!place || value === null || !era) continue;
    years.push({
      start: match.index,
      end: match.index + match[0].length,
      name: era.name,
      number: readNumber(digits),
      value,
      numberAt: { start: place[0], end: place[1] },
      isFiscal: (groups.unit ?? groups.shortUnit) === "年度",
    });
  }
  return years;
}

/** Era and western years that stand for one another: 令和8年(2026年), 2026(令和8)年度, R8/2026年. */
export function findYearPairs(text: string): YearPair[] {
  const folded = foldProse(text);
  const pairs: YearPair[] = [];
  for (const pattern of [ERA_FIRST, WESTERN_FIRST]) {
    for (const match of matchesOf(pattern, folded)) {
      const pair = toPair(match);
      if (pair && !pairs.some(({ start, end }) => start < pair.end && pair.start < end)) {
        pairs.push(pair);
      }
    }
  }
  return pairs.sort((a, b) => a.start - b.start);
}

function toPair(match: RegExpMatchArray): YearPair | null {
  const groups = match.groups ?? {};
  const at = match.indices?.groups;
  const written = groups.era ?? groups.letter ?? "";
  const value = westernYear(written, groups.number ?? "");
  const era = eraOf(written);
  const eraAt = at?.era ?? at?.letter;
  if (!at?.western || !at.number || !eraAt || value === null || !era) return null;
  const western = Number(groups.western);
  if (western < 1868 || western > 2199) return null;
  const { eraUnit, westernUnit, rest, westernRest, after } = groups;
  const isWesternFirst = at.western[0] < eraAt[0];
  // R7 and H2 are also other things than years.
  if (groups.letter && Math.abs(western - value) > BARE_REACH) return null;
  // 令和7年(2026年1月改訂) names another day; 令和7年4月(2025年) the same.
  const [first, second] = isWesternFirst ? [westernRest, rest] : [rest, westernRest];
  if (second && !first) return null;
  const hasUnits = (westernUnit ?? after) !== undefined;
  // 令和7年(1950) may count heads; 2026(令和7年) says nothing about years either.
  if (!hasUnits && (isWesternFirst || Math.abs(western - value) > BARE_REACH)) return null;
  if (!eraUnit && !after && !westernUnit) return null;
  // 令和8年3月(2025年度), 令和7年度(2026年3月): only one of them names a month.
  if (Boolean(rest) !== Boolean(westernRest) && (eraUnit === "年度") !== (westernUnit === "年度")) {
    return null;
  }
  if (rest && westernRest && !westernRest.startsWith(rest) && !rest.startsWith(westernRest))
    return null;
  const start = match.index ?? 0;
  return {
    start,
    end: start + match[0].length,
    era: {
      start: eraAt[0],
      end: at.number[1],
      name: era.name,
      number: readNumber(groups.number ?? ""),
      value,
      numberAt: { start: at.number[0], end: at.number[1] },
      isFiscal: (eraUnit ?? after) === "年度",
    },
    western: {
      value: western,
      at: { start: at.western[0], end: at.western[1] },
      isFiscal: (westernUnit ?? after ?? eraUnit) === "年度",
    },
  };
}
