import { isAboutWords, isHistory, isTale } from "../../facts/context.ts";
import { occursIn } from "../../facts/gate.ts";
import { findPhrases, nextSentence, type Phrase, phraseAt } from "../../facts/phrases.ts";
import { isInsideRun, scriptOf } from "../../facts/scripts.ts";
import { isAgainstPrejudice } from "../../facts/stance.ts";
import type { Hit, Rule, RuleContext } from "../rule.ts";

/** People by what they are and cannot lay down: origin, sex, age, illness, belief, work, descent. */
const FOREIGN =
  "外国人|外国籍|日本人以外|外人|ガイジン|[^\\s、。はがもの「」]{0,3}(?:中国|韓国|朝鮮|台湾|アジア|アフリカ|南米|中東|途上国)[のか]?(?:系の)?人|(?:ベトナム|ブラジル|フィリピン|ネパール|ミャンマー|インド|インドネシア|タイ|モンゴル|ロシア|クルド|ペルー|トルコ|イラン|パキスタン|スリランカ|ユダヤ|アラブ|ロマ)の?人|黒人|白人|移民|難民|在日|技能実習生|実習生|留学生|よそ者|イスラム教徒|ムスリム|あの国の人|クルド|不法滞在者";
const SEXES =
  "女性|女の人|女の子|女子|女|おんな|男性|男の人|男の子|男子|男|おばさん|おじさん|オバサン|オジサン|主婦|母親|シングルマザー|独身者?|未婚の人|子どもを産まない人";
const SOCIAL =
  "老人|お?年寄り|高齢者|若者|若い人|若い子|ゆとり世代|Z世代|障害者|障がい者|障碍者|障害のある人|障がいのある人|障害児|(?:知的|精神|発達|身体|聴覚|視覚)(?:障害|障がい)者?|車いすの人|認知症の人|認知症患者|精神病|精神疾患の人|(?:エイズ|HIV|ハンセン病|肝炎|結核)の(?:人|患者)|うつ病(?:の人)?|適応障害(?:の人)?|依存症(?:の人)?|精神科に(?:通(?:って|う)|かか)[^、。]{0,4}人|(?:コロナ|病気|感染症|結核|エイズ)にかかった人(?:の家族)?|感染者|患者|生活保護(?:受給者|世帯|を(?:受け|もら)[^、。]{0,6}人|の人|者)?|ホームレス|路上生活者|無職の人|無職|ニート|引きこもり|ひきこもり|フリーター|派遣(?:社員)?|非正規|低学歴|高卒|中卒|貧乏人|貧しい人|母子家庭|父子家庭|片親|ひとり親|LGBTQ?|ＬＧＢＴＱ?|同性愛者?|ゲイ|レズビアン|トランスジェンダー|性的少数者|部落|同和地区|信者|宗教(?:の人|をやっている人|を信じる人)|仏教徒|キリスト教徒|前科者|前科のある人|元受刑者|刑務所を出た人|太った人|太っている人|デブ|ハゲ|独身(?:の人|者)?|子なし|ハーフ|色の黒い人|都会の人|関西人|[一-鿿]{2,4}出身(?:の人|者)|田舎者|地方出身者?|肉体労働者|日雇い(?:労働者)?|水商売|夜の仕事|不登校(?:の子|児)?|施設の子|暴力団の子";
const WITH_TAIL =
  "(?:の(?:方々?|人|子ども|子|観光客|住民|家庭|学生|出身者?|住人))?(?:観光客|住民|家庭)?(?:の子(?:ども)?)?(?:の?(?:選手|ドライバー|運転手|保育士|教師|先生|職員|議員|社長|上司|店員|従業員|医師|看護師|労働者|社員|家族))?(?:たち|達|ら|ども|さん)?";
const GROUP = new RegExp(`(?:${FOREIGN}|${SEXES}|${SOCIAL})${WITH_TAIL}`, "gu");
const STRANGERS = new RegExp(
  `^(?:${FOREIGN}|(?:最近の)?若者|精神|発達|知的|感染者|ホームレス|路上|前科|元受刑|刑務所|部落|同和|信者|宗教|よそ者|LGBT|同性愛|ゲイ|トランス|無職|水商売|夜の)`,
  "u",
);
const PARTICLE =
  /^(?:という(?:のは|もの(?:は)?)|って|とは|は|が|を(?=見たら)|も|なんて|なんか|には|に|、|など|等)(?:は|が|も)?/u;
/** What belittles whomever it is said of; right behind the topic, in the same clause. */
const BELITTLED =
  /^[^。！？\n「」]{0,16}?(?:マナーが(?:悪|な|最悪)|マナーの悪|モラルが(?:低|な)|ルールを守(?:らな|れな|りませ|れませ)|約束を守|うるさ[いく過]|騒がし|騒々し|不潔|汚[いく](?!れ)|臭[いく]|くさい|信用(?:でき|なら|しない|しては)|信じられ(?:ない|ませ)|怠け|なまけ|サボ|働か(?:ない|ず)|働こうとし|ずる[いく]|嘘つき|うそつき|嘘をつ|だらしな|頭が(?:悪|固|弱|おかし)|知能が|能力が(?:低|劣|な)|能力に欠|劣(?:る|って|り)|レベルが低|民度|(?:機械|数字|数学|理系|科学|IT|パソコン|地図|論理|政治|経済|お金の計算)[にがは](?:弱|うと|疎|読め|向か|苦手|分から|わから)|(?:運転|計算|機械|数学|仕事|判断)[がは](?:下手|苦手|遅|できな|雑|無理)|運転は(?:旦那|男)|下手(?:です|だ|くそ|な(?:ので|ため))|方向音痴|何も(?:でき|分か|わか)(?:ま?せ|な|り?ませ|らな)|何をする(?:か|のか)|向(?:いて|か)(?:い?ない|い?ませ|ず)|向き?ではな|無理(?:です|だ|で[しす]|。|！|なの)|犯罪者|犯罪を(?:犯|起こ|する)|迷惑(?:です|だ|。|なの|な存在)|邪魔|要らない|いらない|要りません|いりません|いないほう|いない方|来ないで|来るな|来てほしくな|来てもらいたくな|お断り|出入り禁止|立ち?入り?禁止|入店禁止|入れ(?:ない(?:よう|で)|ません|たくな)|使わせない|帰れ|帰って(?:ほし|くだ|もら)|出て(?:行|い)(?:け|って|くべ)|出ていけ|気持ち(?:が)?悪|気味が悪|気味悪|不気味|異常(?:です|だ|者|な(?:人|存在))|感情的|ヒステリ|わがまま|根性が|やる気が(?:な|感)|常識が(?:な|通)|生産性が|責任感が|忍耐力が|我慢(?:が|でき)|甘え(?:です|だ|て|が|す)|問題を起こ|トラブルを起こ|野蛮|未開|卑し|育ちが|しつけが|気の持ちよう|心が弱|頭は使|(?:普通|同じ)の?(?:学級|学校|クラス)に|べきでは?(?:な|あり)|車庫入れ|駐車が(?:下手|苦手)|分から(?:ない|ず)|わから(?:ない|ず)|遅れてい|底辺|非行|すぐに?(?:泣|辞め|やめ|怒|キレ|逃げ|嘘|休)|使え(?:ない|ませ)|使い物にな|役に立(?:た|ち)|図々し|ケチ|乱暴|暴力的|凶暴|税金の無駄|かわいそうな(?:人|存在)|存在価値|社会の(?:負担|迷惑|お荷物|役に)|同じ(?:お風呂|風呂|プール|部屋|教室|食器|トイレ|席)に|自己管理|税金を払(?:わ|って(?:い)?ない)|優遇|特権|本物の日本人|日本人ではな|日本人じゃな|血が|遺伝|できるわけがな|勉強について|迷惑にな|他の(?:お客|人|子)[^。]{0,8}迷惑|見たら泥棒|許せ(?:ない|ませ)|[^。\n]{0,6}(?:パチンコ|ぜいたく|贅沢|酒)[^。\n]{0,10}許せ|できるはずがな|無理に決ま|お荷物|足手まとい|不自然|普通では?ない|普通じゃ|気の毒な(?:人|存在)|恥(?:です|だ|さらし)|ろくな(?:人|者|もの)|ろくに|まともに|まともな|怠惰|税金で(?:楽|食べ|遊)|働きた(?:くな|がら)|罰が|呪い|たたり|理解(?:でき(?:ない|ませ)|できるはず|できっこ)|わかるはずがな|分かるはずがな|家に(?:いる|居る|入る)べき|家庭に(?:入る|いる)べき|黙って(?:い|従)|口を出|話が長|おしゃべり|陰湿|嫉妬深|結婚(?:しない|でき|は)|子どもを(?:産まない|産むべき|産むの)|怪し[いく]|洗脳|治りません|治らない|うつ(?:る|す)(?:ので|から)|差別されて(?:も|当)|仕方(?:ない|ありません|がない)|自業自得|自己責任)/u;
/** Said of strangers only: of children and the old it is care, not contempt. */
const FEARED =
  /^[^。！？\n「」]{0,14}?(?:危険(?:です|だ|な(?:人|存在|の)|なので)|危ない(?:です|ので|から|。)|怖[いく](?:です|の|から|。|て)?|近づか(?:ない|せない)|近寄らな|治安|犯罪|関わら(?:ない|ず)|避け(?:ましょう|て)|目を離|監視|警戒|気をつけ|増えて困|増えると(?:困|不安)|出身だから)/u;
const NEUTRAL_HEALTH =
  /熱中|感染|重症|暑|寒|冷え|ヒート|転倒|脱水|ワクチン|予防|健診|検診|症状|障害物|地震|避難/u;
/** 中国人による迷惑行為, 外国人の犯罪が増えています. */
const DEEDS =
  /^(?:による|の)(?:迷惑|犯罪|マナー(?:の悪さ|違反)|窃盗|万引き|騒音|不法)[^。\n]{0,6}(?:行為|が|は|も|に)/u;
/** 外国人お断り, 外国人の入居はお断りします. */
const REFUSED =
  /^(?:の方)?(?:の?(?:入店|入居|入場|利用|参加|立ち?入り?|宿泊|応募))?(?:は|、|を)?(?:ご)?(?:お断り|禁止|不可|遠慮(?:ください|願)|立ち?入り?禁止|出入り禁止)/u;
const DESPITE = /^(?:の)?(?:くせに|クセに|癖に|分際で|ごとき[にがでの]|風情[がにの]|の言うこと)/u;
const AFTER_ALL = /(?:しょせん|所詮|どうせ|たかが)[、 ]?$/u;
/** Of places and families by descent: that they are so, and that one keeps away. */
const DESCENT = /^(?:部落|同和)/u;
const SHUNNED =
  /^[^。\n「」]{0,24}?(?:結婚|付き合|関わら|関わり|近づか|気を付け|気をつけ|住まな|買わな|避け|ばかり|怖|お断り|同じに)/u;
/** Work called low. */
const LOW_WORK =
  /(?:底辺|最底辺|下層)の?(?:仕事|職業|職種|労働|人間|人たち|人々|生活)|(?:なんて|なんか|みたいな)[、]?(?:誰でもできる|だれでもできる|頭を使わない|恥ずかしい)[^。\n、]{0,6}(?:仕事|職業|職)/gu;
const INFANTILE = /女子ども|女子供|おんなこども/gu;
const GREW =
  /^[がのも](?:増え|多く|多い|住み|住む|来る|来て|集ま|いる(?:と|の)|いて|入る|入って|出る)[^。\n]{0,12}(?:治安|犯罪|迷惑|怖|不安|汚|荒れ|恥|戸締まり|警戒|危な|遅れ|下が(?:り|る)|乱れ|困り|悪くな|悪化|落ち(?:ま|る)|長(?:く|引)|うるさ|進ま|近づけ|迷惑にな|まとまら|気をつけ|気を付け|近づか)/u;
/** 甘えではありません, 怠けているのではない. */
const DENIED =
  /^[^。！？\n、]{0,10}(?:では|じゃ|わけでも)(?:ありません|ない(?!か|でしょ|の|です))/u;
const LIMIT =
  /^(?:割|無料|限定|専用|優先|参加|以上|未満|以下|支援|対象|手帳|総合支援|人口|センター|相談|向け|雇用|週間|スポーツ|団体|施設|福祉|用)/u;
const NAME_TAIL =
  /^[一-鿿]{0,8}(?:法|法律|規則|条例|協会|連盟|養成所|史|像|碑|塚|墓地|地蔵|岩|石|坂|橋|峠|神社)(?![一-鿿])/u;

export const toneDiscrimination: Rule = {
  id: "tone.discrimination",
  clause: "4(5)イ",
  level: "stop",
  *check({ facts }) {
    for (const span of [...slurs(facts), ...statements(facts)]) {
      const { start, end } = span;
      const hit: Hit = { start, end, message: { key: "tone_discrimination", args: [span.text] } };
      yield hit;
    }
  },
  examples: {
    fires: [
      { text: "外国人はマナーが悪いので、見かけたら注意を。", marks: "外国人はマナーが悪" },
      { text: "女のくせに、という声もありますが歓迎します。", marks: "女のくせに" },
      { text: "外国人の利用はお断りします。", marks: "外国人の利用はお断り" },
      { text: "差別ではありませんが、移民は信用できません。", marks: "移民は信用でき" },
      { text: "あの店は支那人ばかりです。", marks: "支那人" },
      { text: "若者は根性がないと言いますが、そのとおりです。", marks: "若者は根性が" },
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
    ],
  },
};

function* slurs(facts: RuleContext["facts"]): Generator<Phrase> {
  for (const word of facts.words) {
    if (word.lexicon !== "slur" || isInsideRun(facts.text, word.start, word.end)) continue;
    const phrase = phraseAt(facts, word.start, word.end);
    const { before, after, sentence, isQuoted } = phrase;
    if (isQuoted || NAME_TAIL.test(after)) continue;
    if (isAboutWords(sentence) || isHistory(sentence) || isTale(sentence)) continue;
    if (isAgainstPrejudice(before + after)) continue;
    const previous = scriptOf(before.at(-1) ?? "");
    const first = scriptOf(word.word.charAt(0));
    if (first === "hiragana" && previous === "hiragana" && !/[がはもをにでとのや]$/u.test(before))
      continue;
    if (first === "kanji" && word.word.length <= 2 && previous === "kanji") continue;
    yield phrase;
  }
}

function* statements(facts: RuleContext["facts"]): Generator<Phrase> {
  for (const infantile of findPhrases(facts, INFANTILE))
    if (!infantile.isQuoted && /^(?:に|でも|は|の(?:遊|する))/u.test(infantile.after))
      yield infantile;
  for (const work of findPhrases(facts, LOW_WORK))
    if (!work.isQuoted && !isAgainstPrejudice(work.sentence)) yield work;
  for (const group of findPhrases(facts, GROUP)) {
    if (group.isQuoted || isPartOfWord(group)) continue;
    const length = belittledLength(group);
    if (length === 0) continue;
    if (isAgainstPrejudice(group.sentence.replace(group.text, ""))) continue;
    if (DENIED.test(group.after.slice(length))) continue;
    if (
      /^(?:これ|それ|そ[のうん]|こ[のう]|と(?:いう|いった|の))/u.test(
        nextSentence(facts, group.start),
      )
    )
      if (isAgainstPrejudice(nextSentence(facts, group.start))) continue;
    yield phraseAt(facts, group.start, group.end + length);
  }
}

function isPartOfWord({ before, after, text }: Phrase): boolean {
  if (LIMIT.test(after)) return true;
  // 男 and 女 are parts of many words (長男, 少女, 男女); katakana runs on (ゲイ in ゲイン).
  return (
    (/^[男女]/u.test(text) && /[一-鿿]$/u.test(before)) ||
    isInsideRun(before + text + after, before.length, before.length + text.length)
  );
}

/** How far behind the group's name the belittling words reach; 0 where there are none. */
function belittledLength({ text, before, after, sentence }: Phrase): number {
  const direct =
    (text.startsWith("男") ? null : DESPITE.exec(after)) ??
    REFUSED.exec(after) ??
    DEEDS.exec(after) ??
    GREW.exec(after);
  if (direct) return direct[0].length;
  if (occursIn(DESCENT, text)) {
    const shunned = SHUNNED.exec(after);
    return shunned ? shunned[0].length : 0;
  }
  const particle = PARTICLE.exec(after)?.[0];
  if (particle === undefined) return 0;
  if (AFTER_ALL.test(before)) return particle.length;
  const rest = after.slice(particle.length);
  const said = BELITTLED.exec(rest);
  if (said) return particle.length + said[0].length;
  if (!occursIn(STRANGERS, text) || NEUTRAL_HEALTH.test(sentence)) return 0;
  const feared = FEARED.exec(rest);
  return feared ? particle.length + feared[0].length : 0;
}
