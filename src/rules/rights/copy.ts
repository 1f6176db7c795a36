import { findFrames } from "../../facts/frames.ts";
import { occursIn } from "../../facts/gate.ts";
import { frames } from "../../facts/lexicon.ts";
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

const TAKEN: readonly RegExp[] = [
  /(?:どなたか|誰か|だれか|ある方|フォロワー(?:さん)?)(?:が|の)[^。\n]{0,16}(?:上げ|載せ|投稿|撮|描|あげ)[^。\n]{0,6}(?:写真|画像|動画|イラスト|絵)|(?:詩|小説|エッセイ|記事|コラム|論文|作文|短歌集|句集|本文)を?(?:全文|丸ごと|そのまま)(?:掲載|載せ|引用|紹介|写|転)|(?:きれい|素敵|すてき|いい写真)[^。\n]{0,6}なので(?:お借り|使|載せ|拝借)/gu,
  /(?:勝手に|こっそり|黙って)(?:使|載せ|掲載|紹介|公開|投稿|シェア|編集|お?借り|加工|転用|撮影し|コピー|アップ|貼)|どこかの?(?:サイト|ページ|ブログ|アカウント|誰か|市|会社)[^。\n]{0,8}(?:写真|画像|イラスト|絵|文章|動画|図)|(?:セリフ|名場面|名シーン|名言|ワンシーン|ジャケット|主題歌)を?[^。\n、]{0,6}(?:画像に|載せ|貼|アップ|イラスト|描|BGM|流し|使)/gu,
  /テレビ(?:の)?(?:画面|映像|番組)を?[^。\n、]{0,6}(?:撮(?:っ|影|り)|写|録画|キャプチャ|お?借り)|(?:動画|曲|音楽|映画|写真|画像)を?(?:YouTubeから|ネットから|サイトから)?ダウンロードして(?:流|使|載|配|上映|貼|編集)|(?:デザイン|文章|ロゴ|レイアウト|キャッチコピー|文面)を?[^。\n、]{0,6}(?:まね(?:て|し)|真似し|パク|流用し|丸ごと(?:使|コピー))/gu,
  /(?:ニュース|報道|番組|試合|コンサート|ライブ|舞台)の?(?:映像|録画|写真|動画)を[^。\n、]{0,6}(?:お?借り|使|載せ|切り)|(?:の|さんの|が歌う)(?:曲|歌|楽曲|ヒット曲|新曲)を[^。\n、]{0,4}(?:BGM|動画に|つけ)|(?:本|絵本|雑誌|漫画|写真集|教科書)[^。\n]{0,10}(?:数|何|全|1|一|１|[2-9])?ページ(?:を|ほど|分)?[^。\n]{0,4}(?:撮|写|載|コピー|スキャン|公開)/gu,
  /隠れて撮[っり]|透かしが(?:残|入)|撮影禁止[^。\n]{0,14}撮[っり]|隠し撮り(?!し(?:ない|た男|て逮捕)|被害|防止|は)|盗み撮り|(?:スクショ|キャプチャ)(?:で(?:失礼|すみません|恐縮|ごめん)|ですが)|コピペ(?:です|で(?:すみません|失礼|恐縮)|し(?:まし|て|ま))|転載(?:し|させ|いた|です|しとき|ＯＫか|(?=。|！|$))/gu,
  /無断(?:で(?:使|借|掲載|転載|拝借|トリミング|加工|編集|切り取|コピー|引用|お借り|載せ|アップ|利用|貼|すみません|失礼|恐縮)|です(?:が|けど)|ながら|(?:使用|掲載|借用|引用|転用|コピー|アップ|利用)(?:し|です|させ|ですみ|で(?:すが|失礼)|、失礼|ご?容赦))|(?:許可|承諾|了承|了解|確認)(?:は|を|も)?(?:まだ)?(?:取|と|得)(?:って|れて|て|ら)(?:い)?(?:ま?せん|ない)|許可(?:は)?(?:なし|無し|とってない)/gu,
  // Bounded: the gaps are a few units.
  /拾い(?:画|物の(?:写真|画像)|もの)|拾った(?:写真|画像|イラスト|動画|絵)/gu,
  /パク(?:って|り(?:です|まし))|(?:画像|写真)(?:は|を)?(?:検索(?:して|で)(?:出|見つ)|[^。\n]{0,6}(?:拝借|お借りし))/gu,
  /フリー素材(?:か(?:どうか|は|も|な)|だと思|のはず|っぽ|じゃな|では(?:な|あ))|拝借(?:し|です|して)|(?:作者|出典|出所|撮影者|引用元|著作者|出処)(?:は|が)?(?:不明|わかりません|分かりません|わからない|分からない|忘れ)/gu,
  /著作権(?:は|的に)[^。\n]{0,10}(?:大丈夫|問題な|気にし|たぶん|多分|フリー(?:だ|かと)|わか|分か|切れて(?:い)?る(?:はず|と思))|(?:知らない|他の|ほかの|よその|だれかの|誰かの|どなたかの|フォロワーさんの|一般の)(?:方|人)?の?(?:投稿|アカウント|ブログ|インスタ|サイト|ページ|HP|市|町|自治体|団体|ホームページ)?(?:に?(?:あった|載って(?:い)?た))?(?:の|から)[^。\n、]{0,8}(?:写真|画像|イラスト|動画|文章|デザイン|ポスター)[^。\n]{0,8}(?:保存|使(?:って|い|わ)|借り|載せ|まね|真似|コピー|加工|流用|アップ)/gu,
  /(?:スクショ|スクリーンショット|キャプチャー?)(?:を|で|は|し(?:たもの|て|まし|た(?:の|もの|画)))?[^。\n、]{0,10}?(?:おすそ分け|紹介|貼|載せ|アップ|掲載|添付|のせ|あげ|上げ|共有|ご覧|シェア|投稿)/gu,
  // Bounded: the gaps are a few units.
  /歌詞(?:を|の|は|も)?[^。\n、]{0,12}?(?:(?:全文|全部)[をも]?(?:載せ|掲載|紹介|書|貼)?|載せ|のせ|紹介し(?:ます|ま)|掲載|書(?:い|き)(?:て|ま|写)|引用|貼|以下|アップ|投稿|お届け|変え|替え|もじ|アレンジ)|♪[^♪\n]{8,80}♪/gu,
  /(?:人気|有名|話題|ヒット|最新|流行り?)の?(?:曲|歌|アニメ|漫画|映画|キャラクター|音楽)[^。\n]{0,10}(?:を|の(?:画像|イラスト|音源|曲|場面|絵)を?)(?:BGM|動画に|加工|載せ|お借り|トレース|模写)|(?:画像|写真|イラスト|動画|ロゴ)を(?:勝手に)?(?:加工|トレース|コラージュ|合成|改変)し(?:て(?:作|み|使)|ま)/gu,
  /(?:漫画|マンガ|雑誌|本|絵本|図鑑|写真集|小説|教科書|問題集)[^。\n、]{0,10}(?:1|１|一|数|全|見開き)?(?:ページ|コマ|頁|巻)[^。\n]{0,6}(?:を|分)[^。\n]{0,6}(?:撮|写|載|コピー|スキャン|貼|アップ|公開|紹介し)|(?:CD|音源|楽曲)(?:の曲|の音|音源)?を[^。\n]{0,8}(?:BGM|流し|つけ|入れ|使)/gu,
  /いらすとや[^。\n]{0,14}(?:(?:2[1-9]|[3-9]\d|\d{3}|２[１-９]|[３-９][０-９])(?:点|個|枚|種)|何十|数十|大量|すべて|全部)[^。\n]{0,8}|いらすとや[^。\n]{0,14}(?:グッズ|販売|商品|ロゴマーク|着ぐるみ|トレース|作り替え)|いらすとや(?:の(?:絵|イラスト|素材))?(?:ばかり|だけで|尽くし|づくし)/gu,
  /(?:誰|だれ|どなた)が(?:撮|描|書|作|撮影し)[^。\n]{0,6}(?:わか|分か|不明)|(?:断り|連絡|承諾)(?:も|を)?(?:なく|なしに|せず|得ず)[^。\n、]{0,10}(?:使|載せ|紹介|掲載|コピー|公開)|(?:詩|絵本|小説)(?:「[^」\n]{1,20}」)?の?(?:全文|全部)を?(?:ご?紹介|載せ|掲載|書き)|ページを(?:そのまま|全部)(?:写し|載せ|コピー)/gu,
];
/** A recording shown, where the post tells of a broadcast: the city's own meetings are recorded too. */
const RECORDED =
  /(?:録画|録音|録っ)[^。\n]{0,14}を[^。\n]{0,6}(?:アップ|公開|載せ|のせ|流し|配信|貼)[ぁ-ん]{0,4}/gu;
const BROADCAST = /番組|テレビ(?!会議)|ラジオ|放送され|ドラマ|中継|(?:NHK|民放)/u;
const FORBIDS =
  /(?:無断)?転載(?:を|は|も)?(?:禁|お断り|ご遠慮|不可|しない|できません|お控え|固く|ご希望|を希望|の(?:お)?(?:申|際|ご?希望|ご?相談|許可|可否))|無断(?:転載|使用|掲載|複製|引用|利用)[^。\n]{0,10}(?:禁|お断り|ご遠慮|不可|しない|やめ|控え|違法)/u;
/** Sourced, permitted, own, or a lesson about copyright. */
const LESSON = /講座|教室|講習|学ぶ|研修|違法|どうなる|セミナー/u;
const ON_COPYING = /著作権|違法|どうなる|情報モラル|リテラシー/u;
const PERMITTED =
  /許可を(?:得|いただ|もら|受け)|許諾|(?:ご)?(?:承諾|了承|了解|協力|快諾|同意)(?:を|の(?:うえ|上|もと))?(?:いただ|得|もら|済)|許可(?:済|番号|第|が(?:出|お))|承認(?:済|番号|第)|に(?:は)?許可|CC ?BY|パブリックドメイン|著作権フリー|フリー素材(?!か|だと思|のはず|っぽ|じゃな|では)|使用料を払|JASRAC|提供(?:いただ|してい|を受|[:：])|提供写真|ご提供|出典(?:[：:明]|は(?!わか|分か|不明|忘|覚え|あり|書))|地理院|オープンデータ|出所[:：]|引用元[:：]|著作権(?:の|を|につ|とは|教室|講座|法|保護期間)|講座|教室|講習|学ぶ|研修|禁じ|違法|ご?注意|(?:やめ|避け|守り|つけ|確認し|確かめ|取り|得)ましょう|しないで|控え|遠慮|お断り|やめ|トラブル|海賊版|詐欺|募集|コンクール|選挙運動/u;
/** Screens that readers are asked to keep or show. */
const READERS_OWN =
  /(?:スクショ|スクリーンショット|キャプチャー?)[^。\n]{0,12}(?:保存|お持ち|持参|提示|見せ|ご用意|撮って(?:おく|おい|くだ|送)|残し)|(?:申請|予約|完了|チケット|クーポン|QR|会員証|証明|受付)[^。\n、]{0,8}(?:スクショ|スクリーンショット|キャプチャ)|キャプチャ(?:方法|ボード|ソフト|の(?:仕方|方法))|モーションキャプチャ/u;
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
    for (const phrase of [...findAll(facts, TAKEN), ...takings(facts)])
      if (!isAllowed(facts, phrase)) spans.push(phrase);
    for (const phrase of findPhrases(facts, RECORDED))
      if (BROADCAST.test(wholePost(facts)) && !isAllowed(facts, phrase)) spans.push(phrase);
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
      { text: "新聞記事のスクショです。", marks: "記事のスクショ" },
      { text: "今月の歌の歌詞を全文載せます。", marks: "歌詞を全文載せ" },
      { text: "ほかのサイトから転載しました。", marks: "転載し" },
      {
        text: "ドラえもんも応援しています！",
        draft: { media: [{ type: "image", alt: null }] },
        marks: "ドラえもん",
      },
      { text: "©りんごプロダクション", policy: { organizationName: "須坂市" } },
      { text: "写真は拝借しました。無断で失礼します。" },
      { text: "雑誌に須坂特集！全ページをスキャンしました。" },
      { text: "テレビで放送された特集を録画したものです。" },
      { text: "市販の絵本「おおきなかぶ」を最初から最後まで読みます。" },
      {
        text: "昨夜の番組です。録画した映像の一部をアップします。",
        marks: "録画した映像の一部をアップします",
      },
      { text: "動画には人気歌手の曲を使っています。" },
      { text: "Instagramで見つけた写真を紹介します。" },
      { text: "誰が撮ったか分からない古い写真ですが、使います。" },
      { text: "方言辞典の12ページから15ページをそのまま写しました。" },
    ],
    quiet: [
      "写真の無断転載を禁じます。転載をご希望の方はご連絡ください。",
      "資料は歴史館の許可を得て転載しています（出典：歴史館所蔵写真）。",
      "申請完了の画面をスクリーンショットで保存してください。",
      "広報12月号から転載します。新聞で紹介されました。",
      "人気ドラマのロケが市内でありました。図書館で新聞記事の切り抜きを展示します。",
      "歌詞カードを配ります。市歌の歌詞を募集します。",
      { text: "© 須坂市", policy: { organizationName: "須坂市" } },
      {
        text: "「となりのトトロ」の上映会を開きます。",
        draft: { media: [{ type: "image", alt: null }] },
      },
      "著作権の講座です。ネットで拾った画像を使うとどうなるでしょう。",
      "無断駐車はご遠慮ください。",
      "市長の記者会見は、午後から録画を公開します。",
      "予約なしで使えます。連絡なしに遅れたときは次の方をご案内します。",
    ],
  },
};

/** What is taken from elsewhere has to be a picture, a text or a tune. */
const MATTER =
  /写真|画像|イラスト|絵(?!本)|動画|映像|図|文章|文面|素材|曲|音楽|音源|レシピ|デザイン|歌詞/u;
/** 無断で, 勝手に: with what one does to a work. */
const USED =
  /^(?:で|に)?[^。\n、]{0,8}(?:使|載|掲載|紹介|貼|借|転|加工|編集|公開|アップ|配|コピー|流|投稿|シェア|ですが|ながら)/u;

const GIVEN = /提供(?:を|いただ|あり|くだ)/u;

/** Somebody's work and how one takes it, as far as the words behind bear it out. */
function takings(facts: RuleContext["facts"]): Phrase[] {
  const works = findFrames(facts, "work");
  if (works.length === 0 || GIVEN.test(wholePost(facts))) return [];
  const known = frames();
  return works.filter(({ frame, before, between, tail, after }) => {
    if (OWN_WORK.test(before.slice(-14))) return false;
    if (/[はが][^。]{8,}/u.test(between) && !/[をの]/u.test(between)) return false;
    if (/^(?:無断|勝手に)$/u.test(tail)) return USED.test(after);
    return (
      known[frame]?.sort !== "found" ||
      MATTER.test(before.slice(-24) + between + after.slice(0, 14))
    );
  });
}

/** A notice of one's own may be copied from one's own paper. */
const OWN_WORK =
  /(?:市報|(?<![A-Z他隣](?:市|町)の)広報|本市|当市|(?<![A-ZＡ-Ｚ他隣の])市の|市公式|町報|村報|議会だより)[^。A-Zはが、]{0,14}$/u;

function isAllowed(
  { text: post }: Pick<RuleContext["facts"], "text">,
  { start, text, before, sentence, isQuoted }: Phrase,
): boolean {
  if (
    /枚(?:まで|以内|組|ほど)|\d円|スクラップ|コピー機|展示|閲覧|(?:まとめて|整理して|保存して)[いお]/u.test(
      sentence,
    )
  )
    return true;
  if (isQuoted || FORBIDS.test(sentence) || READERS_OWN.test(sentence)) return true;
  if (/^転載/u.test(text) && OWN_WORK.test(before)) return true;
  if (LESSON.test(sentence) || ON_COPYING.test(post.slice(Math.max(0, start - 60), start)))
    return true;
  return (
    PERMITTED.test(
      sentence.replace(/(?:許可|承諾|了承|了解)[^。]{0,4}(?:ていませ|ていな|てませ|てな)/gu, ""),
    ) && !/^(?:無断|拾)/u.test(text)
  );
}

const ALLOWED = /許可|許諾|承認|承諾|了承/u;

/** A mark of somebody else's rights, where no permission stands in the post. */
function* otherOwners({ facts, policy }: RuleContext): Generator<Phrase> {
  if (occursIn(ALLOWED, wholePost(facts))) return;
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
      /^[^。\n、]{0,14}(?:の)?(?:イラスト|画像|絵(?!本)|アイコン|スタンプ|壁紙|コラ|ロゴ|顔|形)|^(?:風|っぽい|もどき|そっくり|タッチ|型)(?![にで]?(?:鈴|車))|^(?:に似|をかたど|をまね|を真似|をもじ|をパロ|になりき)|^(?:を|が|も)[^。\n]{0,8}(?:描い|添え|載せ|使(?:って|い)|貼|加工|手描き|飾|印刷|プリント|作り|作って|デザイン|登場させ)/u.test(
        phrase.after,
      );
    if (!drawn && (!hasPicture || occursIn(OCCASION, post))) continue;
    if (OCCASION.test(phrase.sentence) && !/載せ|使|添え|貼|加工|描き/u.test(phrase.after))
      continue;
    yield phrase;
    return;
  }
}
