import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import {
  findAll,
  findPhrases,
  joinSpans,
  nextSentence,
  type Phrase,
  phraseAt,
  wholePost,
} from "../../facts/phrases.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import { wordsBetween } from "../../facts/words-between.ts";
import type { Rule } from "../rule.ts";
import { BY_ITSELF, PLAIN } from "./campaigning.ts";

/** Votes and candidates of another kind. */
const CONTEST =
  /グランプリ|ゆるキャラ|コンテスト|コンクール|人気投票|総選挙(?:と銘|風|イベント|メニュー|パン|スイーツ|グルメ|りんご|本|絵本|キャラ)|メニュー総選挙|スイーツ|ご当地|世界遺産|候補地|ノミネート|生徒会|児童会|模擬|抽選|プレゼント|クイズ|応募|キャンペーン|懸賞|宝くじ|入居|当選番号|当せん|景品|アンケート|学級|委員長選|ベストナイン|MVP|日本一決定|オールスター|大賞|アワード|給食(?:の|人気|メニュー)|作品|ロゴ|愛称|デザイン|写真展|フォト|スピーチ|弁論|カラオケ/u;
/** Behind a name: who stands for election, or holds what is elected. */
const TITLE =
  /候補(?!者(?:の(?:氏名|名前|名(?=を)|一覧|情報|掲|選)|説明|等)|地|日|作)(?:者|予定者)?|(?:氏|さん|くん|ちゃん|議員|市長|知事|町長|村長|君|先生|代議士|県議|市議|現職|陣営)(?=[のをにがはへこなだ、]|で(?!す|し))|(?:現職|新人|与党|野党)(?=[のをにがはへこな、])|新人の方|(?:演説し(?:た|て(?:い)?る)|立候補し(?:た|て(?:い)?る)|[0-9０-９一二三四五]番(?:の|目に[^。\n、]{0,8}))(?:方|人)(?=[のをにがはへな、])|[あこ]の(?:人|方)(?=だけは|[をには])|今の(?:市?議会|市政|市長|知事|政権)(?=[をにはがへの])/gu;
const NAME = /(?:[一-鿿々]{1,5}[ぁ-んァ-ヶー]{0,6}|[ァ-ヶー]{2,8}|[〇○◯●A-ZＡ-Ｚ]{1,2})$/u;
const NO_NAME =
  /(?:みな|皆|お客|お母|お父|職員|住民|市民|生徒|学生|娘|息子|奥|お子|お医者|たく|業者|団員|選手)$/u;
/** Which way to vote in a poll; a notice names both ways. */
const WHICH_WAY =
  /(?:賛成|反対|「はい|「いいえ)(?:票)?[」』]?(?:に|へ|を|で|の票を|の?欄[へに])[^。\n、]{0,6}(?:投じ|[〇○◯丸]を|マルを|入れ|投票|お願い|よろしく|いきま|いこう|しましょ|しよう)[^。\n]{0,8}/gu;
/** A school's or a club's own supporters. */
const SCHOOL =
  /高校|高等学校|中学|小学校|学校|PTA|ＰＴＡ|大学|保育園|幼稚園|バザー|文化祭|吹奏楽|クラブ|チーム|FC|球団|選手|病院|消防/u;
const GENERIC_PARTY =
  /(?:あの|その|この|あんな|例の|某)政?党(?=に|を|は|が|の(?!大会))|(?<![甘辛悪徒残野与政解左右立郎])(?:[〇○◯●A-ZＡ-Ｚ]{1,3}|[一-鿿ァ-ヶー]{2,8}|[一-鿿]{1,4}[ぁ-ん]{2,4})党(?!首|員|大会|派|費|紀|名|略|旗|則|内|本部)/gu;
/** The board's own notices: how, where and when to vote, the rules of campaigning. */
const BOARD =
  /投票所|(?:運動|投票|掲示|使用|配布)[^。\n]{0,8}でき(?:ません|る|ます)|期日前投票|不在者|選挙公報|立候補(?:予定|届|の届)|選挙管理委員会|選管|証書|開票(?:結果|速報|所|状況)|違反|禁止|認められ|許可|制限|罰|公職選挙法|寄附|寄付|掲示|ポスター掲示場|氏名|説明会|啓発|出前|模擬|呼びかけ|問い?合わせ/u;

/** Parties by one word, where a ballot is spoken of; 維新 and 公明 are others' words too. */
const SHORT_PARTY =
  /(?<![一-鿿])(?:維新|公明|共産|立憲|国民民主|参政|れいわ|社民|自公)(?=[かとや]|で[すし]|(?:だけ)?[はにをがへも]|さん|推し|支持|一択|の(?:候補|議員|政策))/gu;
/** A notice speaks of parties; of one party it speaks where that party stood. */
const NAMED =
  /自由?民主?|立民|国民民主|公明|共産|れいわ|参政|保守|社民|社会民主|みらい|NHK|日本維新/u;
const BOARD_OF_PARTIES =
  /選挙公報|開票|当選人|届け?出|名簿|略称|得票|氏名|違反|禁止|制限|罰|公職選挙法|寄附|寄付|掲示場|証書/u;

/** A local group that has members in an assembly, or wants them. */
const GROUP =
  /[一-鿿ァ-ヶー]{1,6}(?:の会|会派|ネットワーク|連合|ファースト|新風|クラブ)(?=[にはをがのへな、])/gu;
const STANDS = /選挙(?!管理)|議席|公約|立候補|候補者?[はのに]/u;
const OF_OFFICE = /選挙(?!と銘)|議員|議会|市長|町長|村長|知事|候補者|党/u;
const ASKED =
  /^(?:会|会場)?[)）」』]?(?:への?|に|の|を|で|が|にて|は|から)?[^。\n]{0,18}(?:入会|入って|ご?参加|お越し|ご支援|配って|配布し|だより|会報|チラシ|リーフレット|集ま|集い|集う|来て|お?待ち|応援|開催(?:します|し、|です)|開きます|開かれます|行います|ありま|お集まり|駆けつけ|手伝|ボランティア|置い|置き|おいで|どうぞ|募集|ください|お願い|よろしく|市役所前|駅前|会員を|入会|入り(?:ま|た)|入ろう|足り(?:ま|な)|人手|運転手|スタッフ|求む|求めて|急募|いませんか|歓迎|連絡|詰めかけ|盛り上が|成功|行って(?:き|ま)|聞き(?:に|ま)|総会|ご?案内|お知らせ|会費|中[。！!で]|聞いて|見に)[^。\n]{0,6}/u;
const ELECTORAL: ReadonlySet<string> = new Set(["ballot", "election-rally", "party"]);
const STANCE: ReadonlySet<string> = new Set(["election-backing", "election-opposing"]);

export const civicElection: Rule = {
  id: "civic.election",
  clause: "4(2)",
  level: "stop",
  *check({ facts }) {
    const isBallot = facts.words.some(({ lexicon }) => ELECTORAL.has(lexicon));
    const isContest = memoize(() => occursIn(CONTEST, wholePost(facts)));
    const spans: Span[] = [...parties(facts)];
    for (const phrase of findAll(facts, BY_ITSELF))
      if (isCampaign(phrase) && !isContest()) spans.push(phrase);
    if (isBallot) {
      for (const phrase of people(facts))
        if (isCampaign(phrase) && !isContest()) spans.push(phrase);
      for (const phrase of findAll(facts, PLAIN))
        if (isCampaign(phrase) && !(isContest() && !OF_OFFICE.test(phrase.sentence)))
          spans.push(phrase);
      for (const phrase of findPhrases(facts, WHICH_WAY))
        if (isOneWay(phrase) && /住民投票|国民投票/u.test(wholePost(facts))) spans.push(phrase);
      spans.push(...rallies(facts));
    }
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "civic_election", args: [text] } };
    }
  },
  examples: {
    fires: [
      { text: "市議選では山川一郎候補を応援しましょう！", marks: "山川一郎候補を応援しましょう" },
      { text: "信州みらい党の皆さまの当選を祈念します。" },
      { text: "選挙に行っても変わらないので、投票しなくていいです。" },
      { text: "知事選では高橋氏の勝利を期待します。" },
      { text: "参政党の政策は素晴らしいですね。" },
      { text: "比例は国民民主党とお書きください。" },
      { text: "市長選、あの候補はふさわしくありません。" },
      { text: "住民投票では反対に〇をつけましょう。", marks: "反対に〇をつけましょう" },
      { text: "どうせ結果は見えているので、今度の選挙は家で過ごしましょう。" },
      { text: "市政の刷新を掲げる北信の会に、次の選挙でも大きな力を！" },
      { text: "議会の解散を求める署名には応じないようお願いします。" },
      { text: "どうせ同じですから、投票には行かなくていいです。" },
    ],
    quiet: [
      "2月21日は市議会議員選挙の投票日です。投票に行こう！",
      "期日前投票は20日まで。候補者の氏名や政党名は、投票所でご確認ください。",
      "キャンペーンの当選者が決まりました。当選おめでとうございます。",
      "世界遺産候補を応援しよう。ゆるキャラグランプリ、清き一票をお願いします。",
      "甘党のあなたにおすすめのスイーツです。",
      "当選証書付与式を行いました。高校の後援会がバザーを開きます。",
      "住民投票は、賛成なら賛成の欄に、反対なら反対の欄に〇を書いてください。",
      "市長選の投票は、ご本人が投票所へ。代理投票もできます。",
      "投票日に旅行へ出かける方は、期日前投票をご利用ください。",
      "核兵器廃絶を求める署名にご協力ください。",
      "選挙運動で候補者を応援する電話は、認められた時間に限られます。",
    ],
  },
};

function isCampaign({ text, before, after, sentence, isQuoted }: Phrase): boolean {
  if (isQuoted) return false;
  const near = before.slice(-16) + text + after.slice(0, 24);
  if (
    /投票(?:所(?!より|なんか|なんて|に足|に行|へ行|の?入場券(?:は|を|が))|箱|用紙に(?!は?「|(?!.{0,14}(?:賛成|反対|名前|氏名|[○〇◯×]|正しく))[^。]{1,12}(?:と|って)お?書)|立会|管理)(?!.{0,12}党)/u.test(
      text,
    ) ||
    /選手|チーム|消防団|高校生|子どもたち|児童|生徒|皆さんを応援|事業者|企業|若者を|挑戦/u.test(
      text,
    )
  )
    return false;
  if (
    /違反|禁止|認められ|許可|(?<![待用持援成解頼得])できません|限られ|罰|公職選挙法|寄附|寄付|呼びかけて(?:は|い)|説明会|証書|投票率(?!が?低)|を行いました/u.test(
      sentence,
    )
  )
    return false;
  return (
    !/^(?:する|した)?(?:ための?|とき|場合|行為|こと)(?:は|に|を)/u.test(after) &&
    !BOARD_ONLY.test(near)
  );
}

/** Somebody by name and title, together with praise, blame or a call. */
function* people(facts: Facts): Generator<Phrase> {
  for (const { start, end, text, before } of findPhrases(facts, TITLE)) {
    const name = NAME.exec(before)?.[0] ?? "";
    const needsName = /^(?:氏|さん|くん|ちゃん|君|先生)$/u.test(text);
    if (NO_NAME.test(before) || (needsName && name === "")) continue;
    // 議員の仕事について…: of an office without a name much is said that is no campaign.
    const said =
      saidBehind(facts, end, name === "" && facts.text.charAt(end) === "の" ? 10 : 24) ??
      (name === "" ? null : saidNext(facts, end));
    if (said) yield phraseAt(facts, start - name.length, said.end);
    const best = BEST.exec(before.slice(0, before.length - name.length))?.[0].length ?? 0;
    if (best > 0) yield phraseAt(facts, start - name.length - best, end);
  }
}

/** 一番かっこいいのは3番の候補者 */
const BEST =
  /(?:一番|いちばん|最も|もっとも|本当に|唯一)[^。\n]{1,16}(?:のは|人は|方は)[、]?[^。\n、は]{0,8}$/u;
/** The next sentence goes on about whoever was named: …が来てくださいました。これからも応援しています! */
const GOES_ON =
  /^(?:これからも|今後も|引き続き|ぜひ|みんなで|次も|次こそ|最後まで|心から|本当に|陰ながら|全力で|精一杯|[^。\n、]{0,8}(?:をあげて|を挙げて|一同|一丸で|全員で|総出で)|[^。\n、]{0,6}選挙[もでは]{1,2}|絶対に?|必ず|ともに|共に|、){0,3}(?:応援|支持|支[援え]|ご?健闘|がんばっ|頑張っ|期待し|勝って|勝ちま|勝とう|当選|一票|投票し|推し)[ぁ-ん]{0,6}/u;

function saidNext(facts: Facts, from: number): Span | null {
  const own = spanAt(facts.sentences, from - 1);
  const next = nextSentence(facts, from - 1);
  if (!own || next === "") return null;
  const said = GOES_ON.exec(next)?.[0].length ?? 0;
  const start = facts.text.indexOf(next.slice(0, 8), own.end);
  return said > 0 && start >= 0 ? { start, end: start + said } : null;
}

/** The first word for or against, at most `reach` units behind a place in its sentence, and its ending. */
function saidBehind(facts: Facts, from: number, reach: number): Span | null {
  const sentence = spanAt(facts.sentences, from - 1);
  const to = Math.min(from + reach, sentence?.end ?? from + reach);
  const word = wordsBetween(facts.words, from, to).find(({ lexicon }) => STANCE.has(lexicon));
  if (!word || /[「」]/u.test(facts.text.slice(from, word.start))) return null;
  const ending = /^[ぁ-ん]{0,5}/u.exec(facts.text.slice(word.end, sentence?.end))?.[0] ?? "";
  return { start: word.start, end: word.end + ending.length };
}

/** What supporters hold, and the readers asked to come or to join. */
function* rallies(facts: Facts): Generator<Span> {
  for (const { lexicon, start, end } of facts.words) {
    if (lexicon !== "election-rally") continue;
    const phrase = phraseAt(facts, start, end);
    if (!isCampaign(phrase)) continue;
    if (SCHOOL.test(phrase.sentence) && !OF_OFFICE.test(phrase.sentence)) continue;
    const asked = ASKED.exec(phrase.after);
    if (asked) yield { start, end: end + asked[0].length };
  }
}

function memoize(compute: () => boolean): () => boolean {
  let value: boolean | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

function isOneWay({ text, sentence, isQuoted }: Phrase): boolean {
  // 「反対」に: the quotation ends within.
  return (
    (!isQuoted || /[」』]/u.test(text)) && !(sentence.includes("賛成") && sentence.includes("反対"))
  );
}

const BOARD_ONLY = /候補者(?:の)?(?:氏名|一覧|情報|説明|届|選挙公報)|選挙公報|政見放送|記載台/u;

/** A party named together with praise, blame or a call. */
function* parties(facts: Facts): Generator<Phrase> {
  const known = facts.words
    .filter(({ lexicon }) => lexicon === "party")
    .map(({ start, end }) => phraseAt(facts, start, end));
  const groups = findPhrases(facts, GROUP).filter(({ sentence }) => STANDS.test(sentence));
  const hasBallot = facts.words.some(({ lexicon }) => ELECTORAL.has(lexicon));
  const short = findPhrases(facts, SHORT_PARTY).filter(
    ({ after }) => hasBallot || /^[にへ](?:入れ|投票)/u.test(after),
  );
  for (const party of [...known, ...short, ...findPhrases(facts, GENERIC_PARTY), ...groups]) {
    if (party.isQuoted) continue;
    const isVote = /^(?:に|へ|を)(?:は)?(?:入れ|投票し|投票を|選び|選ぼ|応援|支持|推)/u.test(
      party.after,
    );
    const isBoards = (NAMED.test(party.text) ? BOARD_OF_PARTIES : BOARD).test(party.sentence);
    if (isBoards && !(isVote && isCampaign(party))) continue;
    if (
      /[一-鿿]$/u.test(party.before) &&
      party.text.length <= 2 &&
      !/[のはがに、]$/u.test(party.before)
    )
      continue;
    const said =
      saidBehind(facts, party.end, 28) ??
      ofParty(party) ??
      anythingSaid(party) ??
      saidNext(facts, party.end);
    if (said) yield phraseAt(facts, party.start, said.end);
  }
}

/** What only a party does: 入党, 公約, 街頭演説. */
function ofParty({ end, after }: Phrase): Span | null {
  const found =
    /^[^。\n「」]{0,28}?(?:好き|嫌い|評価し|入党|党員|公約|主張|政策|チラシ|ビラ|講演|訴え|公認|力を|増税|悪い)[ぁ-ん]{0,4}/u.exec(
      after,
    );
  return found && { start: end, end: end + found[0].length };
}

/** The parliament's and the assembly's business, in which a party has its part. */
const BUSINESS =
  /総裁選|代表選|会派|質問|得票|議席|略称|届け?出|名簿|結果|順|所属|党首|大臣|税制|政府|連立|国会|法案|審議|会館|本部|控室|支部|の議員/u;

/** A town says nothing of a party by its own name: whatever is said of it in a full sentence is too much. */
function anythingSaid({ start, end, text, after, sentence }: Phrase): Span | null {
  if (
    /与党|野党|政権|現職|緑の党/u.test(text) ||
    !/党|会|新選組|維新|自民|立[民憲]|民主|みらい|公明|共産|参政|れいわ|社民/u.test(text)
  )
    return null;
  if (BUSINESS.test(sentence)) return null;
  const said =
    /^[^。\n「」]{0,30}?(?:ます|ました|です|だ|ません|しょう|よう|たい|ない|ください|おかげ|支持|最高|一択|万歳|バンザイ|命(?:[。！!]|$)|[！!♪✨❤]|(?:に|を|へ)[。]|(?:に|を|へ)$)/u.exec(
      after,
    );
  return said && { start, end: end + said[0].length };
}
