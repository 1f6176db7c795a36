import { type Doubling, findDoublings } from "../../facts/doublings.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import { unitClass } from "../../facts/unit-class.ts";
import type { Hit, Rule } from "../rule.ts";
import { PARTICLES } from "./doubled-particles.ts";

/** ものの, のの字, 父とはは: none of these is a slip. */
const WORDS = /(?:もの|きも|けもの|たべもの|くだもの)の$/u;

/** An ending pasted again, as a sentence of its own: です。です。 */
const ENDING =
  /(?<=(?<ending>しています|いたします|お願いします|ありません|ください|ました|でした|ません|です|ます))。(?<again>です|ます|ました|でした|ません|ください|しています|いたします|お願いします|ありません)。/gu;

/** Said twice on purpose: by count, for emphasis, in songs and shouts. */
const ON_PURPOSE =
  /^(?:[一二三四五六七八九十百千半][\p{Script=Han}]|[一ひ二三各毎個][\p{Script=Han}\p{Script=Hiragana}]{0,4}|何[\p{Script=Han}]?も?|[0-9０-９]{1,3}.?|もう?|福は内|鬼は外|来る日も|訓練|これは訓練です|練習|緊急|重要|速報|至急|拡散|感謝|万歳|祝|大漁|火の用心|安全|地震です|大変|本当[にの]?|最後の|最高の)$/u;
/** Adjectives, te-forms and adverbs double for emphasis; onomatopoeia is all kana. */
const EMPHATIC =
  /(?:[いなく]|(?:何[度回]|来る日|いつ|とて|もっと|ど|少し|今)も|[\p{Script=Hiragana}]て|んで|[うき]ち|ずつ)$/u;

/** います, ください: said once, at the end. */
const POLITE =
  /^[\p{Script=Han}\p{Script=Hiragana}ー]{1,8}(?:ます|です|ました|でした|ません|ください)$/u;
const NOUN_AND_PARTICLE =
  /^[\p{Script=Han}\p{Script=Katakana}ー]{2,8}[はがをにでへの]$|^(?:方[はがをにでの]|[人際][はがをに])$/u;
const COMPOUND_PARTICLE = /(?:に(?:対し|つい|よっ|おい|関し|とっ|向け)|とし)て$/u;

/** A slip of the hand: a particle, a word or a clause that stands there twice. */
export const factDoubled: Rule = {
  id: "fact.doubled",
  clause: "5(2)",
  level: "care",
  *check({ facts }) {
    const hits = [endings, pastedSentences, pastedWords, particles]
      .flatMap((find) => find(facts))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    let reach = 0;
    for (const hit of hits) {
      if (hit.start < reach) continue;
      reach = hit.end;
      yield hit;
    }
  },
  examples: {
    fires: [
      {
        text: "利用申込をを始めます。",
        marks: "をを",
        fixed: "利用申込を始めます。",
      },
      { text: "市民のの皆さんへ", marks: "のの", fixed: "市民の皆さんへ" },
      { text: "2月6日からです。です。", marks: "です。です。", fixed: "2月6日からです。" },
      {
        text: "お雛さまがお待ちしています。お待ちしています。",
        marks: "お待ちしています。お待ちしています。",
      },
      { text: "参加者参加者を募集します。", marks: "参加者参加者", fixed: "参加者を募集します。" },
      { text: "駅前広場で、駅前広場で朝市を開きます。", marks: "駅前広場で、駅前広場で" },
      {
        text: "図書館は12月1日から休館します。図書館は12月1日から休館します。",
        fixed: "図書館は12月1日から休館します。",
      },
      { text: "受付は午前9時からから始めます。", marks: "からから" },
    ],
    quiet: [
      "雨は上がったものの、朝晩はますます冷え込み、いよいよ冬です。ちちやははと楽しむ会です。",
      "一人一人の力で。ひとりひとりが大切です。毎日毎日ありがとう。",
      "花ににおいがあります。公園ににぎわいを。雅楽（ががく）の会。",
      "市民とともに、公園でできること。会ははじまります。",
      "鬼は外！鬼は外！福は内！ 大きな大きなかぼちゃと、さくらさくら。",
      "マラソン大会大会長のあいさつ。キラキラ、ゴロンゴロン。",
      "第1部 午前10時 会場 市役所\n第2部 午後1時 会場 市役所",
    ],
  },
};

function toHit(text: string, span: Span, second: Span): Hit {
  const words = text.slice(span.start, span.end);
  return {
    ...span,
    message: { key: "fact_doubled", args: [words] },
    fixes: [{ label: { key: "fact_doubled_fix" }, replacement: "", ...second }],
  };
}

function particles({ text }: Facts): Hit[] {
  const hits: Hit[] = [];
  for (const pattern of PARTICLES) {
    for (const { index, 0: words } of matchesOf(pattern, text)) {
      if (words === "のの" && WORDS.test(text.slice(Math.max(0, index - 4), index + 1))) continue;
      // 父ははは, 母はは…: a word and a particle share their sounds.
      if (words === "はは" && /[父母祖]/u.test(text.charAt(index - 1))) continue;
      if (
        text.charAt(index - 1) === words.charAt(0) ||
        text.charAt(index + words.length) === words.charAt(0)
      )
        continue;
      const half = words.length / 2;
      const end = index + words.length;
      const isSame = words.slice(0, half) === words.slice(half);
      const span = { start: index, end };
      if (isSame) hits.push(toHit(text, span, { start: index + half, end }));
      else hits.push({ ...span, message: { key: "fact_doubled_pair", args: [words] } });
    }
  }
  return hits;
}

function endings({ text }: Facts): Hit[] {
  const hits: Hit[] = [];
  for (const match of matchesOf(ENDING, text)) {
    const { ending = "", again = "" } = match.groups ?? {};
    if (!ending.endsWith(again)) continue;
    const end = match.index + match[0].length;
    const start = end - 2 * (again.length + 1);
    hits.push(toHit(text, { start, end }, { start: end - again.length - 1, end }));
  }
  return hits;
}

const ENDS = new Set("。！!");
const isHiragana = unitClass(/\p{Script=Hiragana}/u);

/** Whole sentences of some length that stand twice; lines of lists repeat their places and hours. */
function pastedSentences({ text, sentences, quotations }: Facts): Hit[] {
  const seen = new Map<string, Span>();
  const hits: Hit[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const words = text.slice(sentence.start, sentence.end);
    const last = sentences[index - 1];
    if (last && words.length >= 6 && isTailOf(text, last, words)) {
      const span = { start: last.end - words.length, end: sentence.end };
      hits.push(toHit(text, span, { start: last.end, end: sentence.end }));
      continue;
    }
    if (last && words.length >= 6 && isSameLine(text, last, sentence)) {
      const span = { start: last.start, end: sentence.end };
      hits.push(toHit(text, span, { start: last.end, end: sentence.end }));
      continue;
    }
    if (words.length < 8 || !ENDS.has(words.charAt(words.length - 1))) continue;
    if (!isHiragana(words.charCodeAt(words.length - 2))) continue;
    const before = seen.get(words);
    seen.set(words, sentence);
    if (!before || spanAt(quotations, sentence.start)) continue;
    const isNext = /^\s*$/u.test(text.slice(before.end, sentence.start));
    // Shouts and requests may come twice on purpose, and a short one far apart.
    if (/[！!]$/u.test(words) || (!isNext && words.length < 14)) continue;
    const span = { start: isNext ? before.start : sentence.start, end: sentence.end };
    hits.push(
      toHit(text, span, { start: isNext ? before.end : sentence.start, end: sentence.end }),
    );
  }
  return hits;
}

/** 雛がお待ちしています。お待ちしています。 */
function isTailOf(text: string, { start, end }: Span, words: string): boolean {
  return (
    end - start > words.length && words.endsWith("。") && text.slice(start, end).endsWith(words)
  );
}

/** Two lines of a list that say the same; a row of ornament and a shout may come twice. */
function isSameLine(text: string, last: Span, own: Span): boolean {
  const words = text.slice(own.start, own.end);
  return (
    text.slice(last.start, last.end) === words &&
    /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(words) &&
    !/[。！!♪～〜ー…]$/u.test(words) &&
    /^[ 　\t]*\n[ 　\t]*$/u.test(text.slice(last.end, own.start))
  );
}

function pastedWords({ text, links, quotations }: Facts): Hit[] {
  return findDoublings(text, 2)
    .filter((doubling) => isPasted(text, doubling))
    .filter(({ start }) => !spanAt(links, start) && !spanAt(quotations, start))
    .map((doubling) => toHit(text, { start: doubling.start, end: doubling.end }, doubling.second));
}

function isPasted(text: string, { start, end, text: unit, second }: Doubling): boolean {
  // 12月5日(土)12月5日(土), 10時10時: a day or an hour again.
  if (
    start + unit.length === second.start &&
    /^(?:[0-9０-９]{1,2}月[0-9０-９]{1,2}日(?:[(（][日月火水木金土][)）])?|(?:午前|午後)?[0-9０-９]{1,2}時)$/u.test(
      unit,
    )
  )
    return true;
  const isMonth = /^[0-9０-９]{1,2}月$/u.test(unit);
  if (isMonth)
    return unit.length === second.end - second.start && /[0-9０-９]/u.test(text.charAt(end));
  // Whole sentences are judged as such; shouts come twice on purpose.
  if (ON_PURPOSE.test(unit) || /[。！!？?]/u.test(unit)) return false;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const gap = text.slice(start + unit.length, second.end - unit.length);
  const hasKanji = /\p{Script=Han}/u.test(unit);
  const isHan = (char: string) => /[\p{Script=Han}々]/u.test(char);
  const isKatakana = (char: string) => /[\p{Script=Katakana}ー]/u.test(char);
  if (/[#＃@＠]/u.test(before) || /[#＃@＠]/u.test(unit)) return false;
  // A row of ornament: ☆彡★彡.
  if (/[^\p{L}\p{M}\p{N}\p{P}\s]/u.test(unit.replaceAll("々", ""))) return false;
  // A label and its word (会場 会場…) or a list's row are set apart by blanks on purpose.
  if (
    gap === "・" ||
    (/^[0-9０-９]/u.test(unit) && (unit.length < 4 || !/[\p{Script=Hiragana}]$/u.test(unit))) ||
    /^[A-Za-zＡ-Ｚａ-ｚ0-9０-９ー]+$/u.test(unit)
  )
    return false;
  if (/^[\p{Script=Han}]+$/u.test(unit)) {
    if (gap === " " || gap === "　") return false;
    if (gap !== "") return unit.length >= 4 && gap !== "、";
    // 大会大会長, 須坂須坂…: two words that meet; a slip stands free of other kanji.
    // 馬鹿馬鹿しい is one word.
    if (/^し[いくか]/u.test(text.slice(end, end + 2))) return false;
    const isCompound = isHan(before) || isHan(after);
    // 小学生以上以上が: no compound ends in the same word twice.
    const isEnd = /\p{Script=Hiragana}/u.test(after) && !isDoubled(unit) && !isNumeral(unit);
    return unit.length >= 3 || !isCompound || (isEnd && gap === "");
  }
  if (/^[\p{Script=Katakana}ー]+$/u.test(unit)) {
    // Short sounds double too: ゴロンゴロン, キラキラキラキラ.
    const isSound = isDoubled(unit);
    const isLong = unit.length >= (unit.includes("ー") ? 3 : 4);
    // クリスマスコンサートコンサート: a long word is one by itself within a compound too.
    const isFree = !isKatakana(before) || unit.length >= 5;
    return gap === "" && isLong && !isSound && isFree && !isKatakana(after);
  }
  // 入りま入りましょう: the hand began again.
  if (gap === "" && /^\p{Script=Han}{1,2}\p{Script=Hiragana}{0,2}ま$/u.test(unit)) return true;
  if (gap === "" && (POLITE.test(unit) || NOUN_AND_PARTICLE.test(unit))) return true;
  if (EMPHATIC.test(unit) && !COMPOUND_PARTICLE.test(unit)) return false;
  // 行う行う予定, お待ちお待ちして.
  if (
    gap === "" &&
    ((/^\p{Script=Han}{1,2}\p{Script=Hiragana}{0,2}[うくぐすつむぶる]$/u.test(unit) &&
      /[をがにでと]/u.test(before) &&
      (isHan(after) || isKatakana(after))) ||
      (/^[おご]\p{Script=Han}/u.test(unit) && unit.length >= 3))
  )
    return true;
  if (
    unit.length <
    ((gap === "、" && hasKanji) || /^\p{Script=Han}{2}[みりしえけせ]$/u.test(unit) ? 3 : 4)
  )
    return false;
  if (gap === "。") return /(?:ます|です|ました|ません|ください|でした)$/u.test(unit);
  if (!hasKanji && !/[\p{Script=Katakana}]{2}/u.test(unit)) {
    return (
      (/(?:ます|です|ました|ません|ください|から|まで|どなたでも|だれでも|こちらから)$/u.test(
        unit,
      ) &&
        unit.length >= 5) ||
      COMPOUND_PARTICLE.test(unit)
    );
  }
  return hasKanji || unit.length >= 5;
}

function isDoubled(unit: string): boolean {
  const half = unit.length / 2;
  return unit.slice(0, half) === unit.slice(half);
}

function isNumeral(unit: string): boolean {
  return /[〇一二三四五六七八九十百千万]/u.test(unit);
}
