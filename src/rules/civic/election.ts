import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import { findPhrases, joinSpans, type Phrase, phraseAt, wholePost } from "../../facts/phrases.ts";
import type { Rule } from "../rule.ts";

/** Only there is a person's victory or a vote a matter of the ballot. */
const BALLOT =
  /候補(?!地|日|作|生)|白票|後援会|投票は|棄権|街頭演説|選挙|投票日|投開票|開票|期日前|市議選|市長選|知事選|県議選|町長選|村長選|衆院選|参院選|総選挙|補選|都議選|統一地方選|候補者|立候補|出馬|公示|告示|再選|[二三四五六2-6２-６]選|[二三四五六2-6２-６]期目|現職|新人候補|比例|小選挙区|政見|公約|議員|国政|市政を|政党|党首|有権者|一票|[市町村県]議会|[市町村]長に|知事に/u;
/** Votes and candidates of another kind. */
const CONTEST =
  /グランプリ|ゆるキャラ|コンテスト|コンクール|人気投票|総選挙(?:と銘|風|イベント|メニュー|パン|スイーツ|グルメ|りんご|本|絵本|キャラ)|メニュー総選挙|スイーツ|ご当地|世界遺産|候補地|ノミネート|生徒会|児童会|模擬|抽選|プレゼント|クイズ|応募|キャンペーン|懸賞|宝くじ|入居|当選番号|当せん|景品|アンケート|学級|委員長選|ベストナイン|MVP|日本一決定|オールスター|大賞|アワード|図書館|給食|作品|ロゴ|愛称|デザイン|写真展|フォト/u;
/** Behind a name: who stands for election, or holds what is elected. */
const TITLE =
  /候補(?!者(?:の(?:氏名|一覧|情報|掲|選)|説明|等)|地|日|作)(?:者|予定者)?|(?:氏|さん|くん|ちゃん|議員|市長|知事|町長|村長|君|代議士|県議|市議|現職|陣営)(?=[のをにがはへこなだ、])|(?:現職|新人|与党|野党)(?=[のをにがはへこな、])|新人の方/gu;
const NAME = /(?:[一-鿿々]{1,5}[ぁ-んァ-ヶー]{0,6}|[ァ-ヶー]{2,8}|[〇○◯●A-ZＡ-Ｚ]{1,2})$/u;
const NO_NAME =
  /(?:みな|皆|お客|お母|お父|職員|住民|市民|生徒|学生|娘|息子|奥|お子|お医者|たく|業者|団員|選手)$/u;
const BACKING =
  "(?:応援(?!演説会場)|支持|支援|推し|推薦|後押し|期待|勝(?:利|た|っ|ち)|当選|再選|続投|躍進|圧勝|逆転|健闘|がんばって|頑張って|頑張れ|がんばれ|選んで|選びま|入れ(?:て|ま|よう)|投票(?:し|を(?!呼)|お願|よろしく)|一票|託(?:し|そう|せ)|送(?:り(?:ま|出|込)|ろう|る)|押し上げ|勝たせ|勝って|お願いし|よろしく|ふさわし|任せ|素晴らし|すばらし|立派|頼もし|信頼|大好き|しかいない|働いて|続けて(?:ほし|もら)|演説(?:し|を)|最高|感動|共感|よかった|良かった|集会|事務所開き|が一番|最適)";
const OPPOSING =
  "(?:間違|入れるの(?:は|を)|落(?:とし|とそ|選|ちて)|負け|入れない|入れるな|投票し(?:ない|ては|てはいけ)|支持(?:し(?:ない|ません)|でき)|反対|ふさわしく|辞め|やめさせ|任せられ|信用(?:でき|し)|おろ|引きずり|退陣|ひど|最悪|嘘|うそ|だめ|ダメ|駄目|許せ|問題だ|無能)";
const SAID = new RegExp(
  `^(?:の|を|に|が|は|へ|こそ|なら|だけは)?[^。\\n「」]{0,16}?(?:${BACKING}|${OPPOSING})[ぁ-ん]{0,5}`,
  "u",
);
const PLAIN: readonly RegExp[] = [
  /(?:の)?(?:ご)?(?:当選|再選|勝利|三選|必勝|初当選)(?:を|が)?[^。\n、]{0,6}(?:祈念|お祈り|祈って|祈り|願って|願い|期待|確信|果たし(?:てほ|ていた)|信じ|心待ち)[ぁ-ん]{0,5}|(?:ご)?当選(?:、)?(?:誠に|本当に)?おめでと[ぁ-ん]{0,3}/gu,
  /投票は[、]?(?:ぜひ|必ず|ぜひとも)?[、]?(?:[一-鿿ァ-ヶーぁ-ん〇○]{2,12}(?:候補|氏|さん|党|議員|の会|新選組|ファースト|現職|新人|市長))(?:に|へ|を)/gu,
  /(?:比例(?:代表|区)?|小選挙区|選挙区|投票用紙)(?:は|に(?:は)?|では)[、]?[^。\n]{0,4}(?:[一-鿿ァ-ヶーぁ-ん〇○]{2,12}(?:党|候補|氏|さん|の会|新選組|民主))[^。\n]{0,10}/gu,
  /(?:一票|1票|１票)は[、]?(?:ぜひ|必ず)?[、]?[^。\n]{1,16}(?:に|へ)(?=[。！!]|$|お願|を|入)|清き(?:一票|1票|１票)を[^。\n]{0,4}(?:[一-鿿〇○]{1,6})?[^。\n]{0,3}(?:お願い|よろしく|投じ|ください|いただ|賜)/gu,
  /(?:選挙|投票)(?:に|へ|は|には|なんて|なんか|など|を)?[、]?(?:わざわざ)?(?:行かな(?:い(?:で|ほう|方|よう)|くて(?:も)?(?:いい|よい|構|大丈夫|かま|問題|OK))|行くな|行く(?:必要|意味|価値)(?:は|が)?(?:な|あり)|行っても(?:[^。\n]{0,8})(?:無駄|むだ|変わら|変わり|意味)|し(?:ない(?:で(?:くだ|おき|、|いい|ほし)|ように|ほう|方が|という(?:選択|手)|ことを(?:勧|おすす))|なくて(?:も)?(?:いい|よい|構|かま|大丈夫|問題|OK)|ても(?:無駄|意味|変わら|変わり))|するな|ボイコット(?:し|を|しよう)|棄権し(?:ま|よ|て)|やめ(?:ま|よ|て(?!くだ)))/gu,
  /棄権(?:し(?:ま|よう|ても|たほう)|を(?:勧|呼び)|も(?:一つ|ひとつ|立派|選択|あり))/gu,
  /政党(?:に|には|を)[^。\n]{0,6}(?:入れ|投票|応援|支持)[ぁ-ん]{0,5}|総決起(?:大会|集会)(?=[。！!])|(?:誰|だれ|どこ|どの党)(?:が|に|へ)(?:当選し|入れ|なっ|勝っ|投票し)て?も(?:[^。\n]{0,4})(?:同じ|変わら|変わり|無駄|意味)/gu,
  /投票(?:を)?しない(?:という|のも|こと(?:も|が)|選択)|白票(?:を|で)(?:投|入|意思|抗議)|無効票[^。\n]{0,6}(?:入れ|投じ|にし)/gu,
  /(?:後援会|支援者の会|支持者の会|応援する会|励ます会|事務所開き|総決起(?:大会|集会)|決起集会|街頭演説|個人演説会|演説会|街宣|出陣式|政治資金パーティー?|選挙(?:事務所|カー))(?:会)?(?:への?|に|の|を|で|が|にて|は)?[^。\n]{0,14}(?:入会|入って|ご?参加|お越し|ご支援|集ま|来て|お?待ち|応援|開催(?:します|し、)|お集まり|駆けつけ|応援に|手伝|ボランティア|おいで|どうぞ)[^。\n]{0,6}/gu,
  /(?:[一-鿿〇○]{2,6}|[一-鿿]{1,3}[ぁ-ん]{1,4})(?:に|へ)(?:[、])?(?:託そ|託し(?:ま|て)|清き|一票を|投票を(?:お願|よろしく)|入れ(?:よう|ましょ))/gu,
  /を(?:県議会|市議会|国会|市長|知事|議会|国政|県政|市政|町長|村長)(?:へ|に)(?=[！!。]|$|押|送|[、])/gu,
  /(?:クラブ|の会|党|ファースト|会派|さん|氏|候補|陣営)(?:に|へ)(?:ぜひ)?(?:一票|投票|清き一票)を(?=[。！!]|$|お願|よろ|入)/gu,
  /(?:市長|市議会|市議|県議会|国会|県政|国政|市政|議会|知事)(?:に|へ)(?:[、])?(?:送(?:り(?:ま|出|込)|ろう|って(?:くだ|ほし))|押し上げ|戻(?:し|そ)|選(?:び(?:ま)|ぼう|んで))/gu,
  /(?:政権|市政)(?:の)?(?:交代|奪還|を(?:変え(?:よ|ま|る(?:チャンス|の))|倒|打倒|取り戻|守(?:ろ|り(?:ま|抜))|終わらせ))[^。\n]{0,8}|(?:現職|市長|知事|首相|総理)を(?:落と|引きずり|辞めさせ|退陣|交代させ|代え)[^。\n]{0,6}/gu,
];
const PARTY_SAID = new RegExp(
  `^(?:の[^。\\n「」]{1,20}|を|に|が|は|には|こそ|なら|さん|へ|へは|だけは|の皆さま|の皆さん)?[^。\\n「」]{0,18}?(?:${BACKING}|${OPPOSING}|好き|嫌い|実行力|評価し|賛成|共感|ありがた|感謝|街頭演説|入党|党員|公約|主張|政策|集会|頑張|がんば|活躍|ありがと|推薦|チラシ|ビラ|講演|訴え|公認|力を|支え|増税|悪い|おかしい)[ぁ-ん]{0,4}`,
  "u",
);
const GENERIC_PARTY =
  /(?<![甘辛悪徒残野与政解左右立郎])(?:[一-鿿ァ-ヶー]{2,8}|[一-鿿]{1,4}[ぁ-ん]{2,4})党(?!首|員|大会|派|費|紀|名|略|旗|則|内|本部)/gu;
/** The board's own notices: how, where and when to vote, the rules of campaigning. */
const BOARD =
  /投票所|期日前投票|不在者|選挙公報|立候補(?:予定|届|の届)|選挙管理委員会|選管|証書|開票(?:結果|速報|所|状況)|違反|禁止|認められ|許可|できません|できる|制限|罰|公職選挙法|寄附|寄付|掲示|ポスター掲示場|氏名|説明会|啓発|出前|模擬|呼びかけ|問い?合わせ/u;

export const civicElection: Rule = {
  id: "civic.election",
  clause: "4(2)",
  level: "stop",
  *check({ facts }) {
    const post = wholePost(facts);
    const isBallot = occursIn(BALLOT, post);
    const isContest = occursIn(CONTEST, post);
    const spans: Phrase[] = [];
    for (const phrase of parties(facts)) spans.push(phrase);
    if (isBallot) {
      for (const phrase of people(facts)) if (isCampaign(phrase) && !isContest) spans.push(phrase);
      for (const pattern of PLAIN)
        for (const phrase of findPhrases(facts, pattern))
          if (
            isCampaign(phrase) &&
            !(isContest && !/選挙(?!と銘)|議員|議会|市長|知事/u.test(phrase.sentence))
          )
            spans.push(phrase);
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
    ],
    quiet: [
      "2月21日は市議会議員選挙の投票日です。投票に行こう！",
      "期日前投票は20日まで。候補者の氏名や政党名は、投票所でご確認ください。",
      "キャンペーンの当選者が決まりました。当選おめでとうございます。",
      "世界遺産候補を応援しよう。ゆるキャラグランプリ、清き一票をお願いします。",
      "甘党のあなたにおすすめのスイーツです。",
      "当選証書付与式を行いました。",
      "市長選の投票は、ご本人が投票所へ。代理投票もできます。",
      "選挙運動で候補者を応援する電話は、認められた時間に限られます。",
    ],
  },
};

function isCampaign({ text, before, after, sentence, isQuoted }: Phrase): boolean {
  if (isQuoted) return false;
  const near = before.slice(-16) + text + after.slice(0, 24);
  if (
    /投票(?:所|箱|用紙に|立会|管理)(?!.{0,12}党)/u.test(text) ||
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
  for (const { start, end, text, before, after } of findPhrases(facts, TITLE)) {
    const name = NAME.exec(before)?.[0] ?? "";
    const needsName = /^(?:氏|さん|くん|ちゃん|君)$/u.test(text);
    if (NO_NAME.test(before) || (needsName && name === "")) continue;
    const said = SAID.exec(after);
    if (said) yield phraseAt(facts, start - name.length, end + said[0].length);
  }
}

const BOARD_ONLY = /候補者(?:の)?(?:氏名|一覧|情報|説明|届|選挙公報)|選挙公報|政見放送|記載台/u;

/** A party named together with praise, blame or a call. */
function* parties(facts: Facts): Generator<Phrase> {
  const known = facts.words
    .filter(({ lexicon }) => lexicon === "party")
    .map(({ start, end }) => phraseAt(facts, start, end));
  for (const party of [...known, ...findPhrases(facts, GENERIC_PARTY)]) {
    if (party.isQuoted || BOARD.test(party.sentence)) continue;
    if (
      /[一-鿿]$/u.test(party.before) &&
      party.text.length <= 2 &&
      !/[のはがに、]$/u.test(party.before)
    )
      continue;
    const said = PARTY_SAID.exec(party.after);
    if (said) yield phraseAt(facts, party.start, party.end + said[0].length);
  }
}
