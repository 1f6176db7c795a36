import { bySentence } from "../../facts/context.ts";
import { matchesOf } from "../../facts/gate.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** Words whose day is lost once the post is shared or read later. */
const WORDS =
  /(?<![\p{Script=Han}])(?:本日|明日|明後日|今日|明晩|明朝|今夜|今晩|今週末|今週(?:の(?:土|日|月|火|水|木|金)曜日?|[土日月火水木金]曜)|再来週|来週末|来週|翌週末|今度の(?:[土日月火水木金]曜日?|週末|休み|祝日|連休)|次の[土日月火水木金]曜日?|この週末|週明け|連休明け|一昨日|昨日|昨夜|昨晩|来月|今月末)(?![的\p{Script=Katakana}])|あさって|しあさって|おととい|きのう(?=[のはか、午夜])|きょう(?=[のは午])|あす(?=[のはか、午\p{Nd}])|あした(?=[のはか、午])/gu;
/** Behind the word: what makes it no day (明日への一歩, 今日のわんこ, 明日を担う). */
const NO_DAY =
  /^(?:への|へ(?:と)?つな|へ向|を(?:担|創|つく|拓|ひら|考え|生き|支え|照ら|築|変え|見つめ|夢)|に(?:向け|つな|架け|伝え|残)|が(?:変わ|楽し|見え|ある)|の(?:須坂|まち|街|ために|担い手|社会|自分|わたし|私|日本|地域|農業|医療|おすすめ|わんこ|一枚|写真|献立|給食|花|言葉|豆知識|クイズ|ことば|テーマ|話題|天気|様子)|は我が身|も|まで(?:の|に)|明日中|では|という日|こそ|から(?:始め|でき|使え|実践)|より|この頃)/u;
const DONE = /ました|でした|(?:し|され|てい)た[。！!]?$|ございます|ごちそうさま/u;
/** Told in general, or by the rule of a place: 本日の営業時間は店頭で. */
const GENERAL = /毎日|いつでも|毎週|ことわざ|有効期限(?:は|が)?本日|と言われ|などと|詐欺/u;

/** 本日 and 明日 with no date in the post: who reads it tomorrow takes another day. */
export const dateRelative: Rule = {
  id: "date.relative",
  clause: "5(2)",
  level: "hint",
  *check({ facts }) {
    if (facts.dates.length > 0) return;
    const isDone = bySentence(facts, (sentence) => DONE.test(sentence) || GENERAL.test(sentence));
    for (const match of matchesOf(WORDS, facts.text)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const after = facts.text.slice(span.end, span.end + 12);
      if (NO_DAY.test(after) || /^[ 　（(]{0,2}[0-9０-９]{1,2}(?:日|[/／月])/u.test(after))
        continue;
      // 今日のひとこま, 今日の一冊: a column's name; 今日の18時 is a time.
      if (match[0] === "今日" && /^の[^0-9０-９午朝昼夕夜正]/u.test(after)) continue;
      if (isDone(span) || spanAt(facts.quotations, span.start)) continue;
      yield { ...span, message: { key: "date_relative", args: [match[0]] } };
      return;
    }
  },
  examples: {
    fires: [
      { text: "明日の午前10時から、相談会を開きます。", marks: "明日" },
      { text: "本日締切です。お早めにどうぞ。", marks: "本日" },
      { text: "今週末は収穫祭！お待ちしています。", marks: "今週末" },
      { text: "来週の月曜日は図書館をお休みします。", marks: "来週" },
      { text: "あさってから交通安全運動が始まります。", marks: "あさって" },
    ],
    quiet: [
      "明日11月13日(金)は相談会です。今週末の14日(土)もあります。",
      "明日を担う若者の集い、明日への一歩。",
      "本日の給食は、りんごのサラダでした。",
      "街灯は、本日午後に電球を交換しました。",
      "今日から始める減塩生活。今日的な課題です。",
      "「明日は晴れる」という本です。",
    ],
  },
};
