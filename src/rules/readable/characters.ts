import { matchesOf } from "../../facts/gate.ts";
import { longestRun } from "../../facts/runs.ts";
import type { Span } from "../../facts/span.ts";
import { unitClass } from "../../facts/unit-class.ts";
import type { Hit, Message, Rule } from "../rule.ts";

const HALF_WIDTH = /[\uFF66-\uFF9F](?:[\uFF61-\uFF9F ]*[\uFF61-\uFF9F])?/gu;
/** A letter with a mark of its own behind it, as a PDF or a Mac's file name gives it. */
const DECOMPOSED =
  /[\p{Script=Hiragana}\p{Script=Katakana}A-Za-z](?:\u3099|\u309A|[\u0300-\u036F])+/gu;
/** U+200C and U+200D have work to do in emoji and other scripts; alone in Japanese they are lost. */
const INVISIBLE =
  /[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\u061C\u180E\u3164\u115F\u1160]+|(?<!\p{Extended_Pictographic}|\uFE0F|\p{EMod})(?:\u200C|\u200D)+|(?:\u200C|\u200D)+(?!\p{Extended_Pictographic})/gu;
const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]+/gu;
const BROKEN = /\uFFFD+/gu;
/** All of them but tab and line break. */
const CONTROL = /[^\P{Cc}\t\n\r]+/gu;
const isControl = unitClass(/[^\P{Cc}\t\n\r]/u);
/** Look like kanji and are none: what copying out of a PDF leaves. */
const RADICAL = /[\u2E80-\u2EF3\u2F00-\u2FD5]+/gu;
/** Signs of one make or one age; a reader may hear nothing of them. */
const SIGNS =
  /[①-⑳㉑-㉟㊱-㊿❶-❿⓪⓫-⓴➀-➓⑴-⒇Ⅰ-ⅿ㈠-㉃㊀-㊰㍐㍿㌀-㍏㍑-㍘㍱-㍾㎀-㏟㏠-㏿℡№℀-ℂ℄-℆㋀-㋿]/gu;

const WHAT: readonly {
  pattern: RegExp;
  key: string;
  repair: ((words: string) => string) | null;
}[] = [
  { pattern: HALF_WIDTH, key: "read_characters", repair: compatible },
  { pattern: DECOMPOSED, key: "read_characters_decomposed", repair: composed },
  { pattern: INVISIBLE, key: "read_characters_invisible", repair: () => "" },
  { pattern: PRIVATE, key: "read_characters_private", repair: null },
  { pattern: BROKEN, key: "read_characters_broken", repair: null },
  { pattern: RADICAL, key: "read_characters_radical", repair: compatible },
];

/** Characters that other machines, fonts or voices do not have, or that nobody can see. */
export const readCharacters: Rule = {
  id: "read.characters",
  clause: "5(2)",
  level: "care",
  *check({ facts: { text, links } }) {
    const isLinked = ({ start, end }: Span) =>
      links.some((link) => link.start < end && start < link.end);
    for (const { pattern, key, repair } of WHAT) {
      for (const { index, 0: words } of matchesOf(pattern, text)) {
        const hit = { start: index, end: index + words.length };
        if (!isLinked(hit)) yield toHit(hit, words, key, repair);
      }
    }
    for (const { index, 0: words } of longestRun(text, isControl) > 0
      ? matchesOf(CONTROL, text)
      : []) {
      yield {
        start: index,
        end: index + words.length,
        message: { key: "read_characters_invisible" },
      };
    }
    for (const { index, 0: words } of matchesOf(SIGNS, text)) {
      const hit = { start: index, end: index + words.length };
      yield { ...toHit(hit, words, "read_characters_sign", compatible), level: "hint" };
    }
  },
  examples: {
    fires: [
      { text: "ｲﾍﾞﾝﾄのお知らせ", marks: "ｲﾍﾞﾝﾄ", fixed: "イベントのお知らせ" },
      { text: "ふゆか\u3099まちを染める", marks: "か\u3099", fixed: "ふゆがまちを染める" },
      { text: "除雪の基準\u200Bを公開", marks: "\u200B", fixed: "除雪の基準を公開" },
      { text: "12月\u202E5日", marks: "\u202E" },
      { text: "外字の\uE001さん", marks: "\uE001" },
      { text: "\u2F49例会", marks: "\u2F49", fixed: "月例会" },
      { text: "定員は100\uFFFDです。", marks: "\uFFFD" },
      { text: "㈱須坂の工場見学", marks: "㈱", fixed: "(株)須坂の工場見学" },
    ],
    quiet: [
      "👨‍👩‍👧と☎️、👶🏻、🏴󠁧󠁢󠁥󠁮󠁧󠁿、1️⃣",
      "がぎぐげご、パピプペポ、naïve",
      "改行\nと\tタブ",
      "丸いもの 1、2、3と平方メートル",
    ],
  },
};

function toHit(
  span: Span,
  words: string,
  key: string,
  repair: ((words: string) => string) | null,
): Hit {
  const replacement = repair?.(words) ?? words;
  const message: Message = { key, args: [words, replacement] };
  if (replacement === words) return { ...span, message };
  const label: Message = replacement
    ? { key: "read_characters_fix", args: [replacement] }
    : { key: "read_characters_fix_remove" };
  return { ...span, message, fixes: [{ label, replacement, ...span }] };
}

function compatible(words: string): string {
  return words.normalize("NFKC");
}

function composed(words: string): string {
  return words.normalize("NFC");
}
