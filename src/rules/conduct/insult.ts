import { bySentence, isTale, isWork, surroundingsOf } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { occursIn } from "../../facts/gate.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import { findScorn } from "../../facts/scorn.ts";
import { isInsideRun, scriptOf } from "../../facts/scripts.ts";
import { overlapsAny, type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** People and bodies that abuse is aimed at. Counts (人数, 市場, 国産) are none. */
const TARGET =
  /(?:人(?!数|口|気|工|形|材|参|権|生|類|手|出|体|情|柄|物)|者|奴|やつ|ヤツ|連中|輩|市民|住民|国民|県民|町民|村民|職員|役人|公務員|議員|市長|知事|町長|村長|区長|大臣|政治家|首長|官僚|役所|役場|行政|当局|当事者|政府|議会|与党|野党|政党|党(?!首)|団(?![地子扇体結らぐ塊])|警察|消防|学校|教師|教員|先生|教授|教育委員会|医者|医師|会社|企業|業者|店員|団体|組合|協会|記者|マスコミ|メディア|新聞|テレビ局|親(?!子|切|睦|善|水)|保護者|母親|父親|子(?:ども|供)?(?=たち|は|が|ども)|若者|老人|年寄り|高齢者|(?:小|中|大|高校?|留)?学生|高校生|大学|息子|娘|生徒|男(?!女)|女(?!性の|子|性が)|夫婦|家族|隣人|外国人|観光客|客|利用者|飼い主|ドライバー|運転手|運転者|クレーマー|県(?!産|内)|市(?!場|販|営|内|立)|町(?!内|並)|村|国(?!産|内|際|宝|道)|あなた|おまえ|お前|彼(?!岸)|奥さん|おばさん|おじさん|じいさん|ばあさん|上司|部下|同僚|担当|委員|町内会|自治会|農家|漁師|宗教|信者|監督|選手|チーム|ファン|存在|集団|やから|ババア|じじい|おじ|おば|親父|オヤジ|おやじ|[女男]子[高学中校大]|司会|講師|課長|部長|係長|局長|社長|校長|園長|団長|会長|駅長|審判|相手|犯人|泥棒|クラブ|大統領|首相|総理|記事|芸能人|有名人|作家|学者|研究者|専門家|評論家|コメンテーター|方(?:々|が|は|も))/u;
const STARTS_WITH_TARGET = new RegExp(`^[ぁ-ん]{0,2}(?:${TARGET.source})`, "u");
const ADDRESSED = new RegExp(
  `${TARGET.source}[^。、\\n]{0,6}(?:は|も|が|って|なんて|なんか|こそ|、)[^。\\n]{0,8}$`,
  "u",
);

/** What turns the word into abuse of people: fellows of that kind, or a plural that looks down. */
const DEROGATORY_TAIL =
  /^(?:ども(?!たち)|共(?![同通有用生感存催済和演栄闘])|野郎|やろう|ヤロウ|ヤロー|人間|以下(?:の(?:マナー|モラル|人|奴|連中|存在|対応|行為|頭|民度|レベル|市|町)|だ|です|。|！)|同然(?:の(?:人|奴|連中)|だ|です)|みたい(?:な(?:人|存在|団体|集団|会社|業者|国|奴|やつ|連中|市民|職員|親|政治家|議員|客|住民|飼い主|ドライバー|団体|こと[をば])|に(?:騒|電話|吠|わめ|喚|怒|群|たか))|のような(?:人間|人(?:たち|々|物|ば|が|は|に)|存在|団体|集団|会社|業者|議員|職員|記者|親|客|国|輩|市民|住民|奴|やつ|連中|こと[をば])|並み?の(?:頭|知能|マナー|モラル|理解|人|奴|連中)|の(?:見本|展覧会|博覧会|吹き溜|代表|典型|骨頂|集まり|集団|巣窟|極み)|どもめ|め[がらはー！!。、]|たち(?:が|は|の|に|を))/u;
const PREDICATE =
  /^(?:だ|です|でしょう(?!か)|なのでしょう|でした|である|ですか|や(?:ろ|な|ね|で|ん|わ|$|。)|やん|ちゃう|じゃろ|ずら|だに|だら|な(?:の|ん)(?:か|ですか|でしょうか|だろう|だ|[?？！!。]|$)|でしかな|か[?？よ！!]|かよ|じゃ(?:ない(?:の|か|です)|ね|なかろうか)|では?ないか|ではない(?:です|でしょう)か|としか|と(?:言|い)いた|丸出し|まるだし|すぎ|過ぎ|そのもの|ぶり|さ[がをに]|ばっか|ばかり|ぞろい|揃い|だらけ|ですね|だな|だね|だよ|[！!。」』]|$)/u;
/** After バカ and its like alone: somebody is there, comes, does. */
const PRESENCE =
  /^(?:が(?:い(?:る|ま|て|た)|多|増え|減ら|後を絶|目立|横行|はびこ|のさば|絶え|押し寄せ|うじゃうじゃ|ごろごろ|や(?:る|り|っ)|出(?:る|ま)|住|来)|は(?:帰|来る|消|死|黙|出|いら|相手|放|ほ[うっ]|困)|に(?:付け|つけ)る薬|に(?:は|も)?(?:分|わか|理解|何を|言っても|通じ|付き合|構)|の(?:相手|仕業|言う|やる|する|せい)|を(?:相手|見る)と?)/u;
/** What is not wasted on somebody called by a thing's name: クズに払う税金. */
const WORTH_NOTHING =
  /^に(?:払う(?:税|金)|使う(?:税|金)|やる(?:金|税)|人権|用はな|構って|かまって|付き合って(?:い)?(?:る暇|られ))/u;
const MODIFIER = /^(?:な|の)(?!ので)/u;
const MODIFIED =
  /^(?:な|の|い)?[ぁ-ん]{0,4}(?:こと(?:を|ば|は)|真似|まね|要求|質問|意見|発言|考え|運転|クレーム|苦情|行為|行動|ふるまい|振る舞い)/u;
/** A relative clause in front: 落書きをした馬鹿, 分からないアホ. */
const CLAUSE = /(?:[たる]|ない)$/u;
const PARTICLE_OR_STOP = /^[、。がはをもにへよ！!]/u;
const LIKENED = /^(?:と同じ|も同然|と変わら|のよう(?:です|だ)|みたい(?:です|だ|$|。))/u;
/** Asked of others, not of oneself: 何度も聞く人は理解力がないんでしょうか. */
const RHETORICAL = /^[ぁ-ん]{0,6}?(?:でしょうか|んですか|ので?すか|のか|んじゃ)/u;
/** Said of somebody as a reason: 職員は無能なので. */
const REASON = /^な(?:ので|のに|せい|ため|もので)/u;
/** The same, and what it leads to: のろまで困る. */
const AS_SUCH =
  /^(?:で(?!は|す|も)|と同じ|も同然|と変わら|のよう(?:です|だ)|みたい(?:です|だ|$|。))/u;
/** People by what they are (役人, 議員, クレーマー), before a plural that looks down on them. */
const LOOKED_DOWN_ON =
  /(?:ヤンキー|不良|若造|年寄り|老人|若者|ガキ|ジジイ|女|男|外人|暴走族|サル|[人奴員民客親官党派師屋]|ヤツ|やつ|信者|業者|クレーマー|マスコミ|ドライバー|ママ|オタク)$/u;
/** What a person does or says, called by a word that judges the person. */
const ACT =
  /^(?:な|の|い)?(?:要求|クレーム|苦情|言い分|主張|態度|書き込み|ご?意見|質問|文句|発言|投書|投稿|コメント|リプ|返信|言い訳|答弁|演説|議論|対応|記事|報道)(?!でも|も(?:大歓迎|歓迎|OK))/u;
/** A notice about crime may say what it thinks of it. */
const CRIMINAL = /^(?:な|の|極まりない)?(?:犯人|犯罪|詐欺|加害|業者|泥棒|手口)/u;
const EXTREME = /^(?:な|の|極まりない|きわまりない)/u;
/** What ends a sentence about somebody: they are so, to the extreme, past bearing. */
const SAID_OF =
  /^(?:い(?=で|と|し|の|ん|か|っ|[。！!、」』]|$)|く(?=て|[、。]|な)|極まりない|きわまりない|すぎ|過ぎ|だ|です|で[、あす]|て[、笑困話呆情]|し[、。]|としか|と(?:言|い)わざる|と(?:思|感)|に(?:見|思)え|い(?:る|ます)|ます|る(?:$|。)|ので|から|[！!。、」』]|$)/u;
/** The word named as a word, or told of as suffered, forbidden or wrong. */
const CITED =
  /^[」』]?[^。！？!?\n]{0,16}?(?:[、・][^。\n]{0,30}?)?(?:など(?:の|と|といった)?|等の|といった|という|との|と)(?:ような|いう)?(?:暴言|ご?指摘|お叱り|ご?批判|言葉|ことば|発言|書き込み|投稿|コメント|悪口|呼び方|表現|ヤジ|落書き|メッセージ|いじめ|中傷|(?:言|い)われ(?!ても(?:仕方|しかた|文句|当然)|て(?:当然|仕方)|るのも)|呼ばれ(?!ても(?:仕方|しかた|文句|当然))|書かれ|書き込まれ|ののしられ|罵られ|罵倒され|からかわれ|ののし|罵|(?:言|い)(?:わな|っては|うのは|い合)|言うこと|書(?:かな|いては|くのは)|投げつけ|傷つ)/u;
const AWARENESS =
  /誹謗中傷|いじめ|イジメ|ハラスメント|カスハラ|パワハラ|暴言|悪口|罵声|侮辱|名誉毀損|名誉棄損|言葉の暴力|ネット(?:の)?(?:中傷|トラブル)|人権/u;
const IN_LIST = /^(?:[、・／/]|や|とか|など|等)/u;
const DENIED =
  /^(?:では|じゃ)(?:ありません|ない(?!の|か|でしょ|です[かよね])|なく)|^に(?:し(?:な|て|た|ま)|す(?:る|ん)|さ(?:れ|せ)|でき|な(?:ら|り|っ))/u;
/** Words for a kind of people that the sentence itself refuses, welcomes or teaches to deal with. */
const DISAVOWED =
  /^[^。！？\n]{0,26}(?:はしない|しないため|しないよう|はいない|はいません|なんてない|なんていない|でも(?:解|楽|大丈夫|でき|参加|OK)|のための|への接し方|講座|研修|やめましょう|歓迎|なくそう|詫び|申し訳)/u;
/** A judgement that somebody suffers or passes on themselves, or that a course is about. */
const COMFORTS =
  /病気|症状|障害|原因|ように見え|とのご?(?:意見|声|指摘)|悩|つら[いくさ]|辛い|責め|落ち込|自信|相談(?!に来|し(?:に|て)来|者が)|抱え|気持ち|自分(?:は|が|を|なんて|の(?!こと))|私(?:は|なんて|も)|認知症|介護|子育て|不安|ストレス|と(?:思|感じ)(?:ったこと|ったら|う(?:方|人|とき|あなた)|い込|る(?:方|人|とき|こと))|思い込み|誤解|なくしましょう|なくそう|直したい|克服|でも(?:大丈夫|安心|OK|楽し|でき|参加|作れ|歓迎|わか|分か)|な(?:方|人|あなた)(?:も|へ|に(?:も|ぴったり|おすすめ|こそ))|クイズ|講座|教室|講演|セミナー|ワークショップ|体験|展示|研修|支援|詐欺|悪質|商法|おことわり|ではありません|じゃありません|ことはありません|でしょうか。?$|ませんか|お詫び|申し訳|反省|ご?意見を(?:いただ|頂)|ご指摘|お叱り/u;
/** Said of things too, in tales or in sorrow: such a word must be aimed to be abuse. */
const OF_THINGS =
  /^(?:外道|愚か|ボケ|三流|幼稚|野蛮|世間知らず|石頭|負け[組犬]|ばか|バカ|馬鹿|ポンコツ|卑劣|無能|[小害][物悪]|のろま|あほ|アホ|阿呆|まぬけ|マヌケ|間抜け|[嘘うウ]そ?つき|ハゲ|グズ|[下へヘ][手たタ].そ|[変暇]人|腹黒|無学|下[品劣]|せこい|トロい|陰険|狡猾)$/u;
const MILD: ReadonlySet<LexiconWord["use"] | undefined> = new Set(["soft", "judging"]);
/** Those who do not read Japanese yet are asked in earnest whether they do. */
const LEARNERS =
  /やさしい日本語|日本語(?:教室|講座|学習)|外国(?:人|籍|の方|語)|留学生|通訳|多言語/u;
/** Imperatives are stems of other forms too: 死ねない, 黙れば, 消えろと言われ. */
const OTHER_FORM = /^(?:ば|な[いかくけ]|ます|ません|る|た|て|ず)/u;
const OWN_SPEECH =
  /^[^」』”"\n]{0,12}[」』”"]?と(?:しか)?(?:言いたく|言いたい|言わざる|思(?:い|う|っ)|叫びた|言ってやり)/u;
const PARTICLE = /[がはもをにでとのやくてなら]/u;

export const toneInsult: Rule = {
  id: "tone.insult",
  clause: "4(5)ア",
  level: "stop",
  *check({ facts }) {
    const isNotice = bySentence(facts, (sentence) => AWARENESS.test(sentence));
    const found: Span[] = [];
    const insults = facts.words.filter(({ lexicon }) => lexicon === "insult");
    const ends = new Set(insults.map(({ end }) => end));
    for (const word of insults) {
      if (!isWholeWord(facts.text, word)) continue;
      const isSure = isAimed(facts, word);
      if (!(isSure || isHardlyHarmless(facts, word, ends)) || isToldOf(facts, word, isNotice))
        continue;
      const { after } = surroundingsOf(facts, word);
      if (isTale(after) || isWork(after)) continue;
      found.push(word);
      yield {
        start: word.start,
        end: word.end,
        message: { key: "tone_insult", args: [word.text] },
        ...(MILD.has(word.use) || !isSure ? { level: "care" as const } : {}),
      };
    }
    const scorns = findScorn(facts.text);
    if (scorns.length > 0 && occursIn(LEARNERS, facts.text)) return;
    let reach = 0;
    for (const scorn of scorns) {
      if (scorn.start < reach || overlapsAny(found, scorn)) continue;
      if (isToldOf(facts, scorn, isNotice)) continue;
      if (scorn.isSlight && COMFORTS.test(sentenceAt(facts, scorn))) continue;
      reach = scorn.end;
      yield {
        start: scorn.start,
        end: scorn.end,
        message: { key: "tone_insult", args: [facts.text.slice(scorn.start, scorn.end)] },
        ...(scorn.isSlight ? { level: "care" as const } : {}),
      };
    }
  },
  examples: {
    fires: [
      { text: "分別もできないバカがいます。", marks: "バカ" },
      { text: "隣の市の無能な職員とは違います。", marks: "無能" },
      { text: "ポイ捨てをする人間のクズは許せません。", marks: "人間のクズ" },
      { text: "苦情ばかりの市民はゴミです。", marks: "ゴミ" },
      { text: "マナーを守れない人は出て行け！", marks: "出て行け" },
      { text: "クレーマーどもは黙れ。", marks: "黙れ" },
      { text: "民度が低い地域ですね。", marks: "民度が低" },
      { text: "こんなことも分からないなんて、頭おかしいですよ。", marks: "頭おかしい" },
      { text: "非常識な飼い主が増えています。", marks: "非常識" },
      { text: "ほんとうに「バカ」と言いたくなります。", marks: "バカ" },
      { text: "議員のくせに条例も知らないのですか。", marks: "くせに" },
      { text: "赤信号で渡るとか正気？", marks: "正気？" },
      { text: "ろくでなしの後始末に追われています。", marks: "ろくでなし" },
      { text: "払えるのに払わないずうずうしい寄生虫がいます。" },
      { text: "会場で騒いでいたじじい、名前は分かっています。", marks: "じじい" },
      { text: "同じことを聞く人は理解力がないんでしょうか。" },
      { text: "あの団体はまじめな市民に寄生するダニのような存在です。", marks: "ダニ" },
      { text: "隣町の担当者は頭が悪くて話になりません。" },
      { text: "あの先生の話は、聞くだけ時間の無駄です。" },
      { text: "物わかりの悪い方ですね。", marks: "物わかりの悪い" },
      { text: "職員の対応は幼稚園児以下です。" },
      { text: "毎日お電話をくださる方、お暇なんですね。", marks: "お暇なんですね" },
    ],
    quiet: [
      "高原でバカンスを過ごしませんか。死角の多い交差点にご注意ください。",
      "「死ね」「キモい」などの書き込みは、侮辱罪に問われることがあります。",
      "バカ、消えろといった暴言は、カスハラにあたります。",
      "方言をバカにされた経験を話し合いました。",
      "電気代もばかになりません。節電のコツを紹介します。",
      "映画『バカの壁』の上映会です。",
      "犬のふんやごみの放置が多い公園です。",
      "葛（くず）もち作り、野菜くずの堆肥づくりを体験します。",
      "カスミソウの苗を配ります。酒カスもどうぞ。",
      "今年の十月半ばから工事が始まります。",
      "豚が逃げています。近づかないでください。",
      "狂言「附子（ぶす）」と囃子連中の演奏です。",
      "サルは賢い動物です。",
      "認知症の人は愚かではありません。",
      "くせになる味です。正気に戻ったような紅葉の静けさです。",
      "暇な時間に、スマホが使えない人のための教室へどうぞ。",
      "頭が痛い、胃がむかつくときは休みましょう。",
      "隣の市の方は、お住まいの市にお問い合わせください。",
      "議会は無能だとのご指摘を受け止めます。ボケの花が見頃です。",
      "いい加減に切った野菜でも大丈夫。使えない小型家電を回収します。",
      "物覚えが悪くなったと感じる方の相談会です。",
    ],
  },
};

function isWholeWord(text: string, { start, end, word }: LexiconWord): boolean {
  if (isInsideRun(text, start, end)) return false;
  const previous = text.charAt(start - 1);
  if (scriptOf(word.charAt(0)) !== "hiragana" || scriptOf(previous) !== "hiragana") {
    // One kanji alone is a part of most compounds.
    return word.length > 1 || scriptOf(word) !== "kanji" || scriptOf(previous) !== "kanji";
  }
  // A word of some length is no tail of another: することをするろくでなし, 騒いでいたじじい.
  return PARTICLE.test(previous) || (word.length >= 3 && /[るたいぬん]/u.test(previous));
}

/** Whether this use of the word is abuse of somebody, by what stands around it. */
function isAimed(facts: Facts, word: LexiconWord): boolean {
  const { before, after } = surroundingsOf(facts, word);
  switch (word.use) {
    case "abuse":
      return true;
    case "imperative":
      return !OTHER_FORM.test(after);
    case "adjective":
    case "soft":
      return (
        (startsWithTarget(after.replace(EXTREME, "")) && !CRIMINAL.test(after)) ||
        ACT.test(after) ||
        (SAID_OF.test(after) && ADDRESSED.test(before))
      );
    case "judging":
      return (
        !COMFORTS.test(sentenceAt(facts, word)) ||
        (RHETORICAL.test(after) && ADDRESSED.test(before))
      );
    case "wish":
      return ADDRESSED.test(before) && !/不安|心配|悩み|迷い|痛み/u.test(before);
    case "plural":
      return LOOKED_DOWN_ON.test(before);
    case "fool":
      return (
        DEROGATORY_TAIL.test(after) ||
        PREDICATE.test(after) ||
        PRESENCE.test(after) ||
        startsWithTarget(after.replace(MODIFIER, "")) ||
        MODIFIED.test(after) ||
        (CLAUSE.test(before) && PARTICLE_OR_STOP.test(after)) ||
        ((AS_SUCH.test(after) || REASON.test(after) || /^、/u.test(after)) &&
          ADDRESSED.test(before))
      );
    case "trash":
      return (
        /^(?:ども(?!たち)|野郎|やろう|ヤロウ|ヤロー)/u.test(after) ||
        (/^(?:クソ|くそ|糞|クズ|屑|カス|ゲス)$/u.test(word.word) && startsWithTarget(after)) ||
        (isThing(word.word) && WORTH_NOTHING.test(after)) ||
        (isThing(word.word) ? DEROGATORY_TAIL.test(after) : false) ||
        (isThing(word.word) &&
          !/^(?:泥棒|詐欺師|盗人|ヤクザ)$/u.test(word.word) &&
          (PREDICATE.test(after) || LIKENED.test(after) || REASON.test(after)) &&
          ADDRESSED.test(before))
      );
    default:
      return false;
  }
}

/**
 * Not aimed by its grammar, but a word for people that a notice has no other use for.
 *
 * @param ends of all insults.
 */
function isHardlyHarmless(facts: Facts, word: LexiconWord, ends: ReadonlySet<number>): boolean {
  const isLikely =
    word.use === "trash"
      ? ends.has(word.start) || ends.has(word.start - 1)
      : word.use === "fool" && !OF_THINGS.test(word.word);
  return isLikely && !COMFORTS.test(sentenceAt(facts, word));
}

/** 役人 and 連中 are plain words for people: only a tail that looks down makes abuse of them. */
function isThing(word: string): boolean {
  return !["役人", "連中", "奴"].includes(word);
}

function sentenceAt({ text, sentences }: Facts, { start, end }: Span): string {
  const sentence = spanAt(sentences, start) ?? { start, end };
  return text.slice(Math.max(sentence.start, start - 100), Math.min(sentence.end, end + 100));
}

function startsWithTarget(after: string): boolean {
  return STARTS_WITH_TARGET.test(after);
}

/** Told of rather than said: quoted, named as a word, denied, or listed in a notice against abuse. */
function isToldOf(
  facts: Facts,
  word: Span & Partial<Pick<LexiconWord, "use">>,
  isNotice: (word: Span) => boolean,
): boolean {
  const { after, quotation } = surroundingsOf(facts, word);
  if (quotation) return !OWN_SPEECH.test(facts.text.slice(word.end, word.end + 40));
  if (CITED.test(after) || DENIED.test(after)) return true;
  if (word.use !== "abuse" && word.use !== "plural" && DISAVOWED.test(after)) return true;
  if (word.use === undefined && isNotice(word)) return true;
  return IN_LIST.test(after) && isNotice(word);
}
