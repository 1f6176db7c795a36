import { isHistory, isTale } from "../../facts/context.ts";
import { isWithin, ownDomainsOf } from "../../facts/domains.ts";
import { type Framing, findFrames } from "../../facts/frames.ts";
import {
  findAll,
  findPhrases,
  joinSpans,
  nextSentence,
  type Phrase,
  phraseAt,
  wholePost,
} from "../../facts/phrases.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** Guesses and second-hand reports that need no more than their own grammar. */
const UNCONFIRMED: readonly RegExp[] = [
  /と(?:の|いう)?(?:うわさ|噂|ウワサ)に(?:なって|な(?:り|っ)て?|上が)[^。\n]{0,4}/gu,
  /(?:原因|理由|犯人|出どころ|出所|行き先|感染源|発生源)は[^。\n]{1,20}らしい(?:です|よ|。|と)/gu,
  // Written, said, feared by nobody in particular.
  /(?:という|との)(?:話|情報|書き込み|投稿|声|説)(?:も|が|を)[^。\n、]{0,6}(?:出て|見(?:ました|かけ|た)|聞(?:きました|いた)|流れて|回って|広がって|飛び交)|(?:のでは|んじゃ|ではないか|じゃないか)と(?:言われ|いわれ|噂|うわさ|騒がれ|ささやか)|と(?:騒がれて|ささやかれて|もっぱらの|評判です|話題です)|未確認の?情報|(?:言|い)われて(?:い)?る(?:そう|らしい|ようです|とか)|(?:母|父|親|祖母|祖父|友人|友達|知り合い|同僚|先輩|家族|近所の人)(?:から|に)聞(?:いた|き)/gu,
  // Bounded: the guess ends within 30 units.
  /(?:たぶん|多分|おそらく|恐らく|きっと|もしかし(?:たら|て)|もしかすると|ひょっとす(?:ると|れば)|ひょっとし(?:たら|て))[^。！？\n「」]{0,30}?(?:と思(?:い|わ|う)|でしょう|だろう|はずです|かもしれ)/gu,
  /(?<=^|[。！？\n])(?:なんでも|たしか|どうも|聞けば)、/gmu,
  /(?:という(?:話|こと)?|た|る|い)とか(?:しないとか)?(?=。|…|！|$|で、)/gmu,
  /(?:治|効|痩せ|やせ|若返|良くな|よくな|消え|防げ)[^。！？\n、]{0,8}(?:という|との)(?:声|話|報告|体験談|口コミ)/gu,
  /(?:人|方|おばさん|おじさん|おばあさん|おじいさん)(?:に|から)聞いた(?:の(?:です|だ)が|ん(?:です|だ)|話)/gu,
  /どうやら/gu,
];
/** Said by nobody in particular, of whatever: no office writes so of what it knows. */
const TOLD: readonly RegExp[] = [
  /(?:真偽|真相|裏(?:付け)?|情報源|ソース|出どころ|出所|発信元|信[憑ぴ]ょ?う?性|確証|根拠)(?:のほど)?[はがも]?[^。\n、]{0,3}?(?:不明|[わ分]から|定か|ない[のけがんで]|ありません(?:が|け)|[取と](?:れ|って)て|言え|明か|闇)|(?:噂|うわさ|ウワサ)(?:話)?(?:では|によ|だと|が[あ流立広]|を[聞耳])|(?:ネット|SNS|ツイッター|X|LINE|YouTube|掲示板|内部|裏の?|極秘|内緒の|マル秘)情報|[嘘う]そ?か(?:本当|まこと|誠)か|(?:デマ|ガセ|違う|嘘|うそ|間違い)かもしれ/giu,
  /(?<![」』])と(?:の|いう|か(?:いう)?)(?:もっぱらの|裏)?(?:話|はなし|噂|うわさ|ウワサ|評判|観測|見方|見立て|憶測|疑惑|エピソード|説(?!明)|予想|(?:情報|声)(?=が(?:[^。\n]{0,4}(?:回|流|飛|広|出回|漏|聞こえ|ささや)|寄せられたよう)|も(?:あ|聞|出|ちらほら)|を耳))(?!を(?:いただ|お寄せ|お聞か|受け)|に(?:こたえ|応え))/gu,
  /[るたいだ]らしく[、て]|[るたいのなだ](?:みたい(?:です|だ[。よ]|で、)|っぽい)|[るたい](?:模様|もよう)(?=です|。|、)/gu,
  /[町街市村]中で[言話噂]|(?:せい|ため|から|仕業)だと[^。、\n]{0,6}(?:言われ|いわれ)|発表前です|[るたい](?:よう|そう|らしい)だと|関係者らしき|[るた]そうな(?=[。、])|[るたい]とか(?=[。…])|との目撃|(?:人|方)が(?:何人|大勢|たくさん)も?(?:い|お)(?:ます|る)|と聞きます|とか[^。、\n]{1,8}とか|(?<!」)と[^。\n「」]{0,10}(?:の人|の方|作業員|隊員|職人)[がは](?:話|言|教|漏ら)/gu,
  /(?:疑|勘ぐ|噂|うわさ|ささや|怪し|予想|推測|(?<=では(?:ないか)?と)心配)[ぁ-ん]{1,4}(?:声|人|向き|方|むき)(?:も|が(?:[い多]|あり|出|後を))|んだ(?:とか|って)(?=[。、…！])|某[ァ-ヶ一-鿿]{2}|もっぱら(?:の)?(?:話|評判|噂|うわさ)|持ち[き切]り|と(?:いう人|言う人|言われる方|する向き)[がも](?:い|多)|(?:もれ|漏れ)(?:聞|伝わ)/gu,
];
/** Told as said by nobody in particular; of an incident only. */
const REPORTED: readonly RegExp[] = [
  /(?:[るうくすつぬむぐぶいた]|だ|ないか)と(?:言|い)われて(?:い?ます|おり)|(?:[るうくつぬむぐぶいた]|(?<!ま)す|だ)との(?:こと|情報|話)(?=です|だ|。|！|で、|なので|$)/gmu,
  /(?:[るうくすつぬむぐぶたい的なの]|ない)ようです/gu,
];
/** A cure or a risk, told as hearsay, is believed as readily as an incident. */
const CLAIM =
  /体に(?:良|い)い|効(?:く|果|い)|治(?:る|り|っ)|やせる|痩せる|免疫|放射|副作用|毒|添加物|合併|統合|廃止|廃校|閉店|閉鎖|倒産|撤退|値上げ|逮捕|辞め|辞職|辞任|出馬|立候補|移転|異動|当選|落選|買収|有名|芸能|歌手|俳優|アイドル|タレント|撮影|進出|出店|院長|社長|議員|市長|代わる|結婚|離婚|入院|借金|横領|裏金|不正|工場|お化け|幽霊|心霊/u;
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
const HEARSAY: readonly RegExp[] = [HEARSAY_RASHII, HEARSAY_SOU, HEARSAY_YOU, ...REPORTED];

/** Asked of an event it is a courtesy, of news it spreads them. */
const SHARE = /シェア(?:を|も)?(?:お願い|よろしく|して(?:ください|ね|ほしい)|求む)/gu;
/** Asked to pass on, to whom or how soon. */
const SPREAD =
  /拡散(?:希望)?(?!を防|防止|し(?:やす|た[りく])|され|する前)|(?:RT|リツイート|リポスト)(?:を|で|して)?(?:お願い|希望|よろ|求む|推奨|くだ|拡|広|多)|(?:人|方|皆(?:さん)?|みんな|みなさん|[達だ]ち?|知り合い|周り|周囲|グループ)[にへで]も?(?:広[めげ](?=て|よ|ま|た)|シェア|転送|回し)|(?:みんな|皆(?:さん)?|みなさん|周りの人|多くの[人方]|友[達だ]ち?)にも?(?:知らせて|教えて|伝えて)|(?:至急|ぜひ|どんどん|急いで|この情報を)(?:広|シェア|転送|回)|シェア(?:希望|よろ|推奨|大歓迎|して(?:知ら|教え|広め))|(?:広めて|[拡広]げて|転送して|回して)(?:くだ|下さ|ほし)/giu;
const INCIDENT =
  /地震|大雨|豪雨|台風|洪水|氾濫|水位|ダム|堤防|津波|避難|火災|火事|山火事|停電|断水|給水|クマ|熊|イノシシ|サル|猿|ライオン|ヘビ|感染|ウイルス|食中毒|ワクチン|コロナ|インフルエンザ|事件|事故|不審者|逃げ|逃走|犯人|爆発|有害|ガス|毒|崩れ|土砂|がけ|崖|通行止め|橋|倒木|陥没|雪崩|遭難|行方不明|放射|誘拐|襲われ|死ん|亡くな|病気|流行|水道|井戸|強盗|空き巣|刃物|詐欺|警報|ミサイル|物資|避難所|死亡|けが|閉店|倒産|断層|噴火|漏れ|決壊|川|電車|道路/u;
const DENIED =
  /(?:事実|こと|もの)は(?:ありません|ない)|異常(?:が|は)(?:な|あり)|デマ(?!かも)|フェイク|誤情報|偽情報|不確か|根拠のない|事実では|事実と(?:は)?異な|事実無根|惑わさ|うのみ|鵜呑み|信じ(?:ない|ず|こま)|広め(?:ない|ず|ていませんか)|拡散(?:し(?:ない|たり|て(?:はいけ|しま))|せず|に加わ|する前|しま?せん)|加わらず|流さない|振り回さ|だまさ|騙さ|ご?注意|見極め|確かめ(?:て|よう|ま|る)|確認(?:し(?:て(?:から)?(?:く|お)|ましょ)|を)|確認(?:し|いたし)ました|否定|誤り|件について|本市の(?:認識|見解)|ファクトチェック|詐欺|風評|控え/u;

export const toneRumor: Rule = {
  id: "tone.rumor",
  clause: "4(5)ク",
  level: "care",
  *check(context) {
    const { facts } = context;
    const spans: Phrase[] = [];
    for (const phrase of unconfirmed(context)) if (!isToldOf(context, phrase)) spans.push(phrase);
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "tone_rumor", args: [text] } };
    }
  },
  examples: {
    fires: [
      { text: "【拡散希望】この犬を探しています。", marks: "拡散希望" },
      { text: "未確認ですが、断水が起きています。", marks: "未確認で" },
      { text: "聞いた話では、駅前に店ができるとのこと。", marks: "聞いた話" },
      { text: "町内の人の話では、橋が落ちたとのことです。" },
      { text: "たぶん停電は夜まで続くと思います。" },
      { text: "RTお願い！井戸に毒が入れられたみたいです。" },
      { text: "ダムが今夜放流するらしいです。", marks: "るらしい" },
      { text: "動物園からライオンが逃げたそうです。", marks: "たそう" },
      "もうすぐ駅前に有名なカフェが来るらしく、楽しみですね。",
      "サイレンは誤作動だったっぽいです。",
      "市長が代わるという観測が広がっています。",
      "避難所が閉まると、係の人が話していました。水位は下がっています。",
      { text: "友人から聞きましたが、水道水が危ないようです。", marks: "友人から聞き" },
    ],
    quiet: [
      "子どもらしい、素晴らしい作品です。信州らしい景色もどうぞ。",
      "気象庁によると、雨は夜まで続くそうです。",
      "「ダムが壊れた」といううわさは事実ではありません。",
      "デマにご注意ください。拡散する前に、公式の発表を確認しましょう。",
      "クマらしい動物の目撃情報がありました。",
      "昔、この川はたびたび氾濫したそうです。",
      "川が増水しそうなときは、早めに避難を。",
      "SNSで見かけた「安すぎる灯油」の広告にご注意ください。",
      "学芸員に聞いたところ、裏付けはありませんでした。この詐欺の手口を拡散して、家族にも教えてください。",
      "「また来たい」という声にお応えします。係の人が案内します。",
      "うわさの豚汁をふるまいます。イベントのシェアもお願いします。",
    ],
  },
};

function* unconfirmed(context: RuleContext): Generator<Phrase> {
  const { facts } = context;
  const post = wholePost(facts);
  const isNews = INCIDENT.test(post) || CLAIM.test(post);
  for (const { lexicon, start, end } of facts.words) {
    if (lexicon !== "unsure" && lexicon !== "spread") continue;
    const phrase = phraseAt(facts, start, end);
    if (isInsideRun(facts.text, start, end)) continue;
    if (lexicon === "unsure" ? !hasPlainMeaning(phrase) : !isOwnNotice(context)) yield phrase;
  }
  const calls = findPhrases(facts, SPREAD).concat(isNews ? findPhrases(facts, SHARE) : []);
  if (calls.length > 0 && !isOwnNotice(context)) yield* calls;
  for (const phrase of findFrames(facts, "hearsay"))
    if (!/[一-鿿]$/u.test(phrase.before) && isTold(phrase)) yield phrase;
  for (const phrase of findAll(facts, TOLD))
    if (!SOURCE.test(phrase.sentence) && !hasPlainMeaning(phrase)) yield phrase;
  for (const phrase of findAll(facts, UNCONFIRMED))
    if (isNews && !SOURCE.test(phrase.sentence) && !hasPlainMeaning(phrase)) yield phrase;
  for (const phrase of findAll(facts, HEARSAY)) {
    const near = phrase.before.slice(-4) + phrase.text;
    if (!isNews && !/らしい$/u.test(phrase.text)) continue;
    if (NOT_HEARSAY.test(near) || SOURCE.test(phrase.sentence)) continue;
    if (isHistory(phrase.sentence) || isTale(phrase.sentence)) continue;
    if (/(?:という|と(?:言|い)われ|みたいなの)$/u.test(phrase.before)) continue;
    yield phrase;
  }
}

/** 友人の話では, 掲示板に…と書かれ: what stands between is no clause of its own. */
function isTold({ between, tail }: Framing): boolean {
  return tail.startsWith("と")
    ? /^(?:で|に|が|は|の)/u.test(between)
    : between.length <= 10 && !/[、や]/u.test(between);
}

/** Quoted, denied, warned of in its own sentence, or refuted by the next one. */
function isToldOf({ facts }: RuleContext, phrase: Phrase): boolean {
  if (phrase.isQuoted) return true;
  // 〜らしいので注意してください believes what it tells; 〜にご注意ください does not.
  const around = phrase.sentence.replace(
    /(?:ので|から|て)、?[^。、]{0,12}(?:ご)?(?:注意|用心|警戒)(?:して|を)?(?:ください|を|お願い)?|気をつけ/gu,
    "",
  );
  return (
    DENIED.test(around) ||
    /^[^。]{0,40}(?:デマ|事実ではあ|事実無根|根拠のない|誤情報|誤りです)/u.test(
      nextSentence(facts, phrase.start),
    )
  );
}

function hasPlainMeaning({ text, before, after, sentence }: Phrase): boolean {
  if (isHistory(sentence) || isTale(sentence)) return true;
  if (/噂|うわさ|説|評判|持ち|都市伝説|予言|口コミ/u.test(text))
    return /おいしい|うまい|人気|評判|グルメ|名物|絶品|七不思議|怪談|作品|講演|朗読/u.test(
      before + after,
    );
  if (text === "聞いた話" && after.startsWith("を")) return true;
  if (text === "聞いたところ") return /(?:に|から)$/u.test(before);
  if (/^未確認/u.test(text)) return /飛行物体|生物|種/u.test(after.slice(0, 5));
  if (/^(?:たぶん|多分|おそらく|恐らく|きっと|もしかしたら|ひょっとすると)/u.test(text))
    return /相談|悩|ご存じ|お住まい|楽しんで|喜ん|気に入/u.test(sentence);
  return false;
}

/** A notice of the organisation itself, or of an authority it names, may ask to be passed on. */
function isOwnNotice({ facts, policy }: RuleContext): boolean {
  if (SOURCE.test(wholePost(facts)) || /詐欺|サギ|手口|還付金/u.test(wholePost(facts))) return true;
  const familiar = [...ownDomainsOf(policy), ...policy.trustedDomains];
  return facts.links.some(({ host }) => isWithin(host, familiar));
}
