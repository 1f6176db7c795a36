import { isAboutWords } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { findPhrases, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import { GOES_WITH_SEX, IS_HIS, SEX_AS_FACT, SEXED } from "../../facts/sex-roles.ts";
import { isAgainstPrejudice } from "../../facts/stance.ts";
import type { Rule } from "../rule.ts";

const WOMAN = "(?:女性|女の子|女子|女の人|女|母親|お母さん|ママ|主婦|妻|奥さん|奥様|奥さま)";
const MAN = "(?:男性|男の子|男子|男の人|男|父親|お父さん|パパ|旦那さん|ご主人|夫)";
const EITHER = `(?:${WOMAN}|${MAN})`;

/** Words that tie an ability, a look or a place to a sex, whoever is meant. */
const TIED: readonly RegExp[] = [
  new RegExp(
    `${EITHER}(?:ならでは|ながら(?!の)|にしては|とは思[えわ]|と思えな|顔負け|だてら|の[割わ]り?に|らしい|らしく|らしさ|特有の(?:感性|視点|きめ|気配り|やさしさ|優しさ|細やか|しなやか|柔らか|華やか))`,
    "gu",
  ),
  new RegExp(
    `${EITHER}(?:の方)?[、は]?大歓迎|(?:男|女)性(?:の)?(?:事務|スタッフ|パート|アルバイト|社員|従業員|作業員|運転手|秘書|受付)[^。\\n、]{0,3}を?(?:大?募集|急募|採用)|(?:ママ|母さん|奥さん|奥さま|奥様|主婦)(?:方|たち)?[もは]?(?:必見|納得|大助かり|の(?:強い)?味方)|(?:母親?|お母さん|母さん|ママ|姉|妻|奥さん)の(?:よう|ごと[きく])(?:な|に)?[^。\\n、]{0,4}(?:愛|優|やさ|温|気|眼|まな|包|心)`,
    "gu",
  ),
  /女性(?:の|的な)?(?:細やか|きめ細や|きめ細か|しなやか|柔らか|やわらか|優し|やさし|感性|美しさ|繊細|母性)[ぁ-ん一-鿿]{0,4}|女性目線|主婦目線|主婦感覚|ママ目線|主婦の(?:知恵|味方|感覚|目線|皆さん|皆さま|皆様|みなさん|みなさま|方々?(?=[にはもへ、])|強い味方)|(?:忙しい|世の|家事に[^。、\n]{1,6}|節約上手な|家計を[^。、\n]{1,6})(?:主婦|奥さま|奥様|お母さん|ママ)|主婦(?:に(?:おすすめ|うれし|人気|大人気|ぴったり|も)|なら|必見|でも(?:簡単|でき))/gu,
  /奥(?:さま|様)(?:方)?(?=[にもがはへ、！!必の])(?!が亡)|世の旦那|ご主人の?(?:胃袋|健康管理|お弁当|晩酌)/gu,
  /美人(?=[なでだ度]|(?:の)?(?:女|職員|妻|アナ|司会|スタッフ|店員|女将|先生|講師|看護|消防|警察|受付|ガイド|農家|姉妹|ママ|母|女子|モデル|議員|選手|ぞろい|揃い|すぎ|過ぎ|さん|コンテスト|が(?:い|多|お|そろ|揃|待)|OL|秘書|若女将|巫女|課長|保健師|司書|担当|ランナー|アスリート|ソムリエ|パティシエ|シェフ|ドライバー|ライダー|[リレ]ポーター|インストラクター|コーチ|マネージャー|バーテンダー|ゴルファー|[ァ-ヶー]{2,5}スト))|美女(?=(?:の|たち)?(?:ぞろい|揃い|たち|が|軍団|コンテスト|職員|店員|ランナー|選手|に囲))|(?:きれい|綺麗|キレイ|かわい|可愛|美し|カワイ)[いなき](?![^。\n]{0,20}(?:児|子ども|犬|猫|キャラ))[^。\n、児犬猫]{0,5}(?:保健師|看護師|保育士|職員|スタッフ|受付|司会|女将|店員|秘書|ガイド|司書|助産師|担当者|栄養士|運転[手士])|イケメン(?!タル)|美少女(?=が|職員|ぞろい|たち|コンテスト)/gu,
];

/** Names of lessons, services, works and bodies. */
const NAME =
  /(?:父親|男性|パパ|夫)の(?:育児|家事|子育て|育休|介護|料理)(?:参加|休|時間|サー|グループ|教室|講座|支援|の日|相談|を考|について)|男の(?:料理|手料理|居場所|介護|家事|井戸端)|男性(?:料理|のための|向け)(?:料理|家事|介護)?(?:教室|講座)?|プレママ|ママパパ|パパママ|ママさん(?!職|議|方|目|の|た|が|に)|女性(?:相談|のための|就業|再就職|セミナー|起業|限定|専用)|お父さんのための|パパ(?:講座|講習|教室|の育児講座)|主夫|母親クラブ/u;
const WORK = /美女と野獣|美人(?:画|の湯|湯|林|草)|八方美人/u;

export const toneGender: Rule = {
  id: "tone.gender",
  clause: "4(5)イ",
  level: "care",
  *check({ facts }) {
    let reach = 0;
    const found = TIED.flatMap((pattern, kind) =>
      findPhrases(facts, pattern).map((phrase) => ({ phrase, kind })),
    )
      .concat(tiedWords(facts).map((phrase) => ({ phrase, kind: WORD })))
      .concat(presumed(facts).map((phrase) => ({ phrase, kind: PAIR })))
      .toSorted((a, b) => a.phrase.start - b.phrase.start || b.phrase.end - a.phrase.end);
    for (const { phrase, kind } of found) {
      if (phrase.start < reach || !isTied(phrase, kind)) continue;
      reach = phrase.end;
      const { start, end, text } = phrase;
      yield { start, end, message: { key: "tone_gender", args: [text] } };
    }
  },
  yieldsTo: ["tone.outdated-term"],
  examples: {
    fires: [
      { text: "女性ならではの視点で作りました。", marks: "女性ならでは" },
      { text: "主婦の皆さん、ぜひどうぞ。", marks: "主婦の皆さん" },
      {
        text: "お父さんは仕事で忙しいので、お母さんと来てください。",
        marks: "お父さんは仕事で忙しいので、お母さん",
      },
      { text: "男らしくみこしをかつごう。", marks: "男らしく" },
      { text: "窓口の美人職員がお迎えします。", marks: "美人" },
      { text: "設営は男性に、炊き出しは女性にお願いします。", marks: "男性に、炊き出しは女性" },
      { text: "女の子とは思えない計算の速さです。", marks: "女の子とは思え" },
      { text: "母親のような愛情で接する方、女性大歓迎。" },
      { text: "女性議員が増え、議場が華やかになりました。" },
      { text: "女性でも簡単に組み立てられます。", marks: "女性でも簡単" },
      { text: "リケジョを応援します。", marks: "リケジョ" },
      { text: "ママにはうれしい時短レシピです。" },
      { text: "奥さんが留守の日でも困りません。" },
      { text: "消火は男性、救護は女性が受け持ちます。", marks: "男性、救護は女性" },
      { text: "連絡は、まずお母さんの携帯へ。入学準備の縫い物もお母さんです。" },
    ],
    quiet: [
      "「男らしく」「女らしく」にとらわれない生き方を考えます。",
      "女性相談、母子健康手帳の交付、婦人会の料理教室があります。",
      "男の料理教室の参加者を募集します。",
      "ひとり親のお母さんの家計の相談に応じます。男前豆腐の試食もあります。",
      "女性の視点を取り入れた避難所を考えます。女性特有のがんの検診もどうぞ。",
      "美人の湯と美人画展、ミュージカル「美女と野獣」。",
      "お父さん、お母さん、どなたでもどうぞ。",
      "父親の育児参加を考えるつどいです。男性も女性も、力仕事の得意な方を募ります。",
      "主婦、会社員、学生が集まりました。",
      "男性の家事・育児時間は、1日平均2時間でした。",
      "男性は仕事、女性は家庭、という固定観念を見直しましょう。",
    ],
  },
};

/** 嫁来い, 男気: words that need nothing beside them. */
function tiedWords(facts: Facts): Phrase[] {
  return facts.words
    .filter(
      ({ lexicon, start, end }) => lexicon === "gendered" && !isInsideRun(facts.text, start, end),
    )
    .map(({ start, end }) => phraseAt(facts, start, end))
    .filter(
      ({ before, after }) => !/[一-鿿]$/u.test(before) && !/^[さ]?ん?(?:展|画|像)/u.test(after),
    );
}

/** How far around a sex its role is looked for, in units. */
const BEFORE = 18;
const BEHIND = 26;

/** A sex, and near it what is taken to go with it; or one thing for him and another for her. */
function presumed(facts: Facts): Phrase[] {
  const people = findPhrases(facts, SEXED).filter(({ sentence }) => !SEX_AS_FACT.test(sentence));
  return people.flatMap((one, index) => {
    const next = people[index + 1];
    const between = next && facts.text.slice(one.end, next.start);
    if (
      next &&
      between &&
      between.length > 2 &&
      between.length < BEHIND &&
      IS_HIS.test(one.text) !== IS_HIS.test(next.text) &&
      !/[。「\n\d]|と[語話言]/u.test(between) &&
      /[はがを]|なら|に(?!も)/u.test(between)
    )
      return [phraseAt(facts, one.start, next.end)];
    const start = Math.max(one.start - Math.min(BEFORE, one.before.length), 0);
    const near = one.before.slice(-BEFORE) + one.text + one.after.slice(0, BEHIND);
    const role = GOES_WITH_SEX.exec(near);
    if (!role) return [];
    const from = Math.min(one.start, start + role.index);
    return [phraseAt(facts, from, Math.max(one.end, start + role.index + role[0].length))];
  });
}

/** The last pattern; behind it, kinds that are none. */
const LOOKS = TIED.length - 1;
const WORD = -1;
const PAIR = -2;

function isTied({ text, before, after, sentence, isQuoted }: Phrase, kind: number): boolean {
  if (isQuoted) return false;
  const near = before.slice(-6) + text + after.slice(0, 8);
  if (kind !== WORD && (kind === LOOKS ? WORK : NAME).test(near)) return false;
  if (/[一-鿿]$/u.test(before) && /^[男女妻夫漢]/u.test(text)) return false;
  if (isAgainstPrejudice(sentence) || isAboutWords(sentence)) return false;
  if (/^(?:妻|夫|母親|父親|お母さん|お父さん)の(?:介護|看病)/u.test(text)) return false;
  if (/性別|男女共同|固定的|役割分担|平等|性差/u.test(sentence)) return false;
  return !/^(?:展|画|像|座|映画)/u.test(after);
}
