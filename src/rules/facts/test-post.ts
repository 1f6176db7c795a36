import type { Facts } from "../../facts/facts.ts";
import { likely, likelyIn, matchesOf, mayMatch, occursIn } from "../../facts/gate.ts";
import type { Span } from "../../facts/span.ts";
import { spanAt } from "../../facts/span.ts";
import { unitClass } from "../../facts/unit-class.ts";
import type { Rule } from "../rule.ts";

/** What a sentence about a trial post is made of before it says "test": the post and its means. */
const TRIAL =
  /^(?:[【（(［[＜<《〈]?(?:これは|こちらは|この(?:投稿|ポスト|記事|文章|書き込み)は|本(?:投稿|ポスト)は|当投稿は|ただいま|ただ今|只今|現在|今|すみません、?|失礼します。?|ちょっと|皆さん、?|担当者?の?|職員の?|広報の?|予約|自動|投稿|ポスト|ツイート|配信|送信|表示|動作|連携|通知|画像|写真|動画|絵文字|改行|アカウント|システム|ツール|新しい|新|公式|運用|開始前|接続|(?:X|Ｘ|Twitter|ツイッター|Facebook|フェイスブック|SNS|LINE|インスタ)(?:から|へ)?|機能|確認|試験|操作|アプリ|スマホ|パソコン|PC|携帯|開設|に伴う|文字|リンク|との|と|へ|が|される|できる|見える|届く|映る|どうか|か|の|を|で|に|から|・|、|,|\s){0,9})(?:(?:練習|リハーサル|お試し|試し)(?=で(?:す|投稿)|を?して|に投稿|中です|投稿)|テスト|てすと|ﾃｽﾄ|test|試験投稿|試験配信|試し投稿|お試し投稿|試し書き|動作確認|投稿練習|テスト書き込み)(?:投稿|ポスト|ツイート|送信|配信|発信|書き込み|メッセージ|アップ|中|用|その?)?(?:[0-9０-９①-⑳]{1,4})?(?:の?(?:投稿|ポスト|文|文章|記事|画像|アカウント))?(?:です(?![、,]?と)(?:ので|が|から)?|でした|だよ|だ|します|してみます|で投稿(?:し|を)[^。\n]{0,6}|として投稿[^。\n]{0,6}|しています|してます|しました|させて(?:いただきます|ください|もらいます)|中です|のため|なので|につき|をしています|をします|をしております|を兼ねて|となります|になります|(?![ぁ-んァ-ヶー一-鿿a-z]))/iu;
/** A mark at the head: 【テスト】, （テスト投稿）, テスト: …; a school's or a siren's test never stands so. */
const MARK =
  /^(?:[#＃](?:テスト|test|テスト投稿)[\s　]{1,3}(?=[^\n]{0,20}$)|[【（(［[＜<《〈≪](?:テスト|ﾃｽﾄ|test|テスト投稿|投稿テスト|テスト配信|配信テスト|テスト送信|試験投稿|試験配信|練習|投稿練習|お試し)[】）)］\]＞>》〉≫]|(?:テスト|test)(?:投稿|送信|配信)?[ 　]?[:：])/iu;
/** What the post itself is for: この投稿は研修用です, 確認用の投稿です. */
const FOR_PRACTICE: readonly RegExp[] = [
  /^(?![^。\n]{0,20}(?:教室|講座|皆さん|参加者))[^。\n、]{0,16}(?:投稿|操作|ツイート|ポスト|SNS|アカウント)[^。\n、]{0,4}(?:練習|研修|お?試し|ためし)を?(?:させて|中です|中につき|して(?:い)?ます)/iu,
  /^[^。\n、]{0,12}(?:表示|投稿|配信|送信|連携|通知|画像|写真|動画|リンク|改行|文字化け|見え方|見た目|プレビュー|サムネ(?:イル)?|アカウント|権限|ログイン|反映|接続|操作)(?:の|を)?(?:確認|チェック|検証)(?:用|中)?(?:です|でした|$|。|！|!|のため(?:投稿|です|、?この))/iu,
  /^(?:これは|この投稿は|すみません、?|以下は)?(?:ダミー|サンプル|練習|研修|試験)の?(?:投稿|ポスト|ツイート)(?:です|$|[ 　。])/iu,
  /(?:この|本|当|こちらの)(?:投稿|ポスト|ツイート|記事|アカウント)?は[^。\n]{0,12}?(?:研修|練習|テスト|てすと|試験|確認|デモ|リハーサル|検証|訓練|ダミー|サンプル)(?:用|のため(?:の(?:もの|投稿)|です)|中です|です|として|の(?:投稿|もの)です|投稿)/iu,
  /^[^。\n、]{0,10}(?:研修|練習|テスト|試験|確認|デモ|検証|動作確認|サンプル|ダミー)用の?(?:投稿|ポスト|ツイート|書き込み|アカウント(?:から|で))/iu,
  /(?:投稿|ポスト|ツイート|アプリ|アカウント|操作|SNS|X|Facebook)(?:操作)?(?:の|を)?(?:研修|練習|講習|勉強|テスト)中(?:です|につき|のため|なので|$|。)/iu,
  /^[^。\n]{0,8}(?:お?試し|ためし)に(?:投稿|つぶやい|ツイート|ポスト|書い|何か書)/iu,
  /(?:投稿|ツイート|ポスト|連携|表示|反映)[^。\n]{0,6}(?:でき|され|出|見え|届|映|うまくい)[^。\n]{0,5}か(?:どうか)?(?:の|を)?(?:テスト|確認|チェック|検証)(?:し(?:て(?:い)?ます|ます|てみます|ております)|中|です|のため)/iu,
  /(?:練習|研修|テスト|試験|確認|検証|試し|リハーサル)(?:の?ため|を兼ねて|がてら|として|に|で)[、]?(?:に|の)?(?:投稿|ツイート|ポスト|つぶや|書き込)(?:し|です|を)/iu,
  /アカウント(?:は|の)?(?:ただいま|現在)?、?(?:テスト|試験|試行)運用中/iu,
  /(?:見えて|届いて|表示されて|投稿できて|反映されて|映って)(?:い)?(?:ます(?:か|でしょうか)|る(?:かな|か(?:どうか|の)?(?:確認|テスト)))[?？。]?(?:テスト|$)/iu,
];
const LONGEST_SLIP = 40;
/** A whole post of one word; the same word heads a line of other posts. */
const TRIAL_ALONE =
  /^(?:お?試し|お?ためし|練習|確認|確認中|確認用|リハーサル|研修|投稿|送信)[。.!！\d]{0,3}$/u;
/** What stands around a slip of the keys: tags, an address, emoji. */
const AROUND = /[#＃][^\s#＃]+|https?:\/\/\S+|\p{Extended_Pictographic}|\ufe0f/u;
const ALL_AROUND = new RegExp(AROUND, "gu");
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const ONLY_TAGS = /^(?:[#＃](?:テスト|test|てすと|テスト投稿|練習|投稿テスト)[\s　]{0,2}){1,3}$/iu;
/** Nothing but words of trying, fillers and figures, in any number and order. */
const FILLERS =
  /テスト|てすと|test(?:ing)?|テス(?!ラ)|てす|tesuto|マイク|投稿|確認|(?:聞こえ|見え|届い|映っ)(?:て(?:い)?)?ますか|あー|えー|[あア]{2,}|本日は晴天なり|hello|world|ハロー|はろー|ワールド|[\d\s!！?？。、.,…・ー〜~()（）「」【】*＊wｗ-]/giu;
/** The first units of those. */
const mayBeginFiller = unitClass(
  /[テてtマ投確聞見届映あえアー本hハはwワ\d\s!！?？。、.,…・〜~()（）「」【】*＊ｗ-]/iu,
);
const STARTS_WITH_FILLER = new RegExp(`^(?:${FILLERS.source})`, "iu");
const MEANS_TESTED =
  /(?:表示|投稿|ツイート|ポスト|配信|送信|連携|リンク|画像|写真|動画|絵文字|アカウント|スレッド|下書き|リプライ|ストーリー|リール|スマホ|ハッシュタグ|通知|カード|予約|改行|文字化け|SNS|Facebook|LINE|インスタ|ツイッター|Twitter)[^。\n、]{0,10}(?:テスト|てすと|test|練習)(?:です|中(?:です)?|し(?:て(?:い)?)?ます|投稿)?(?:[（(][^）)\n]{0,6}[）)])?[。！!]?$/iu;
/** Words of somebody at the keyboard who will take the post away again. */
const TO_BE_REMOVED =
  /(?:この|本|当|こちらの|テスト)(?:投稿|ポスト|ツイート|記事)(?:は|を)[^。\n]{0,16}(?:無視して|気にしない|お気になさらず|見なかったこと|(?:削除|消去)し(?:ます|てお)|消します|スルーして)|(?:すぐに?|後で|あとで|後ほど|のちほど|確認(?:し|でき)(?:たら|次第)|確認後(?:に|、)?|終わったら|済んだら|まもなく)[、]?(?:この投稿を|本投稿を|すぐに?)?(?:削除し(?:ます|ておきます)|消します|消去します|消しときます|消しておきます)(?!ので|が、)/u;
const TRIALS: readonly RegExp[] = [MARK, TRIAL, TO_BE_REMOVED, ...FOR_PRACTICE];
/** A letter again and again, or the first keys of a row: nobody means that. */
const REPEATED = /^([ぁ-んァ-ヶa-zａ-ｚ\d])\1{2,28}[ 　\d０-９。.!！、]{0,6}$/iu;
/** One letter is sent by an elbow. */
const ONE_KEY = /^[ぁ-んァ-ヶa-zａ-ｚ]$/iu;
const KEYS =
  /^(?:asdf[a-z]{0,9}|qwert[a-z]{0,9}|(?:hoge){1,3}|fuga|foo(?:bar)?|(?:ほげ){1,3}|ふが|ぴよ|hello,? ?world|ハローワールド|zxcv[a-z]{0,9}|asd[a-z]{0,9}|[asdfghjkl]{6,20}|1[ ,.、・]{1,3}2[ ,.、・]{1,3}3[\d ,.、・]{0,20}|あいうえお(?:かきくけこ)?|かきくけこ|さしすせそ|アイウエオ|いろはにほへと|abc(?:def)?[a-z]{0,9}|12345?6?7?8?9?0?|１２３４?５?|(?:テスト[ 　]?){1,4}|(?:てすと[ 　]?){1,4}|(?:test[ 　]?){1,4}|testing|tesuto|本文|タイトル|件名|文章|投稿文|テスト中|テスト用|(?=[ぁ-んa-z]{2,8}$)(?:[ぁ-ん]{1,6}[a-z]{1,4}|[a-z]{1,4}[ぁ-ん]{1,6})[ぁ-んa-z]{0,3})[ 　\d０-９。.!！、]{0,6}$/iu;
/** An announcement that a test or a drill will take place, has taken place, or can be joined. */
const ANNOUNCED =
  /(?:を|が)(?:実施|行[いうわっ]|開催|予定|開き|おこな)|(?:実施|予定|開催)(?:し|です|する|され|の|日|中)|(?:お知らせ|ご案内|案内|期間|勉強|対策|範囲|結果|問題|会場|日程|参加|募集|受検|受験|中止|延期|終了し(?:まし|て)|終わりまし|ありがとう)|鳴(?:ります|らします)|流(?:れます|します)|放送(?:します|されます)/u;
const DRILL_MARKS: readonly RegExp[] = [
  /[【（(［[＜<《〈≪〔] ?(?:これは)?(?:防災|総合|図上|避難|情報伝達|伝達|発信|配信|投稿|災害対応)?訓練(?:です|配信|放送|投稿|メール|情報|用|中|通報|文|想定)?(?:[ 　・、]?訓練){0,3} ?[】）)］\]＞>》〉≫〕]/gu,
  /訓練[、,・ 　。!！]{0,2}訓練(?!校|生|所|機関|の|を|に)/gu,
  /(?:これは|こちらは)[^。\n]{0,12}訓練の?(?:です|であり|放送|メール|情報|投稿|配信)/gu,
  /^[ 　]?訓練(?:放送|情報|メール|モード|用)?(?:です)?[。、:：!！ 　]/gmu,
  /[※#＃★●◆■]{1,2} ?訓練[※★●◆■#＃ 　\n]/gu,
  /(?:ただ今|ただいま|只今|今)(?:から|より)[^。\n]{0,16}訓練を(?:始め|開始|行)/gu,
  /訓練(?:開始|想定|シナリオ|用文案|用の?(?:文|投稿|メール|情報|原稿)|終了。)/gu,
  /^[【［[]?シナリオ[0-9０-９一二三①②③]?[】］\]]?[:： 　]/gmu,
  /(?:という|との)(?:訓練の?)?想定(?:です|で(?:す|、|行動|動い)|のもと|の下)/gu,
  /[【［[＜<〔](?:演習|図上演習|実動演習)[】］\]＞>〕]/gu,
  /[【（(［[＜<](?:想定|シナリオ|状況付与|訓練想定)[】）)］\]＞>]/gu,
];
/** What only a drill's own text opens with. */
const OPENING = /^(?:訓練[、,・ 　。!！]{0,2}訓練|(?:ただ今|ただいま|只今|今)(?:から|より))/u;
/** A drill of some kind, by its name. */
const NAMED_DRILL = /(?:防災|総合|図上|避難|伝達)訓練/u;
/** What a drill's text says as if it were so: an alarm, an order, an instruction to act. */
const ALARMS: readonly RegExp[] = [
  /(?:避難指示|高齢者等避難|緊急安全確保|警報|警戒情報|避難所|対策本部|避難情報|注意報)[^。\n]{0,18}(?:発令|発表|開設|設置)(?:し|され|中|$|。)/u,
  /(?:地震|火災|津波|火山|噴火|土砂崩れ|土砂災害|氾濫|停電|断水|ミサイル|浸水|洪水)[^。\n]{0,14}(?:発生|起き|通過|発射|襲来)/u,
  /(?:避難|待避|退避|確保|移動|確認|行動|身を守|離れ|逃げ|参集|報告|集合|開始|出動|待機|警戒|消火|消|入|低く|隠れ|もぐ|守)[^。\n]{0,9}ください/u,
  /(?:ただちに|直ちに|すぐに|速やかに)[^。\n]{0,20}(?:避難|逃げ|離れ|退避|安全)/u,
  /(?:地震|緊急地震速報|大地震)です|命を守る|身の安全|侵入し|流出し|ないでください|震度[0-9０-９一-七]|全員避難|避難開始|シェイクアウト/u,
];

export const factTestPost: Rule = {
  id: "fact.test-post",
  clause: "5(2)",
  level: "stop",
  *check({ facts }) {
    const drill = findDrill(facts);
    if (drill) yield { ...drill, message: { key: "fact_test_post_drill" } };
    const trial = findTrial(facts);
    if (trial) yield { ...trial, message: { key: "fact_test_post" } };
  },
  examples: {
    fires: [
      { text: "テスト投稿です。", marks: "テスト投稿です。" },
      { text: "予約投稿のテストです。確認後に削除します。", marks: "予約投稿のテストです。" },
      { text: "test", marks: "test" },
      { text: "あ", marks: "あ" },
      { text: "あああ", marks: "あああ" },
      { text: "投稿の練習です", marks: "投稿の練習です" },
      { text: "【テスト】画像の見え方", marks: "【テスト】画像の見え方" },
      { text: "表示を確かめています。すぐ消します。", marks: "すぐ消します。" },
      {
        text: "【訓練】大雨特別警報が発表されました。ただちに避難してください。",
        marks: "【訓練】大雨特別警報が発表されました。ただちに避難してください。",
      },
      {
        text: "これは訓練です。地震が発生しました。身の安全を確保してください。",
        marks: "これは訓練です。地震が発生しました。身の安全を確保してください。",
      },
    ],
    quiet: [
      "11月11日にJアラートの試験放送を行います。",
      "総合防災訓練を実施します。サイレンが鳴ったら避難してください。",
      "「これは訓練です。避難してください」と放送します。",
      "市内の中学校はテスト期間です。自習室をどうぞ。",
      "吹奏楽部が練習中です。演奏会は12月6日です。",
      "登録制メールの配信テストを1月15日に実施します。",
      "不審なメールは開かず、すぐに削除してください。",
      "避難訓練に120人が参加しました。火災が発生したという想定でした。",
      "119",
    ],
  },
};

/** From the drill's mark to the last sentence that alarms or orders; null where it is only announced. */
function findDrill({ text, sentences, quotations }: Facts): Span | null {
  const marks = likely(DRILL_MARKS, text).flatMap((pattern) => matchesOf(pattern, text));
  if (marks.length === 0) return null;
  const alarms = sentences.filter(
    (sentence) => !spanAt(quotations, sentence.start) && isAlarm(text, sentence),
  );
  const last = alarms.at(-1);
  if (!last) return null;
  for (const mark of marks) {
    const start = mark.index + (mark[0].length - mark[0].trimStart().length);
    if (spanAt(quotations, start)) continue;
    const [earliest] = alarms;
    // The mark may come last: …避難してください。（これは訓練です）
    if (earliest && last.end <= start && !occursIn(ANNOUNCED, text))
      return { start: earliest.start, end: start + mark[0].trim().length };
    if (last.end <= start) continue;
    const isHeading = /^[【（(［[＜<《〈≪〔]/u.test(mark[0].trimStart());
    const own = spanAt(sentences, start);
    const isNews = own !== undefined && ANNOUNCED.test(text.slice(own.start, own.end));
    if (!isHeading && !OPENING.test(mark[0]) && isNews && alarms.length < 2) continue;
    // 【防災訓練】 heads an announcement as often as a drill; 【訓練】 alone marks a drill's own text.
    if (isHeading && NAMED_DRILL.test(mark[0]) && occursIn(ANNOUNCED, text)) continue;
    const first = alarms.find(({ end }) => end > start) ?? last;
    return { start: Math.min(start, first.start), end: last.end };
  }
  return null;
}

function isAlarm(text: string, { start, end }: Span): boolean {
  const sentence = text.slice(start, end);
  return (
    ALARMS.some((pattern) => pattern.test(sentence)) &&
    !/訓練(?:を|が)(?:実施|行|開催)|に参加|お知らせします|想定(?:で|し|の|に)/u.test(sentence)
  );
}

/** A short line that ends in "test" and names a post's means: リンクカードの表示テスト https://… */
function isMeansTested(sentence: string): boolean {
  const words = sentence
    .slice(0, 120)
    .replace(/https?:\/\/\S{1,100}/u, "")
    .trim();
  return words.length <= 34 && MEANS_TESTED.test(words);
}

function isGibberish(words: string): boolean {
  if (words.length > LONGEST_SLIP) return false;
  if (words.length > 3 && ROWS.some((row) => row.includes(words.toLowerCase()))) return true;
  if (words.length <= LONGEST_WITH_KANJI || !hasKanji(words))
    if ((isTwice(words) && REPEATED.test(words)) || KEYS.test(words)) return true;
  return isOnlyFillers(words);
}

/** Whether the first unit comes again at once, whatever its case. */
function isTwice(words: string): boolean {
  return words.charAt(0).toLowerCase() === words.charAt(1).toLowerCase();
}

/** No slip of the keys that has kanji in it is longer: 本文, and six signs behind it. */
const LONGEST_WITH_KANJI = 12;

function hasKanji(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  }
  return false;
}

function isOnlyFillers(words: string): boolean {
  return (
    mayBeginFiller(words.charCodeAt(0)) &&
    STARTS_WITH_FILLER.test(words) &&
    /\p{L}/u.test(words) &&
    words.replace(FILLERS, "") === ""
  );
}

function findTrial(facts: Facts): Span | null {
  const { text, sentences, quotations } = facts;
  const tags = text.trim();
  // A letter between two addresses joins them; alone it is a slip of the keys.
  if (ONE_KEY.test(tags)) return { start: 0, end: text.length };
  if (tags.length <= 60 && ONLY_TAGS.test(tags)) return { start: 0, end: text.length };
  const bare = occursIn(AROUND, text) ? text.replace(ALL_AROUND, "").trim() : tags;
  // Normalised, a text is at most four times shorter.
  const isShort = bare !== "" && bare.length <= 4 * LONGEST_SLIP;
  if (isShort && (isGibberish(bare.normalize("NFKC")) || TRIAL_ALONE.test(bare))) {
    const start = text.indexOf(bare);
    return start < 0 ? { start: 0, end: text.length } : { start, end: start + bare.length };
  }
  const normal = text.normalize("NFKC");
  const trials = likely(TRIALS, normal);
  const mayNameMeans = mayMatch(MEANS_TESTED, normal);
  for (const sentence of sentences) {
    const length = sentence.end - sentence.start;
    if (trials.length === 0 && !mayNameMeans && length > LONGEST_SLIP) continue;
    if (spanAt(quotations, sentence.start)) continue;
    const written = text.slice(sentence.start, sentence.end);
    // Each form is asked of its own sentence: a post of several holds the words of most forms somewhere.
    const words = normal === text ? written : written.normalize("NFKC");
    const isTrial =
      (trials.length > 0 && likelyIn(TRIALS, words).some((pattern) => pattern.test(words))) ||
      (mayNameMeans && isMeansTested(words));
    // A line that is nothing but a slip of the keys; digits may be a number to call.
    const isSlip = () =>
      words.length > 1 &&
      words.length <= LONGEST_SLIP &&
      isGibberish(words) &&
      !/^\p{N}/u.test(words) &&
      !spanAt(facts.links, sentence.start);
    if ((isTrial || isSlip()) && !ANNOUNCED.test(words)) return sentence;
  }
  return null;
}
