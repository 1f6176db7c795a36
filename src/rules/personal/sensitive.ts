import { isFraudWarning } from "../../facts/context.ts";
import { findDescribedPeople } from "../../facts/described-people.ts";
import type { Facts } from "../../facts/facts.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import { isOffice, type PersonMention } from "../../facts/people.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";
import { isConsented } from "./consent.ts";

/** Told by themselves. */
const TELLS =
  /(?<!と)話し(?:て(?:くれ|いただ|くださ)|ま)|お話を|語っ|語り|講演|体験(?:を|談)|手記|寄稿|インタビュー|体験[^。]{0,6}教えてくれ/u;
type Read = Pick<Facts, "text" | "sentences">;

/** The word is what a talk, a service or a campaign is about, and nobody's state. */
const MATTER =
  /^(?:の|に(?:関する|ついて|よる(?:差別|偏見))|など|等|者)?(?:の)?(?:に?ついて|予防|検診|健診|検査|ワクチン|接種|相談|講座|講演|教室|研修|サロン|カフェ|支援(?!学)|サポーター|対策|啓発|週間|月間|防止|撲滅|根絶|運動|窓口|制度|担当|係|課|手続(?!き?(?:が|を|も)(?:進|終|済|始|し))|申請(?:の|は|方法|書|窓口)|理解|正しい|専門|研究|治療法|基礎|知識|ボランティア|手記|体験談|本|映画|フォーラム|シンポジウム|セミナー|学習会|医)/u;
/** Between the state and the person whose it is: 生活保護を受けている松本さん, 認知症の中島さん. */
const LINKS =
  /^(?:[0-9０-９]{1,3}[かカヵケヶ箇]月)?[一-鿿ァ-ヺー0-9０-９a-zA-Z]{0,6}(?:[の:：でがをにとしさ、中者員歴済いただるてっれ]|受給|受け|である|な|づ|[ぁ-ん]{1,3}[たるて]|$)[^。！？\n]{0,39}$/u;
/** The clause turns to somebody or something else before the name comes. */
const TURNS =
  /(?<!実)は|(?<!で)も(?![らうっとの])|[がを]、|(?:人|方|お子さん|世帯|家庭|皆さん)の|(?<!地|部|小|番|頃)や|ので|ため(?!て|込)|(?<![丘町市区県村校園設院])から(?!離)|けど|について|予防|対策|講座|講演|相談|支援|担当医|啓発|研究|理解|の会|団体|サークル|語る|伝え|教え|治す|診る|詳し|専門|取り組|携わ|支える|寄り添|克服|乗り越え|を訪問|(?<![職教議社団店会役務係課部署])員(?:の|、|・)?$|向け|皆|経験|体験|手記|(?:人|方|子ども|子|児童|生徒|者|家族|親|母|父|妻|夫|娘|息子|祖母|祖父|兄|姉|弟|妹)[をとにがへ]/u;
/** Between the person and the state: は, が新型コロナに, の長男は… */
const LINKS_BACK =
  /^(?:[（(][^（()）\n]{0,12}[）)])?(?:宅|家|ご?(?:一家|親子|夫[婦妻]|家族)|母子|父子|の(?:お宅|家|ご?家族|お?子(?:さん|ども)?))?(?:は|が|も|の|、|に|を|について|って|ですが|だけど|:|：|で|だ)[^。！？\nはが]{0,14}[はが]?[^。！？\nはが]{0,10}$/u;
/** 陽性となったのは…中島先生です: the sentence says whose state it is. */
const IDENTIFIED =
  /^[^。！？\n]{0,20}(?:の|(?:方|人|位|患者さん?|男性|女性|世帯|家庭|者|子|児童|生徒|車|家|土地|建物|不動産|住宅))(?:は|が[0-9０-９一二三]{1,2}(?:人|名)で?)[^。！？\n]{0,40}$/u;
/** 倒れた人に…使ったのは中島さん: another did something to whoever it was. */
const SOMEBODY_ELSE = /(?:人|方|性|児|者|子)(?:さん)?[をにへの]/u;
/** Somebody came, called or applied because of it: DVの相談に来られた中村さん. */
const CAME =
  /^[^。！？\n、]{0,10}?(?:相談|申請|手続き?|申し?込み?|面談|検査|治療|リハビリ|手術|審査|更新|窓口|外来|病[院棟]|施設|シェルター|[作事]業所|支援学[校級])(?:[にへで]|の(?:ため|件で)に?)[^。！？\n、]{0,6}?(?:来[らたてま]|見え|越し|いら[しっ]|訪れ|通[っういわ]|電話|入[っりる所院])|^[^。！？\n、]{0,8}?(?:検査|治療|手術|カウンセリング|リハビリ|認定|支給|給付|減免|免除|援助|扶助)を(?:お?受け|申)|^[^。！？\n、]{0,6}?(?:相談|申請|届け?出?)を(?:し(?!て[くみ])|され|取り下げ|出[しさ])/u;
/** The same behind the person: 中村さんからDVの相談がありました. */
const FROM = /^から[^。！？\n]{0,14}$/u;
const CALLED =
  /^[^。！？\n、]{0,6}?の?ご?(?:相談|申請|届け?出?|申し?出|電話|訴え|連絡|問い?合わせ)[がをも][^。！？\n]{0,8}?(?:あ[りっ]|受け|寄せ|届|いただ|来)/u;
/** Spoken to by name; what follows is about what they asked or applied for: 原田様、医療費助成の申請書を受理しました. */
const ADDRESSED = /^(?:へ|宛て?)?[、,。！!：:　 \n]/u;
const ADDRESS_BEFORE =
  /^(?:@\w+ ?|[【[][^】\]\n]{0,12}[】\]] ?|(?:ご|お)[^。\n、様さん]{2,12}の)?$/u;
/** Done for them, not told to everyone. */
const HANDLED =
  /(?:届|受[理領け付]|申請|認定|承認|決定|却下|審査|[支発交][給送付]|更新|登録|確認|判定|診断|結果|[免減][除額]|停止|取り消し|完了|手続き?)[^。\n]{0,10}(?:ました|済|され(?:ます|て)|中です|おら|ませ|まだ)|(?:振り?込|送り|届け|渡し|通知し)[^。\n]{0,6}(?:ます|ました)|滞納|未納|納め[てに]|お(?:休み|体|加減|見舞|大事)|(?:お[子父母]|ご主人|奥|ご家族|ご両親)[さ様]/u;
const NAMED = /^(?:は|が|も|、|さん|ご夫妻)[^。！？\nはが]{0,12}$/u;
/** What makes the word behind the person a state of theirs. */
const STATE_BEHIND =
  /^(?:な[いかくっ]|ず(?!に)|ませ|られ|な|[づに][らく])|^(?:の?(?:信者|信徒|会員|メンバー|利用者|当事者|経験者|疑い)?(?:さん)?(?:です|でし|で[、す]|だ)|の(?:信者|信徒|会員|利用者|疑い))|^[^。！？\n、]{0,6}?(?:に(?:感染|かか|罹|なっ(?:た|て)|なり|苦しん|悩|入(?:り|っ|る|所|院)|通(?:っ|い|う))|を(?:患|お?持|発症|[^。\n、]{0,6}(?:た[めま]|溜め|滞ら)|抱え|受給|(?:受け|続け)(?:て|た|る|な)|滞納|未納|起こし|持っ|理由|繰り返|犯し|取得|飲ん|隠し|しており|して(?:い|お))|で(?:[^。、\n]{0,8}(?:に入|生活|暮ら|過ごし|[動話歩働]け)|入院|通院|療養|お?休|亡|欠席|欠場|早退|棄権|休場|来られ|倒れ|自宅|苦し|闘病|死去|治療|逮捕|す[。がのけ]|した|、|あ(?:り|る|っ)|来られ|来ま|検査)|と(?:診断|判明|告げ|言われ|宣告|の(?:診断|こと)|闘い|闘っ|向き合|いう(?:こと|病|噂|話))|から(?:逃|避難|離れ)|が[^。、\n]{0,10}?あ[りるっ]|が(?:判明|見つか|発覚|重|進|ひど|悪化|確認|切れ|出て|出た|わか|分か|再発|高)|の(?:ため|疑い|患者|症状|診断|ある(?!方|人|皆|子|児|お)|おそれ|状態|治療|検査|手術|交換|通院|入院|発作|リハビリ|悪化|末期|後遺症|方(?:です|で、)|薬)|のため|により|し(?:た|て|まし|中)|さ(?:れ|せ)|中(?:の|で|です|に|、|だ)|だ(?:と|っ|そ|から|が|けど|。|$)|です|な(?:の(?:で|に)|ん)|者(?:です|で|だ)|員(?:です|で|だ)|を?受給|を?滞納|感染|と分か|とわか|い?(?:ので|ため|から|けど|けれど|そう|とのこと|の(?:です|で|だ))|く(?:[てし]|な)|(?:て|で)(?:い|お)|らしい|みたい|気味|ぎみ|[0-9０-９]で|(?:高等部|中学部|小学部)?[)）]|[0-9０-９](?:の認定|です|年|か月|級))/u;
/** Somebody who speaks, teaches or plays of their own accord: what they tell of themselves is theirs to tell. */
const TALKS =
  /講演|講師|登壇|出演|選手|体験(?:を|談|記)|語り|語っ|語る|話し(?:ま|て)|お話を|対談|公演|著書|自伝|映画|番組|コンサート|展(?:示|を|覧)|企画展|シンポ|セミナー|教室|講座|アーティスト|監督|俳優|歌手|作家|画家|(?:パラ|オリ)リンピック|患者会|当事者|を経験し|世話人|代表を務|インタビュー/u;
/** A person who can be recognised, together with a state that nobody but they may tell. */
export const piiSensitive: Rule = {
  id: "pii.sensitive",
  clause: "4(5)オ",
  level: "stop",
  *check({ facts, policy }) {
    const states = facts.words.filter(({ lexicon }) => lexicon === "private");
    if (states.length === 0) return;
    const { text, sentences, quotations } = facts;
    for (const person of facts.people) {
      if (!isSure(person) || isConsented(person.name, text, policy)) continue;
      if (spanAt(quotations, person.start)) continue;
      const sentence = sentenceAt(facts, person.start);
      if (TELLS.test(sentence)) continue;
      if (person.isPublic && (TALKS.test(sentence) || !isToldOf(text, person))) continue;
      const isAccused = /容疑者|被告/u.test(person.honorific);
      const state = states.find(
        (word) =>
          // Why they are called so is told by that very word.
          !(isAccused && /逮捕|捕ま/u.test(word.text)) &&
          (isStateOf(facts, word, person) ||
            isOfAddressed(facts, word, person) ||
            isStateBefore(facts, word, person) ||
            isStateThen(facts, word, person)),
      );
      if (!state) continue;
      yield {
        start: Math.min(state.start, person.start),
        end: Math.max(state.end, person.end),
        message: { key: "pii_sensitive", args: [person.name, state.text] },
      };
    }
    for (const person of findDescribedPeople(text)) {
      const sentence = sentenceAt(facts, person.start);
      if (spanAt(quotations, person.start) || isFraudWarning(sentence) || TALKS.test(sentence))
        continue;
      const state = states.find((word) => isStateOf({ text, sentences }, word, person));
      if (!state) continue;
      yield {
        start: Math.min(state.start, person.start),
        end: Math.max(state.end, person.end),
        level: "care",
        message: {
          key: "pii_sensitive_described",
          args: [text.slice(person.start, person.end), state.text],
        },
      };
    }
  },
  examples: {
    fires: [
      {
        text: "北原町の田中次郎さんがインフルエンザに感染しました。",
        marks: "田中次郎さんがインフルエンザ",
      },
      {
        text: "生活保護を受けている松本さんから野菜をいただきました。",
        marks: "生活保護を受けている松本さん",
      },
      { text: "認知症の中島キミさんを捜しています。", marks: "認知症の中島キミさん" },
      { text: "小林さんは統合失調症で入院中です。", marks: "小林さんは統合失調症" },
      {
        text: "固定資産税を滞納している本上町の鈴木商店店主・鈴木三郎さんの車を公売します。",
        marks: "滞納している本上町の鈴木商店店主・鈴木三郎さん",
      },
      { text: "堀内係長はうつ病で休んでいます。", marks: "堀内係長はうつ病" },
      { text: "窓口担当の市川がインフルエンザにかかりました。", marks: "市川がインフルエンザ" },
      {
        text: "陽性となったのは、井上小に勤める中島先生です。",
        marks: "陽性となったのは、井上小に勤める中島先生",
      },
      {
        text: "塩川町の30代女性が新型コロナに感染しました。",
        marks: "塩川町の30代女性が新型コロナ",
      },
      { text: "「カットハウス久保」のご主人は料金を納めておらず、水を止めます。" },
      {
        text: "中島トシエさん（若年性認知症）も参加します。",
        marks: "中島トシエさん（若年性認知症",
      },
      {
        text: "相森小学校の柳沢家のお子さんが結核と診断されました。",
        marks: "柳沢家のお子さんが結核",
      },
      { text: "高橋夫妻がそろってコロナにかかりました。", marks: "高橋夫妻がそろってコロナ" },
    ],
    quiet: [
      "倒れている人にAEDを使ったのは、西原ひよりさんでした。",
      "生活保護、税の滞納、病気のあとの仕事。福祉課へご相談ください。",
      "がん検診を受けましょう。田中さんも受けました。",
      "認知症サポーター養成講座を開きます。世話人は中村さんです。",
      "講師の山田花子さんは乳がんを経験し、患者会を立ち上げました。",
      "糖尿病予防の料理を、山口さんが紹介します。",
      "日野小で児童がインフルエンザに感染したため、学年閉鎖をします。",
      "精神科医の高木先生が、うつ病について話します。",
      "市内の30代男性が新型コロナに感染しました。",
      "「山田さんが逮捕された」という電話は詐欺です。",
    ],
  },
};

function sentenceAt({ text, sentences }: Read, offset: number): string {
  const span = spanAt(sentences, offset);
  return span ? text.slice(span.start, Math.min(span.end, span.start + 240)) : "";
}

function isStateOf({ text, sentences }: Read, word: LexiconWord, person: Span): boolean {
  if (spanAt(sentences, word.start) !== spanAt(sentences, person.start)) return false;
  const after = text.slice(word.end, word.end + 24);
  if (word.end <= person.start) {
    const between = text.slice(word.end, person.start);
    if (between.length < 40 && CAME.test(between) && !/[。！？\n]|は/u.test(between)) return true;
  } else if (FROM.test(text.slice(person.end, word.start)) && CALLED.test(after)) return true;
  else if (NAMED.test(text.slice(person.end, word.start)) && CAME.test(after)) return true;
  if (MATTER.test(after)) return false;
  // A department and its doctor: 精神科の小池先生.
  if (
    /科$/u.test(word.text) &&
    /(?:先生|医師|看護師|院長)$/u.test(text.slice(person.start, person.end))
  )
    return false;
  if (word.end <= person.start) {
    const between = text.slice(word.end, person.start);
    if (
      IDENTIFIED.test(between) &&
      !SOMEBODY_ELSE.test(between) &&
      /^(?:です|でした|だ|と(?:判明|分か|わか|のこと)|の(?:こと|もの|所有)|宅)/u.test(
        text.slice(person.end, person.end + 4),
      )
    )
      return true;
    return (between === "" || LINKS.test(between)) && !TURNS.test(between.slice(1));
  }
  if (word.start < person.end) return false;
  // 中島トシエさん（若年性認知症）
  if (
    /^[（(][^（()）\n]{0,6}$/u.test(text.slice(person.end, word.start)) &&
    /^[^（()）\n]{0,6}[）)]/u.test(after)
  )
    return true;
  const between = text.slice(person.end, word.start);
  // 山田さん、コロナ陽性。
  if (
    /^(?:は|も|、)(?:実は|なんと|ついに|まさかの)?、?[^。！？\nはが]{0,6}$/u.test(between) &&
    /^(?:さん)?(?:[。！!…\n]|$)/u.test(after)
  )
    return !/テーマ|話|演題|担当/u.test(between);
  return LINKS_BACK.test(between) && STATE_BEHIND.test(after);
}

/** What is done for somebody spoken to by name: 山口様、住宅扶助は4日に振り込みます. */
function isOfAddressed(
  { text, sentences }: Read,
  word: LexiconWord,
  person: PersonMention,
): boolean {
  if (word.start < person.end || word.start - person.end > 60) return false;
  if (!/^(?:様|さま|さん|氏)$/u.test(person.honorific)) return false;
  const own = spanAt(sentences, person.start);
  if (!own || !ADDRESS_BEFORE.test(text.slice(own.start, person.start))) return false;
  const rest = text.slice(person.end, person.end + 120);
  const isSpokenTo = ADDRESSED.test(rest) || (rest.startsWith("の") && person.honorific !== "さん");
  return isSpokenTo && HANDLED.test(rest);
}

/** 山田さんのことです, behind a sentence about somebody's state: 生活保護の方から電話がありました。太子町の黒岩さんです。 */
function isStateBefore({ text, sentences }: Read, word: LexiconWord, person: Span): boolean {
  const own = spanAt(sentences, person.start);
  if (!own || word.end > own.start || own.start - word.end > 40) return false;
  if (
    person.start - own.start > 20 ||
    !/^(?:です|でした|のこと)/u.test(text.slice(person.end, person.end + 4))
  )
    return false;
  const between = text.slice(word.end, own.start);
  return (
    /^(?:者|の感染)?(?:が|を|の?陽性|の疑い)[^。！？\n]{0,8}(?:出|確認|見つ|判明|発生|わか|分か)[^。！？\n]{0,8}[。！？\n ]{1,2}$|^[^。！？\n]{0,14}(?:方|人|男性|女性|患者|世帯|家庭|子)[^。！？\n]{0,20}[。！？\n ]{1,2}$/u.test(
      between,
    ) && !MATTER.test(between)
  );
}

/** The next sentence goes on about the same person without naming them: 青木さん。精神疾患があったということです。 */
function isStateThen({ text, sentences }: Read, word: LexiconWord, person: Span): boolean {
  const own = spanAt(sentences, person.start);
  if (!own || word.start < own.end || word.start - own.end > 12) return false;
  if (
    !/^(?:の(?:もの|車|こと)|宅)?(?:です|でした|だ)?[。！？\n]/u.test(
      text.slice(person.end, person.end + 8),
    )
  )
    return false;
  const between = text.slice(own.end, word.start);
  const after = text.slice(word.end, word.end + 24);
  return !/[はがも。\n]/u.test(between) && !MATTER.test(after) && STATE_BEHIND.test(after);
}

/** In public by an office alone, not by what they tell: heads of firms, teachers, members of a council. */
function isToldOf(text: string, { start, honorific }: PersonMention): boolean {
  return (
    isOffice(honorific) ||
    /(?:社長|店長|店主|職員|教諭|保育士|看護師|保健師|司書|栄養士|委員|指導員|推進員|支援員|相談員|交流員|団員|隊員|[部課係所区会園校団組]長|理事|代表|議員|先生|世話人|案内人|ガイド|児童|生徒)(?:の|、|・|,)?$/u.test(
      text.slice(Math.max(0, start - 8), start),
    )
  );
}

/** A guess is a name where it has the form of one from abroad: グエンさん. */
function isSure({ form, name }: PersonMention): boolean {
  return form !== "unknown" || /^[ァ-ヺー・･]{2,}$/u.test(name);
}
