import { isAboutWords } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { INNUENDOS } from "../../facts/innuendo.ts";
import { findPairs } from "../../facts/pairs.ts";
import { findAll, findPhrases, joinSpans, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { isInsideRun, scriptOf } from "../../facts/scripts.ts";
import { overlapsAny } from "../../facts/span.ts";
import { wordsBetween } from "../../facts/words-between.ts";
import type { Rule } from "../rule.ts";

/** Double meanings in common use: a wink, or a body named for its looks. */
const SUGGESTIVE =
  /[(（]意味深[)）]|意味深(?:に笑|な意味で)|夜(?:の(?:ほう|方)|のあっち)(?:も|は|が|に)[^。\n]{0,8}(?:元気|お盛ん|盛ん|強|激し|がんば|頑張|効|頑張り)|夜も(?:お盛ん|激し|寝かせ)|あっちの(?:ほう|方)[もはが](?:元気|お盛ん|強|現役)|(?:下半身|股間|アソコ)[がはも]?(?:元気|うず|疼|熱くな|大きくな|反応|硬く|固く|ビンビン|立派)|ナイスおっぱい|(?:胸|お尻|おっぱい|ケツ)(?:を|で)?(?:揉|もみ|もま|触りた|触らせ|なでまわ|撫で回|顔をうずめ)|(?<![ァ-ヶー])ヤ(?:[りリ](?:ま[くし]|た[いく]|捨|目的|友|部屋|逃げ)|らせ|ら[なれ]|[れる](?!気)[女子男そこだの。！♡]|っ(?:ちゃ|たら|て[るい]|た(?!ー)))|やりまくり?(?:人生|の(?:夜|夏))|一発(?:ヤ|やら|抜)|(?:朝から晩まで|毎晩|夜通し|一晩中)[^。\n]{0,6}やりまく|イ(?:っちゃ|かせ|きそう|キそう)|子作りに(?:励|はげ)|(?:夜も元気に|精)(?:な|がつ)[^。\n]{0,6}(?:マムシ|すっぽん|スッポン|酒|ドリンク)|全部脱いで|ポロリ(?=も|ある|があ|に期待|必|シーン)|覗き放題|鼻血が出そうな(?:水着|美女|姿)|(?:混浴|女湯|更衣室)[^。\n]{0,6}(?:のぞ|覗|見放題|期待|丸見え|見えちゃ|見えそう|天国|ドキドキ|興奮)|いやらしい(?:形|姿|気持ち|目|妄想|手つき|ポーズ)|エッチ(?=[なだでしすがもはの！!♡❤💕])|[^A-Za-z]H(?=な(?:話|本|動画|画像|気|妄想|お|格好|クイズ|こと))/gu;
/** Health, education, art, law and crime speak of the body by its name. */
const PLAIN_CONTEXT =
  /母子|ママ|出産|妊産婦|育児|子育て|離乳|ミルク|哺乳|牛|発育|防犯|見守り|保護者|人権|条約|検診|健診|検査|授乳|母乳|助産|断乳|卒乳|乳腺|赤ちゃん|乳児|産後|相談|教育|講座|学習|教室|感染|予防|避妊|妊娠|被害|犯罪|禁止|違法|ご?注意(?:くだ|を)|暴力|不審|事案|逮捕|規制|条例|防止|撲滅|治療|症状|不全|不妊|医師|医療|デッサン|絵画|彫刻|ブロンズ|像|美術|名画|裸婦|画家|芸術|研究|講演|法律|対策|根絶|ケア|処罰|権利|同意|更年期|がん|詐欺|請求|サイト|架空|通報|声かけ|SNS|誘い|勧誘|送ら|要求|児童|青少年|ハラスメント|行為|立法|罪|悩み|からだの|泌尿|ED|メンタル|虐待|補助|飼い|猫|犬|動物|クマ|ゾウ|熊|馬|サル|パンダ|苗|雪だるま|観察|昆虫|生物|標本|牧場|乳牛|介護|看護|洗浄/u;
const CARE = /母乳|授乳|赤ちゃん|助産|検診|健診|検査|妊|産後|育児|感染|保健|被害|相談/u;

/** With these the body is there to be enjoyed, whatever else the sentence says of it. */
const TEASES =
  /上手く|うまくな|テクニック|気持ちよ|気持ちい|興奮|楽しみ方|満足|大歓迎|割引|穴場|早めの予約|大好き|最高|見られ|見放題|見え[たるま]|会える|送ってくだ|ランキング|人気|おすすめ|オススメ|盛り上が|お待ちし|大きい|大きく|自慢|ご覧くだ|見てくだ|当たる|プレゼント|卒業おめでとう|アンケート|得意|恋し/u;
const ABOUT_CRIME =
  /被害|犯罪|禁止(?!ですよ)|違法|不審|事案|逮捕|規制|条例|(?:犯罪|被害|暴力|痴漢|盗撮|再発)[^。]{0,4}防止|撲滅|通報|ご注意|注意(?:して|しま|を呼)|ハラスメント|いけません|やめ(?:ま|て)|詐欺|架空|処罰|(?:防犯|痴漢|盗撮|ポルノ|暴力|犯罪|ストーカー)[^。]{0,4}対策|根絶|削除し|フィルタリング|有害|(?:し|送ら|見|渡さ|応じ|あわ|遭わ)ないで/u;

export const toneObscene: Rule = {
  id: "tone.obscene",
  clause: "4(5)ケ",
  level: "stop",
  *check({ facts }) {
    const plain = [...lewdWords(facts), ...suggestive(facts)];
    for (const { start, end } of joinSpans(plain))
      yield { start, end, message: { key: "tone_obscene", args: [facts.text.slice(start, end)] } };
    const hinted = [...findAll(facts, INNUENDOS), ...findPairs(facts, COMPANY)].filter(
      (one) =>
        !overlapsAny(plain, one) &&
        !ABOUT_CRIME.test(one.sentence) &&
        !INNOCENT.test(one.sentence) &&
        !isAboutWords(one.sentence),
    );
    for (const { start, end } of joinSpans(hinted)) {
      const words = facts.text.slice(start, end);
      const message = { key: "tone_obscene", args: [words] } as const;
      yield {
        start,
        end,
        message,
        ...(BODILY.test(words) && !PLAIN_SIZE.test(words) ? {} : { level: "care" as const }),
      };
    }
  },
  examples: {
    fires: [
      { text: "かかしがちょっとエロい姿勢です。", marks: "エロ" },
      { text: "下ネタ満載の漫談です。", marks: "下ネタ" },
      { text: "太くて硬い長いも（意味深）を販売します。", marks: "（意味深）" },
      { text: "夜のほうもお盛んになる、すっぽん鍋。", marks: "夜のほうもお盛ん" },
      { text: "ナイスおっぱいな雪だるまです。", marks: "ナイスおっぱい" },
      { text: "水着のお姉さんの谷間に釘付けです。" },
      { text: "Tバックの忘れ物がありました。", marks: "Tバック" },
      { text: "太くて黒光りする彫刻に、女性の来場者もうっとり。" },
      { text: "まるで美女のお尻のような、まんまるの餅です。" },
      { text: "お酒の勢いで一夜の恋が生まれるかもしれません。" },
      { text: "太くて長い、立派な山芋です😏" },
      { text: "松茸が「ナニみたい」と大評判です。", marks: "ナニみたい" },
      { text: "セックスが上手くなる講座です。", marks: "セックス" },
      { text: "タオルの下が見えそうで、ドキドキしながらお入りください。" },
      { text: "屋根裏のネズミは、朝から晩までヤリまくりです。", marks: "ヤリまく" },
      { text: "独り寝のオカズに、この一冊。" },
      { text: "奥様も大満足の太さです。" },
      { text: "女子のTシャツが透け透けで、客席は満員です。" },
    ],
    quiet: [
      "授乳相談では、おっぱいのトラブルにも助産師が応じます。",
      "交響曲「エロイカ」の演奏会。エッチング体験もどうぞ。パチンコ店の隣です。",
      "児童ポルノは犯罪です。裸の写真を送らないで。",
      "下半身を露出した男の目撃情報がありました。",
      "処女作から最新作までをたどります。",
      "セクシー大根が直売所に並びました。",
      "性感染症と避妊について学ぶ講座です。",
      "意味深い言葉をいただきました。",
      "H形鋼とHな形の橋桁を見る見学会。性器の形で雌雄を見分ける観察会です。",
      "長いもで今夜はとろろです😋 温泉でぽかぽか♡",
      "いやらしい言葉をかける人を見かけたら、110番してください。",
      "おっぱいマッサージが人気の母乳相談です。",
      "カモシカの発情期です。桃が出始めました🍑 精力的に活動しています。",
      "期待に胸をふくらませた新入生です。ハンドソープで手を洗いましょう。",
      "夜の動物園で、フクロウの大きな目をのぞいてみませんか。",
    ],
  },
};

/** Where bodies, beds and baths are nobody's joke. */
const INNOCENT =
  /母乳|授乳|赤ちゃん|助産|[検健]診|検査|妊|産後|育児|感染|保健|相談|介護|介助|看護|病|リハビリ|避難|備蓄|災害|救急|心肺|被害|犯罪|禁止|ペット|犬|猫|牛|動物|園児|幼児|親子|お子|子ども|児童|水遊び|110番|通報|目撃|(?<!想)像|彫刻展|美術|デッサン|版画|写真展|回収|粗大|障害|高齢|寄付/u;

/** No shape of a vegetable, and no night out. */
const BODILY = /谷間|太もも|ふともも|うなじ|下着|ビキニ|水着|スカート|お尻|バスト|くびれ/u;
/** Said of any body, a bear's too. */
const PLAIN_SIZE = /大き|巨大|でっかい|立派|形|サイズ|見え|最高|大好き/u;

/** Beside which words a tease is none of sport, food or weather. */
const COMPANY = {
  desire: ["flesh", "setting", "desire"],
  thrill: ["flesh", "desire"],
} as const;

function* lewdWords(facts: Facts): Generator<Phrase> {
  let reach = 0;
  for (const word of facts.words) {
    if (word.lexicon !== "lewd" && word.lexicon !== "intimate") continue;
    if (word.start < reach || isInsideWord(facts.text, word)) continue;
    const phrase = phraseAt(facts, word.start, word.end);
    if (isAboutWords(phrase.sentence)) continue;
    // H形鋼, Hな形: the letter.
    if (word.word === "hな" && /^(?:形|型|字|構)/u.test(phrase.after)) continue;
    const around = phrase.before + phrase.after;
    if (ABOUT_CRIME.test(around)) continue;
    // The night of owls and lions.
    if (
      word.word.startsWith("夜の") &&
      /動物|鳥|虫|魚|獣|ライオン|フクロウ|コウモリ|観察/u.test(around)
    )
      continue;
    if (
      word.lexicon === "intimate" &&
      (!TEASES.test(around) || CARE.test(around)) &&
      PLAIN_CONTEXT.test(around + neighbours(facts, word))
    )
      continue;
    if (phrase.isQuoted && word.lexicon === "intimate") continue;
    reach = word.end;
    yield phrase;
  }
}

/** A notice names its subject once, at its head or in the sentence beside. */
function neighbours({ text }: Facts, { start, end }: { start: number; end: number }): string {
  return `${text.slice(Math.max(0, start - 200), start)}\n${text.slice(end, end + 120)}`;
}

/** In units. */
const LONGEST_WORD = 24;

function* suggestive(facts: Facts): Generator<Phrase> {
  for (const phrase of findPhrases(facts, SUGGESTIVE)) {
    if (ABOUT_CRIME.test(phrase.sentence)) continue;
    const inside = wordsBetween(facts.words, phrase.start - LONGEST_WORD, phrase.end);
    if (!inside.some(({ lexicon, end }) => lexicon === "lewd" && phrase.start < end)) yield phrase;
  }
}

function isInsideWord(
  text: string,
  { start, end, word }: { start: number; end: number; word: string },
) {
  if (isInsideRun(text, start, end)) return true;
  const previous = text.charAt(start - 1);
  const first = scriptOf(word.charAt(0));
  // お色気 is a whole word behind any kana.
  if (first === "hiragana" && scriptOf(previous) === "hiragana" && !/[一-鿿]/u.test(word))
    return !/[がはもをにでとのやなスす！]/u.test(previous);
  return first === "kanji" && word.length <= 3 && scriptOf(previous) === "kanji";
}
