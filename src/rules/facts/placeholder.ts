import { bySentence, isFraudWarning } from "../../facts/context.ts";
import type { Facts } from "../../facts/facts.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

/** Signs that stand for what is not known yet. 〇 is the kanji zero too. */
const MASK = "[○〇◯●◎△▲▽□■◇◆×✕＊*]";
const UNIT =
  "(?:月|日|時|分|年|円|名|人|回|号|階|歳|件|世帯|組|か所|ヶ所|点|作品|冊|か月|ヶ月|カ月|周年|丁目|番|曜日?|課|係|室|部|局|様|氏|さん|先生|市|町|村|区|県|駅|館|校|小学校|中学校|公民館|講座|教室|大会|展|祭|まつり|会場|センター|ホール|公園|病院|地区|方面|団体|株式会社|%|％|km|メートル)";
/** One sign is a bullet or a mark in a table, unless it counts something (第○回, 定員○名, 令和○年). */
const COUNTED =
  /[○〇◯●△□×✕＊*][ 　]?(?:月|日|時|分|年|[百千万億]?円|名|[百千万]?人|回|号|階|歳|件|世帯|組|か所|周年|丁目|曜日)(?![曜本程時付間額前員数簿称物気形口工材々目中当度齢末始賀貨満盤覧転答収避号線上下火水木金土月])/gu;
const MASKED = new RegExp(`${MASK}{2,4}[ 　]?${UNIT}?`, "gu");
const IN_BRACKETS = /(?<=[日○〇●])[(（][ 　○〇◯●△×]{0,3}(?:[・･]祝)?[)）]/gu;
/** Letters as masks: XX月, 026-XXX-XXXX, xxx alone. One X is a letter or a service. */
const LETTERS =
  /(?<![\w./@#&=%\-Ａ-Ｚａ-ｚ])(?:[XＸ]{2,5}|[xｘ]{2,5})[ 　]?(?:月|日|時|分|年|円|名|人|回|課|係|室|部|様|さん|市|町|丁目|番|%|％|:|：|[/／](?=[XxＸｘ]))|[XxＸｘ][ 　]?月[ 　]?[XxＸｘ][ 　]?日|第[XxＸｘ]{1,2}回|(?<![\w./@#&=%\-Ａ-Ｚａ-ｚ])(?:xxx|XXX|ｘｘｘ|ＸＸＸ|xxxx|XXXX)(?![\w.\-Ａ-Ｚａ-ｚ])/gu;
const NUMBERS: readonly RegExp[] = [
  /(?<![\w./])\d{0,5}[-‐−－ー][XxＸｘ○〇●＊*×△]{2,4}(?:[-‐−－ー][XxＸｘ○〇●＊*×△\d]{2,4})?/gu,
  /(?<![\d-])\d{2,5}-0{2,4}-0{4}(?!\d)/gu,
  /(?<!\d)0{1,2}月0{1,2}日/gu,
  /[？?]{1,2}月[？?]{1,2}日|(?<=月)[ 　]?[？?][ 　]?日|(?<=令和|平成)[？?]年|(?<=[\d０-９]日|午前|午後)[？?]{1,2}時/gu,
  /(?<![\w./@-])[xXｘＸ]{2,4}[-‐−－ー][xXｘＸ]{2,4}(?:[-‐−－ー][xXｘＸ]{2,4})?/gu,
  /(?<![A-Za-zＡ-Ｚ])(?:[YyＹ]{4}|[YyＹ]{2}(?=[年/／]))[ 　]?[年/／.-][ 　]?(?:[MmＭ]{1,2}[月/／.-][ 　]?[DdＤ]{1,2}日?)?|(?<![A-Za-zＡ-Ｚ])(?:MM|ＭＭ|mm|M)[ 　]?(?:月[ 　]?|[/／](?=[DdＤ]{2}))[DdＤ]{1,2}日?|(?<![A-Za-zＡ-Ｚ])(?:[HhＨ]{2})[:：時][ 　]?(?:[MmＭ]{2}分?)?/gu,
  /(?:令和|平成|(?:19|20))[ 　]?[○〇◯●△×✕＊*□■◆_＿]{1,2}年度?/gu,
  /(?<=[はがのをにと、：:（(～〜\s]|から)[○〇●△×＊*][ 　]?月(?:末|上旬|中旬|下旬|初旬|頃|号)/gu,
  /(?:19|20)[XxＸｘ]{2}年(?=[ 　]?[\d０-９XxＸ○〇]|度)/gu,
  /(?<![\d０-９.,:：時])(?:0{2,6}|0{1,3},0{3})(?:人|名|円|件|回|歳|%|％|世帯|団体)/gu,
  /(?<![\w-])\d{2,4}[-‐−－ー]\d{0,3}[XxＸｘ○〇●*＊]{1,4}[-‐−－ー][XxＸｘ○〇●*＊\d]{2,4}/gu,
  /(?<![\w.+-])(?:[xXｘ]{3,12}|[○〇●*＊]{2,12})[@＠]/gu,
  /(?<![A-Za-z_])(?:NAME|DATE|PLACE|TITLE|EVENT)(?=様|さん|に|で|を|の|は|へ)/gu,
  /[＿_]{1,6}月[ 　]?[＿_]{1,6}日|(?<=[：:約先着定員])[＿_]{1,6}(?:名|人|円|時)/gu,
  /〓{1,4}(?=[月日時分年名人回円課係市町様号]|さん)|(?<=[月日年午前午後])〓{1,4}/gu,
  /\/(?:[xX]{3,}|[○〇●]{2,})(?=[./?#\s]|$)/gmu,
  /[？?]{2,3}(?:月|日|時|分|円|名|人)(?![一-鿿])/gu,
  /[■□◆◇▲▼▽]月[ 　]?[■□◆◇▲▼▽]日/gu,
  /[@＠#＃]{2,6}(?:月|日|時|円|名|人|課|回|件)/gu,
];
const TEMPLATES: readonly RegExp[] = [
  /\{\{[^{}\n]{0,28}\}\}/gu,
  /\$\{[^{}\n]{0,28}\}/gu,
  /<%[^<>\n]{0,28}%>/gu,
  /%%[^%\n]{1,24}%%/gu,
  /%[A-Z_]{3,20}%/gu,
  /\[\[[^[\]\n]{0,28}\]\]/gu,
  /(?<![A-Za-z$])\{[^{}\n]{1,20}\}/gu,
];
/** A blank to write on; a line of nothing else is a separator. */
const BLANK =
  /＿{2,}|(?<![\w@#/.-])_{3,}(?![\w])|(?<=[^\d０-９ 　]|^)[ 　]{1,6}月[ 　]{1,6}日|(?:令和|平成)[ 　]{1,6}年[ 　]{1,6}月|(?<![\w\d])[(（][ 　]{0,12}[)）](?!内|に|の(?:中|まま|欄|部分|箇所)|を埋|が|は|と)/gmu;
const NOTE_WORDS =
  "(?:要確認|要修正|要差し?替え?|要追記|要記入|要検討|要相談|要調整|要校正|要チェック|未記入|未入力|未確定稿|未定稿|未校正|校正中|下書き|ダミー|仮|仮置き|仮原稿|たたき台|雛形|ひな形|ひな型|テンプレ|テンプレート|コピペ用|コピー用|原稿案|文案|投稿案|案文|あとで|後で|後日|後ほど|決裁前|決裁待ち|決裁後|承認待ち|確認待ち|コメント待ち|回答待ち|返事待ち|返信待ち|連絡待ち|写真待ち|原稿待ち|データ待ち|校正待ち|上司確認|課長確認|差し替え予定|差替予定|差し替え|差替え|サンプル文|サンプル投稿|見本文|削除予定|TBD|TBA|TBC|TODO)";
/** A note to oneself stands in brackets, perhaps with what it is about (時間は要確認). */
const NOTE = new RegExp(
  `[【［[(（〔〈＜<《≪][^【】［］[\\]()（）〔〕〈〉＜＞<>《》\\n]{0,12}?(?<!不|必)${NOTE_WORDS}(?![^\\n。]{0,3}[】］\\])）〕〉＞>》≫](?:という|と題|と書|と記))(?!称|名|設|に|想|装|面|眠|囲|登録|予約|住所|置場|校舎|庁舎|店舗|設|説|定|病|免許|人形|カメラ|の|を|会|品|線)[^【】［］[\\]()（）〔〕〈〉＜＞<>《》\\n]{0,12}[】］\\])）〕〉＞>》≫]`,
  "gu",
);
const PLAIN_NOTES: readonly RegExp[] = [
  /(?<![A-Za-z])(?:TBD|TBA|TBC|TODO(?! ?リスト)|FIXME|lorem ipsum)(?![A-Za-z])/giu,
  /^[ 　]{0,4}[※★☆■●◆＊*]?[ 　]?(?:要確認|要修正|要差し?替え?|未定稿|下書き|ダミー|仮原稿|たたき台|コピペ用|テンプレート?|本文未入力|未入力)(?=[:：\n 　。、★※]|$)/gmu,
  /(?:ダミー|サンプル|仮の?)(?:テキスト|文章|文(?![化字学書具集庫])|本文|データ|原稿|投稿|タイトル)(?:です|が入)?/gu,
  /(?:文章|本文|内容|文面|日時|日付|会場|タイトル|写真|画像|数字)は仮(?:です|の)/gu,
  /(?:確認|決裁|承認)後に?差し?替え|(?:確定|決まり|決定)次第(?:記入|入力)/gu,
  /ダミーです|下書き(?:です|段階|保存|中です|のまま)|コピペ用|コピペ元|投稿文案/gu,
  /(?:後で|あとで|後ほど|のちほど|後日)(?:書(?:く|き|い)|書き換|記入|入力|追記し?て|差し?替え|直す|直し|埋め|入れる|消す)/gu,
  /(?:ここ|こちら|この欄|この部分)[にへは][^\n。ぁ-ん]{0,6}(?:本文|文章|テキスト|タイトル|見出し|リンク|URL|ＵＲＬ|日付|日時|会場名?|氏名|名前|問い?合わせ先|説明文?|詳細|写真が|画像が)[をが]?(?:入力|記入|入れ|入り|入る|挿入|貼|書|$)/gmu,
  /(?:ここ|こちら|この欄)に(?:本文|タイトル|見出し)/gu,
  /^(?:本文|タイトル|件名|見出し|投稿文)[ 　]?(?:[（(][^）)\n]{0,12}(?:字|入力|ここ|以内)[^）)\n]{0,6}[）)]|[:：][ 　]?(?:サンプル|テスト|未定|ダミー|仮|ここ|あとで|後で))/gmu,
  /^(?:本文|タイトル|件名|見出し|投稿文)(?:[ 　]?(?:未定|未入力|なし|仮)|[:：][ 　]{0,3})$/gmu,
  /[「『][ 　]{2,20}[」』](?!に(?:入|当)|の中|内)/gu,
  /(?<![\d/／])\d{1,2}[/／][XxＸｘ○〇●×]{1,2}(?=[(（日 　]|に|から|まで|$)/gmu,
  /(?:URL|ＵＲＬ|リンク|写真|画像|日時|会場)は?(?:後で|あとで|後ほど|あとから)(?:$|。|入れ|貼|追)/gmu,
  /(?:写真|画像|文章|原稿|文言|タイトル|リンク|URL)(?:は|を|の)?差し?替え(?:予定|待ち|前|必要|ます?。?$|ること)/gmu,
  /(?:テキスト){2,20}|(?:本文){2,20}|(?:見出し){2,20}|(?:タイトル){2,20}|(?:文章){2,20}|(?:サンプル){2,20}|(?:ダミー){2,20}/gu,
  /(?:定員|先着|限定|総勢|第|毎月|各)[：: 　]?[？?]{1,3}(?:名|人|組|回|円|日)/gu,
  /[※→★][^\n。※→★]{0,12}(?:に直す|に変更する|に差し替える|を消す|を消すこと|を削除|を入れる|を追加)(?=$|[\n 　）)】])/gmu,
  /[【（(［[＜<](?:担当|担当者|係|係長|課長|広報|広報係|上司)へ[：:、 ][^【】（）()［］[\]＜＞<>\n]{0,40}[】）)］\]＞>]/gu,
  /→[^\n。→]{0,10}(?:決まったら|決まり次第|分かったら|わかったら|後で|あとで|要確認|要修正)[^\n。→]{0,10}/gu,
  /(?:ほげ|ホゲ|hoge|ふが){1,3}(?:課|室|係|講座|教室|大会|会場|公園|祭|まつり|さん|様|市)/gu,
  /(?:ダミー|サンプル|仮の)(?:画像|写真|リンク|URL|日付|日程|電話番号|住所|数字|金額)(?:です|になって|のまま|なので)/gu,
  /(?:番号|名前|氏名|日時|日付|日程|会場|場所|金額|料金|URL|リンク|数字|人数|写真|画像|肩書き?)(?:は|を|が)[^。\n]{0,6}(?:確認して|確認後に?|後で|あとで|調べて|聞いて|決まったら)(?:から)?(?:入れる|入れます|書く|直す|追記|足す|変える|差し替え)/gu,
  /[【［[(（〔〈＜<《≪](?:イベント|会場|講師|担当者?|講座|催し|事業|施設|地区|団体|商品|店|部署|課|大会|作品|参加者|企業)名[】］\])）〕〉＞>》≫](?=開催|募集|実施|参加|受講|お知らせ|ご案内|案内|出展|出店|優勝|受賞)/gu,
  /ここ[にへは](?:[^\n。、]{1,10}の)?(?:本文|文章|説明文?|内容|告知文?|紹介文?|詳細|概要|リンク|URL|タグ|ハッシュタグ|住所|電話番号|名称|コメント|写真|画像|一言|キャッチ)(?:が入|を(?:入れる|入力|挿入|貼る|貼り付け|差し込)|。|$)/gmu,
  /[※★●■▲→＊*（(【［[][^\n。※）)】］\]]{0,8}(?:担当|担当課|担当者|課|係|課長|係長|部長|上司|決裁|広報|総務|財政|財政課|法務|主催者?|先方|業者|講師|本人|名前|日付|日にち|日程|時間|数字|金額|人数|肩書き?|漢字|読み|表記|写真|画像|URL|リンク|電話番号|住所|会場|場所|料金)(?:を|は|に|へ|が|の|で|と)?(?:再|最終|事前)?(?:要?(?:確認|照会|チェック|決裁|校正|調整|修正|追記|差し?替え)(?:中|待ち|後に?|予定|が?必要|依頼|のこと|する|お願い)?|聞く|聞いて(?:から|おく)|入れる|調べる|未定|未確認|決まったら|直す)(?=[※★）)】］\]\n　 。]|$)/gmu,
  /(?<!※)※{2,6}[^※\n]{1,30}(?:確認|修正|差し?替|未定|後で|あとで|入れ|決裁|調整|変更)[^※\n]{0,12}※{2}/gu,
  /(?:氏名|名前|お名前|講師名|会場名|団体名)[ 　]{1,6}(?:さん|様|先生|氏(?!名))/gu,
  /(?<=[：:])[ 　]{2,}(?:人|名|円|月|日|時|分|回|組)(?![一-鿿])/gmu,
  /(?:テキスト|文章|本文|タイトル|見出し|説明文)が入(?:ります|る)(?=[。\n\s（(テ文本タ見説]|$)/gu,
];
/** A slot that says what goes in: ＜人数を入力＞. In round brackets the reader may be told so: （氏名を記入）. */
const INSTRUCTIONS: readonly RegExp[] = [
  /[［[〔〈＜<《≪][^【】［］[\]()（）〔〕〈〉＜＞<>《》≪≫\n]{1,12}(?:入力|記入|挿入|入れる|貼る|貼り付け|入る|入ります|差し込み|記入欄)[］\]〕〉＞>》≫]/gu,
  /[【（(][^【】［］[\]()（）〔〕〈〉＜＞<>《》≪≫\n]{1,12}(?:を挿入|を貼る|を貼り付け|が入る|が入ります|差し込み)[】）)]/gu,
  /[【［[(（〔〈＜<《≪][^【】［］[\]()（）〔〕〈〉＜＞<>《》≪≫\n]{0,6}ここに[^【】［］[\]()（）〔〕〈〉＜＞<>《》≪≫\n]{0,20}[】］\])）〕〉＞>》≫]/gu,
];
const SLOT =
  /[【［[(（〔〈＜<《≪](?:日時|日付|月日|曜日|時刻|時間|場所|会場|会場名|名前|氏名|講師|講師名|講座名|イベント名|催し名|事業名|施設名|地区名|町名|担当|担当課|担当者|担当者名|課名|部署名|電話番号|金額|人数|件名|団体名|商品名|店名|URL|ＵＲＬ|リンク)[】］\])）〕〉＞>》≫][ 　]?(?=[でにのをはがへと。、](?![ぁ-ん])|[をにはへと][ごお][^ぁ-ん]|にて|です|では|での|には|への|まで(?:[のに、。]|[ごお]?[連問申電])|から|様|さん|先生|課|[【［[｛<＜](?:日時|日付|場所|会場|時間|氏名|名前|講師|定員|金額)[】］\]＞>]|(?<=[^）)]|名[）)])$)/gmu;
/** Blanks that the reader is meant to fill, or that stand for any name. */
const RIDDLE =
  /[○〇◯]\s?[×✕]|クイズ|なぞなぞ|謎解き|穴埋め|当てはま|あてはま|に入る(?:言葉|文字|数字|の|漢字)|何が入る|しりとり|大喜利|お題|川柳|標語|キャッチコピー|といえば|伏せ字|伏字|記入例|記載例|入力例|書き方|例[:：えと)）]|\(例|（例|[○〇◯](?:…|・・|は|が|:|：|=|＝)[^。\n]{0,8}(?:可|空|あり|有|実施|良|開|対応|正)/u;
const GENERIC_TAIL =
  /^(?:が(?:好き|得意|苦手)|な(?:人|方|とき|もの|こと)|し(?:たい|よう|ながら|て(?:み|くれ|あげ))|する(?:人|方|とき)|の秋|の冬|の春|の夏|派|くん|ちゃん|っぽい|的|づくし|三昧|って|ぶり)/u;
const MASKS_SOMETHING = /[○〇◯●△□×✕＊*XxＸｘ]/u;
const NOTES_SOMETHING = /要|仮|TBD|下書|ダミー/u;
/** In a quotation a mask is mostly somebody's words; a template's title names a kind of event. */
const EVENT_BEFORE = /(?:講座|教室|講演会|講習会|セミナー|公演|企画展|上映会|コンサート)$/u;
const TITLE_TAIL = /(?:講座|教室|大会|展|祭|まつり|月|日|時|回|年)$/u;

export const factPlaceholder: Rule = {
  id: "fact.placeholder",
  clause: "5(2)",
  level: "stop",
  *check({ facts }) {
    for (const { start, end } of join(facts.text, findPlaceholders(facts))) {
      const words = facts.text.slice(start, end);
      const isBlank = words.trim() === "" || /^[\s　_＿()（）]+$/u.test(words);
      yield {
        start,
        end,
        message: isBlank
          ? { key: "fact_placeholder_blank" }
          : { key: "fact_placeholder", args: [words.trim()] },
      };
    }
  },
  examples: {
    fires: [
      { text: "{{講座名}}の参加者を募集します。", marks: "{{講座名}}" },
      { text: "開講は○月○日（○）です。", marks: "○月○日（○）" },
      { text: "詳しくは〇〇課へ。", marks: "〇〇課" },
      { text: "会場:●●公民館", marks: "●●公民館" },
      { text: "【要確認】通行止めのお知らせです。", marks: "【要確認】" },
      { text: "12月5日（仮）に開催します。", marks: "（仮）" },
      { text: "会場:TBD", marks: "TBD" },
      { text: "電話 026-XXX-XXXX まで。", marks: "026-XXX-XXXX" },
      { text: "定員XX名です。", marks: "XX名" },
      { text: "補助の上限はxxx万円です。", marks: "xxx" },
      { text: "講師:＿＿＿＿先生", marks: "＿＿＿＿" },
      { text: "＜会場名＞で開きます。", marks: "＜会場名＞" },
      { text: "ここに本文を入力", marks: "ここに本文を入力" },
      { text: "日時:令和9年　月　日", marks: "　月　日" },
      { text: "ここはあとで差し替えます。", marks: "あとで差し替え" },
      { text: "第○回の市民大会です。", marks: "○回" },
    ],
    quiet: [
      "○×クイズ大会を開きます。",
      "○日時 12月5日\n○会場 市民体育館\n○人数 20人",
      "「市役所〇〇課の△△です」と名乗る電話は詐欺です。",
      "5日○ 6日△ 7日×（○空きあり △わずか ×満員）",
      "＜日時＞12月5日(土)午後1時\n＜会場＞シルキーホール",
      "●●お知らせ●●\n本日は休館日です。",
      "須坂といえば○○！あなたの推しを教えてください。",
      "（仮称）子ども家庭センターの愛称を募集します。",
      "二〇二六年を振り返ります。",
      "＿＿＿＿＿＿＿＿＿＿\n年末のごみ収集",
      "XLからXXLまでのサイズがあります。",
      "防災ダミー人形の搬送体験と、絵の下書き教室です。",
      "公式Xの日本語表示が変わりました。",
      "花壇は縦3×4メートルです。",
      "（　）内は前年の人数です。",
    ],
  },
};

function findPlaceholders(facts: Facts): Span[] {
  const { text } = facts;
  const found: Span[] = [];
  for (const pattern of [
    ...TEMPLATES,
    NOTE,
    ...PLAIN_NOTES,
    ...INSTRUCTIONS,
    SLOT,
    ...NUMBERS,
    LETTERS,
  ])
    for (const match of text.matchAll(pattern)) found.push(spanOf(match));
  for (const match of text.matchAll(BLANK)) {
    const span = spanOf(match);
    if (!isOnlyThing(text, span)) found.push(span);
  }
  const masks: Span[] = [];
  for (const match of text.matchAll(MASKED)) if (isMask(facts, match)) masks.push(spanOf(match));
  for (const match of text.matchAll(COUNTED)) if (isCounted(text, match)) masks.push(spanOf(match));
  for (const match of text.matchAll(IN_BRACKETS)) found.push(spanOf(match));
  found.push(...masks);
  const isExample = exampleJudge(facts);
  const inLink = (span: Span) => isInLink(facts, span) && text.charAt(span.start) !== "/";
  return found.filter((span) => !inLink(span) && !isExample(span));
}

function spanOf(match: RegExpExecArray): Span {
  const leading = match[0].length - match[0].trimStart().length;
  const isAllBlank = leading === match[0].length || /^[ 　]+月/u.test(match[0]);
  const start = match.index + (isAllBlank ? 0 : leading);
  return { start, end: match.index + match[0].trimEnd().length };
}

/** Two signs or more: a mask, unless they adorn a heading, mark a table or are kanji digits. */
function isMask(facts: Facts, match: RegExpExecArray): boolean {
  const { text } = facts;
  const signs = /^[○〇◯●◎△▲▽□■◇◆×✕＊*]+/u.exec(match[0])?.[0] ?? "";
  const start = match.index;
  const end = start + signs.length;
  const previous = text.charAt(start - 1);
  const next = text.charAt(end);
  const hasUnit = match[0].length > signs.length;
  if (new Set(normaliseRing(signs)).size > 1) return false;
  // Signs spoken of as signs: 氏名欄に□□とあるのは, ××の印は.
  if (
    /^(?:と(?:ある|あれ|書|記|表示|いう|なって)|の(?:印|マーク|記号|欄|箇所|部分))/u.test(
      text.slice(end, end + 6),
    )
  )
    return false;
  if (/^[○〇◯●◎△▲▽□■◇◆×✕＊*]$/u.test(previous) || /^[○〇◯●◎△▲▽□■◇◆×✕＊*★☆]$/u.test(next))
    return false;
  if (
    /[一二三四五六七八九十百千〇]/u.test(previous) ||
    (signs[0] === "〇" && /[一二三四五六七八九十百千万]/u.test(next))
  )
    return false;
  if (/^[＊*×✕■◇◆◎▲▽]/u.test(signs) && !hasUnit)
    return /^[×✕◎]/u.test(signs) && /[一-鿿ぁ-ん]/u.test(previous);
  // Any of a kind: 好きな○○を語る会.
  if (
    !hasUnit &&
    /(?:好きな|お気に入りの|推しの|得意な|自慢の|わが家の|私の|あなたの)$/u.test(
      text.slice(Math.max(0, start - 6), start),
    )
  )
    return false;
  return !isOrnament(text, start, end) && !GENERIC_TAIL.test(text.slice(end, end + 8));
}

function normaliseRing(signs: string): string {
  return signs.replace(/[〇◯]/gu, "○");
}

/** Signs on both sides of a heading, or a line of nothing else. */
function isOrnament(text: string, start: number, end: number): boolean {
  const signs = text.slice(start, end);
  const { line, offset } = lineAround(text, start);
  const trimmed = line.trim();
  if (trimmed === signs) return true;
  return (
    trimmed.length > signs.length * 2 &&
    trimmed.startsWith(signs) &&
    trimmed.endsWith(signs) &&
    (offset === line.indexOf(signs) || offset === line.lastIndexOf(signs))
  );
}

/** One sign: a bullet at a line's head, a mark in a table, a factor, unless it stands before a unit. */
function isCounted(text: string, match: RegExpExecArray): boolean {
  const previous = text.charAt(match.index - 1);
  const next = text.charAt(match.index + match[0].length);
  if (/[○〇◯●△□×✕＊*一二三四五六七八九十百千\d０-９]/u.test(previous)) return false;
  if (match[0].startsWith("×") || match[0].startsWith("✕"))
    return /[第約月年日時令和]/u.test(previous) || /^[×✕]/u.test(next);
  const isBullet = /^[\s　]?$/u.test(previous) && isLineHead(text, match.index);
  // "○日 12/5", "○人:20" are labels behind a bullet; "○月○日", "○日(土)から" are not.
  return !isBullet || /^[○〇◯●△□×(（でにのをはがまか]$/u.test(next);
}

function isLineHead(text: string, at: number): boolean {
  const { line, offset } = lineAround(text, at);
  return line.slice(0, offset).trim() === "";
}

function lineAround(text: string, at: number): { line: string; offset: number } {
  // Longer than any line of a post; the bound keeps the walk linear on a text of one endless line.
  const head = text.slice(Math.max(0, at - 300), at);
  const tail = text.slice(at, at + 300);
  const before = head.slice(head.lastIndexOf("\n") + 1);
  const stop = tail.indexOf("\n");
  return { line: before + (stop < 0 ? tail : tail.slice(0, stop)), offset: before.length };
}

function isOnlyThing(text: string, { start, end }: Span): boolean {
  const { line } = lineAround(text, start);
  return line.trim() === text.slice(start, end).trim();
}

function isInLink(facts: Facts, span: Span): boolean {
  return [span.start, span.end - 1].some((at) => spanAt(facts.links, at) !== undefined);
}

/** Told of: a caller's words in a warning about fraud, a riddle, a form that shows how to write. */
function exampleJudge(facts: Facts): (span: Span) => boolean {
  const warns = memoize(() => isFraudWarning(facts.text));
  // The blank of a riddle may stand in a sentence after it (答えは〇〇).
  const asks = memoize(() => /なぞなぞ|クイズ|穴埋め|ヒント|答えは/u.test(facts.text));
  const isToldIn = bySentence(facts, (words) => RIDDLE.test(words) || isFraudWarning(words));
  return (span) => {
    const words = facts.text.slice(span.start, span.end);
    if (!MASKS_SOMETHING.test(words) || NOTES_SOMETHING.test(words)) return false;
    if (isToldIn(span)) return true;
    if (/^[○〇◯●□]{1,4}$/u.test(words) && asks()) return true;
    const quoted = spanAt(facts.quotations, span.start);
    if (!quoted) return false;
    const around = facts.text.slice(Math.max(0, span.start - 120), span.end + 120);
    if (warns() || RIDDLE.test(around)) return true;
    return (
      !TITLE_TAIL.test(words) &&
      !EVENT_BEFORE.test(facts.text.slice(Math.max(0, quoted.start - 8), quoted.start))
    );
  };
}

function memoize<T>(compute: () => T): () => T {
  let value: { of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** Neighbours that fill one slot together (○月, ○日, （○）) are one placeholder. */
function join(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (
      last &&
      span.start <= last.end + 1 &&
      text.slice(last.end, span.start).trim() === "" &&
      !text.slice(last.end, span.start).includes("\n")
    )
      last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
