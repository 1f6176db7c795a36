import { type EmojiMention, findEmoji } from "../../facts/emoji.ts";
import type { Rule } from "../rule.ts";

const MOST = 4;
const MOST_JUDGED = 40;
/** What may stand before an emoji that is a word: nothing of the sentence, or a particle that wants a noun. */
const WANTS_WORD = /(?:^|[\n「『（(。、！？!? 　])$|[はをにでとがや]$|(?<!も)の$/u;
/** A particle that marks the word before it. */
const AS_WORD = /^(?:が|を|に(?!て)|の|は|で|も|と|や|へ)(?![\p{Script=Hiragana}]{0,1}[。！？]$)/u;

/** Who listens to a post hears the name of every emoji, again and again. */
export const readEmoji: Rule = {
  id: "read.emoji",
  clause: "5(2)",
  level: "hint",
  *check({ facts: { text } }) {
    const emoji = findEmoji(text);
    for (const { start, end } of runsOf(text, emoji)) {
      yield { start, end, message: { key: "read_emoji_run" } };
    }
    // More than a few say no more than the count does.
    for (const one of emoji.slice(0, MOST_JUDGED)) {
      if (!isWord(text, one)) continue;
      const { start, end } = one;
      yield { start, end, message: { key: "read_emoji_word", args: [one.text] } };
    }
    const fifth = emoji[MOST];
    if (!fifth) return;
    yield {
      start: fifth.start,
      end: fifth.end,
      message: { key: "read_emoji", args: [String(emoji.length)] },
    };
  },
  examples: {
    fires: [
      { text: "点灯しました🎉🎉🎉", marks: "🎉🎉🎉" },
      { text: "動物園の🐯が5歳になりました。", marks: "🐯" },
      { text: "えさは🍖のかたまりです。", marks: "🍖" },
      { text: "🍎🍇🍑🍐🍒の直売所", marks: "🍒" },
      { text: "雪まつり⛄ 甘酒も⛄ 待ってます⛄", marks: "⛄" },
    ],
    quiet: [
      "動物園の冬の営業が始まりました🐘 ペンギンのお散歩もどうぞ🐧",
      "親子👨‍👩‍👧で遊べる広場です。",
      "電話📞でどうぞ。ベビーカー👶🏻もお預かりします。",
      "🔥可燃ごみ 12月28日まで\n♻️資源物 12月25日まで",
      "★☆ 12月の行事 ☆★ ➡️1階 ➡️2階 ➡️3階 1️⃣受付 2️⃣健診",
    ],
  },
};

/** The same emoji three times: side by side, or as often in the running text as no bullet is. */
function runsOf(text: string, emoji: readonly EmojiMention[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  const counts = new Map<string, EmojiMention[]>();
  for (const one of emoji) {
    const same = counts.get(one.text) ?? [];
    // An emoji at the head of a line is its bullet; only a row of them counts there.
    const isBullet = one.start === 0 || text.charAt(one.start - 1) === "\n";
    const isFollowed = text.startsWith(one.text, one.end);
    if (!isBullet || isFollowed) same.push(one);
    counts.set(one.text, same);
  }
  for (const same of counts.values()) {
    const [first, , third] = same;
    const last = same.at(-1);
    if (!first || !third || !last) continue;
    const isRun = same.every(
      ({ start }, index) =>
        index === 0 || /^[ 　]?$/u.test(text.slice(same[index - 1]?.end ?? 0, start)),
    );
    runs.push(
      isRun ? { start: first.start, end: last.end } : { start: third.start, end: third.end },
    );
  }
  return runs.toSorted((a, b) => a.start - b.start);
}

function isWord(text: string, { start, end }: EmojiMention): boolean {
  return (
    AS_WORD.test(text.slice(end, end + 6)) &&
    WANTS_WORD.test(text.slice(Math.max(0, start - 4), start))
  );
}
