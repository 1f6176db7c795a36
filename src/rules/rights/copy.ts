import {
  findAll,
  findPhrases,
  joinSpans,
  type Phrase,
  phraseAt,
  wholePost,
} from "../../facts/phrases.ts";
import { isInsideRun } from "../../facts/scripts.ts";
import type { Rule, RuleContext } from "../rule.ts";

const WORK =
  "(?:新聞|紙面|記事|テレビ(?:の?画面)?|番組|ニュース|報道|放送|映画|アニメ|漫画|マンガ|まんが|コミック|雑誌|書籍|本|小説|図鑑|写真集|楽譜|歌詞|CD|DVD|YouTube|ユーチューブ|動画|配信|ドラマ|CM|ゲーム|キャラクター|イラスト|ポスター|ブログ|投稿|ツイート|ポスト|インスタ(?:グラム)?|SNS|ネット|サイト|ホームページ|Web|ウェブ|Google|グーグル|画像検索|検索|地図|住宅地図|グーグルマップ|社説|コラム|論文|他市|他社|他の市|よそ)";
const TAKEN: readonly RegExp[] = [
  /転載(?:し|させ|いた|です|しとき|ＯＫか|(?=。|！|$))/gu,
  /無断(?:で(?:使|借|掲載|転載|拝借|コピー|引用|お借り|載せ|アップ|利用|貼|すみません|失礼)|(?:使用|掲載|借用|引用|転用|コピー|アップ|利用)(?:し|です|させ|ですみ|で(?:すが|失礼)|、失礼|ご?容赦))|(?:許可|承諾|了承|了解|確認)(?:は|を|も)?(?:まだ)?(?:取|と|得)(?:って|れて|て|ら)(?:い)?(?:ま?せん|ない)|許可(?:は)?(?:なし|無し|とってない)/gu,
  new RegExp(
    `(?:ネット|${WORK})(?:上)?(?:から|で|に(?:あった|載って(?:い)?た|出て(?:い)?た|落ちて(?:い)?た|上がって(?:い)?た)|の)[^。\\n、]{0,10}?(?:拾(?:っ|い)|見つけ(?:た|まし|て)[^。\\n]{0,14}(?:写真|画像|イラスト|動画|図|絵|文章|レシピ)|ダウンロードし(?:た|て|まし)[^。\\n]{0,8}(?:写真|画像|イラスト|動画|曲|音楽|使|載|貼|アップ)|保存し(?:た|て)|お?借り(?:し|て|た)|拝借|もらって(?:き|い)|いただいて(?:き|い)(?:た|まし)|コピペ|コピーし(?:た|て|まし)|丸写し|引っ張って|落とし(?:た|て)|切り抜(?:い|き)|録画し|取って(?:き|来)|持って(?:き|来)(?:た|まし)|書き写し|引用(?:です(?!元)))`,
    "gu",
  ),
  /拾い(?:画|物の(?:写真|画像)|もの)|拾った(?:写真|画像|イラスト|動画|絵)|パク(?:って|り(?:です|まし))|(?:画像|写真)(?:は|を)?(?:検索(?:して|で)(?:出|見つ)|[^。\n]{0,6}(?:拝借|お借りし))|拝借(?:し|です|して)|(?:作者|出典|出所|撮影者|引用元|著作者|出処)(?:は|が)?(?:不明|わかりません|分かりません|わからない|分からない|忘れ)|著作権(?:は|的に)[^。\n]{0,10}(?:大丈夫|問題な|気にし|たぶん|多分|フリー(?:だ|かと)|わか|分か|切れて(?:い)?る(?:はず|と思))|(?:知らない|他の|ほかの|よその|だれかの|誰かの|どなたかの|フォロワーさんの|一般の)(?:方|人)?の?(?:投稿|アカウント|ブログ|インスタ|サイト|ページ|HP|市|町|自治体|団体|ホームページ)?(?:に?(?:あった|載って(?:い)?た))?(?:の|から)[^。\n、]{0,8}(?:写真|画像|イラスト|動画|文章|デザイン|ポスター)[^。\n]{0,8}(?:保存|使(?:って|い|わ)|借り|載せ|まね|真似|コピー|加工|流用|アップ)/gu,
  new RegExp(
    `${WORK}[^。\\n、]{0,14}?(?:の|を|から)?(?:スクショ|スクリーンショット|キャプチャー?|画面写真|切り抜き(?!絵)|スキャン|全文(?!は)|コピー(?!機|防止|ライ|サービス|用)|丸写し|撮影し(?:た|て|まし)もの|写真に撮(?:って|り|っ)|撮って(?:載|貼|アップ|みま|共有)|そのまま(?:載|貼|掲載|引用|紹介|アップ|写|使))`,
    "gu",
  ),
  /(?:スクショ|スクリーンショット|キャプチャー?)(?:を|で|は|し(?:たもの|て|まし|た(?:の|もの|画)))?[^。\n、]{0,10}?(?:おすそ分け|紹介|貼|載せ|アップ|掲載|添付|のせ|あげ|上げ|共有|ご覧|シェア|投稿)/gu,
  /歌詞(?:を|の|は|も)?[^。\n、]{0,12}?(?:全文|全部|載せ|のせ|紹介し(?:ます|ま)|掲載|書(?:い|き)(?:て|ま|写)|引用|貼|以下|アップ|投稿|お届け)|♪[^♪\n]{8,80}♪|(?:人気|有名|話題|ヒット|最新|流行り?)の?(?:曲|歌|アニメ|漫画|映画|キャラクター|音楽)[^。\n]{0,10}(?:を|の(?:画像|イラスト|音源|曲|場面|絵)を?)(?:BGM|流し|使(?:って|い|わ)|つけ|加工|載せ|借り|トレース|まね|真似|模写)|(?:画像|写真|イラスト|動画|ロゴ)を(?:勝手に)?(?:加工|トレース|コラージュ|合成|改変)し(?:て(?:作|み|使)|ま)|(?:漫画|マンガ|雑誌|本|絵本|図鑑|写真集|小説|教科書|問題集)[^。\n、]{0,10}(?:1|１|一|数|全|見開き)?(?:ページ|コマ|頁|巻)[^。\n]{0,6}(?:を|分)[^。\n]{0,6}(?:撮|写|載|コピー|スキャン|貼|アップ|公開|紹介し)|(?:CD|音源|楽曲)(?:の曲|の音|音源)?を[^。\n]{0,8}(?:BGM|流し|つけ|入れ|使)/gu,
  /いらすとや[^。\n]{0,14}(?:(?:2[1-9]|[3-9]\d|\d{3}|２[１-９]|[３-９][０-９])(?:点|個|枚|種)|何十|数十|大量|すべて|全部)[^。\n]{0,8}|いらすとや[^。\n]{0,14}(?:グッズ|販売|商品|ロゴマーク|着ぐるみ|トレース|作り替え)/gu,
];
const FORBIDS =
  /(?:無断)?転載(?:を|は|も)?(?:禁|お断り|ご遠慮|不可|しない|できません|お控え|固く|ご希望|を希望|の(?:お)?(?:申|際|ご?希望|ご?相談|許可|可否))|無断(?:転載|使用|掲載|複製|引用|利用)[^。\n]{0,10}(?:禁|お断り|ご遠慮|不可|しない|やめ|控え|違法)/u;
/** Sourced, permitted, own, or a lesson about copyright. */
const LESSON = /講座|教室|講習|学ぶ|研修|違法|どうなる|セミナー/u;
const PERMITTED =
  /許可を(?:得|いただ|もら|受け)|許諾|(?:ご)?(?:承諾|了承|了解|協力|快諾|同意)(?:を|の(?:うえ|上|もと))?(?:いただ|得|もら|済)|許可(?:済|番号|第|が(?:出|お))|承認(?:済|番号|第)|に(?:は)?許可|CC ?BY|パブリックドメイン|著作権フリー|フリー素材|使用料を払|JASRAC|提供(?:いただ|してい|を受|[:：])|提供写真|ご提供|出典[:：は]|出所[:：]|引用元[:：]|著作権(?:の|を|につ|とは|教室|講座|法|保護期間)|講座|教室|講習|学ぶ|研修|禁じ|違法|ご?注意|ましょう|しないで|やめ|トラブル|海賊版|詐欺|募集|コンクール|選挙運動/u;
/** Screens that readers are asked to keep or show. */
const READERS_OWN =
  /(?:スクショ|スクリーンショット|キャプチャー?)[^。\n]{0,12}(?:保存|お持ち|持参|提示|見せ|ご用意|撮って(?:おく|おい|くだ|送)|残し)|(?:画面|申請|予約|完了|チケット|クーポン|QR|アプリ|カード|証明|受付)[^。\n、]{0,8}(?:スクショ|スクリーンショット|キャプチャ)|キャプチャ(?:方法|ボード|ソフト|の(?:仕方|方法))|モーションキャプチャ/u;
const COPYRIGHT = /(?:©|ⓒ|[(（][CcＣｃ][)）])[ 　]?[^\n、。©]{1,40}/gu;
/** A lawful occasion for a character: shown, staged, visiting, licensed. */
const OCCASION =
  /上映|公演|ショー|映画|展(?!望)|マンホール|ポケふた|コラボ|公式|登場|来場|来(?:ます|る|た)|やってく|スタンプラリー|原画|絵本|作者|生誕|ミュージカル|コンサート|演奏|ステージ|大使|PR|特典|グリーティング|ランド|シー|ナンバー|ラッピング|観戦|カード|貸出|貸し出|おはなし会|読み聞かせ|図書|蔵書|監督|会える|撮影会|ぬいぐるみ/u;

export const rightsCopy: Rule = {
  id: "rights.copy",
  clause: "4(4)",
  level: "care",
  *check(context) {
    const { facts } = context;
    const spans: Phrase[] = [];
    for (const phrase of findAll(facts, TAKEN)) if (!isAllowed(facts, phrase)) spans.push(phrase);
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "rights_copy", args: [text] } };
    }
    for (const { start, end, text } of [...otherOwners(context), ...characters(context)])
      yield { start, end, message: { key: "rights_copy_owner", args: [text] } };
  },
  examples: {
    fires: [
      { text: "ネットで拾った写真ですが載せます。", marks: "ネットで拾った写真" },
      { text: "新聞記事のスクショです。", marks: "新聞記事のスクショ" },
      { text: "今月の歌の歌詞を全文載せます。", marks: "歌詞を全文" },
      { text: "ほかのサイトから転載しました。", marks: "転載し" },
      {
        text: "ドラえもんも応援しています！",
        draft: { media: [{ type: "image", alt: null }] },
        marks: "ドラえもん",
      },
      { text: "©りんごプロダクション", policy: { organizationName: "須坂市" } },
      { text: "写真は拝借しました。無断で失礼します。" },
    ],
    quiet: [
      "写真の無断転載を禁じます。転載をご希望の方はご連絡ください。",
      "資料は歴史館の許可を得て転載しています（出典：歴史館所蔵写真）。",
      "申請完了の画面をスクリーンショットで保存してください。",
      "歌詞カードを配ります。市歌の歌詞を募集します。",
      { text: "© 須坂市", policy: { organizationName: "須坂市" } },
      {
        text: "「となりのトトロ」の上映会を開きます。",
        draft: { media: [{ type: "image", alt: null }] },
      },
      "著作権の講座です。ネットで拾った画像を使うとどうなるでしょう。",
      "無断駐車はご遠慮ください。",
    ],
  },
};

function isAllowed(
  { text: post }: Pick<RuleContext["facts"], "text">,
  { start, text, sentence, isQuoted }: Phrase,
): boolean {
  if (isQuoted || FORBIDS.test(sentence) || READERS_OWN.test(sentence)) return true;
  if (LESSON.test(sentence) || LESSON.test(post.slice(Math.max(0, start - 60), start))) return true;
  return (
    PERMITTED.test(
      sentence.replace(/(?:許可|承諾|了承|了解)[^。]{0,4}(?:ていませ|ていな|てませ|てな)/gu, ""),
    ) && !/^(?:無断|拾)/u.test(text)
  );
}

/** A mark of somebody else's rights, where no permission stands in the post. */
function* otherOwners({ facts, policy }: RuleContext): Generator<Phrase> {
  if (/許可|許諾|承認|承諾|了承/u.test(wholePost(facts))) return;
  const own = policy.organizationName;
  for (const phrase of findPhrases(facts, COPYRIGHT)) {
    if (own !== "" && phrase.text.includes(own)) continue;
    if (
      /市$|市役所|[Cc]ity|観光協会|[(（][CcＣｃ][)）] ?[ぁ-ん一-鿿]{0,6}(?:です|場合|欄)/u.test(
        phrase.text,
      )
    )
      continue;
    yield phrase;
  }
}

/** A known character named beside a picture, with no lawful occasion for it. */
function* characters({ draft, facts }: RuleContext): Generator<Phrase> {
  const hasPicture = draft.media.length > 0;
  const found = facts.words.filter(({ lexicon }) => lexicon === "character");
  if (found.length === 0) return;
  const post = wholePost(facts);
  if (/許可|許諾|承認|©|ライセンス/u.test(post)) return;
  for (const word of found) {
    if (isInsideRun(facts.text, word.start, word.end)) continue;
    const phrase = phraseAt(facts, word.start, word.end);
    const drawn =
      /^[^。\n、]{0,8}(?:の)?(?:イラスト|画像|絵(?!本)|アイコン|スタンプ|壁紙|コラ|ロゴ)|^(?:を|が|も)[^。\n]{0,8}(?:描い|添え|載せ|使(?:って|い)|貼|加工|手描き|飾)/u.test(
        phrase.after,
      );
    if (!drawn && (!hasPicture || OCCASION.test(post))) continue;
    if (OCCASION.test(phrase.sentence) && !/載せ|使|添え|貼|加工|描き/u.test(phrase.after))
      continue;
    yield phrase;
    return;
  }
}
