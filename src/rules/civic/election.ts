import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import {
  findAll,
  findPhrases,
  joinSpans,
  type Phrase,
  phraseAt,
  wholePost,
} from "../../facts/phrases.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import { wordsBetween } from "../../facts/words-between.ts";
import type { Rule } from "../rule.ts";

/** Votes and candidates of another kind. */
const CONTEST =
  /グランプリ|ゆるキャラ|コンテスト|コンクール|人気投票|総選挙(?:と銘|風|イベント|メニュー|パン|スイーツ|グルメ|りんご|本|絵本|キャラ)|メニュー総選挙|スイーツ|ご当地|世界遺産|候補地|ノミネート|生徒会|児童会|模擬|抽選|プレゼント|クイズ|応募|キャンペーン|懸賞|宝くじ|入居|当選番号|当せん|景品|アンケート|学級|委員長選|ベストナイン|MVP|日本一決定|オールスター|大賞|アワード|給食(?:の|人気|メニュー)|作品|ロゴ|愛称|デザイン|写真展|フォト/u;
/** Behind a name: who stands for election, or holds what is elected. */
const TITLE =
  /候補(?!者(?:の(?:氏名|名前|名(?=を)|一覧|情報|掲|選)|説明|等)|地|日|作)(?:者|予定者)?|(?:氏|さん|くん|ちゃん|議員|市長|知事|町長|村長|君|代議士|県議|市議|現職|陣営)(?=[のをにがはへこなだ、]|で(?!す|し))|(?:現職|新人|与党|野党)(?=[のをにがはへこな、])|新人の方|(?:演説し(?:た|て(?:い)?る)|立候補し(?:た|て(?:い)?る)|[0-9０-９一二三四五]番(?:の|目に[^。\n、]{0,8}))(?:方|人)(?=[のをにがはへな、])|あの(?:人|方)(?=だけは|[をには])|今の(?:市?議会|市政|市長|知事|政権)(?=[をにはがへの])/gu;
const NAME = /(?:[一-鿿々]{1,5}[ぁ-んァ-ヶー]{0,6}|[ァ-ヶー]{2,8}|[〇○◯●A-ZＡ-Ｚ]{1,2})$/u;
const NO_NAME =
  /(?:みな|皆|お客|お母|お父|職員|住民|市民|生徒|学生|娘|息子|奥|お子|お医者|たく|業者|団員|選手)$/u;
const PLAIN: readonly RegExp[] = [
  /迷わず[^。\n、]{1,12}(?:と(?:お?書|ご?記入)|[にへ](?:投票|入れ|一票))[^。\n]{0,6}/gu,
  /(?:の)?(?:ご)?(?:当選|再選|勝利|三選|必勝|初当選)(?:を|が)?[^。\n、]{0,6}(?:祈念|お祈り|祈って|祈り|願って|願い|期待|確信|果たし(?:てほ|ていた)|信じ|心待ち)[ぁ-ん]{0,5}|(?:ご)?当選(?:、)?(?:誠に|本当に)?おめでと[ぁ-ん]{0,3}/gu,
  /投票は[、]?(?:ぜひ|必ず|ぜひとも)?[、]?(?:[一-鿿ァ-ヶーぁ-ん〇○]{2,12}(?:候補|氏|さん|党|議員|の会|新選組|ファースト|現職|新人|市長))(?:に|へ|を)/gu,
  /(?:比例(?:代表|区)?|小選挙区|選挙区|投票用紙)(?:は|に(?:は)?|では)[、]?[^。\n]{0,4}(?:[一-鿿ァ-ヶーぁ-ん〇○]{2,12}(?:党|候補|氏|さん|の会|新選組|民主))[^。\n]{0,10}/gu,
  /(?:一票|1票|１票)は[、]?(?:ぜひ|必ず)?[、]?[^。\n]{1,16}(?:に|へ)(?=[。！!]|$|お願|を|入)|清き(?:一票|1票|１票)を[^。\n]{0,4}(?:[一-鿿〇○]{1,6})?[^。\n]{0,3}(?:お願い|よろしく|投じ|ください|いただ|賜|[。！!]|$)/gu,
  /政党(?:に|には|を)[^。\n]{0,6}(?:入れ|投票|応援|支持)[ぁ-ん]{0,5}|総決起(?:大会|集会)(?=[。！!])|(?:誰|だれ|どこ|どの党)(?:が|に|へ)(?:当選し|入れ|なっ|勝っ|投票し)て?も(?:[^。\n]{0,4})(?:同じ|変わら|変わり|無駄|意味)/gu,
  /(?:頼れる|頼もしい|素晴らしい|すばらしい|立派な|信頼できる|応援したい|支持したい|推したい|期待の|落選させたい|落としたい|入れたい|入れたくない)(?:政党|会派|党|候補者?(?!地)|新人候補|議員|政治家|現職)[^。\n]{0,6}|(?:ダメな|だめな|駄目な|最低の|最低な|ひどい|無責任な|無能な|嘘つきの?|うそつきの?|信用できない|辞めさせたい)(?:政党|会派|党|候補者?(?!地)|現職)[^。\n]{0,6}/gu,
  /(?:当選|落選|勝た)さ?せ(?:たく?な?い|たく|よう|まし|ろ|て(?:は(?:いけ|なら)|ほし|くだ|あげ))[^。\n]{0,6}|必勝[！!、 　]{0,2}(?!祈|法|だるま|パターン)[一-鿿]{2,6}(?=[。！! 　、]|$)/gmu,
  /選(?:挙)?(?:に|へ)(?:出る|出ます|立つ|挑む|挑みます|出馬)[^。\n]{0,24}(?:応援|支え|よろしく|頼み|お願い)[^。\n]{0,8}/gu,
  /(?:勝つ|当選す|選ばれる|選ぶ|入れる|任せる|落ちる)べき(?:は|なのは|人は|です|だ)[^。\n]{0,10}/gu,
  /(?:皆さん|みなさん|皆様|皆さま|あなた)の(?:清き)?(?:一票|1票|１票|お力|力)で[^。\n]{0,10}(?:押し上げ|送り|送って|勝たせ|当選|支え|応援)[^。\n]{0,6}/gu,
  /(?:リコール|解職請求|不信任)(?:運動|請求)?[^。\n]{0,8}(?:署名に|賛同|協力を|応援|しましょう|すべき|させましょう)[^。\n]{0,6}/gu,
  /(?:比例(?:代表|区)?|小選挙区|選挙区|投票用紙)(?:は|に(?:は)?|では)[、]?[「『]?[^。\n「」『』]{1,14}[」』]?(?:と|って)(?:お?書|ご?記入|ご?記載)[^。\n]{0,8}/gu,
  /(?:現職|新人|与党|野党|候補|氏|さん|党|陣営)(?:一択|しか(?:い)?ない|しかいませ|推し|で決まり|で間違いな|の圧勝|の勝ち|に軍配)[^。\n]{0,6}|(?:投票先|誰に入れるか|だれに入れるか|入れる人)[^。\n]{0,4}(?:に|で)?(?:迷|悩)[^。\n]{0,12}(?:候補|氏|さん|党|現職|新人)(?:に|へ|を|が)[^。\n]{0,8}/gu,
  /(?:このまま|何としても|なんとしても|ぜひとも|絶対に|必ず)[^。\n]{0,6}(?:勝って(?:ほし|もらい|くだ|欲)|勝たせ|勝ちま|当選して(?:ほし|もらい|くだ|欲)|落選して(?:ほし|もらい|欲)|負けて(?:ほし|もらい|欲))[^。\n]{0,6}/gu,
  /(?:[一-鿿〇○]{2,6}|[一-鿿]{1,3}[ぁ-ん]{1,4})(?:に|へ)(?:[、])?(?:託そ|託し(?:ま|て)|清き|一票を|投票を(?:お願|よろしく)|入れ(?:よう|ましょ))/gu,
  /を(?:県議会|市議会|国会|市長|知事|議会|国政|県政|市政|町長|村長)(?:へ|に)(?=[！!。]|$|押|送|[、])/gu,
  /(?:クラブ|の会|党|ファースト|会派|さん|氏|候補|陣営)(?:に|へ)[、]?(?:ぜひ|[^。\n、]{0,10}(?:も|こそ))?(?:[一1１]票|投票|清き[一1１]票|大きな力|お?力|議席)を(?=[。！!]|$|お願|よろ|入)/gu,
  /(?:目を引|光っ|心に残|印象に残|よか|良か|すばらし|共感し|響い|信頼でき)[^。\n]{0,5}のは[^。\n]{0,14}(?:公約|政策|演説|訴え|候補|主張|マニフェスト|氏)|(?:政策|公約|実績|くれる|できる|られる|守る|ある)のは[、]?(?:やはり|やっぱり)?[^。\n]{0,10}(?:党|候補|氏|会派|の会)(?:だけ|しか|です|だ|(?=[。！!]|$))|(?:味方|希望の星|期待の星|救世主|頼みの綱)[、は][^。\n]{0,6}(?:候補|議員|氏|党)/gu,
  /(?:解散|リコール|解職|議員定数|定数を|議員報酬|続投|辞任|不信任|出馬|退陣)[^。\n]{0,20}署名[^。\n]{0,20}(?:応じ|協力|しない|しましょう|お断り|断っ|お願い|集め|賛同|参加)[^。\n]{0,8}/gu,
  /(?:市長|市議会|市議|県議会|国会|県政|国政|市政|議会|知事)(?:に|へ)(?:[、])?(?:送(?:り(?:ま|出|込)|ろう|って(?:くだ|ほし))|押し上げ|戻(?:し|そ)|選(?:び(?:ま)|ぼう|んで))/gu,
  /(?:政権|市政)(?:の)?(?:交代|奪還|を(?:変え(?:よ|ま|る(?:チャンス|の))|倒|打倒|取り戻|守(?:ろ|り(?:ま|抜))|終わらせ))[^。\n]{0,8}|(?:現職|市長|知事|首相|総理)を(?:落と|引きずり|辞めさせ|退陣|交代させ|代え)[^。\n]{0,6}/gu,
];
/** Told not to vote at all, or glad of who was elected: that needs no other word of an election. */
const BY_ITSELF: readonly RegExp[] = [
  /(?:どうせ|結果は)[^。\n]{0,10}(?:見えて|決まって|同じ|変わら)[^。\n]{0,24}(?:選挙|投票)[^。\n]{0,20}|(?:選挙|投票日?)(?:の日)?(?:は|に|なんか|より)[、]?[^。\n投]{0,10}(?:家で|寝て|遊び|出かけ|旅行|温泉|のんびり|ゆっくり|涼んで|休ん|くつろ)[^。\n投]{0,12}(?:ましょう|ませんか|しよう|のも手|もいい|もよ|いかが|どう(?:です|ぞ))/gu,
  /(?:祝|㊗)[・！!、 　]{0,2}[^。\n]{2,14}(?:さん|氏|候補|議員|市長|さま|君)[、がの 　]{0,2}(?:初)?当選[^。\n！!]{0,6}/gu,
  /(?:選挙|投票)(?:に|へ|は|には|なんて|なんか|など|を)?[、]?(?:わざわざ)?(?:行かな(?:い(?:で|ほう|方|よう)|くて(?:も)?(?:いい|よい|構|大丈夫|かま|問題|OK))|行くな|行く気[がもに][^。\n]{0,6}|行く(?:必要|意味|価値)(?:は|が)?(?:な|あり)|行っても(?:[^。\n]{0,8})(?:無駄|むだ|変わら|変わり|意味)|(?:行く|する)のは[^。\n]{0,8}(?:無駄|むだ|意味がな|意味が?ありま|損|面倒|ばか|バカ)|(?:行か|し)なくても?[^。\n]{0,4}(?:結果|何も)[^。\n]{0,6}(?:同じ|変わ)|し(?:ない(?:で(?:くだ|おき|、|いい|ほし)|ように|ほう|方が|という(?:選択|手)|ことを(?:勧|おすす))|なくて(?:も)?(?:いい|よい|構|かま|大丈夫|問題|OK)|ても(?:無駄|意味|変わら|変わり))|するな|ボイコット(?:し|を|しよう)|棄権し(?:ま|よ|て)|やめ(?:ま|よ|て(?!くだ)))/gu,
  /白紙(?:で|のまま)(?:出し|出す|投票|投じ|入れ)[^。\n]{0,6}(?:手|よう|ましょう|いい|構)[^。\n]{0,4}|無投票(?:が|で|に)[^。\n]{0,4}(?:一番|いい|よい|良い|十分)|対抗馬は(?:いら|不要|出て|必要)[^。\n]{0,6}|選挙(?:は|なんて|なんか)[^。\n]{0,6}(?:休み(?:ま|た)|休もう|スルー|サボ|さぼ|パス(?:し|で))[^。\n]{0,6}/gu,
  /(?:さん|氏|君)を(?:市長|知事|議員|市議|県議|町長|村長)に(?:しま|しよう|したい|してほし|してくだ)[^。\n]{0,6}/gu,
  /棄権(?:し(?:ま|よう|ても|たほう)|を(?:勧|呼び)|も(?:一つ|ひとつ|立派|選択|あり))/gu,
  /投票(?:を)?しない(?:という|のも|こと(?:も|が)|選択)|白票(?:を|で)(?:投|入|意思|抗議)|無効票[^。\n]{0,6}(?:入れ|投じ|にし)/gu,
  /投票(?:率)?なんて[^。\n]{0,4}(?:気にせず|どうでも|忘れ|後回し)[^。\n]{0,12}/gu,
  /投票する(?:必要|意味|価値|まで)(?:は|が|も)?(?:な|あり|ござ)[^。\n]{0,6}|(?:選挙|投票)(?:は|って|なんて|なんか)[^。\n]{0,8}(?:茶番|面倒|めんどう|くだらな|ばからし|無駄|むだ|意味(?:が|は|も)?(?:な|あり)|出来レース|やるだけ)[^。\n]{0,6}|棄権(?:で(?:も)?(?:いい|よい|十分|OK|構)|すれば|が(?:一番|いい)|という(?:手|選択))[^。\n]{0,6}/gu,
];
/** Which way to vote in a poll; a notice names both ways. */
const WHICH_WAY =
  /(?:賛成|反対|「はい|「いいえ)(?:票)?[」』]?(?:に|へ|を|で|の票を|の?欄[へに])[^。\n、]{0,6}(?:投じ|[〇○◯丸]を|マルを|入れ|投票|お願い|よろしく|いきま|いこう|しましょ|しよう)[^。\n]{0,8}/gu;
/** A school's or a club's own supporters. */
const SCHOOL =
  /高校|高等学校|中学|小学校|学校|PTA|ＰＴＡ|大学|保育園|幼稚園|バザー|文化祭|吹奏楽|クラブ|チーム|FC|球団|選手|病院|消防/u;
const GENERIC_PARTY =
  /(?:あの|その|この|あんな|例の|某)党(?=に|を|は|が|の(?!大会))|(?<![甘辛悪徒残野与政解左右立郎])(?:[〇○◯●A-ZＡ-Ｚ]{1,3}|[一-鿿ァ-ヶー]{2,8}|[一-鿿]{1,4}[ぁ-ん]{2,4})党(?!首|員|大会|派|費|紀|名|略|旗|則|内|本部)/gu;
/** The board's own notices: how, where and when to vote, the rules of campaigning. */
const BOARD =
  /投票所|(?:運動|投票|掲示|使用|配布)[^。\n]{0,8}でき(?:ません|る|ます)|期日前投票|不在者|選挙公報|立候補(?:予定|届|の届)|選挙管理委員会|選管|証書|開票(?:結果|速報|所|状況)|違反|禁止|認められ|許可|制限|罰|公職選挙法|寄附|寄付|掲示|ポスター掲示場|氏名|説明会|啓発|出前|模擬|呼びかけ|問い?合わせ/u;

/** A local group that has members in an assembly, or wants them. */
const GROUP =
  /[一-鿿ァ-ヶー]{1,6}(?:の会|会派|ネットワーク|連合|ファースト|新風|クラブ)(?=[にはをがのへな、])/gu;
const STANDS = /選挙(?!管理)|議席|公約|立候補|候補者?[はのに]/u;
const OF_OFFICE = /選挙(?!と銘)|議員|議会|市長|町長|村長|知事|候補者|党/u;
const ASKED =
  /^(?:会|会場)?(?:への?|に|の|を|で|が|にて|は|から)?[^。\n]{0,18}(?:入会|入って|ご?参加|お越し|ご支援|配って|配布し|だより|会報|チラシ|リーフレット|集ま|集い|集う|来て|お?待ち|応援|開催(?:します|し、|です)|開きます|開かれます|行います|ありま|お集まり|駆けつけ|手伝|ボランティア|置い|置き|おいで|どうぞ|募集|ください|お願い|よろしく|市役所前|駅前)[^。\n]{0,6}/u;
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
    /投票(?:所|箱|用紙に(?!(?!.{0,14}(?:賛成|反対|名前|氏名|[○〇◯×]|正しく))[^。]{1,12}(?:と|って)お?書)|立会|管理)(?!.{0,12}党)/u.test(
      text,
    ) ||
    /選手|チーム|消防団|高校生|子どもたち|児童|生徒|皆さんを応援|事業者|企業|若者を|挑戦/u.test(
      text,
    )
  )
    return false;
  if (
    /違反|禁止|認められ|許可|できません|限られ|罰|公職選挙法|寄附|寄付|呼びかけて(?:は|い)|説明会|証書|投票率|を行いました/u.test(
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
    const needsName = /^(?:氏|さん|くん|ちゃん|君)$/u.test(text);
    if (NO_NAME.test(before) || (needsName && name === "")) continue;
    // 議員の仕事について…: of an office without a name much is said that is no campaign.
    const said = saidBehind(facts, end, name === "" && facts.text.charAt(end) === "の" ? 10 : 24);
    if (said) yield phraseAt(facts, start - name.length, said.end);
  }
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
  for (const party of [...known, ...findPhrases(facts, GENERIC_PARTY), ...groups]) {
    if (party.isQuoted) continue;
    const isVote = /^(?:に|へ|を)(?:は)?(?:入れ|投票し|投票を|選び|選ぼ|応援|支持|推)/u.test(
      party.after,
    );
    if (BOARD.test(party.sentence) && !(isVote && isCampaign(party))) continue;
    if (
      /[一-鿿]$/u.test(party.before) &&
      party.text.length <= 2 &&
      !/[のはがに、]$/u.test(party.before)
    )
      continue;
    const said = saidBehind(facts, party.end, 28) ?? ofParty(party) ?? anythingSaid(party);
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
    !/党|会|新選組|維新|自民|立民|民主|みらい/u.test(text)
  )
    return null;
  if (BUSINESS.test(sentence)) return null;
  const said =
    /^[^。\n「」]{0,30}?(?:ます|ました|です|だ|ません|しょう|よう|たい|ない|ください)/u.exec(after);
  return said && { start, end: end + said[0].length };
}
