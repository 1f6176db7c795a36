import { bySentence, isFraudWarning } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { likely, matchesOf } from "../../facts/gate.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";
import {
  BLANK,
  COUNTED,
  IN_BRACKETS,
  INSTRUCTIONS,
  LETTERS,
  MASKED,
  NOTE,
  NUMBERS,
  PLAIN_NOTES,
  SLOT,
  TEMPLATES,
} from "./placeholder-shapes.ts";

/** Blanks that the reader is meant to fill, or that stand for any name. */
const RIDDLE =
  /[○〇◯]\s?[×✕]|クイズ|なぞなぞ|何の日|謎解き|穴埋め|当てはま|あてはま|に入る(?:言葉|文字|数字|の|漢字)|何が入る|しりとり|大喜利|お題|川柳|標語|キャッチコピー|といえば|伏せ字|伏字|記入例|記載例|入力例|書き方|例[:：えと)）]|\(例|（例|[○〇◯](?:…|・・|は|が|:|：|=|＝)[^。\n]{0,8}(?:可|空|あり|有|実施|良|開|対応|正)/u;
const GENERIC_TAIL =
  /^(?:が(?:好き|得意|苦手)|な(?:人|方|とき|もの|こと)|し(?:たい|よう|ながら|て(?:み|くれ|あげ))|する(?:人|方|とき)|の秋|の冬|の春|の夏|派|くん|ちゃん|っぽい|的|づくし|三昧|って|ぶり)/u;
const MASKS_SOMETHING = /[○〇◯●△□×✕＊*XxＸｘ]/u;
const NOTES_SOMETHING = /要|仮|TBD|下書|ダミー/u;
/** In a quotation a mask is mostly somebody's words; a template's title names a kind of event. */
const EVENT_BEFORE = /(?:講座|教室|講演会|講習会|セミナー|公演|企画展|上映会|コンサート)$/u;
const TITLE_TAIL = /(?:講座|教室|大会|展|祭|まつり|月|日|時|回|年)$/u;

export const factPlaceholder: Rule = {
  id: "fact.placeholder",
  clause: "5(2)",
  level: "stop",
  *check({ facts }) {
    for (const { start, end } of join(facts.text, findPlaceholders(facts))) {
      const words = facts.text.slice(start, end);
      const isBlank = words.trim() === "" || /^[\s　_＿()（）]+$/u.test(words);
      yield {
        start,
        end,
        message: isBlank
          ? { key: "fact_placeholder_blank" }
          : { key: "fact_placeholder", args: [words.trim()] },
      };
    }
  },
  examples: {
    fires: [
      { text: "{{講座名}}の参加者を募集します。", marks: "{{講座名}}" },
      { text: "開講は○月○日（○）です。", marks: "○月○日（○）" },
      { text: "詳しくは〇〇課へ。", marks: "〇〇課" },
      { text: "会場:●●公民館", marks: "●●公民館" },
      { text: "【要確認】通行止めのお知らせです。", marks: "【要確認】" },
      { text: "12月5日（仮）に開催します。", marks: "（仮）" },
      { text: "会場:TBD", marks: "TBD" },
      { text: "電話 026-XXX-XXXX まで。", marks: "026-XXX-XXXX" },
      { text: "定員XX名です。", marks: "XX名" },
      { text: "補助の上限はxxx万円です。", marks: "xxx万円" },
      { text: "講師:＿＿＿＿先生", marks: "＿＿＿＿" },
      { text: "＜会場名＞で開きます。", marks: "＜会場名＞" },
      { text: "ここに本文を入力", marks: "ここに本文を入力" },
      { text: "日時:令和9年　月　日", marks: "　月　日" },
      { text: "ここはあとで差し替えます。", marks: "あとで差し替え" },
      { text: "第○回の市民大会です。", marks: "○回" },
      { text: "10時から（←時間あってる？）市民体育館", marks: "（←時間あってる？）" },
      { text: "開館XX周年の記念展です。", marks: "XX周年" },
    ],
    quiet: [
      "○×クイズ大会を開きます。",
      "○日時 12月5日\n○会場 市民体育館\n○人数 20人",
      "「市役所〇〇課の△△です」と名乗る電話は詐欺です。",
      "5日○ 6日△ 7日×（○空きあり △わずか ×満員）",
      "＜日時＞12月5日(土)午後1時\n＜会場＞シルキーホール",
      "●●お知らせ●●\n本日は休館日です。",
      "須坂といえば○○！あなたの推しを教えてください。",
      "（仮称）子ども家庭センターの愛称を募集します。",
      "二〇二六年を振り返ります。",
      "＿＿＿＿＿＿＿＿＿＿\n年末のごみ収集",
      "XLからXXLまでのサイズがあります。",
      "防災ダミー人形の搬送体験と、絵の下書き教室です。",
      "公式Xの日本語表示が変わりました。",
      "花壇は縦3×4メートルです。",
      "（　）内は前年の人数です。",
    ],
  },
};

const BY_SHAPE: readonly RegExp[] = [
  ...TEMPLATES,
  NOTE,
  ...PLAIN_NOTES,
  ...INSTRUCTIONS,
  SLOT,
  ...NUMBERS,
  LETTERS,
];

function findPlaceholders(facts: Facts): Span[] {
  const { text } = facts;
  const found: Span[] = [];
  for (const pattern of likely(BY_SHAPE, text))
    for (const match of matchesOf(pattern, text)) found.push(spanOf(match));
  for (const match of matchesOf(BLANK, text)) {
    const span = spanOf(match);
    if (!isOnlyThing(text, span)) found.push(span);
  }
  const masks: Span[] = [];
  for (const match of matchesOf(MASKED, text)) if (isMask(facts, match)) masks.push(spanOf(match));
  for (const match of matchesOf(COUNTED, text))
    if (isCounted(text, match)) masks.push(spanOf(match));
  for (const match of matchesOf(IN_BRACKETS, text)) found.push(spanOf(match));
  found.push(...masks);
  const isExample = exampleJudge(facts);
  const inLink = (span: Span) => isInLink(facts, span) && text.charAt(span.start) !== "/";
  return found.filter((span) => !inLink(span) && !isExample(span));
}

function spanOf(match: RegExpExecArray): Span {
  const leading = match[0].length - match[0].trimStart().length;
  const isAllBlank = leading === match[0].length || /^[ 　]+月/u.test(match[0]);
  const start = match.index + (isAllBlank ? 0 : leading);
  return { start, end: match.index + match[0].trimEnd().length };
}

/** Two signs or more: a mask, unless they adorn a heading, mark a table or are kanji digits. */
function isMask(facts: Facts, match: RegExpExecArray): boolean {
  const { text } = facts;
  const signs = /^[○〇◯●◎△▲▽□■◇◆×✕＊*]+/u.exec(match[0])?.[0] ?? "";
  const start = match.index;
  const end = start + signs.length;
  const previous = text.charAt(start - 1);
  const next = text.charAt(end);
  const hasUnit = match[0].length > signs.length;
  if (new Set(normaliseRing(signs)).size > 1) return false;
  // Signs spoken of as signs: 氏名欄に□□とあるのは, ××の印は.
  if (
    /^(?:と(?:ある|あれ|書|記|表示|いう|なって)|の(?:印|マーク|記号|欄|箇所|部分))/u.test(
      text.slice(end, end + 6),
    )
  )
    return false;
  if (/^[○〇◯●◎△▲▽□■◇◆×✕＊*]$/u.test(previous) || /^[○〇◯●◎△▲▽□■◇◆×✕＊*★☆]$/u.test(next))
    return false;
  if (
    /[一二三四五六七八九十百千〇]/u.test(previous) ||
    (signs[0] === "〇" && /[一二三四五六七八九十百千万]/u.test(next))
  )
    return false;
  if (/^[＊*×✕■◇◆◎▲▽]/u.test(signs) && !hasUnit)
    return /^[×✕◎]/u.test(signs) && /[一-鿿ぁ-ん]/u.test(previous);
  // Any of a kind: 好きな○○を語る会.
  if (
    !hasUnit &&
    /(?:好きな|お気に入りの|推しの|得意な|自慢の|わが家の|私の|あなたの)$/u.test(
      text.slice(Math.max(0, start - 6), start),
    )
  )
    return false;
  return !isOrnament(text, start, end) && !GENERIC_TAIL.test(text.slice(end, end + 8));
}

function normaliseRing(signs: string): string {
  return signs.replace(/[〇◯]/gu, "○");
}

/** Signs on both sides of a heading, or a line of nothing else. */
function isOrnament(text: string, start: number, end: number): boolean {
  const signs = text.slice(start, end);
  const { line, offset } = lineAround(text, start);
  const trimmed = line.trim();
  if (trimmed === signs) return true;
  return (
    trimmed.length > signs.length * 2 &&
    trimmed.startsWith(signs) &&
    trimmed.endsWith(signs) &&
    (offset === line.indexOf(signs) || offset === line.lastIndexOf(signs))
  );
}

/** One sign: a bullet at a line's head, a mark in a table, a factor, unless it stands before a unit. */
function isCounted(text: string, match: RegExpExecArray): boolean {
  const previous = text.charAt(match.index - 1);
  const next = text.charAt(match.index + match[0].length);
  if (/[○〇◯●△□×✕＊*一二三四五六七八九十百千\d０-９]/u.test(previous)) return false;
  if (match[0].startsWith("×") || match[0].startsWith("✕"))
    return /[第約月年日時令和]/u.test(previous) || /^[×✕]/u.test(next);
  const isBullet = /^[\s　]?$/u.test(previous) && isLineHead(text, match.index);
  // "○日 12/5", "○人:20" are labels behind a bullet; "○月○日", "○日(土)から" are not.
  return !isBullet || /^[○〇◯●△□×(（でにのをはがまか]$/u.test(next);
}

function isLineHead(text: string, at: number): boolean {
  const { line, offset } = lineAround(text, at);
  return line.slice(0, offset).trim() === "";
}

function lineAround(text: string, at: number): { line: string; offset: number } {
  // Longer than any line of a post; the bound keeps the walk linear on a text of one endless line.
  const head = text.slice(Math.max(0, at - 300), at);
  const tail = text.slice(at, at + 300);
  const before = head.slice(head.lastIndexOf("\n") + 1);
  const stop = tail.indexOf("\n");
  return { line: before + (stop < 0 ? tail : tail.slice(0, stop)), offset: before.length };
}

function isOnlyThing(text: string, { start, end }: Span): boolean {
  const { line } = lineAround(text, start);
  return line.trim() === text.slice(start, end).trim();
}

function isInLink(facts: Facts, span: Span): boolean {
  return [span.start, span.end - 1].some((at) => spanAt(facts.links, at) !== undefined);
}

/** Told of: a caller's words in a warning about fraud, a riddle, a form that shows how to write. */
function exampleJudge(facts: Facts): (span: Span) => boolean {
  const warns = memoize(() => isFraudWarning(facts.text));
  // The blank of a riddle may stand in a sentence after it (答えは〇〇).
  const asks = memoize(() => /なぞなぞ|クイズ|穴埋め|ヒント|答えは/u.test(facts.text));
  const isToldIn = bySentence(facts, (words) => RIDDLE.test(words) || isFraudWarning(words));
  return (span) => {
    const words = facts.text.slice(span.start, span.end);
    if (!MASKS_SOMETHING.test(words) || NOTES_SOMETHING.test(words)) return false;
    if (isToldIn(span)) return true;
    if (/^[○〇◯●□]{1,4}$/u.test(words) && asks()) return true;
    const quoted = spanAt(facts.quotations, span.start);
    if (!quoted) return false;
    const around = facts.text.slice(Math.max(0, span.start - 120), span.end + 120);
    if (warns() || RIDDLE.test(around)) return true;
    return (
      !TITLE_TAIL.test(words) &&
      !EVENT_BEFORE.test(facts.text.slice(Math.max(0, quoted.start - 8), quoted.start))
    );
  };
}

function memoize<T>(compute: () => T): () => T {
  let value: { of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** Neighbours that fill one slot together (○月, ○日, （○）) are one placeholder. */
function join(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (
      last &&
      span.start <= last.end + 1 &&
      text.slice(last.end, span.start).trim() === "" &&
      !text.slice(last.end, span.start).includes("\n")
    )
      last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
