import { matchesOf } from "../../facts/gate.ts";
import { longestRun } from "../../facts/runs.ts";
import type { Span } from "../../facts/span.ts";
import { unitClass } from "../../facts/unit-class.ts";
import type { Rule } from "../rule.ts";

/** A word whose letters are pulled apart at the head of a line or heading: 日　時, 【重　要】, ■と　き. */
const PULLED_APART =
  /(?<=^|\n|[【〔［[《〈＜<「(（]|[■□◆◇●○・★☆▼▽▶◎※🔸🔹][ 　]?)(?<word>[\p{Script=Han}\p{Script=Hiragana}](?:[ 　]{1,3}[\p{Script=Han}\p{Script=Hiragana}]){1,8})(?=[ 　]{0,3}(?:[:：】〕］\]》〉＞>」)）\n]|$)|[ 　]{1,3}[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}A-Za-z]{2}|[ 　]{1,3}[0-9０-９])/gu;
/** Four letters and more, wherever they stand: お 知 ら せ. */
const LONG_PULLED_APART =
  /(?<![\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}](?:[ 　]{1,2}[\p{Script=Han}\p{Script=Hiragana}]){3,14}(?![\p{L}\p{N}])/gu;
/** Single letters that are words each: weekdays, seasons, sizes, marks, directions. */
const SINGLES =
  /^(?:[日月火水木金土祝春夏秋冬東西南北上中下大小甲乙丙松竹梅男女老若父母子朝昼夕夜雪月花山川海空風雨衣食住歩走跳心技体一二三四五六七八九十赤青黄白黒緑紫])$/u;
/** Labels that are the only two-letter word such letters can make. */
const LABELS = /^(?:日時|月日|大人|小人|土日時|日中|上下水)$/u;
const ORNAMENT = "[★☆♪♫♡♥❤◆◇■□♦♢✿❀✾❁✩✪✯✡※＊*♬◎◉▲△▼▽✧✦☘♧♣☀☁☂♠♤•◦∞⭐彡✨🌟]";
/** Signs of many kinds in a row, a star or a small circle among them: ｡.:*･ﾟ☆. */
const GARLAND = /[｡.:*＊･ﾟ°゜・：+＋~～^＾'´｀`★☆♪♡♥✿❀✩✪✯✧✦彡。]{6,40}/gu;
/** ◎○◎○◎○; a row of one kind is left to be filled in. */
const CIRCLES = /[◎○●◯◇◆□■△▲▽▼☆★━─═―♪♫～〜]{6,60}/gu;
/** Latin letters pulled apart; in the order of the alphabet they are a list: A B C D. */
const LATIN_PULLED_APART = /(?<![A-Za-z0-9] ?)[A-Za-z](?: [A-Za-z]){3,14}(?![A-Za-z0-9])/gu;
const ROW = new RegExp(`${ORNAMENT}(?:[ 　]?${ORNAMENT}){3,}`, "gu");
const LINE = /[━─―–—\-_＿=＝~〜～ー‐−…‥・･.｡。*＊═▬▂▃▄▔⎯┈┄┅┉+＋#＃|｜:：<>＜＞≪≫«»/／\\＼]{11,}/gu;
/** A face or a figure made of signs: (^o^), m(_ _)m. */
const FACE =
  /(?:[mｍ＼\\ヾヽ＿_])?[(（][ 　]?(?:[;；*＊]?[\^＾≧´｀`°ﾟ・･;；>＞TＴ][^()（）\n\p{Script=Han}0-9０-９]{1,4}[\^＾≦´｀`°ﾟ・･;；<＜TＴ][;；*＊]?|_[ 　]?[._]?[ 　]?_|･∀･|・∀・|´∀｀|'[-ω]')[^()（）\n\p{Script=Han}]{0,3}[)）][mｍ／/ﾉノ＿_♪]?/gu;
const FIGURE = /∧[_＿]∧|人人人人|（ ´・ω|⊂[（(]|＿\||└[（(]/gu;

/** What a screen reader spells out sign by sign, or cannot put together to a word. */
export const readDecoration: Rule = {
  id: "read.decoration",
  clause: "5(2)",
  level: "hint",
  *check({ facts: { text, links } }) {
    const isLinked = ({ start, end }: Span) =>
      links.some((link) => link.start < end && start < link.end);
    // A row needs that many signs side by side, which few posts have: most texts are not searched.
    const hasRow = longestRun(text, isSign) >= SHORTEST_ROW;
    const inRows = (pattern: RegExp) => (hasRow ? matchesOf(pattern, text) : []);
    for (const span of pulledApart(text)) {
      const words = text.slice(span.start, span.end);
      const replacement = words.replace(/[ 　]/gu, "");
      const label = { key: "read_decoration_fix", args: [replacement] };
      yield {
        ...span,
        message: { key: "read_decoration_apart", args: [words] },
        fixes: [{ label, replacement, ...span }],
      };
    }
    for (const { index, 0: row } of inRows(GARLAND)) {
      const span = { start: index, end: index + row.length };
      if (!/[*＊ﾟ°゜★☆♪♡♥✿❀✩✪✯✧✦彡]/u.test(row) || new Set(row).size < 3) continue;
      if (/^[^\p{So}彡]{0,40}$/u.test(row) && new Set(row).size < 4) continue;
      if (!isLinked(span)) yield { ...span, message: { key: "read_decoration" } };
    }
    for (const { index, 0: row } of inRows(CIRCLES)) {
      if (new Set(row).size > 1 && /[○━─═―～〜]/u.test(row) && /[^━─═―～〜]/u.test(row))
        yield { start: index, end: index + row.length, message: { key: "read_decoration" } };
    }
    for (const rows of [inRows(ROW), inRows(LINE), faces(text)]) {
      for (const { index, 0: row } of rows) {
        const span = { start: index, end: index + row.length };
        // ＊＊＊＊ masks what must not be read, ※※ marks a note.
        if (
          (/^[*＊※]+$/u.test(row) && !(row.length > 10 && isAlone(text, span))) ||
          /^[■□]{4,}$/u.test(row) ||
          isLinked(span)
        )
          continue;
        yield { ...span, message: { key: "read_decoration" } };
      }
    }
  },
  yieldsTo: ["fact.placeholder"],
  examples: {
    fires: [
      { text: "★☆★☆★☆★☆\n冬の親子映画会", marks: "★☆★☆★☆★☆" },
      {
        text: "映画会\n日　　時：12月13日(日)",
        marks: "日　　時",
        fixed: "映画会\n日時：12月13日(日)",
      },
      { text: "お 知 ら せ\n図書館は休館します。", marks: "お 知 ら せ" },
      { text: "━━━━━━━━━━━━━━━\n映画会", marks: "━━━━━━━━━━━━━━━" },
      { text: "ご参加ありがとうございました(^o^)", marks: "(^o^)" },
      { text: "｡.:*･ﾟ☆｡.:*･ﾟ☆ 星を見る会", marks: "｡.:*･ﾟ☆｡.:*･ﾟ☆" },
      { text: "☆彡★彡☆彡★彡\n星を見る会", marks: "☆彡★彡☆彡★彡" },
      { text: "S A L E のお知らせ", marks: "S A L E" },
    ],
    quiet: [
      "映画会を開きます。\n――――――\n日時:12月13日(日)",
      "日時　12月13日(日)　午前10時\n会場　創造の家",
      "春　夏　秋　冬\n土　日　祝日",
      "★注目★ 12月の行事",
      "A B C D の4コース。つづく・・・・・・",
      "パスワードは********のように隠れます。",
      "https://example.jp/a/--------------------.html",
    ],
  },
};

/** Neither letters nor digits: what rows of ornament are made of, the halves of emoji too. */
const isSign = unitClass(
  /[｡.:*＊･ﾟ°゜・：+＋~～^＾'´｀`彡。━─―–—\-_＿=＝〜ー‐−…‥═▬▂▃▄▔⎯┈┄┅┉#＃|｜<>＜＞≪≫«»/／\\＼※•∞⭐ 　\u2190-\u2bff\ud800-\udfff]/,
);
const SHORTEST_ROW = 4;

function faces(text: string): RegExpExecArray[] {
  return [...matchesOf(FACE, text), ...matchesOf(FIGURE, text)];
}

const isBlank = unitClass(/[ 　]/);
const isLetter = unitClass(/[\p{Script=Han}\p{Script=Hiragana}\ud800-\udfff]/u);
const isLetterOrDigit = unitClass(/[\p{L}\p{N}]/u);

/** Whether a single Japanese letter stands between something that is none and a blank. */
function mayBePulledApart(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    if (!isBlank(text.charCodeAt(at)) || !isLetter(text.charCodeAt(at - 1))) continue;
    const before = text.charCodeAt(at - 2);
    if (!isLetterOrDigit(before) || before >= 0xd800) return true;
  }
  return false;
}

function isAlone(text: string, { start, end }: Span): boolean {
  return (
    (start === 0 || text.charAt(start - 1) === "\n") &&
    (end === text.length || text.charAt(end) === "\n")
  );
}

function pulledApart(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: words } of matchesOf(LATIN_PULLED_APART, text)) {
    const letters = [...words.replaceAll(" ", "")];
    if (letters.join("") !== letters.toSorted().join(""))
      found.push({ start: index, end: index + words.length });
  }
  for (const pattern of mayBePulledApart(text) ? [PULLED_APART, LONG_PULLED_APART] : []) {
    for (const match of matchesOf(pattern, text)) {
      const words = match.groups?.word ?? match[0];
      const letters = [...words.replace(/[ 　]/gu, "")];
      const areWords = letters.every((letter) => SINGLES.test(letter));
      if (areWords && !LABELS.test(letters.join(""))) continue;
      found.push({ start: match.index, end: match.index + words.length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
}
