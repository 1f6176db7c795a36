import { CONTEMPT, MODIFIED, ON_THEIR_SIDE, SLIGHT } from "../../facts/belittling.ts";
import { isAboutWords, isHistory, isTale } from "../../facts/context.ts";
import { type Framing, findFrames } from "../../facts/frames.ts";
import { frames } from "../../facts/lexicon.ts";
import { findPhrases, nextSentence, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { isInsideRun, scriptOf } from "../../facts/scripts.ts";
import { overlapsAny } from "../../facts/span.ts";
import { isAgainstPrejudice } from "../../facts/stance.ts";
import type { Hit, Rule, RuleContext } from "../rule.ts";

/** What may stand between a group's name and what is said of it: people of the group, and a particle. */
const OF_GROUP =
  /^(?:[^、。はが]{0,9}?(?:人間|人々?|(?<![^のるたいな])方々?|者|子ども|(?<![^のるたいな])子|徒|住民|客|店|世帯|家庭|家族|学生|生徒|労働者|選手|社員|作業員|観光客|旅行者|ドライバー|運転手|先生|教師|職員|議員|社長|上司|店員|従業員|受給者|[士官師手長]|カップル|連中|奴|やつ|さん|たち))?(?:たち|達|ら|ども|さん)?(?:という(?:のは|もの(?:は)?)|って|とは?|は|が|を(?=見|雇|入れ|産|避|追|排|差)|も|なんて|なんか|には?|など|等|ばかり|ばっかり|だけ(?:が|は)?|の?(?:ような|みたいな|ように)|による|の(?=マナー|犯罪|迷惑|騒音|ごみ|ゴミ|入|利用|参加|応募|宿泊|くせ)|では)/u;
/** Work called low. */
const LOW_WORK =
  /(?:底辺|最底辺|下層)の?(?:仕事|職業|職種|労働|人間|人たち|人々|生活)|(?:なんて|なんか|は|みたいな)[、]?(?:(?:学歴|学|頭|知識|能力)[のがは]?(?:い|要)らない|誰でもできる|だれでもできる|頭を使わない|恥ずかしい)[^。\n、]{0,6}(?:仕事|職業|職)|(?:なんて|なんか|は|みたいな)[、]?(?:学のない|学歴のない|頭の悪い|能力のない|能のない|行き場のない|ほかに行き場のない|落ちこぼれ|貧乏人|負け組|誰にも相手にされない)[^。\n、]{0,6}(?:仕事|職業|職)|(?:勉強|努力)し?(?:ないと|なければ|なきゃ)[^。\n]{0,16}(?:仕事|職業?|作業員?)(?:しか|に(?:なる|な[りっ]|就))|(?:アルバイト|パート|派遣|バイト|作業員|運転手|店員|主婦|事務員|平社員|清掃員)(?:風情|ごとき|の?分際)|日本人(?:だけ[での]|のみ(?![^。]{0,4}なら)|限定|以外[はの][^。\n、]{0,8}(?:お断り|ご?遠慮|不可|禁止))(?!な[くい]|は|も)/gu;
const INFANTILE = /女子ども|女子供|おんなこども/gu;
const INFANTILE_USE = /^(?:に|でも|は|の(?:遊|する))/u;
const DESPITE = /^(?:の)?(?:くせに|クセに|癖に|分際で|ごとき[にがでの]|風情[がにの]|の言うこと)/u;
const AFTER_ALL = /(?:しょせん|所詮|どうせ|たかが)[、 ]?$/u;
/** Of whom one is to beware, or that they come and something gets worse: 外国人に気をつけて, 移民が増えると困ります. */
const GUARDED = /^(?:気を|注意|警戒|通報|監視|見張|戸締|目を離)/u;
// Bounded: a frame has at most 24 units between its words.
const GUARDS =
  /(?:に(?:は|も)?|を|を見(?:かけ)?たら[^。]{0,8}|[がのも](?:増え|多|来|住|いる|集ま)[^。]{0,18}|による[^。]{0,12})$/u;
const NEGATED = /^(?:し|さ|せ|され|られ|れ)?(?:ない|ません|ず(?![るにっ])|なく|なかっ)/u;
const WORSENED = /^(?:荒れ|乱れ|汚れ|下が|悪く|悪化|落ち|遅れ|困り|まとまら)/u;
const GROWS = /[がのも](?:増え|多|来|住|いる|い続|入|集ま|出入)/u;
/** How far behind the group and its particle the belittling words begin, by the frame's sort. */
const NEAR = {
  belittled: 16,
  gone: 18,
  feared: 18,
  rank: 0,
  descent: 24,
  origin: 0,
  crowd: 18,
} as const;
/** 甘えではありません, 怠けているのではない. */
const DENIED =
  /^[^。！？\n、]{0,10}(?:では|じゃ|わけでも)(?:ありません|なく|ない(?!か|でしょ|の|です))/u;
const LIMIT =
  /^(?:割|無料|限定|専用|優先|参加|以上|未満|以下|支援|対象|手帳|総合支援|人口|センター|相談|向け|雇用|週間|スポーツ|団体|施設|福祉|用)/u;
const NAME_TAIL =
  /^[一-鿿]{0,8}(?:法|法律|規則|条例|協会|連盟|養成所|史|像|碑|塚|墓地|地蔵|岩|石|坂|橋|峠|神社)(?![一-鿿])/u;

export const toneDiscrimination: Rule = {
  id: "tone.discrimination",
  clause: "4(5)イ",
  level: "stop",
  *check({ facts }) {
    for (const { start, end, text, isMild } of [...slurs(facts), ...statements(facts)]) {
      const hit: Hit = { start, end, message: { key: "tone_discrimination", args: [text] } };
      yield isMild ? { ...hit, level: "care" } : hit;
    }
  },
  examples: {
    fires: [
      { text: "外国人はマナーが悪いので、見かけたら注意を。", marks: "外国人はマナーが悪" },
      { text: "女のくせに、という声もありますが歓迎します。", marks: "女のくせに" },
      { text: "外国人の利用はお断りします。", marks: "外国人の利用はお断り" },
      { text: "差別ではありませんが、移民は信用できません。", marks: "移民は信用でき" },
      { text: "あの店は支那人ばかりです。", marks: "支那人" },
      { text: "よその国から来た人が増えると治安が悪くなります。" },
      { text: "ホームレスのような汚い人が居つかない公園にします。" },
      { text: "宗教をやっている人とは関わらないほうがいいですよ。" },
      { text: "高卒の人には難しい仕事です。", marks: "高卒の人には難しい" },
      { text: "若者は根性がないと言いますが、そのとおりです。", marks: "若者は根性が" },
      { text: "ホームレスみたいになりたくなければ、勉強しましょう。" },
      { text: "外国人にしては、ごみの出し方がきちんとしています。" },
      { text: "独身の人には子育ての苦労は分からないでしょう。" },
      {
        text: "片親の子は、寂しさから悪い道に走りやすいものです。",
        marks: "片親の子は、寂し",
      },
      { text: "あちらの人は気性が激しいので、気をつかいます。", marks: "の人は気性" },
      { text: "車いすの方が入ると水が汚れるという声がありました。" },
      { text: "外国人は分別を守らないので、見張りをお願いします。", marks: "外国人は分別を守ら" },
      { text: "相手が部落の出でないか、調べておくと安心です。" },
      { text: "昔のバカチョンカメラで十分です。" },
      { text: "東北の人は訛りがひどいですが、移住者として歓迎します。" },
      { text: "片親の子は素行が悪いので、夜は声をかけてください。" },
    ],
    quiet: [
      "「外国人お断り」という貼り紙は差別です。",
      "外国人はマナーが悪い。それは偏見です。",
      "高齢者は暑さに弱いので、エアコンを使いましょう。",
      "高齢者や乳幼児は熱中症の危険が高くなります。",
      "障害者差別解消法を学びます。北海道旧土人保護法の歴史にもふれます。",
      "女性は貧血になりやすいので、鉄分をとりましょう。",
      "中野の土人形の絵付け体験です。",
      "障害者は無料、女性は1,000円です。",
      "外国人の方には難しい漢字に、ふりがなを付けました。",
      "息子を名乗る男は泥棒です。80歳代の女性の行方が分からなくなっています。",
      "外国人を狙った犯罪が増えています。障害者を排除しない社会へ。",
      "外国籍の方が越してきたら、ごみの出し方のチラシをお渡しください。",
      "女性トイレが汚いとのご指摘をいただき、改修しました。",
      "うつ病は怠けではなく、脳の病気です。犯罪が増える年末、外国人にも分かるチラシを作りました。",
      "難聴の方は聞こえにくいことがあるので、声をかけて支援してください。",
      "外国人住民の困りごとの相談に、通訳を交えて応じます。",
    ],
  },
};

/** Mild: the construction says it, and no word of contempt. */
type Said = Phrase & { isMild?: boolean };

function* slurs(facts: RuleContext["facts"]): Generator<Said> {
  for (const word of facts.words) {
    if (word.lexicon !== "slur" || isInsideRun(facts.text, word.start, word.end)) continue;
    const phrase = phraseAt(facts, word.start, word.end);
    const { before, after, sentence, isQuoted } = phrase;
    if (isQuoted || NAME_TAIL.test(after)) continue;
    if (isAboutWords(sentence) || isHistory(withoutOldDays(sentence)) || isTale(sentence)) continue;
    if (isAgainstPrejudice(before + after)) continue;
    const previous = scriptOf(before.at(-1) ?? "");
    const first = scriptOf(word.word.charAt(0));
    if (first === "hiragana" && previous === "hiragana" && !/[がはもをにでとのや]$/u.test(before))
      continue;
    if (first === "kanji" && word.word.length <= 2 && previous === "kanji") continue;
    yield phrase;
  }
}

/** 昔の…で十分, 昔から言います: no history is told. */
function withoutOldDays(sentence: string): string {
  return sentence.replace(/(?:大|一)?昔(?:の|から|ながら)/gu, "");
}

function* statements(facts: RuleContext["facts"]): Generator<Said> {
  for (const infantile of findPhrases(facts, INFANTILE))
    if (!infantile.isQuoted && INFANTILE_USE.test(infantile.after)) yield infantile;
  for (const work of findPhrases(facts, LOW_WORK))
    if (!work.isQuoted && !isAgainstPrejudice(work.sentence)) yield work;
  let reach = 0;
  const plain = [...despised(facts), ...findFrames(facts, "prejudice").filter(isSaidOfGroup)];
  const built = [...belittled(facts), ...described(facts)].filter(
    (one) => !overlapsAny(plain, one),
  );
  const all: readonly Said[] = [...plain, ...built];
  for (const said of all.toSorted((a, b) => a.start - b.start)) {
    if (said.isQuoted || isRefuted(facts, said)) continue;
    if (said.start < reach) continue;
    reach = said.end;
    yield said;
  }
}

/** 女のくせに, 所詮高卒だ: contempt that needs no more than the group's name. */
function* despised(facts: RuleContext["facts"]): Generator<Phrase> {
  for (const word of facts.words) {
    if (
      word.lexicon !== "frame-head" ||
      !word.frames.some((one) => frames()[one]?.of === "prejudice")
    )
      continue;
    const group = phraseAt(facts, word.start, word.end);
    if (isPartOfWord(group)) continue;
    const people = /^(?:の)?(?:人|者|方|たち|ども)?/u.exec(group.after)?.[0] ?? "";
    const despite = word.text.startsWith("男")
      ? null
      : DESPITE.exec(group.after.slice(people.length));
    const length = despite
      ? people.length + despite[0].length
      : AFTER_ALL.test(group.before)
        ? (/^(?:の)?(?:人|者)?(?:は|が|なんて|だ|です|なので|の)/u.exec(group.after)?.[0].length ??
          0)
        : 0;
    if (length > 0) yield phraseAt(facts, word.start, word.end + length);
  }
}

/** 片親だから仕方ない, 外国人にしては丁寧: a group and a construction that looks down on it. */
function* belittled(facts: RuleContext["facts"]): Generator<Said> {
  let reach = 0;
  for (const word of facts.words) {
    if (word.lexicon !== "frame-head" || word.start < reach) continue;
    if (!word.frames.some((one) => frames()[one]?.of === "prejudice")) continue;
    const group = phraseAt(facts, word.start, word.end);
    if (isPartOfWord(group)) continue;
    const said = slighted(facts, group);
    if (!said || (!CONTEMPT.test(said.text) && ON_THEIR_SIDE.test(withoutConcession(group))))
      continue;
    reach = said.end;
    yield { ...said, isMild: true };
  }
}

/** よその人が, あちらの人は: a group that no list has. */
function* described(facts: RuleContext["facts"]): Generator<Said> {
  for (const people of findPhrases(facts, MODIFIED)) {
    if (ON_THEIR_SIDE.test(withoutConcession(people)) || people.isQuoted) continue;
    const said = slighted(facts, people);
    if (said) yield { ...said, isMild: true };
  }
}

/** What is said first and then made up for: 訛りがひどいですが、歓迎します. */
function withoutConcession({ before, text, after }: Phrase): string {
  const first = /^[^、。]{2,40}?(?:です|ます|せん|ない|い|た|もの)(?:が|の|けど|けれど)、/u.exec(
    after,
  )?.[0];
  return before + text + (first ?? after);
}

/** Named in every second post: a sex, an age, a patient. */
const NAMED_OFTEN =
  /^(?:[男女](?:性|子|の[人子])?|お[ばじ]さん|高齢者|感染.*|患者|子ども|主婦|若者)$/u;
/** How far before and behind the group's name a slight is looked for, in units. */
const BEFORE = 18;
const BEHIND = 36;

/** The group's name together with the nearest slight of its sentence. */
function slighted(facts: RuleContext["facts"], group: Phrase): Phrase | null {
  if (NAMED_OFTEN.test(group.text) || /^(?:語|料理|車|国)/u.test(group.after)) return null;
  if (isAboutWords(group.sentence)) return null;
  if (isHistory(withoutOldDays(group.sentence)) || isTale(group.sentence)) return null;
  const behind = SLIGHT.exec(group.after.slice(0, BEHIND));
  if (behind) return phraseAt(facts, group.start, group.end + behind.index + behind[0].length);
  const nearby = group.before.slice(-BEFORE);
  const before = nearby.slice(nearby.lastIndexOf("、") + 1);
  const found = SLIGHT.exec(before);
  return found && phraseAt(facts, group.start - before.length + found.index, group.end);
}

/** Whether the belittling words are said of the group: no other word stands between that owns them. */
function isSaidOfGroup(framing: Framing): boolean {
  const { frame, between, head, tail, after, text } = framing;
  const behind = text.slice(head.length) + after;
  if (isPartOfWord({ ...framing, text: head, after: behind })) return false;
  const sort = sortOf(frame);
  if (sort === "origin") return true;
  // 外国人お断り
  if (between === "")
    return /^(?:お断り|(?:出入り|立ち?入り?|入店|入場|利用)禁止|ご遠慮)/u.test(tail);
  const link = OF_GROUP.exec(between + tail)?.[0];
  if (
    link === undefined ||
    link.length > between.length ||
    between.length - link.length > NEAR[sort]
  )
    return false;
  if ((sort === "gone" || sort === "feared") && NEGATED.test(after)) return false;
  if (sort === "crowd") return GROWS.test(between);
  if (sort !== "descent" && GUARDED.test(tail)) return GUARDS.test(between);
  if (WORSENED.test(tail)) return GROWS.test(between);
  return true;
}

function sortOf(frame: number): keyof typeof NEAR {
  const name = frames()[frame]?.sort ?? "";
  return name in NEAR ? (name as keyof typeof NEAR) : "belittled";
}

/** Taken back in its own sentence or by the next one. */
function isRefuted(facts: RuleContext["facts"], { text, sentence, after, start }: Phrase): boolean {
  if (isAgainstPrejudice(sentence.replace(text, "")) || DENIED.test(after)) return true;
  const next = nextSentence(facts, start);
  return (
    /^(?:これ|それ|そ[のうん]|こ[のう]|と(?:いう|いった|の))/u.test(next) &&
    isAgainstPrejudice(next)
  );
}

function isPartOfWord({ before, after, text }: Pick<Phrase, "before" | "after" | "text">): boolean {
  if (LIMIT.test(after)) return true;
  // One man, not men: 息子を名乗る男は, 80歳代の女性の.
  if (/^[男女]性?$/u.test(text) && /(?:[るた]|[歳代頃]の)$/u.test(before)) return true;
  // 男 and 女 are parts of many words (長男, 少女, 男女); katakana runs on (ゲイ in ゲイン).
  return (
    (/^[男女]/u.test(text) && /[一-鿿]$/u.test(before)) ||
    isInsideRun(before + text + after, before.length, before.length + text.length)
  );
}
