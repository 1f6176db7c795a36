import { isHistory, isTale } from "../../facts/context.ts";
import { isWithin, ownDomainsOf } from "../../facts/domains.ts";
import {
  findAll,
  findPhrases,
  joinSpans,
  nextSentence,
  type Phrase,
  wholePost,
} from "../../facts/phrases.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** The writer says that nobody has confirmed it, or that somebody told them. */
const UNCONFIRMED: readonly RegExp[] = [
  /という(?:情報|話|メッセージ|投稿|動画)が(?:回って|流れて|出回って|広まって)|信じるか信じないか|(?:ちらっと|こっそり|内緒で|ぽろっと)(?:言|聞|話|教え)|(?:という(?:話|こと)?|た)とか(?:しないとか)?(?=。|…|！|$)|未確認(?:です|で|の(?:情報|話|段階)|ながら|情報(?:です|で|が|に|として|と)|だ|だけど|なの)|真偽(?:は|の(?:ほど|程)は|が)?(?:不明|定か|わか|分か|確認|さだか)|(?:本当|事実|ほんとう)か(?:どうか)?は?[^。\n]{0,6}(?:分か|わか|不明|定か|確認(?:でき|し)て(?:い)?(?:ま|な))|(?:裏付け|裏|確認)(?:は|が)?(?:まだ)?(?:取|と)れて(?:い)?(?:ま|な)|(?:まだ|正式に)[^。\n]{0,4}(?:確認(?:は)?(?:でき|取れ|とれ)て(?:い)?(?:ませんが|ないが|ないけど|ないので))|一部では[^。\n]{0,20}(?:言われて|噂|ささやか)|(?:情報源|出どころ|ソース)(?:は|が)?(?:不明|わか|分か|さだか|明か|言え)/gu,
  /(?:との?|という)(?:噂|うわさ|ウワサ)(?!話の|に(?:惑|注意|ご注意|流|だまさ|振り))|(?:噂|うわさ|ウワサ)(?:では|によ(?:ると|れば)|で(?:聞|す(?!か)|しか)|が(?:ある|あり|立|流れ|広が|出)|を(?:聞|耳に)|だと|話では)|聞いた(?:話|ところ|はなし)(?:で|に|だ|によ|です)|聞くところによ|小耳にはさ|小耳に挟|耳にし(?:た(?:話|ところ|の)|まし)|人づてに|又聞き|また聞き|風の(?:便り|噂)|風聞|口コミで[^。\n]{0,8}(?:広が|聞)/gu,
  /(?:友人|知人|知り合い|友達|ともだち|近所の(?:人|方)|ママ友|同僚|親戚|家族|ある(?:人|方|市民)|住民の方|匿名の方|タクシー(?:の)?運転手|地元の人|常連さん?|お客さん?|親戚)(?:さん)?(?:の話(?:では|だと|によ|を聞)|から(?:の話|の情報)?(?:で|、)?(?:聞|教え|伝え|連絡をもら|回って|[^。\n]{0,3}(?:情報|話))|に(?:聞(?:い|き)|よ(?:ると|れば))|が(?:言って|話して|言うには|見たと|教えて)|いわく)/gu,
  /(?:ネット|SNS|ＳＮＳ|エックス|ツイッター|Twitter|TikTok|掲示板|まとめサイト|LINE|ライン|YouTube|フェイスブック|インスタ)(?:上)?(?:の(?:情報|投稿|書き込み|話|動画|噂))?(?:で|に|では|によ(?:ると|れば))[、]?(?:は|も)?(?:見(?:た|まし|かけ)|話題|流れ|回って|出回|聞(?:い|き)|知りました|言われ(?:て(?:い|お))|書かれ|広が|(?:[^。\n]{0,24}(?:らしい|そうです|ようです|みたい|との(?:こと|情報)|という)))|(?:回って|流れて|出回って)(?:き|い)(?:た|ている|ました|ます)(?:情報|話)?(?:です|によ|では)|どうやら|かもしれないとの(?:こと|話|情報)|と(?:小|ちらっと|ちょっと|先ほど|さっき|人から)聞きました/gu,
  /(?:という|との|って)(?:話(?:です|を聞|[がも](?:ある|あり|出|流)|もあ|らし|だ(?:そ|よ))|話になって|説が(?:ある|あり))|(?:デマ|ガセ|うそ|嘘|本当じゃない|間違い)(?:かも|かもしれ(?:ない|ません))(?:が|けど|です)|(?:らしい|いる|ある|った|する|れる|だ|くる|ない)と(?:聞(?:きまし|いて(?:い|お)|いた(?:の|ので|が))|耳にし|教えてもら|言って(?:い|まし)(?:たの?で|る人|た人))|(?:誰|だれ)かが(?:言|見|聞)(?:って|た|い)/gu,
];
/** Calls to pass it on; an own notice with its page or an authority behind it may ask for that. */
const SPREAD =
  /(?:【|［|\[|＜|<|《)?\s?(?:[#＃]?(?:緊急)?(?:大)?拡散(?:希望|お願い|願い|求む|求ム|よろしく|してください|して下さい|して(?:ほしい|もらえ|いただ)|をお願い|にご協力|歓迎|推奨|OK|激しく)|(?:RT|ＲＴ|リツイート|リポスト|シェア)(?:希望|拡散|して広め|で広め|して拡散|求む)|(?:広めて|拡げて|広げて|伝えまくって|転送して|回して|教えまくって)(?:ください|下さい|ほしい|いただ|くれ|もらえ)|(?:皆さん|皆さま|みんな|周りの人|まわりの人|近所の人|家族や友人|多くの(?:人|方))に(?:も)?(?:知らせて|教えて|伝えて)(?:あげて)?(?:ください|下さい|ほしい)|(?:みんな|皆|皆さん|多くの(?:人|方))に(?:広め|拡散|シェア|転送)(?:し|て|よ)[^。\n]{0,6}(?:ください|ましょう|う|ほしい))\s?(?:】|］|\]|＞|>|》)?/gu;
const SOURCE =
  /(?:警察署?|消防(?:署|本部|局)?|気象庁|気象台|国土交通省|国交省|県|県警|市|保健所|保健福祉事務所|中部電力|電力会社|河川事務所|自衛隊|気象協会|厚生労働省|総務省|消防庁|NHK|報道|学校|教育委員会|本部|猟友会|JR|しなの鉄道|長野電鉄|鉄道|関係機関|事業者|研究所|大学|専門家|医師)(?:等|など)?(?:[^。、\n「」]{0,8})?(?:によ(?:ると|れば|りますと)|から(?:の|連絡|発表|情報|通報|お知らせ)|(?:が|の|より)(?:発表|公表|公式|調べ|確認|説明|速報)|では、|に(?:確認|問い合わせ))|発表によると|発表では|公式(?:発表|情報|サイト)|(?:通報|目撃情報|届け出)(?:が(?:あり|寄せ)|によ)/u;
/** Hearsay らしい and そうだ follow a plain form; 子どもらしい follows a noun, 降りそう a stem. */
const HEARSAY_RASHII =
  /(?:(?:[るうくすつぬむぐぶ]|っ?た|んだ|ない|しい|多い|少ない|危ない|早い|遅い|高い|安い|悪い|よい|良い|いい|ひどい)(?:の)?|(?:本当|ほんとう|ほんと|事実|確か|中止|休止|延期|閉店|閉鎖|倒産|休校|休業|休み|通行止め|停電|断水|満員|満室|品切れ|売り切れ|有毒|有害|毒|犯人|仕業|陽性|原因|せい|ため|から|まで|だけ|無料|未定|確実|決定|決まり|廃止|統合|工事|事故|火事|火災|地震|不審者|逃走中|予定|うそ|嘘|危険|大丈夫|安全|これから|来年|今日|明日|今夜|明け方|夜|朝|そこ|ここ|こっち|そっち|向こう|職員|犯行|漏れ|行方不明|重体|重傷))らしい(?=です|よ|ので|との|って|。|！|!|$|、|が、|けど|から|し、|ね|ぞ|情報|話|噂|\s)/gu;
const HEARSAY_SOU =
  /(?:[るうくすつぬむぐぶ]|っ?た|んだ|ない|(?:危な|多|少な|ひど|悪|高|遅|早)い|だ)そう(?=です|だ[。！よ]|なので|で(?:、|すが|すの|すよ)|。|！|だが)/gu;
const HEARSAY_YOU =
  /(?:[るうくすむい]|っ?た|んだ|の|な)(?:みたい(?:です|だ|なので|で、|。)|っぽい(?:です|。|ので))/gu;
/** Adjectives in らしい. */
const NOT_HEARSAY =
  /(?:あた|かわい|可愛|にく|憎た|すば|めず|珍|いや|わざと|ばか|ほこ|もっとも|しお|愛|素晴|誇|汚|みすぼ|長った|貧乏たた|しみっ|仰々|しつ|男|女|子ども|子供|人間|自分|春|夏|秋|冬|須坂|信州|らく|めめ|まことし|ふさわ|いじ)らしい$|(?:可哀|かわい|冷た|重た|眠た|けむた|煙た|平た|めでた)そう$|まだそう$|いまだそう$/u;
const INCIDENT =
  /地震|大雨|豪雨|台風|洪水|氾濫|水位|ダム|堤防|津波|避難|火災|火事|山火事|停電|断水|給水|クマ|熊|イノシシ|サル|猿|ライオン|ヘビ|感染|ウイルス|食中毒|ワクチン|コロナ|インフルエンザ|事件|事故|不審者|逃げ|逃走|犯人|爆発|有害|ガス|毒|崩れ|土砂|がけ|崖|通行止め|橋|倒木|陥没|雪崩|遭難|行方不明|放射|水道|井戸|強盗|空き巣|刃物|詐欺|警報|ミサイル|物資|避難所|死亡|けが|閉店|倒産|断層|噴火|漏れ|決壊|川|電車|道路/u;
const DENIED =
  /(?:事実|こと|もの)は(?:ありません|ない)|異常(?:が|は)(?:な|あり)|デマ(?!かも)|フェイク|誤情報|偽情報|不確か|根拠のない|事実では|事実と(?:は)?異な|事実無根|惑わさ|うのみ|鵜呑み|信じ(?:ない|ず|こま)|広めない|拡散(?:し(?:ない|たり|て(?:はいけ|しま))|せず|に加わ|する前|しま?せん)|加わらず|流さない|振り回さ|だまさ|騙さ|ご?注意|見極め|確かめ(?:て|よう|ま|る)|確認(?:し(?:て(?:から)?(?:く|お)|ましょ)|を)|否定|誤り|ファクトチェック|詐欺|風評|控え/u;

export const toneRumor: Rule = {
  id: "tone.rumor",
  clause: "4(5)ク",
  level: "care",
  *check(context) {
    const { facts } = context;
    const isIncident = INCIDENT.test(wholePost(facts));
    const spans: Phrase[] = [];
    for (const phrase of findAll(facts, UNCONFIRMED))
      if (!isToldOf(context, phrase) && !hasPlainMeaning(phrase, isIncident)) spans.push(phrase);
    for (const phrase of findPhrases(facts, SPREAD))
      if (!isToldOf(context, phrase) && !isOwnNotice(context)) spans.push(phrase);
    for (const pattern of [HEARSAY_RASHII, HEARSAY_SOU, HEARSAY_YOU])
      for (const phrase of findPhrases(facts, pattern)) {
        const isHearsay = pattern === HEARSAY_RASHII || isIncident;
        const near = phrase.before.slice(-4) + phrase.text;
        if (!isHearsay || NOT_HEARSAY.test(near) || SOURCE.test(phrase.sentence)) continue;
        if (isHistory(phrase.sentence) || isTale(phrase.sentence)) continue;
        if (/(?:という|と(?:言|い)われ|みたいなの)$/u.test(phrase.before)) continue;
        if (!isToldOf(context, phrase)) spans.push(phrase);
      }
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "tone_rumor", args: [text] } };
    }
  },
  examples: {
    fires: [
      { text: "【拡散希望】この犬を探しています。", marks: "【拡散希望】" },
      { text: "未確認ですが、断水が起きています。", marks: "未確認です" },
      { text: "聞いた話では、駅前に店ができるとのこと。", marks: "聞いた話で" },
      { text: "ダムが今夜放流するらしいです。", marks: "るらしい" },
      { text: "動物園からライオンが逃げたそうです。", marks: "たそう" },
      { text: "友人から聞きましたが、水道水が危ないようです。", marks: "友人から聞" },
    ],
    quiet: [
      "子どもらしい、素晴らしい作品です。信州らしい景色もどうぞ。",
      "気象庁によると、雨は夜まで続くそうです。",
      "「ダムが壊れた」といううわさは事実ではありません。",
      "デマにご注意ください。拡散する前に、公式の発表を確認しましょう。",
      "クマらしい動物の目撃情報がありました。",
      "昔、この川はたびたび氾濫したそうです。",
      "川が増水しそうなときは、早めに避難を。",
      "うわさの豚汁をふるまいます。イベントのシェアもお願いします。",
    ],
  },
};

/** Quoted, denied, warned of in its own sentence, or refuted by the next one. */
function isToldOf({ facts }: RuleContext, phrase: Phrase): boolean {
  if (phrase.isQuoted) return true;
  const around = phrase.sentence.replace(
    /(?:ご)?注意(?:して)?(?:ください|を)(?=[。！]|$)|気をつけ/gu,
    "",
  );
  return (
    DENIED.test(around) ||
    /^[^。]{0,40}(?:デマ|事実ではあ|事実無根|根拠のない|誤情報|誤りです)/u.test(
      nextSentence(facts, phrase.start),
    )
  );
}

function hasPlainMeaning({ text, before, after, sentence }: Phrase, isIncident: boolean): boolean {
  if (isHistory(sentence) || isTale(sentence)) return true;
  if (/^どうやら/u.test(text)) return !isIncident;
  if (/^(?:噂|うわさ|ウワサ)が/u.test(text) || /(?:という|との)(?:噂|うわさ)/u.test(text))
    return /おいしい|うまい|人気|評判|グルメ|名物|絶品|七不思議|怪談/u.test(before + after);
  if (/^(?:友人|友達|家族|お客|常連|同僚|親戚|近所)/u.test(text))
    return /詐欺|相談|誘い|勧誘|紹介された|すすめられ|投資|儲/u.test(sentence);
  if (/^未確認/u.test(text)) return /飛行物体|生物|種/u.test(after.slice(0, 5));
  return false;
}

/** A notice of the organisation itself, or of an authority it names, may ask to be passed on. */
function isOwnNotice({ facts, policy }: RuleContext): boolean {
  if (SOURCE.test(wholePost(facts))) return true;
  const familiar = [...ownDomainsOf(policy), ...policy.trustedDomains];
  return facts.links.some(({ host }) => isWithin(host, familiar));
}
