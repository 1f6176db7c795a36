import type { Facts } from "../../facts/facts.ts";
import type { Span } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

const LONGEST = 100;
const MOST_COMMAS = 6;
const COMMAS = "、，,";
const URL = /https?:\/\/[!-~]+/gu;
const TAG = /[#＃][^\s#＃]+/gu;
const COMMA = /[、，]|,(?!\d)/gu;
/** A part that ends in a verb, an adjective or a particle is a clause; one that ends in a noun, an item of a list. */
const CLAUSE_END =
  /(?:[うくすつぬむるぐぶたてでいりしきえけせねめれがはをにのともばへらかずなよ]|から|まで|ので|ため|ほか|よう|場合|とき|時|際|うえ|上|後|前|一方|結果|方)$/u;

/** A sentence in which a reader loses the thread. */
export const readSentence: Rule = {
  id: "read.sentence",
  clause: "5(2)",
  level: "hint",
  *check({ facts }) {
    for (const { start, end } of facts.sentences) {
      // Most sentences are neither long nor full of commas, and need no further look.
      if (end - start <= LONGEST && !hasCommas(facts.text, start, end)) continue;
      const words = prose(facts, { start, end });
      if (!/[\p{Script=Hiragana}]{2}/u.test(words) || isList(words)) continue;
      const length = [...words].length;
      if (length > LONGEST) {
        yield { start, end, message: { key: "read_sentence", args: [String(length)] } };
        continue;
      }
      const commas = words.match(COMMA)?.length ?? 0;
      if (commas < MOST_COMMAS || !isProse(words)) continue;
      yield { start, end, message: { key: "read_sentence_commas", args: [String(commas)] } };
    }
  },
  examples: {
    fires: [
      `市では、${"安心して暮らせるまちをつくるために".repeat(6)}取り組みを続けます。`,
      "参加する方は、申込書に、氏名を書いて、窓口へ、持ってくるか、郵送して、お電話ください。",
      `${"市民の皆さんとともに歩みながら".repeat(7)}、次の世代へ引き継ぎます。`,
      "会場では、地元の野菜、加工品、パン、みそ、古本などを、作家の皆さんが、お客さまに、売ります。",
      "雨が降れば、中止しますが、雪なら、開きますので、迷ったら、電話で、聞いてください。",
    ],
    quiet: [
      "雪の予報です。路上駐車はおやめください。屋根の雪下ろしは2人以上で行いましょう。",
      "持ち物は、タオル、着替え、雨具、飲み物、軍手、帽子、筆記用具です。",
      "・飲み物、食べ物\n・常備薬、お薬手帳\n・タオル、着替え、雨具",
      `内科、外科、小児科、${"皮膚科、眼科、耳鼻科、".repeat(9)}歯科があります。`,
      `写真はこちら https://www.city.example.jp/${"a".repeat(120)}`,
    ],
  },
};

/** Whether so many stand there, numbers' own (1,000) counted too. */
function hasCommas(text: string, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at += 1) if (COMMAS.includes(text.charAt(at))) count += 1;
  return count >= MOST_COMMAS;
}

/** The sentence as it is read: addresses and tags do not count. */
function prose({ text }: Facts, { start, end }: Span): string {
  return text.slice(start, end).replace(URL, "").replace(TAG, "").trim();
}

/** Mostly items between commas, dots or blanks. */
function isList(words: string): boolean {
  if (/^[・\-*＊●○■□◆◇★☆▼▶※①-⑳]|^[0-9０-９]{1,2}[.．)）]/u.test(words) && !/[。]$/u.test(words))
    return true;
  const parts = words.split(/[、，・,／/　\s]/u).filter((part) => part !== "");
  const items = parts.filter((part) => part.length <= 14 && !CLAUSE_END.test(part));
  return parts.length >= 7 && items.length * 3 >= parts.length * 2;
}

function isProse(words: string): boolean {
  const parts = words.split(COMMA).slice(0, -1);
  const clauses = parts.filter((part) => CLAUSE_END.test(part.trim()));
  // A list inside of a sentence that has four clauses besides is still too much.
  return clauses.length * 2 >= parts.length || clauses.length >= 4;
}
