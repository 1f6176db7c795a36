import type { Facts } from "../../facts/facts.ts";
import { matchesOf, occursIn } from "../../facts/gate.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Hit, Rule } from "../rule.ts";

const MOST = 4;
/** A tag as platforms take it: the sign behind no letter, then letters, marks, digits and underscores. */
const TAG = /(?<![\p{L}\p{N}_&/])[#＃](?<name>[\p{L}\p{M}\p{N}_・ー]{1,100})/gu;
/** What goes on behind an own tag as a sentence does. */
const GOES_ON = /^(?:は|が|を|に|で|へ|と|も|の|から|まで|より|です|や|って|だ|など|なら)/u;
/** A sentence inside a tag: a topic with more behind it, a polite ending, an invitation, a reason. */
const SENTENCE =
  /[\p{Script=Han}\p{Script=Katakana}ーa-z0-9りしきさみ](?:は(?=[\p{Script=Han}\p{Script=Katakana}0-9]|いつ|こちら|とて|きょう|あした|まだ|もう|たく|すっ)|が(?=[\p{Script=Han}\p{Script=Katakana}]{1,4}(?:です|ました|ます|でき|に|を|し)|咲|始ま|見[ごえ]|開[きいか])|(?:[をがはに]|で)$)|(?:です|ました|ください)(?!けど|から)[\p{L}\p{N}]{2}|(?:です|ます|ました|ません|ください|でした|お待ちしてい|お越し|ようこそ|だよ|[をでにへ]どうぞ|に決定|(?:[でをが]|にて)(?:開催|実施|配布|販売|受付|公開)中?|[しっい]て)(?:よ|ね)?$|[にへ](?:来て|おいで|お越し|ようこそ)|なので|けれ?ど|だから|ながら/u;
/** A verb inside a longer tag: with its object, in the past before a noun, or at a place. */
const CLAUSE =
  /[\p{L}\p{N}]を[\p{Script=Han}\p{Script=Hiragana}]|[れしっいえけめ]た(?=[\p{Script=Han}\p{Script=Katakana}])|んだ(?=\p{Script=Han})|[日時月度年]から(?=\p{Script=Han})|[\p{Script=Han}\p{Script=Katakana}ーみりし]{2}で(?=[\p{Script=Han}\p{Script=Katakana}お])/u;
/** A campaign's call, or the name of a group. */
const CALL =
  /(?:[いきしちにみりぎじびえけせてねめれげぜべ]よう|[こそとのぼもろおご]う|[会隊部団展日人]|週間|月間|運動|プロジェクト|まち|未来)$/u;
/** Campaigns address people politely in their very tags. */
const CAMPAIGN =
  /(?:しましょう|ましょう|ありがとうございます|お願いします|がんばります|頑張ります|応援します|守ります)$/u;
/** #7119, #8000: numbers to dial, told by the words around. */
const DIALLED =
  /電話|相談|ダイヤル|通報|救急|警察|窓口|番号|小児|性犯罪|性暴力|道路|ワンストップ|TEL|☎|📞|かけ|つなが|プッシュ/u;
/** Words that municipal tags are made of; with others run together they are read letter by letter. */
const PART =
  /visit|welcome|love|enjoy|discover|nagano|suzaka|shinshu|japan|city|town|travel|trip|touris|fest|photo(?!gr)|park|zoo|apple|event|food|life|kids|family|winter|summer|spring|autumn|snow(?!b)|museum|library|news|official|garden|flower|local|school|gourmet|wine|fruit|cafe|marathon|style|week|road|walk|market|happy|world|nature|mountain|sakura|matsuri|onsen|dragon|camp|station|music|book|sport|health|green|work(?!s)|home|stay|light|morning|child|baby|hot|fresh|best|safe/u;

/** Tags that swallow the words behind, lead nowhere, crowd the post or cannot be read aloud. */
export const readHashtag: Rule = {
  id: "read.hashtag",
  clause: "5(2)",
  level: "hint",
  *check({ facts, policy }) {
    const tags = findTags(facts);
    if (tags.length === 0) return;
    const own = policy.hashtags.map((tag) => fold(tag.replace(/^[#＃]/u, "")));
    for (const tag of tags) {
      const hit = judge(facts, tag, own);
      if (hit) yield hit;
    }
    const [first, last] = [tags[MOST], tags.at(-1)];
    if (!first || !last) return;
    yield {
      start: first.start,
      end: last.end,
      message: { key: "read_hashtag_many", args: [String(tags.length)] },
    };
  },
  examples: {
    fires: [
      {
        text: "霜の朝です。#須坂市は今日も快晴",
        policy: { hashtags: ["#須坂市"] },
        marks: "#須坂市は今日も快晴",
        fixed: "霜の朝です。#須坂市 は今日も快晴",
      },
      { text: "#動物園へお越しください", marks: "#動物園へお越しください" },
      { text: "元号では令和8年 #2026", marks: "#2026" },
      { text: "#職員募集中です申込は12月11日まで", marks: "#職員募集中です申込は12月11日まで" },
      { text: "#りんご #ふじ #収穫 #直売所 #秋 #畑", marks: "#秋 #畑" },
      { text: "#蔵のまち散歩をして、ひと休み", marks: "#蔵のまち散歩をして" },
      { text: "Come! #visitsuzakacity", marks: "#visitsuzakacity" },
    ],
    quiet: [
      { text: "#須坂市 の冬。 #いいねすざか", policy: { hashtags: ["#須坂市", "#いいねすざか"] } },
      { text: "#須坂市動物園 のペンギン", policy: { hashtags: ["#須坂市"] } },
      "夜間の電話相談は #7119 へ。",
      "#投票に行こう #長野県のりんご #はなまる体操",
      "#手を洗いましょう",
      "#水を守る会 #冬を楽しもう",
      "#VisitSuzaka #illumination #SDGs",
      "https://example.jp/#section",
    ],
  },
};

interface Tag extends Span {
  name: string;
}

function findTags({ text, links }: Facts): Tag[] {
  return matchesOf(TAG, text)
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: match.groups?.name ?? "",
    }))
    .filter(({ start }) => !spanAt(links, start));
}

function judge({ text }: Facts, { start, end, name }: Tag, own: readonly string[]): Hit | null {
  const folded = fold(name);
  if (own.includes(folded)) return null;
  if (/^\p{N}+$/u.test(name)) {
    const around = text.slice(Math.max(0, start - 30), end + 20);
    if (folded.length === 4 && !/^(?:19|20)/u.test(folded) && DIALLED.test(around)) return null;
    return { start, end, message: { key: "read_hashtag_digits", args: [name] } };
  }
  const head = own
    .filter((tag) => folded.startsWith(tag) && GOES_ON.test(folded.slice(tag.length)))
    .toSorted((a, b) => b.length - a.length)[0];
  if (head !== undefined) {
    const cut = start + 1 + head.length;
    return {
      start,
      end,
      message: { key: "read_hashtag", args: [text.slice(start, end)] },
      // Folding may change lengths; only where it did not is the cut certain.
      fixes:
        fold(text.slice(start + 1, cut)) === head
          ? [
              {
                label: { key: "read_hashtag_fix", args: [text.slice(start, cut)] },
                replacement: `${text.slice(start, cut)} ${text.slice(cut, end)}`,
                start,
                end,
              },
            ]
          : [],
    };
  }
  const isClause = name.length > 7 && occursIn(CLAUSE, folded) && !occursIn(CALL, folded);
  if ((isClause || occursIn(SENTENCE, folded)) && !occursIn(CAMPAIGN, folded)) {
    return { start, end, message: { key: "read_hashtag", args: [text.slice(start, end)] } };
  }
  const isRunTogether =
    /^[a-z][a-z0-9]{8,}$/u.test(name) &&
    (/^[a-z]{16,}$/u.test(name) || (/[a-z]{3}/u.test(name.replace(PART, " ")) && PART.test(name)));
  return isRunTogether
    ? { start, end, message: { key: "read_hashtag_latin", args: [text.slice(start, end)] } }
    : null;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
