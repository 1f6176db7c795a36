import { isHistory, isTale } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { findFrames } from "../../facts/frames.ts";
import { FRAMES } from "../../facts/lexicon.ts";
import { findAll, nextSentence, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import { isAgainstAct } from "../../facts/stance.ts";
import type { Rule } from "../rule.ts";

const FINE =
  "(?:大丈夫|平気|問題(?:な[いしく]|あり(?!ます))|構い?ま|かまい?ま|構わ|かまわ|OK|ＯＫ|オッケー|いい(?:です|よ|でしょ|と思|の(?:で|に)|んじゃ|！|!|。|$)|[良よ]い(?:です|でしょ|と思|の|！|。|$)|よろし|差し支え|セーフ|許され(?!ま|な)|許してもら|許します|黙認|怒られ(?:ま?せん|ない)|とがめられ(?:ま?せん|ない)|罰せられ(?:ま?せん|ない)|罪に(?:は)?なり?ま?せん|違反に(?:は)?なり?ま?せん|違法に(?:は)?なり?ま?せん|バレ(?:ま?せん|ない|な)|ばれ(?:ま?せん|ない|な)|見つか(?:りません|らな)|捕まり?(?:ません|らな)|わかりません|分かりません|わからない|分からない|十分|別に)";
/** Behind an act: it is allowed, excused or said to go unnoticed. */
const PERMITTED = new RegExp(
  `^(?:[てで]?|[^。！？\\n]{0,14}?(?:ても|でも|たって|だって|くらい|ぐらい|程度|なら|だけ|のは|は|が|も|から|ので|ば|なくて)[^。！？\\n]{0,8}?)${FINE}`,
  "u",
);
/** The act itself is what is asked for: its verb goes on into the request. */
const URGED =
  /^(?:を|に|も)?(?:し|やり|やっ|行い|行っ|楽しみ|始め|続け|手を出し)?(?:[てで](?:しまい|しまえ|おき|おけ|み|き|行き|いき|あげ|もらい|もらえ|いただき)?|ちゃい|ちゃえ|じゃい|に行き|れ|り|い|し|め|ち|み|ぎ|び|き|せ|え|け)?(?:ましょ|ませんか|ちゃえ|しまえ|しまおう|しまって|みよう|みて|みたい|やろう|ください|下さい|おいで|ちゃお|ちゃって|ほしい|欲しい|くれ(?=[よ。！!、]|$)|よう(?=[よぜか！!。♪]|$)|おう(?=[よぜか！!。♪]|$)|ろう(?=[よぜか！!。♪]|$)|そう(?=[よぜか！!。♪]|$)|こう(?=[よぜか！!。♪]|$)|とう(?=[よぜか！!。♪]|$))/u;
/** Done so, something follows that is asked for: 水増しして…もらおう, 無許可で…しまおう. */
const LINKED =
  /^(?:し)?[てで](?![はも])[^。！？\n、]{0,20}?(?:ましょう|しまおう|もらおう|楽しもう|稼ごう|しよう(?=[よぜか！!。♪]|$)|[っん]ちゃおう|ちゃえ|しまって(?:くだ|も))/u;
const TAUGHT =
  /^[^。！？\n]{0,10}?(?:コツ|こつ|裏技|裏ワザ|裏わざ|方法|やり方|やりかた|仕方|作り方|抜け道|抜け穴|テクニック|ノウハウ|秘訣|手順)(?:を[^。\n]{0,6}(?:教|紹介|お伝え|伝授|公開|ご案内|まとめ)|は(?:簡単|次|こちら|こう)|です|、)/u;
/** Praised, recommended, shrugged at; or a way to gain by it. */
const PRAISED =
  /^[^。！？\n]{0,14}?(?:おすすめ|オススメ|お勧め|お得|おトク|得です|得する|得をし|最高|かっこい|カッコ|すごい|立派(?!な犯)|楽し(?!く|む|そ)|便利|簡単(?!に[^。]{0,10}(?:騙|だま|手を|応募|稼げるなど))|賢|正解|一番です|いちばん|手です|手だ|手もあ|のも手|手でしょう|早い(?:です|者|でしょ)|楽です|楽だ|楽ちん|当然です|当たり前です|仕方(?:な|あ)|しかた(?:な|あ)|たしなみ|武勇|古き良|スリル|青春|粋(?:です|な)|ラッキー|勲章|腕前|英雄|拍手|あっぱれ|見事|頼もし|気持ちい|気分爽快|稼げ(?!るなど|ると)|稼ご|稼ぎましょ|儲か(?!ると)|もうか(?!ると)|みませんか|放題(?:です|だ|！|。|で)|一攫千金|狙い目|ねらい目|穴場|大歓迎|応援します|勝ちです|勝ち！|乗れます|帰れます|通れます|もらえます|安くなり|安く済|すぐに?許可|うまくい)/u;
const ASKED_BEFORE =
  /(?:おすすめ|お勧め|ぜひ|どんどん|思い切って|遠慮なく|堂々と|みんなで)[^。\n]{0,14}$/u;
/** Told of oneself with a smile, not with regret. */
const BOASTED =
  /^[^。！？\n]{0,8}?(?:(?:ちゃい|じゃい|てやり|でやり|ておき|でおき|てみ|てき)ました(?!ところ|が)|たことが(?:あり|何度)|[ただ]のは[^。\n]{0,6}(?:思い出|懐かし)|[ただ]もの(?:です|だ)|(?:は|が|も)[^。\n]{0,6}(?:思い出です|武勇伝|自慢です)|まし?た[^。\n]{0,3}(?:笑|w|ｗ|♪|☆|てへ))/u;
const REGRET = /詫び|申し訳|反省|謝|処分|再発|すみません|ごめん|後悔|恥ずかし|被害|されて|られて/u;
const OFFERED =
  /^(?:を|の)?(?:[^。\n、]{0,6}を)?(?:差し上げ|お配り|お渡し|売ります|お売り|お譲り|承り|請け負|手配し|作ります|作れます|募集(?:し|中)|求む|急募|大募集)/u;
/** Conceded, and allowed all the same: only with a word that nobody looks or cares. */
const CONCEDED: readonly RegExp[] = [
  /(?:禁止|違法|違反|法律|条例|規則|ルール|校則|決まり|[一-鿿]法(?=なん)|ダメ|だめ|いけない)[^。\n]{0,14}?(?:ですが|だけど|ですけど|けれど|けど|とはいえ|のですが|ても|でも|なんて|なんか|など)/gu,
];
const CONCESSION =
  /(?:禁止|違法|違反|犯罪|ダメ|だめ|いけない|いけません|なりません)[^。\n]{0,10}?(?:ですが|だけど|ですけど|けれど|けど|とはいえ|のですが|でも|も、)/gu;
const THREAT_OF_ANIMAL =
  /クマ|熊|イノシシ|シカ(?!ら)|ハチ|害虫|蚊|ウイルス|細菌|菌|雑草|カメムシ|ネズミ|アリ|ダニ|外来|駆除|消毒|大会|試合|チーム|選手|戦|打線|紅白|登山|滑落|お化け|ホラー|怪談/u;

export const toneIllegal: Rule = {
  id: "tone.illegal",
  clause: "4(5)ウ",
  level: "stop",
  *check({ facts }) {
    let reach = 0;
    const found = [...unnoticed(facts), ...urged(facts), ...threats(facts)];
    for (const phrase of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (phrase.start < reach) continue;
      reach = phrase.end;
      const { start, end, text, isThreat } = phrase;
      const key = isThreat ? "tone_illegal_threat" : "tone_illegal";
      yield { start, end, message: { key, args: [text] } };
    }
  },
  examples: {
    fires: [
      {
        text: "少しくらい飲んで運転しても大丈夫です。",
        marks: "少しくらい飲んで運転しても大丈夫",
      },
      { text: "庭でごみを燃やしてもバレません。", marks: "バレません" },
      { text: "粗大ごみは河川敷へ捨ててしまいましょう。" },
      { text: "19歳の皆さんも、今日はお酒で乾杯しましょう！" },
      { text: "これ以上騒ぐなら、ただでは済ませません。", marks: "ただでは済" },
      { text: "子どもは叩いてしつけるのが一番です。" },
      { text: "海賊版なら無料なのでおすすめです。" },
      { text: "花火は禁止ですが、職員が帰ったあとなら大丈夫です。" },
      { text: "無許可でわなを仕掛けてしまいましょう。" },
      { text: "収入を少なく申告すれば、補助金がもらえます。" },
      { text: "通報した人の家に火をつけてやりたいです。" },
    ],
    quiet: [
      "飲酒運転は犯罪です。「少しだけなら大丈夫」は大きな間違いです。",
      "落ち葉は袋に入れて、集積所に捨ててください。",
      "立入禁止の区域には入らないでください。",
      "大麻は違法です。誘われても断りましょう。",
      "接種券が見つからなければ、窓口で再発行します。",
      "お酒を飲んだら運転せず、代行を利用しましょう。",
      "不法投棄を見かけたら、通報してください。",
      "「殺すぞ」などの脅しは、警察に相談してください。",
      "叩かない、怒鳴らない子育てを学ぶ講座です。",
      "犬の入園は禁止ですが、盲導犬は大丈夫です。",
      "通行止めのため、迂回路を通ってください。歩行者は通れます。",
      "お酒を飲まない方が運転して帰りましょう。",
      "灯籠を川に流しましょう。落ち葉で焼きいもを焼いて食べましょう。",
    ],
  },
};

type Found = Phrase & { isThreat: boolean };

/** What is said against an act does not count where it is only conceded, or asks not to mind. */
function isAgainst(sentence: string): boolean {
  return isAgainstAct(
    sentence
      .replace(/(?:路?通行止め|立ち?入り?禁止|駐車禁止|進入禁止|釣り禁止)/gu, "")
      .replace(
        /(?:スピード|速度|駐車)違反|違反駐車|違法(?:ダウンロード|アップロード|コピー|サイト|動画|視聴|駐車|改造|薬物)/gu,
        "",
      )
      .replace(/(?:気に|心配|遠慮|怖がら|恐れ|迷わ)(?:し)?ないで/gu, ""),
  );
}

/** Refused words stand in quotes, or in a sentence that forbids them, or whose next one does. */
function isRefused(facts: Facts, { isQuoted, before, after, start }: Phrase, own = ""): boolean {
  if (isQuoted || isAgainst(before + own + after)) return true;
  const next = nextSentence(facts, start);
  return (
    /^(?:これ|それ|そ[のうん]|こ[のうれ]|と(?:いう|いった|の)|など)/u.test(next) && isAgainst(next)
  );
}

/** An act that is unlawful, by its name or by a thing and what is done with it. */
function actsIn(facts: Facts): (Phrase & { isAlone: boolean })[] {
  const named = facts.words
    .filter(
      ({ lexicon, start, end }) => lexicon === "offence" && !isInsideRun(facts.text, start, end),
    )
    .map(({ start, end }) => ({ ...phraseAt(facts, start, end), isAlone: false }));
  const framed = findFrames(facts, "offence").map((phrase) => ({
    ...phrase,
    isAlone: FRAMES[phrase.frame]?.alone ?? false,
  }));
  return [...named, ...framed];
}

/** How far the words behind an act reach that ask for, allow, teach, praise, offer it or boast of it. */
function leaveLength({ text, after, before, sentence }: Phrase): number {
  // 無許可で is a way of doing: what is done follows.
  if (/[てでくず]$/u.test(text) && LINKED.test(`て${after.replace(/^も/u, "")}`)) return 0;
  for (const said of [PERMITTED, URGED, LINKED, TAUGHT, PRAISED, OFFERED]) {
    const match = said.exec(after);
    if (match) return match[0].length;
  }
  const boast = REGRET.test(sentence) ? null : BOASTED.exec(after);
  if (boast) return boast[0].length;
  return ASKED_BEFORE.test(before) ? 0 : -1;
}

function* urged(facts: Facts): Generator<Found> {
  for (const act of actsIn(facts)) {
    const hush = hushIn(facts, act);
    const length = act.isAlone ? 0 : leaveLength(act);
    if (length < 0 && !hush.some(({ lexicon }) => lexicon === "evasion")) continue;
    const heard = hush.length > 0 ? withoutHush(act, hush) : act;
    if (isRefused(facts, heard) || isHarmless(act)) continue;
    if (isTale(act.sentence)) continue;
    if (isHistory(act.sentence) && !/古き良|よかった|武勇|思い出|懐かし|[笑wｗ]/u.test(act.after))
      continue;
    const end = act.end + Math.max(length, 0);
    yield { ...act, end, text: facts.text.slice(act.start, end), isThreat: false };
  }
}

type Words = Facts["words"];

/** Words of the act's sentence that nobody will notice or mind. */
function hushIn({ words }: Facts, { start, end, before, after }: Phrase): Words {
  return words.filter(
    (word) =>
      (word.lexicon === "evasion" || word.lexicon === "stealth") &&
      word.start >= start - before.length &&
      word.end <= end + after.length,
  );
}

/** Not being seen is what is promised, not what is warned of; what is conceded is not meant. */
function withoutHush(act: Phrase, hush: Words): Phrase {
  const clear = (text: string) =>
    hush.reduce((rest, word) => rest.replace(word.text, ""), text).replace(CONCESSION, "");
  return { ...act, before: clear(act.before), after: clear(act.after) };
}

/** Somebody is told that nobody will notice: with leave given, there is no lawful reason to say so. */
function* unnoticed(facts: Facts): Generator<Found> {
  for (const word of facts.words) {
    if (word.lexicon !== "evasion") continue;
    const phrase = phraseAt(facts, word.start, word.end);
    const isSaid = /^(?:バレ|ばれ)(?:ま|な|ず|っこ)|りませんよ$/u.test(word.text);
    if (
      !isSaid &&
      !PERMITTED.test(`なら${phrase.after}`) &&
      !/^[^。\n]{0,16}(?:ましょう|ちゃ|しまえ|しまおう|ればいい)/u.test(phrase.after)
    )
      continue;
    if (/サプライズ|プレゼント|変装|かくれんぼ|鬼ごっこ|仮装/u.test(phrase.sentence)) continue;
    if (/^(?:よう(?!な場所)|ため|か[？?不心])/u.test(phrase.after)) continue;
    if (!isRefused(facts, withoutHush(phrase, [word]))) yield { ...phrase, isThreat: false };
  }
  for (const phrase of findAll(facts, CONCEDED)) {
    const [hush] = hushIn(facts, phrase).filter(({ start }) => start >= phrase.end - 4);
    const leave =
      PERMITTED.exec(`なら${phrase.after.slice(0, 40)}`) ??
      /^[^。\n]{0,30}(?:ちゃ|しま)(?:いましょう|おう|って)/u.exec(phrase.after);
    if (!hush || !leave || phrase.isQuoted) continue;
    if (isAgainst(withoutHush(phrase, [hush]).after)) continue;
    const end = Math.max(hush.end, phrase.end + leave[0].length - 2);
    yield { ...phrase, end, text: facts.text.slice(phrase.start, end), isThreat: false };
  }
}

/** Acts that are told of as stopped, prevented, removed or learnt about. */
function isHarmless({ after, before, sentence }: Phrase): boolean {
  return (
    /^(?:を|の)?(?:見(?:かけ|つけ)|防|なく(?!て|ちゃ)|減ら|対策|根絶|パトロール|回収|清掃|監視|消し|消す|発見|情報|通報|相談|撤去|啓発|体験|について|を?しない|しない|せず|をせず|ず|ゼロ|の(?:ない|防止|怖|実態|手口|通報|相談|危険|影響|現状|ニュース|処理|撤去|回収|清掃))/u.test(
      after,
    ) ||
    /(?:禁止|違法|犯罪|防止)[^。]{0,10}$/u.test(before) ||
    /講座|講習|教室|裁判|学習|講演|映画(?!を)|上映|劇|クイズ|相談|体験|訓練|啓発|キャンペーン|運動|条例|法律|罪/u.test(
      sentence.replace(/犯罪(?!被)/gu, ""),
    )
  );
}

function* threats(facts: Facts): Generator<Found> {
  for (const word of facts.words) {
    if (word.lexicon !== "threat") continue;
    const phrase = phraseAt(facts, word.start, word.end);
    if (phrase.isQuoted || THREAT_OF_ANIMAL.test(phrase.sentence)) continue;
    if (/^(?:ない|ません|ず|なく)/u.test(phrase.after)) continue;
    if (/^(?:覚悟|逃)/u.test(word.text) && /を$/u.test(phrase.before)) continue;
    if (
      /^[^。\n]{0,12}(?:と(?:脅|言われ|書かれ|いう(?:電話|メール|手紙|書き込み|脅迫))|など|予告)/u.test(
        phrase.after,
      )
    )
      continue;
    if (isTale(phrase.sentence) || isHistory(phrase.sentence)) continue;
    if (isAgainst(phrase.before + phrase.after)) continue;
    yield { ...phrase, isThreat: true };
  }
}
