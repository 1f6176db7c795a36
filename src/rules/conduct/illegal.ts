import { isFraudWarning, isHistory, isTale } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { findFrames } from "../../facts/frames.ts";
import { LEADS_TO, leaveLength, permittedLength } from "../../facts/leave.ts";
import { frames } from "../../facts/lexicon.ts";
import { findAll, nextSentence, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { LAWFUL, MENACES, SCHEMES } from "../../facts/schemes.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import { overlapsAny } from "../../facts/span.ts";
import { isAgainstAct } from "../../facts/stance.ts";
import { wordsBetween } from "../../facts/words-between.ts";
import type { Rule } from "../rule.ts";

/** Conceded, and allowed all the same: only with a word that nobody looks or cares. */
const CONCEDED: readonly RegExp[] = [
  /(?:禁止|違法|違反|法律|条例|規則|ルール|校則|決まり|[一-鿿]法(?=なん)|ダメ|だめ|いけない)[^。\n]{0,14}?(?:ですが|だけど|ですけど|けれど|けど|とはいえ|のですが|ても|でも|なんて|なんか|など)/gu,
];
const CONCESSION =
  /(?:禁止|違法|違反|犯罪|ダメ|だめ|いけない|いけません|なりません)[^。\n]{0,10}?(?:ですが|だけど|ですけど|けれど|けど|とはいえ|のですが|でも|も、)/gu;
const PROPOSED = /^[^。\n]{0,30}(?:ちゃ|しま)(?:いましょう|おう|って)/u;
const THREAT_OF_ANIMAL =
  /クマ|熊|イノシシ|シカ(?!ら)|ハチ|害虫|蚊|ウイルス|細菌|菌|雑草|カメムシ|ネズミ|アリ|ダニ|外来|駆除|消毒|大会|試合|チーム|選手|戦|打線|紅白|登山|滑落|お化け|ホラー|怪談/u;

export const toneIllegal: Rule = {
  id: "tone.illegal",
  clause: "4(5)ウ",
  level: "stop",
  *check({ facts }) {
    let reach = 0;
    const plain = [...unnoticed(facts), ...urged(facts), ...threats(facts)];
    const told = [...schemes(facts), ...menaces(facts), ...tips(facts)];
    const found = [...plain, ...told.filter((one) => !overlapsAny(plain, one))];
    for (const phrase of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (phrase.start < reach) continue;
      reach = phrase.end;
      const { start, end, text, isThreat, isMild } = phrase;
      const key = isThreat ? "tone_illegal_threat" : "tone_illegal";
      const message = { key, args: [text] } as const;
      yield { start, end, message, ...(isMild ? { level: "care" as const } : {}) };
    }
  },
  examples: {
    fires: [
      {
        text: "少しくらい飲んで運転しても大丈夫です。",
        marks: "飲んで運転しても大丈夫",
      },
      { text: "庭でごみを燃やしてもバレません。", marks: "ごみを燃やしてもバレません" },
      { text: "粗大ごみは河川敷へ捨ててしまいましょう。" },
      { text: "19歳の皆さんも、今日はお酒で乾杯しましょう！" },
      { text: "これ以上騒ぐなら、ただでは済ませません。", marks: "ただでは済" },
      { text: "子どもは叩いてしつけるのが一番です。" },
      { text: "海賊版なら無料なのでおすすめです。" },
      { text: "花火は禁止ですが、職員が帰ったあとなら大丈夫です。" },
      { text: "無許可でわなを仕掛けてしまいましょう。" },
      { text: "収入を少なく申告すれば、補助金がもらえます。" },
      { text: "文句を言う人の家に火をつけてやりたいです。" },
      { text: "速度なんて誰も守っていません。" },
      { text: "次に同じことを書いたら、家まで行きますよ。" },
      { text: "一緒に住んでいることにすると、税金が安くなります。" },
      { text: "代行が混むので、忘年会の帰りは少し休んで運転すれば問題ありません。" },
      { text: "お酒は、車で来た人も乾杯の一杯だけは飲みましょう。" },
      { text: "粗大ごみは、夜のうちに隣の地区の集積所に置いてきてください。" },
      { text: "次に見つけたら、骨の一本や二本は折らせてもらいます。" },
      { text: "パトカーもいない早朝は、アクセルを踏んで気持ちよく走れます。" },
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
      "閉館後は返却ポストに本を入れてください。免許がなくても操縦は見学できます。",
      "届を出さなければ、手当はもらえません。",
      "狂犬病の予防注射の会場では、犬のリードを短く持ってください。",
      "林道にタイヤが捨てられていました。痛い目にあう前に、危険な場所を確かめましょう。",
      "忘年会の帰りは代行を頼みましょう。銅線の盗難が相次いでいます。",
      "灯籠を川に流しましょう。落ち葉で焼きいもを焼いて食べましょう。",
    ],
  },
};

/** Mild: the construction tells it, and not a word for the act. */
type Found = Phrase & { isThreat: boolean; isMild?: boolean };

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
function actsIn(facts: Facts): (Phrase & { isAlone: boolean; isFramed: boolean })[] {
  const named = facts.words
    .filter(
      ({ lexicon, start, end }) => lexicon === "offence" && !isInsideRun(facts.text, start, end),
    )
    .map(({ start, end }) => ({ ...phraseAt(facts, start, end), isAlone: false, isFramed: false }));
  const framed = findFrames(facts, "offence").map((phrase) => ({
    ...phrase,
    isAlone: frames()[phrase.frame]?.alone ?? false,
    isFramed: true,
  }));
  return [...named, ...framed];
}

function* urged(facts: Facts): Generator<Found> {
  for (const act of actsIn(facts)) {
    const hush = hushIn(facts, act);
    const length = act.isAlone ? 0 : leaveLength(act);
    const isMild = length < 0 && !hush.some(({ lexicon }) => lexicon === "evasion");
    if (
      isMild &&
      !LEADS_TO.test(act.after) &&
      (!act.isFramed || UNDONE.test(act.after) || BY_OTHERS.test(act.sentence))
    )
      continue;
    const heard = hush.length > 0 ? withoutHush(act, hush) : act;
    if (isRefused(facts, heard) || isHarmless(act, hush.length > 0)) continue;
    if (isTale(act.sentence)) continue;
    if (isHistory(act.sentence) && !/古き良|よかった|武勇|思い出|懐かし|[笑wｗ]/u.test(act.after))
      continue;
    const end = act.end + Math.max(length, 0);
    yield { ...act, end, text: facts.text.slice(act.start, end), isThreat: false, isMild };
  }
}

/** Not done, suffered, or only a condition under which something applies. */
const UNDONE =
  /^(?:替|換|れ替|れ換)|^[^。！？\n、]{0,4}?(?:ない|ません|ず(?![っいる])|なく(?!て)|られ|され(?!ま?せん)|[いるただ](?:方|人|場合|とき|際|ため|車|者|と)|希望|禁|可能|届|許可|が必要|には、)/u;
const BY_OTHERS =
  /くれ|いただ|られ|され(?!ま?せん)|展示|施設|事業|児童が|生徒が|業者(?!の皆)|撤去|回収|清掃|献花|連絡を取|発電|通報|見つかりました|発生|増えて|相次|続いて|寄せられ|苦情|滞納|公売|(?:(?<!たい)[方人]|車|者|世帯|(?<!皆)さん|氏)(?:が|は(?![^。]*(?:ください|下さい|ましょう))|に)/u;

type Words = Facts["words"];

/** Words of the act's sentence that nobody will notice or mind. */
function hushIn({ words }: Facts, { start, end, before, after }: Phrase): Words {
  return wordsBetween(words, start - before.length, end + after.length).filter(
    (word) =>
      (word.lexicon === "evasion" || word.lexicon === "stealth") && word.end <= end + after.length,
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
    const isSaid =
      /^(?:バレ|ばれ)(?:ま|な|ず|っこ)|りませんよ$|^(?:しまえ|ちゃえ)?ばバレ|れば(?:見つか|バレ)/u.test(
        word.text,
      );
    if (
      !isSaid &&
      permittedLength(phrase.after) < 0 &&
      !/^[^。\n]{0,16}(?:ましょう|ちゃ|しまえ|しまおう|ればいい)/u.test(phrase.after)
    )
      continue;
    if (/^れば/u.test(word.text) && /な?け$/u.test(phrase.before)) continue;
    if (/サプライズ|プレゼント|変装|かくれんぼ|鬼ごっこ|仮装/u.test(phrase.sentence)) continue;
    if (/^(?:よう(?!な場所)|ため|か[？?不心])/u.test(phrase.after)) continue;
    if (!isRefused(facts, withoutHush(phrase, [word]))) yield { ...phrase, isThreat: false };
  }
  for (const phrase of findAll(facts, CONCEDED)) {
    const [hush] = hushIn(facts, phrase).filter(({ start }) => start >= phrase.end - 4);
    const length = Math.max(
      permittedLength(phrase.after),
      PROPOSED.exec(phrase.after)?.[0].length ?? -1,
    );
    if (!hush || length < 0 || phrase.isQuoted) continue;
    if (isAgainst(withoutHush(phrase, [hush]).after)) continue;
    const end = Math.max(hush.end, phrase.end + length);
    yield { ...phrase, end, text: facts.text.slice(phrase.start, end), isThreat: false };
  }
}

/** Acts that are told of as stopped, prevented, removed or learnt about. */
function isHarmless({ after, before, sentence }: Phrase, isHushed = false): boolean {
  return (
    /^(?:を|の)?(?:見(?:かけ|つけ)|防|なく(?!て|ちゃ)|減ら|対策|根絶|パトロール|回収|清掃|監視|消し|消す|発見|情報|通報|相談|撤去|啓発|体験|について|を?しない|しない|せず|をせず|ず|ゼロ|の(?:ない|防止|怖|実態|手口|通報|相談|危険|影響|現状|ニュース|処理|撤去|回収|清掃))/u.test(
      after,
    ) ||
    /(?:禁止|違法|犯罪|防止)[^。]{0,10}$/u.test(before) ||
    (!isHushed &&
      /講座|講習|教室|裁判|学習|講演|映画(?:会|祭|鑑賞|[「『])|上映|劇|クイズ|相談|体験|訓練|啓発|キャンペーン|運動(?!会|場|公園|不足)|条例|法律|罪/u.test(
        sentence.replace(/犯罪(?!被)/gu, ""),
      ))
  );
}

/** What is told to be hidden, lied about or got for nothing, whatever the act. */
function* schemes(facts: Facts): Generator<Found> {
  for (const phrase of findAll(facts, SCHEMES)) {
    const { sentence } = phrase;
    if (phrase.isQuoted || isHarmless(phrase) || isTale(sentence) || isHistory(sentence)) continue;
    if (isFraudWarning(sentence) || LAWFUL.test(sentence)) continue;
    if (isRefused(facts, withoutHush(phrase, hushIn(facts, phrase)))) continue;
    yield { ...phrase, isThreat: false, isMild: true };
  }
}

/** How far apart, in units, an act and its praise still speak of each other. */
const REACH = 30;
/** No post has so many. */
const MOST = 200;
const ASKED =
  /^[^。\n]{0,24}?(?:ください|下さい|ましょう|ませんか|いかが|どうぞ|もらえ(?:ます|る)|受けられ(?:ます|る)|のが(?:いい|良い|早い|賢))/u;
const UNABLE = /(?:でき|なり|いただけ|おりま?)(?:ません|ない)/u;

/** A rule set aside, or an act that is often unlawful, and that it is fine, gainful or seen by nobody. */
function* tips(facts: Facts): Generator<Found> {
  const acts = facts.words.filter(({ lexicon }) => DEEDS.has(lexicon)).slice(0, MOST);
  for (const word of acts) {
    const isBreach = word.lexicon === "breach";
    const phrase = phraseAt(facts, word.start, word.end);
    const { before, after, sentence } = phrase;
    if (phrase.isQuoted || isHarmless(phrase) || isTale(sentence) || isHistory(sentence)) continue;
    if (isFraudWarning(sentence) || LAWFUL.test(sentence)) continue;
    const near = wordsBetween(
      facts.words,
      word.start - Math.min(before.length, REACH),
      word.end + Math.min(after.length, REACH),
    ).filter(({ start, end }) => end <= word.start || word.end <= start);
    const praise = near.filter(({ lexicon }) => BOONS.has(lexicon));
    const other =
      praise[0] ?? (isBreach && near.find(({ lexicon }) => DEEDS.has(lexicon))) ?? undefined;
    const asked = isBreach ? ASKED.exec(after)?.[0].length : undefined;
    if (!other && asked === undefined) continue;
    const heard = withoutHush(phrase, [...praise, ...hushIn(facts, phrase)]);
    if (UNABLE.test(heard.after.slice(0, REACH)) || isRefused(facts, heard)) continue;
    const start = Math.min(word.start, other ? other.start : word.start);
    const end = Math.max(word.end, other ? other.end : word.end + (asked ?? 0));
    yield { ...phraseAt(facts, start, end), isThreat: false, isMild: true };
  }
}

const BOONS: ReadonlySet<string> = new Set(["boon", "evasion", "stealth"]);
const DEEDS: ReadonlySet<string> = new Set(["breach", "deed", "offence"]);

function* menaces(facts: Facts): Generator<Found> {
  for (const phrase of findAll(facts, MENACES)) {
    const { sentence, before, after } = phrase;
    if (phrase.isQuoted || THREAT_OF_ANIMAL.test(sentence) || LAWFUL.test(sentence)) continue;
    if (isTale(sentence) || isHistory(sentence) || isAgainst(before + after)) continue;
    yield { ...phrase, isThreat: true, isMild: true };
  }
}

function* threats(facts: Facts): Generator<Found> {
  for (const word of facts.words) {
    if (word.lexicon !== "threat") continue;
    const phrase = phraseAt(facts, word.start, word.end);
    if (phrase.isQuoted || THREAT_OF_ANIMAL.test(phrase.sentence)) continue;
    if (/^(?:ない|ません|ず|なく|[わうっ](?:ない|ず|なく|前|こと|た))/u.test(phrase.after))
      continue;
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
