import {
  findEndedTerms,
  findLevelPairs,
  type LevelPair,
  TERM_OF_LEVEL,
} from "../../facts/alert-terms.ts";
import { bySentence, isAboutWords, isHistory } from "../../facts/context.ts";
import { isQuotedAsWrong } from "../../facts/corrections.ts";
import { widen } from "../../facts/digits.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Hit, Rule } from "../rule.ts";

/** A sentence that tells what became of the old name, or of the time when it was right. */
const TOLD =
  /廃止|一本化|統合され|名称|名前|旧|以前は|これまで|従来|改正|見直|変わり|変更|改め|使われ(?:なく|ませ|てい(?:た|ませ))|使用し(?:ない|ませ)|なくなり|なくしました|ではなく|ではありません|(?:平成|H)\d|令和(?:元|[12２])年|20(?:0\d|1\d|20)年|台風第?\d{1,2}号では|豪雨(?:では|の際)|教訓|振り返|記録|検証|クイズ|等に関する|過去/u;
/** Levels that are taught to be told apart, or denied. */
const TAUGHT = /ではありません|ではなく|間違|まちがい|誤り|混同|正しくは|○か×|クイズ/u;

export const factAlertTerm: Rule = {
  id: "fact.alert-term",
  clause: "5(2)",
  level: "stop",
  *check({ facts }) {
    const isTold = bySentence(
      facts,
      (sentence) => TOLD.test(sentence) || isAboutWords(sentence) || isHistory(sentence),
    );
    const isTaught = bySentence(facts, (sentence) => TAUGHT.test(sentence));
    const wrong: Span[] = [];
    for (const pair of findLevelPairs(facts.text)) {
      if (TERM_OF_LEVEL[pair.level] === pair.term || isTaught(pair)) continue;
      if (isQuotedAsWrong(facts.text, pair)) continue;
      wrong.push(pair);
      yield toPairHit(facts.text, pair);
    }
    for (const { start, end, text, now, isOfLaw } of findEndedTerms(facts.text)) {
      if (isTold({ start, end }) || isQuotedAsWrong(facts.text, { start, end })) continue;
      if (wrong.some((pair) => pair.start < end && start < pair.end)) continue;
      if (isNamedInQuiz(facts, { start, end })) continue;
      const key = isOfLaw ? "fact_alert_term" : "fact_alert_term_never";
      yield {
        start,
        end,
        message: { key, args: [text, now] },
        fixes: [
          { label: { key: "fact_alert_term_fix", args: [now] }, replacement: now, start, end },
        ],
      };
    }
  },
  examples: {
    fires: [
      {
        text: "仁礼地区に避難勧告を発令しました。",
        marks: "避難勧告",
        fixed: "仁礼地区に避難指示を発令しました。",
      },
      { text: "避難準備・高齢者等避難開始を発令。", marks: "避難準備・高齢者等避難開始" },
      { text: "避難指示（緊急）が出ています。", marks: "避難指示（緊急）" },
      {
        text: "警戒レベル３「避難指示」を発令しました。",
        marks: "警戒レベル３「避難指示",
        fixed: "警戒レベル３「高齢者等避難」を発令しました。",
      },
      { text: "【警戒レベル5】避難指示 発令中", marks: "警戒レベル5】避難指示" },
      { text: "高齢者等避難（警戒レベル4）です。" },
      { text: "市内全域に避難命令を出しました。", marks: "避難命令" },
    ],
    quiet: [
      "避難勧告は令和3年に廃止され、避難指示に一本化されました。",
      "令和元年の台風では、避難勧告を発令しました。",
      "警戒レベル3高齢者等避難、警戒レベル4避難指示、警戒レベル5緊急安全確保です。",
      "避難指示（警戒レベル4）を発令しました。高齢者等避難から切り替えます。",
      "レベル5を待たず、レベル4避難指示で全員避難を。",
      "警戒レベル3は避難指示ではありません。",
      "警戒レベル4相当の情報が出たら、避難指示を待たずに避難を始めましょう。",
    ],
  },
};

function isNamedInQuiz(
  {
    text,
    sentences,
    quotations,
  }: { text: string; sentences: readonly Span[]; quotations: readonly Span[] },
  word: Span,
): boolean {
  const sentence = spanAt(sentences, word.start);
  if (!spanAt(quotations, word.start) || !sentence) return false;
  return /[？?]|という|とは/u.test(text.slice(sentence.start, sentence.end));
}

function toPairHit(text: string, { start, end, level, term, levelAt, termAt }: LevelPair): Hit {
  const right = TERM_OF_LEVEL[level];
  const rightLevel =
    Object.keys(TERM_OF_LEVEL).find((one) => TERM_OF_LEVEL[Number(one)] === term) ?? "";
  const sign = text.slice(levelAt.start, levelAt.end);
  const written = /[一二三四五]/u.test(sign)
    ? "一二三四五".charAt(Number(rightLevel) - 1)
    : /[１-５]/u.test(sign)
      ? widen(rightLevel)
      : rightLevel;
  const byLevel = {
    label: { key: "fact_alert_term_fix_level", args: [rightLevel] },
    replacement: written,
    ...levelAt,
  };
  const byTerm = right && {
    label: { key: "fact_alert_term_fix", args: [right] },
    replacement: right,
    ...termAt,
  };
  return {
    start,
    end,
    message: right
      ? { key: "fact_alert_term_level", args: [String(level), right, term, rightLevel] }
      : { key: "fact_alert_term_low", args: [String(level), term, rightLevel] },
    fixes: byTerm ? [byTerm, byLevel] : [byLevel],
  };
}
