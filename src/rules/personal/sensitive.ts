import type { Facts } from "../../facts/facts.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import type { PersonMention } from "../../facts/people.ts";
import { spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

/** The word is what a talk, a service or a campaign is about, and nobody's state. */
const MATTER =
  /^(?:の|に(?:関する|ついて|よる(?:差別|偏見))|など|等|者)?(?:の)?(?:に?ついて|予防|検診|健診|検査|ワクチン|接種|相談|講座|講演|教室|研修|サロン|カフェ|支援(?!学)|サポーター|対策|啓発|週間|月間|防止|撲滅|根絶|運動|窓口|制度|担当|係|課|手続|申請(?:の|は|方法|書|窓口)|理解|正しい|専門|研究|治療法|基礎|知識|ボランティア|手記|体験談|本|映画|フォーラム|シンポジウム|セミナー|学習会|医)/u;
/** Between the state and the person whose it is: 生活保護を受けている松本さん, 認知症の中島さん. */
const LINKS =
  /^(?:の|で|が|を|に|と|し|さ|中|者|員|歴|済|受給|受け|患者|感染|罹患|[0-9０-９])[^。！？\n]{0,39}$/u;
/** The clause turns to somebody or something else before the name comes. */
const TURNS =
  /[はもや]|ので|ため|から|けど|について|予防|対策|講座|講演|相談|支援|担当|啓発|研究|理解|の会|団体|サークル|語る|伝え|教え|治す|向け|皆|(?:人|方|子ども|子|児童|生徒|者|家族|親|母|父)[をとにがへ]/u;
/** Between the person and the state: は, が新型コロナに, の長男は… */
const LINKS_BACK =
  /^(?:[（(][^（()）\n]{0,12}[）)])?宅?(?:は|が|も|の|、|に|を|について)[^。！？\nはが]{0,14}[はが]?[^。！？\nはが]{0,8}$/u;
/** What makes the word behind the person a state of theirs. */
const STATE_BEHIND =
  /^[^。！？\n、]{0,6}?(?:に(?:感染|かか|罹|なっ(?:た|て)|なり|苦しん|悩)|を(?:患|発症|抱え|受給|(?:受け|続け)(?:て|た|る|な)|滞納|未納|起こし|持っ|理由|繰り返|犯し)|で(?:入院|通院|療養|休|亡|欠席|倒れ|自宅|苦し|闘病|死去|治療|逮捕|す[。がの]|した|、)|と(?:診断|判明|の診断|闘い|闘っ|向き合)|が(?:あ(?:り|る|っ)|判明|見つか|発覚|重|進|ひど|悪化|確認)|の(?:ため|疑い|患者|症状|診断|ある(?!方|人|皆|子|児|お)|おそれ|状態)|のため|により|し(?:た|て|まし|中)|さ(?:れ|せ)|中(?:の|で|です|に|、)|だ(?:と|っ|そ)|です|者(?:です|で|だ)|員(?:です|で|だ)|を?受給|を?滞納|感染|と分か|とわか|[0-9０-９]で)/u;
/** A person who can be recognised, together with a state that nobody but they may tell. */
export const piiSensitive: Rule = {
  id: "pii.sensitive",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts, policy }) {
    if (facts.people.length === 0) return;
    const states = facts.words.filter(({ lexicon }) => lexicon === "private");
    if (states.length === 0) return;
    for (const person of facts.people) {
      if ((person.isPublic && !isHead(facts.text, person)) || !isSure(person)) continue;
      if (isConsented(person.name, facts.text, policy)) continue;
      if (spanAt(facts.quotations, person.start)) continue;
      const state = states.find((word) => isStateOf(facts, word, person));
      if (!state) continue;
      yield {
        start: Math.min(state.start, person.start),
        end: Math.max(state.end, person.end),
        message: { key: "pii_sensitive", args: [person.name, state.text] },
      };
    }
  },
  examples: {
    fires: [
      {
        text: "北原町の田中次郎さんがインフルエンザに感染しました。",
        marks: "田中次郎さんがインフルエンザ",
      },
      {
        text: "生活保護を受けている松本さんから野菜をいただきました。",
        marks: "生活保護を受けている松本さん",
      },
      { text: "認知症の中島キミさんを捜しています。", marks: "認知症の中島キミさん" },
      { text: "小林さんは統合失調症で入院中です。", marks: "小林さんは統合失調症" },
      {
        text: "固定資産税を滞納している本上町の鈴木商店店主・鈴木三郎さんの車を公売します。",
        marks: "滞納している本上町の鈴木商店店主・鈴木三郎さん",
      },
    ],
    quiet: [
      "生活保護、税の滞納、病気のあとの仕事。福祉課へご相談ください。",
      "がん検診を受けましょう。田中さんも受けました。",
      "認知症サポーター養成講座を開きます。世話人は中村さんです。",
      "講師の山田花子さんは乳がんを経験し、患者会を立ち上げました。",
      "糖尿病予防の料理を、山口さんが紹介します。",
      "日野小で児童がインフルエンザに感染したため、学年閉鎖をします。",
      "「山田さんが逮捕された」という電話は詐欺です。",
    ],
  },
};

function isStateOf({ text, sentences }: Facts, word: LexiconWord, person: PersonMention): boolean {
  if (spanAt(sentences, word.start) !== spanAt(sentences, person.start)) return false;
  const after = text.slice(word.end, word.end + 24);
  if (MATTER.test(after)) return false;
  if (word.end <= person.start) {
    const between = text.slice(word.end, person.start);
    return LINKS.test(between) && !TURNS.test(between.slice(1));
  }
  if (word.start < person.end) return false;
  return LINKS_BACK.test(text.slice(person.end, word.start)) && STATE_BEHIND.test(after);
}

/** Heads of firms and bodies are public in their office, not in what befalls them. */
function isHead(text: string, { start }: PersonMention): boolean {
  return /(?:社長|会長|店長|店主|職員|教諭|区長|理事|代表)(?:の|、|・|,)?$/u.test(
    text.slice(Math.max(0, start - 8), start),
  );
}

/** A guess is a name where it has the form of a foreign one: グエン・ヴァン・アンさん. */
function isSure({ form, name }: PersonMention): boolean {
  return form !== "unknown" || /[・･]/u.test(name);
}
