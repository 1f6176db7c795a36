import {
  bySentence,
  isAboutWords,
  isHistory,
  isTale,
  surroundingsOf,
} from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import { isInsideRun, scriptOf } from "../../facts/scripts.ts";
import type { Hit, Rule } from "../rule.ts";

/** What makes a name of the words that begin with the term: a law, a body, a place, a monument. */
const NAME_TAIL =
  /^[一-鿿]{0,8}(?:法|法律|規則|条例|協会|連盟|連合|同盟|養成所|史|像|碑|塚|墓地|地蔵|岩|石|坂|橋|峠|神社)(?![一-鿿])/u;
/** The term set against another: 痴呆から認知症へ, 父兄ではなく保護者. */
const CONTRASTED =
  /^[」』]?(?:では(?:な[くい]|あり)|でなく|から[「『]?[^。\n]{1,10}[」』]?(?:へ|に(?:改|変|名))|と(?:呼|称し|書|表記|いう(?:言|呼|語|表))|を改め|改め)/u;
/** Institutions keep the old word in their own names (○○養護学校). */
const INSTITUTION = /(?:学校|病院|院|寮)$/u;

export const toneOutdatedTerm: Rule = {
  id: "tone.outdated-term",
  clause: "4(5)イ",
  level: "care",
  // A slur is graver than an old word.
  yieldsTo: ["tone.discrimination"],
  *check({ facts }) {
    const isOfFormerTimes = bySentence(
      facts,
      (sentence) => isAboutWords(sentence) || isHistory(sentence) || isTale(sentence),
    );
    for (const word of facts.words) {
      if (word.lexicon !== "outdated-term") continue;
      if (!isWholeWord(facts.text, word) || isNameOrQuote(facts, word)) continue;
      if (isOfFormerTimes(word)) continue;
      yield toHit(word);
    }
  },
  examples: {
    fires: [
      { text: "看護婦が相談に応じます。", marks: "看護婦", fixed: "看護師が相談に応じます。" },
      { text: "ご父兄の皆さまもどうぞ。", marks: "父兄", fixed: "ご保護者の皆さまもどうぞ。" },
      { text: "外人の方も歓迎します。", marks: "外人" },
      { text: "これでは片手落ちになりかねません。", marks: "片手落ち" },
      { text: "独居老人のお宅を訪ねます。", marks: "独居老人" },
      {
        text: "各部落の区長さんにお届けします。",
        marks: "部落",
        fixed: "各集落の区長さんにお届けします。",
      },
      { text: "婦人相談員が話をうかがいます。", marks: "婦人相談員" },
    ],
    quiet: [
      "横浜外人墓地を歩くツアーです。",
      "中野土人形の絵付け体験があります。",
      "部落差別のない社会をめざします。",
      "昭和23年、村に看護婦が初めて来ました。",
      "「看護婦」は2002年に「看護師」へ改称されました。",
      "老婆心ながら、戸締まりをお忘れなく。",
      "あと5人足りません。",
      "彼女中心の舞台です。",
      "ちびっこ相撲大会を開きます。",
      "県外人材の募集と、町外人口の調査です。",
      "長野養護学校の文化祭です。",
      "民話「老婆と狐」にちなむ老婆の面です。",
    ],
  },
};

function isWholeWord(text: string, { start, end, word }: LexiconWord): boolean {
  if (isInsideRun(text, start, end)) return false;
  const previous = text.charAt(start - 1);
  const before = scriptOf(previous);
  const first = scriptOf(word.charAt(0));
  // Two kanji meet by chance in longer compounds and after counts (県外人材, 5人足りない).
  if (first === "kanji" && word.length <= 2)
    return (before !== "kanji" && before !== "digit") || /[御各元]/u.test(previous);
  // A kana word cannot be told from the tail of another but by a particle before it.
  if (first === "hiragana")
    return before === "other" || before === "digit" || /[がはもをにでとのや]/u.test(previous);
  return true;
}

function isNameOrQuote(facts: Facts, word: LexiconWord): boolean {
  const { after, quotation } = surroundingsOf(facts, word);
  if (quotation || NAME_TAIL.test(after) || CONTRASTED.test(after)) return true;
  return INSTITUTION.test(word.word) && /[一-鿿]/u.test(facts.text.charAt(word.start - 1));
}

function toHit({ start, end, text, suggestions }: LexiconWord): Hit {
  const [first = ""] = suggestions;
  return {
    start,
    end,
    message: { key: "tone_outdated_term", args: [text, first] },
    fixes: suggestions.map((replacement) => ({
      label: { key: "tone_outdated_term_fix", args: [replacement] },
      replacement,
      start,
      end,
    })),
  };
}
