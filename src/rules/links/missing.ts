import { bySentence } from "../../facts/context.ts";
import { matchesOf } from "../../facts/gate.ts";
import { overlapping } from "../../facts/links-overlap.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Hit, Rule, RuleContext } from "../rule.ts";
import { intendedAddresses } from "./classify.ts";

/** What a post sends its readers to, before "…はこちら". */
const SUBJECT =
  "(?:詳細|詳しく|くわしく|詳しい(?:内容|情報|日程)|続き|全文|(?:お|ご)?(?:申(?:し)?込(?:み)?|予約|応募|回答|登録)|アンケート|動画|視聴|配信|様式|資料|地図|日程|プログラム|チラシ|ページ|リンク|URL|ＵＲＬ|一覧|結果|要項|情報|案内|特設サイト|ホームページ|HP|ＨＰ|記事|写真|フォーム)";
const LINK_WORD =
  "(?:URL|ＵＲＬ|リンク|ホームページ|HP|ＨＰ|(?:特設|専用|公式)?サイト|ウェブサイト|Webサイト|ウェブページ|ページ|アドレス|(?:申込|応募|回答|専用|入力|予約)?フォーム|QRコード|ＱＲコード|(?:二|2|２)次元コード|PDF|ＰＤＦ|ファイル|動画|チラシ|記事)";
const HERE = "(?:こちら|コチラ|ココ)";
const ACTION =
  "(?:ご覧|見て|見られ|読|ご?確認|チェック|クリック|タップ|お?申|お?申し込|ご?応募|ご?回答|ダウンロード|ご?視聴|ご?登録|ご?予約|アクセス|お進み|ご?参照|どうぞ|お願い)";

const PROMISES: readonly RegExp[] = [
  `${SUBJECT}(?:について)?[はもを]?[、:：]?[ 　]?${HERE}(?=から|へ|まで|に|を|で|より|の${LINK_WORD}|です|[^\\p{L}\\p{N}]|$)(?:から|より)?`,
  `${HERE}から(?=.{0,12}${ACTION})`,
  `${HERE}[をで](?=(?:ご覧|ご確認|確認|チェック|クリック|タップ))`,
  `${HERE}の${LINK_WORD}(?:から|より|[をでへに])`,
  `(?:下記|以下|上記|下の|上の)の?[ 　]?(?:${SUBJECT}(?:の|用)?)?${LINK_WORD}(?:から|より|[をでへにの])?`,
  "次の(?:URL|ＵＲＬ|リンク|アドレス|サイト|フォーム)(?:から|より|[をでへに])",
  "リンク先(?:の[^。、\\n]{1,14})?(?:から|より|[をでへに])",
  // What cannot be pressed is not there: リンクをタップ, 続きからどうぞ.
  `(?:リンク|URL|ＵＲＬ|アドレス|バナー|QRコード|ＱＲコード|(?:二|2|２)次元コード)(?:を|から|より|に)(?=.{0,12}(?:タップ|クリック|押|コピー|読み(?:取|込)|スキャン|アクセス|お進み|${ACTION}))`,
  "ここ(?:を(?:クリック|タップ|押)|から(?=.{0,8}(?:ダウンロード|申し?込|お申|予約|応募|登録|どうぞ)))",
  "続き(?:から|は)(?=どうぞ|ご覧|お読み|読)|続きを読む(?=[^\\p{L}]|$)",
  "(?:下|上|後ろ|次|ここ|この下)に(?:貼っ|張っ|貼り|載せ|付け|つけ|記し|掲載し|添付し|示し)[^。、\\n]{0,6}(?:アドレス|リンク|URL|ＵＲＬ|ページ|フォーム|地図|ファイル|資料)(?:から|より|[をでへに])?",
  "添付(?:の|した|しました)?(?:画像|写真|チラシ|ちらし|ファイル|PDF|ＰＤＦ|地図|資料|ポスター|図)(?:を|で|に)(?=ご覧|ご確認|確認|見|ある|記載)",
  `(?:申込|応募|回答|専用|入力|予約)?(?:フォーム|URL|ＵＲＬ|アドレス|リンク)は(?:以下|下記|次|${HERE})(?:です|の|から|$|。)`,
  "(?:次|以下|下記|下)の(?:ページ|フォーム)から",
  "(?:専用|申込|申し込み|応募|入力|予約)フォーム(?:へ|から|より|で(?=お?申|ご?応|受))",
  // A picture that is spoken of and not attached.
  "(?:画像|写真|動画|[1-4１-４]枚目)(?:を|で)(?=ご覧ください|ご確認ください)",
  `${SUBJECT}は?[↓⬇👇▼]+`,
  `[↓⬇👇⇩]\\uFE0F?の${LINK_WORD}(?:から|[をでへに])`,
].map((promise) => new RegExp(promise, "gu"));

/** Whatever the subject is, where its sentence ends: in the next line may stand the thing itself. */
const AT_THE_END = new RegExp(
  `[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}々ー]{2,12}は${HERE}(?:から|です)?(?=[^\\p{L}\\p{N}]|$)`,
  "gu",
);

/** An arrow at the end of the post, with nothing but tags below it. */
const POINTS_AT_NOTHING =
  /[\p{L}\p{N}][^\p{L}\p{N}\n]{0,3}(?:👇|↓|⬇|⇩|→$)[\uFE0F👇↓⬇⇩\s]{0,8}(?:[#＃][^\s#＃]{1,40}\s{0,3}){0,6}$/gu;

/** The link stands elsewhere, and the post says where. */
const ELSEWHERE =
  /プロフ|自己紹介|固定(?:投稿|ポスト|ツイート|された)|ピン留め|リプ欄|リプライ|返信欄|コメント欄|スレッド|ツリー|ハイライト|ストーリー|メニュー|(?:チラシ|ちらし|ポスター|広報[^\s、。]{0,8}|通知書?|案内状|封筒|はがき|ハガキ|アプリ|メール|回覧|掲示板|紙面|冊子)[^\s、。]{0,6}(?:の|に|内)[^、。]{0,8}$/u;
/** Warnings name what criminals write. */
const WARNING =
  /偽|詐欺|不審|フィッシング|迷惑メール|なりすま|SMS|ショートメッセージ|(?:開か|押さ|クリックし|タップし|アクセスし|入力し)ない/u;
/** A contact right behind it is what was promised. */
const CONTACT_REACH = 40;
const DOWNWARDS = /^[から。!！\s]*[↓⬇👇▼]/u;
const ENDS_WITH_HERE = new RegExp(`${HERE}(?:から|より)?$`);
/** What follows a promise is read as far as this: the tags of any post, and some words behind them. */
const REACH = 600;

/** The post sends its reader to a link, and there is none. */
export const linkMissing: Rule = {
  id: "link.missing",
  clause: "5(2)",
  level: "care",
  *check(context) {
    if (hasSomewhereToGo(context)) return;
    const { text } = context.facts;
    const isWarned = bySentence(context.facts, (sentence) => WARNING.test(sentence));
    for (const { start, end } of promisesIn(text)) {
      if (isWarned({ start, end }) || isAnswered(context, start, end)) continue;
      // An item of a thread may have its link in the next one.
      const hit: Hit = { start, end, message: { key: "link_missing" } };
      yield context.draft.kind === "thread" ? { ...hit, level: "hint" } : hit;
    }
  },
  examples: {
    fires: [
      { text: "手作り品が並びます。詳細はこちらをご覧ください。", marks: "詳細はこちら" },
      { text: "使い方は下記URLからご確認ください。", marks: "下記URLから" },
      { text: "お申し込みはこちらから👇\n#須坂市", marks: "お申し込みはこちらから" },
      { text: "日程はリンク先をご覧ください。", marks: "リンク先を" },
      { text: "以下の二次元コードからご回答ください。", marks: "以下の二次元コードから" },
      { text: "申込みは下のリンクからお願いします。", marks: "下のリンクから" },
      { text: "くわしくはこちら（市ホームページ）", marks: "くわしくはこちら" },
      { text: "電子書籍が使えます。ログインはこちら。\n#図書館", marks: "ログインはこちら" },
      { text: "くわしくは↓", marks: "くわしくは↓" },
      { text: "会場と時間は👇のページでご確認ください。", marks: "👇のページで" },
      { text: "条件は採用ページでチェック👇\n\n#須坂市" },
      { text: "申請の手引きはコチラ！ 締切は2月26日です。", marks: "申請の手引きはコチラ" },
      { text: "料金はリンクをタップしてご確認ください。", marks: "リンクを" },
      { text: "下に貼ったアドレスからどうぞ。", marks: "下に貼ったアドレスから" },
    ],
    quiet: [
      "詳細はこちらをご覧ください。 https://www.city.example.jp/a",
      {
        text: "下記の二次元コードから回答できます。",
        draft: { media: [{ type: "image", alt: "二次元コード" }] },
      },
      "詳細は、プロフィールのリンクからご覧ください。",
      "お申し込みはこちら 生涯学習推進課 026-245-1598",
      "詳細は以下のとおりです。\n日時 12月5日",
      "「詳細はこちら」と書かれた不審なメールのリンク先を開かないでください。",
      "職員がこちらから伺います。こちらの会場は土足厳禁です。",
      "通知書の二次元コードから回答できます。",
      "申込みはこちらの窓口でどうぞ。続きを読んだ人は図書館へ。今年の標語はこちら：「火の用心」",
      "受賞者はこちら！\n最優秀賞 「雪の朝」、優秀賞 「春を待つ」",
      "詳細はこちら↓\n日時 12月5日(土)午後2時\n会場 メセナホール",
    ],
  },
};

function promisesIn(text: string): Span[] {
  const plain = withoutOverlaps(
    PROMISES.flatMap((promise) => matchesOf(promise, text).map(toSpan)),
  );
  const more = matchesOf(AT_THE_END, text)
    .map(toSpan)
    .filter((one) => !isFollowed(text.slice(one.end, one.end + REACH)) && !overlapping(plain, one));
  const found = [...plain, ...more];
  const points = matchesOf(POINTS_AT_NOTHING, text)
    .map(({ index, 0: words }) => ({
      start: Math.max(text.lastIndexOf("\n", index) + 1, index - 10),
      end: index + (/(?:👇|↓|⬇|⇩|→)+/u.exec(words)?.index ?? 0) + 1,
    }))
    // 問合先→: what is missing there is a contact.
    .filter(({ start, end }) => !/問い?合|連絡|担当|電話|TEL|窓口/u.test(text.slice(start, end)))
    .filter((one) => !overlapping(found, one));
  return [...found, ...points];
}

/** The first of those that share words, the longer where two begin together. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** By the thing itself: in the lines below, behind a colon, in quotation marks. */
function isFollowed(rest: string): boolean {
  if (/^[^\p{L}\p{N}\n「『]{0,6}[「『]|^[ 　]?[:：→⇒]/u.test(rest)) return true;
  const line = /^[^\n]*/u.exec(rest)?.[0] ?? "";
  return !/[\p{L}\p{N}]/u.test(line) && hasText(rest.slice(line.length));
}

function toSpan(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function hasSomewhereToGo({ draft, facts }: RuleContext): boolean {
  const isSharing = draft.kind === "quote" || draft.kind === "share" || draft.kind === "repost";
  return (
    facts.links.length > 0 ||
    draft.media.length > 0 ||
    (isSharing && Boolean(draft.quoted)) ||
    intendedAddresses(facts).length > 0
  );
}

function isAnswered({ facts }: RuleContext, start: number, end: number): boolean {
  const { text } = facts;
  const sentence = spanAt(facts.sentences, start) ?? { start: 0, end: text.length };
  if (ELSEWHERE.test(text.slice(Math.max(sentence.start, start - 40), start))) return true;
  const after = text.slice(end, end + CONTACT_REACH);
  if (/^[^\p{L}\p{N}\n「『]{0,4}[「『]/u.test(after)) return true;
  if (/[@＠][A-Za-z0-9_]/.test(after)) return true;
  const isNear = (one: { start: number }) =>
    one.start >= end &&
    one.start <= end + CONTACT_REACH &&
    !text.slice(end, one.start).includes("。");
  // A telephone number answers "こちら", never "下記URL".
  const isContact = ENDS_WITH_HERE.test(text.slice(start, end));
  if (isContact && (facts.phones.some(isNear) || facts.emails.some(isNear))) return true;
  // "詳細はこちら↓" with lines below: the details themselves follow.
  const rest = text.slice(end, end + REACH);
  const points = DOWNWARDS.test(rest) || /[↓⬇👇▼]$/u.test(text.slice(start, end));
  return points && hasText(rest);
}

/** More than tags, arrows and a word or two. */
function hasText(rest: string): boolean {
  let letters = 0;
  for (const [words] of rest.matchAll(TAG_OR_LETTERS)) {
    if (!/^[#＃]/u.test(words)) letters += words.length;
    if (letters >= 8) return true;
  }
  return false;
}

const TAG_OR_LETTERS = /[#＃][^\s#＃]+|[\p{L}\p{N}]+/gu;
