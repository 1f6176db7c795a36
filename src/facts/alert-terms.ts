import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/**
 * Evacuation information as 災害対策基本法 (amended 2021, in force since 20 May 2021) and 内閣府
 * 「避難情報に関するガイドライン」(令和3年5月) name it. Checked 2026-11.
 */
export const TERM_OF_LEVEL: Readonly<Record<number, string>> = {
  3: "高齢者等避難",
  4: "避難指示",
  5: "緊急安全確保",
};

/** Names that the amendment ended, and a name that the law never had; the right one. */
const ENDED =
  /(?<ended>避難勧告|避難準備[・･、]?(?:高齢者等避難開始|情報)|高齢者等避難開始|避難指示[（(]緊急[）)])|(?<never>避難命令)(?=(?:を|が|は)?(?:発令|出|発表)|中)/gu;
const LEVEL =
  "(?:警戒)?(?:レベル|ﾚﾍﾞﾙ|LV|Lv|lv)[ 　「『（(【]?(?<level>[1-5１-５一二三四五])[」』）)】]?";
const TERM = "(?<term>高齢者等避難|避難指示|緊急安全確保)";
/** 警戒レベル3「避難指示」: nothing between them but signs, or a word that makes one of the two. */
const LEVEL_FIRST = new RegExp(
  `${LEVEL}(?:の|に(?:当たる|あたる|相当する)|となる|にあたる|である|として、?)?[ 　「『（(【〔〈＜<:：=＝・／/\\-－―…]{0,3}${TERM}(?!や|または|又は|と警戒|の前|を待)`,
  "gu",
);
/** 警戒レベル3、避難指示です: with a comma between, the term has to end what is said. */
const COMMA = new RegExp(
  `${LEVEL}[、,，][ 　]?${TERM}(?=です|を発令し|を出し|が発令され[まて]|発令(?!さ)|[。！!」】\\n]|$)`,
  "gu",
);
/** 【警戒レベル4】午後8時、高齢者等避難を発令: the heading's level, and what is ordered in the sentence under it. */
const HEADING = new RegExp(
  `[【［〔][^】］〕\\n]{0,8}${LEVEL}[】］〕][^。\\n避高緊3-5３-５]{0,24}${TERM}(?=を(?:発令|出)(?!す)|(?:が|は)発令|です|[！!])`,
  "gu",
);
const TERM_FIRST = new RegExp(
  `${TERM}[」』】]?[ 　]?[（(【〔＝=][ 　]?${LEVEL}(?=[ 　]?[）)】〕]|$|\\n|です|。)`,
  "gu",
);

export interface EndedTerm extends Span {
  text: string;
  /** What the law says now. */
  now: string;
  isOfLaw: boolean;
}

export interface LevelPair extends Span {
  level: number;
  term: string;
  levelAt: Span;
  termAt: Span;
}

/** Names of evacuation information that are no more, wherever they stand. */
export function findEndedTerms(text: string): EndedTerm[] {
  return matchesOf(ENDED, text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    now:
      match[0].startsWith("避難準備") || match[0].startsWith("高齢") ? "高齢者等避難" : "避難指示",
    isOfLaw: match.groups?.ended !== undefined,
  }));
}

/** Levels side by side with a name, right or wrong. */
export function findLevelPairs(text: string): LevelPair[] {
  const pairs: LevelPair[] = [];
  for (const pattern of [LEVEL_FIRST, COMMA, HEADING, TERM_FIRST]) {
    for (const match of matchesOf(pattern, text)) {
      const { level: sign = "", term = "" } = match.groups ?? {};
      const start = match.index;
      const termStart = start + match[0].indexOf(term);
      // The sign may also stand inside the term's brackets: the last or first of its own words.
      const levelStart = start + match[0].search(/(?:レベル|ﾚﾍﾞﾙ|LV)/iu);
      const signStart = text.indexOf(sign, levelStart);
      pairs.push({
        start,
        end: start + match[0].length,
        level: readLevel(sign),
        term,
        levelAt: { start: signStart, end: signStart + 1 },
        termAt: { start: termStart, end: termStart + term.length },
      });
    }
  }
  return pairs;
}

function readLevel(sign: string): number {
  const kanji = "一二三四五".indexOf(sign);
  return kanji >= 0 ? kanji + 1 : Number(sign.normalize("NFKC"));
}
