import type { Facts } from "../../facts/facts.ts";
import { matchesOf, occursIn } from "../../facts/gate.ts";
import { type Span, spanAt } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";

const ASK = "(?:お?(?:問い?合わ?せ|問合(?=先)))";
const LABEL = `(?:[おご]?(?:申し?込み?|予約|相談|応募)(?:み|先)?[ 　]?[・･／/及びおよと、]{0,2}[ 　]?)?(?:${ASK}(?:先|窓口)?|ご?連絡先|申し?込み?先|提出先|応募先|担当(?:課|部署|窓口)?)`;
/** A label alone in its line: 【お問い合わせ先】, ■連絡先, 問い合わせ：. */
const LABEL_LINE = new RegExp(
  `^[^\\p{L}\\p{N}\\n]{0,4}(?<label>${LABEL})[^\\p{L}\\p{N}\\n]{0,8}(?:(?:TEL|電話(?:番号)?|FAX)[^\\p{L}\\p{N}\\n]{0,8})?$`,
  "gmu",
);
const DEVICE_LINE =
  /^[^\p{L}\p{N}\n]{0,3}(?<label>TEL|電話(?:番号)?|FAX|ファクス|メール|E-?mail)[ 　]?[:：]?[ 　]*$/gimu;
/** As papers have it: (問), 【申込】 alone in a line. */
const SHORT_LABEL_LINE =
  /^[ 　]*(?<label>[(（【［〔](?:問|申込?|連絡|問合せ?)[)）】］〕])[ 　]*$/gmu;
/** A label at the end of a line that says more before it: 参加費無料です。問合せ先. */
const LABEL_AT_END = new RegExp(
  `(?:^|[。！!？?、 　☎📞℡✉■◆●★▼」』）)])(?<label>${LABEL})(?:は、?こちら)?[ 　]?[:：→⇒▶＞>☎📞👉]{1,3}[ 　]*$|[。！!？?■◆●★▼](?<last>(?:${ASK}|ご?連絡|申し?込み?|提出|応募|予約)(?:先|窓口)|${ASK})[ 　]*$|[。！!？?][ 　]?[【〔［＜<](?<head>${LABEL})[】〕］＞>][ 　]*$`,
  "gmu",
);
const BELOW = new RegExp(
  `こちらの(?:連絡先|番号|電話番号|宛先|アドレス)(?:まで|へ|に|にて)|(?:下記|以下|次)(?:の[^\\n。、]{1,6})?(?:まで|へ|に|にて)[^\\n。]{0,16}(?:申し?込|予約|応募|知らせ|一報|連絡)|(?:申し?込み?|予約|応募|提出|送付|電話番号|電話|メール|アドレス|宛て?)(?:先|方法)?は、?(?:下記|以下|次)(?:のとおり|の通り|です|まで|へ|の)|(?:下記|以下|次)の(?:連絡先|${ASK}先|担当(?:課|者|部署)|窓口|番号|電話番号|宛先|アドレス)(?:まで|へ|にて)|(?:下記|以下|次)(?:の(?:連絡先|${ASK}先|担当(?:課|者|部署|窓口)?|窓口|番号|電話番号|宛先))?(?:まで|へ|に|にて|のとおり|の通り)[^\\n。]{0,16}(?:${ASK}|ご?連絡|お電話)|${ASK}(?:先)?は、?(?:下記|以下|次)(?:の(?:連絡先|担当(?:課|者)?|窓口|番号))?(?:まで|へ|に|のとおり|の通り|です)?|(?:${ASK}|お申し?込み?|ご?予約|ご?応募|ご?連絡)(?:先)?は、?こちら(?:まで|へ)(?=[。！!\\n♪☎📞→⇒]|$)|ご?連絡先は、?(?:下記|以下|次)(?:のとおり|の通り|です)`,
  "gmu",
);
/** The means without its number: ☎まで, 電話：へ. */
const MEANS_ALONE =
  /(?:TEL|☎|📞|℡|FAX|電話[:：]|電話番号|E?メール[:：])[:： 　\n]{0,2}(?:まで|へ|にて|で(?=お申|ご連))(?=[^。\n]{0,12}(?:連絡|どうぞ|申|問|ください|予約|。|$))/gimu;
const ASK_US = new RegExp(
  `${ASK}(?:を)?(?:ください|下さい|いただ[けき](?!まし)|願います|お願い)|(?:ご連絡|ご一報|お申し?込み?|お申し?出|ご予約|ご応募)(?:を)?(?:ください|下さい|くださる|いただ[けき](?!まし)|お待ち|願います|お願い)|ご相談(?:を)?(?:ください|いただ[けき](?!まし))|連絡(?:を|して)(?:ください|下さい|お願い|いただ[けき](?!まし))|問い?合わせて(?:ください|下さい|みて)|(?:ご連絡|ご一報|ご応募|お問い合わせ)を[。！!]|担当(?:者|課|係)?(?:まで|へ|に)(?:お電話|ご連絡|お申し?込|お知らせ|お問|ご予約|ご応募|お申し?出)|${ASK}は、?担当の|${ASK}は(?:お気軽に|担当(?:課|者|まで|へ)|お電話で|電話で|お早めに)`,
  "gu",
);
/** A means is named that needs a number or an address: 申し込みは電話で, お電話ください. */
const BY_DEVICE =
  /(?:お?電話|ファクス|ファックス|FAX|ＦＡＸ|E?メール)(?:か|または|又は|もしくは|や|・|、|及び|および)?(?:お?電話|ファクス|ファックス|FAX|ＦＡＸ|E?メール)?(?:で|にて|でも)(?:のみ)?、?(?:[^\n。、]{0,10}までに?、?)?[^\n。、]{0,10}(?:申し?込|予約|連絡|受け?付|承り|承って|お問|問い?合|どうぞ|お願い|お知らせ|応募|お気軽に|[。！!]|$)|(?:申し?込み?|予約|問い?合わ?せ|連絡|応募|受け?付け?|相談)は[^\n。]{0,8}(?:電話|ファクス|ファックス|FAX|ＦＡＸ|メール)(?:で|にて|のみ|または|か|を)|お電話(?:を)?(?:ください|下さい|くださる|いただけ|お待ち|お願い|お寄せ|でどうぞ|どうぞ)/gmu;
/** Somebody to turn to. */
const OFFICE =
  /[ぁ-ん](?:課(?!題|税|外|程)|係(?!員)|室|センター)|[\p{Script=Han}\p{Script=Katakana}ー]{1,12}(?:課(?!題|税|外|程)|係|室|局|部|センター|署|館|協会|委員会|会議所|役所|役場|支所|事務所|クリニック|病院|医院|学校|幼稚園|保育園|園|社|店|ホール|組合|財団|法人|公社|交番|支店|ダイヤル)|コールセンター|事務局|市役所|警察|消防|保健所|気象台|最寄り|お近くの|各(?:施設|学校|園|店舗|会場)|主催者|医療機関|薬局|かかりつけ|施設へ|会場へ|こちら|ホームページ|HP|DM|リプ|コメント欄|掲載|記載/u;
const HEADING = /^[^\p{L}\p{N}]{0,3}[^\n:：]{1,10}[:：]|^[【〔［[■◆●◇□▼★◎]/u;
/** More than any post has; it keeps the walk short on a text that is all labels. */
const MOST_LABELS = 40;
const TAGS = /^(?:[#＃][^\s#＃]+[ 　]*)+$/u;

/** A contact is announced, and there is none. */
export const factContactMissing: Rule = {
  id: "fact.contact-missing",
  clause: "5(2)",
  level: "hint",
  *check({ facts, draft }) {
    // An answer speaks to somebody who is already in touch; a picture may hold the address.
    if (draft.kind === "reply" || draft.kind === "comment" || draft.media.length > 0) return;
    // A label that stands empty says more than a request to ask.
    const byPlace = (a: Span, b: Span) => a.start - b.start;
    const first = emptyLabels(facts).toSorted(byPlace)[0] ?? promises(facts).toSorted(byPlace)[0];
    if (first) yield { ...first, message: { key: "fact_contact_missing" } };
  },
  yieldsTo: ["fact.placeholder", "link.missing"],
  examples: {
    fires: [
      { text: "相談会を開きます。\n【お問い合わせ先】", marks: "お問い合わせ先" },
      { text: "予約制です。\n問い合わせ：\n#須坂市", marks: "問い合わせ" },
      { text: "くわしくは下記までお問い合わせください。", marks: "下記までお問い合わせ" },
      { text: "■連絡先\n■申込方法：当日会場で", marks: "連絡先" },
      { text: "申込受付中です。\nTEL：\nFAX：", marks: "TEL" },
      { text: "ご予約は☎まで。", marks: "☎まで" },
      { text: "更新はお済みですか。☎問い合わせ→", marks: "問い合わせ" },
      { text: "ご不明な点はお問い合わせください。", marks: "お問い合わせください" },
      { text: "そば打ちの会場を探しています。\nお問い合わせはこちら→", marks: "お問い合わせ" },
    ],
    quiet: [
      "お問い合わせ先\n生涯学習推進課\n026-245-1598",
      "お問い合わせ 健康づくり課 026-248-9018",
      "お問い合わせありがとうございます。",
      "お問い合わせは下記まで。\n観光協会 https://kanko.example.jp/",
      "消防署へのお問い合わせはご遠慮ください。",
      "ご不明な点は健康づくり課までお問い合わせください。",
    ],
  },
};

function hasContact({ phones, emails, links }: Facts, from: number, to: number): boolean {
  const isInside = ({ start }: Span) => start >= from && start < to;
  return phones.some(isInside) || emails.some(isInside) || links.some(isInside);
}

/** Labels with nothing behind them but tags, blanks or the next label. */
function emptyLabels(facts: Facts): Span[] {
  const { text } = facts;
  const found: Span[] = [];
  for (const pattern of [LABEL_LINE, SHORT_LABEL_LINE, DEVICE_LINE, LABEL_AT_END]) {
    for (const match of matchesOf(pattern, text).slice(0, MOST_LABELS)) {
      const label = match.groups?.label ?? match.groups?.last ?? match.groups?.head ?? "";
      const start = match.index + match[0].indexOf(label);
      const end = start + label.length;
      const after = match.index + match[0].length;
      const rest = text.slice(after).slice(0, 400);
      const line = rest
        .split("\n")
        .find((words) => words.trim() !== "" && !TAGS.test(words.trim()));
      if (line === undefined) {
        if (!hasContact(facts, after, text.length)) found.push({ start, end });
        continue;
      }
      const from = text.indexOf(line, after);
      const isAnswered = hasContact(facts, from, from + line.length) || OFFICE.test(line);
      const isNextLabel =
        HEADING.test(line.trim()) || new RegExp(DEVICE_LINE.source, "iu").test(line);
      // 【連絡先】 and then a sentence: what should stand there was left out.
      const isSentence = /(?:ます|です|ください|ましょう|ません)[。！!♪]?$/u.test(line.slice(-40));
      if (
        !isAnswered &&
        (isNextLabel || isSentence) &&
        !hasContact(facts, after, Math.min(text.length, after + 60))
      )
        found.push({ start, end });
    }
  }
  return found;
}

function promises(facts: Facts): Span[] {
  const { text, sentences, quotations } = facts;
  const found: Span[] = [];
  for (const match of [BELOW, MEANS_ALONE].flatMap((one) =>
    matchesOf(one, text).slice(0, MOST_LABELS),
  )) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (spanAt(quotations, span.start) || OFFICE.test(text.slice(span.end, span.end + 200)))
      continue;
    if (!hasContact(facts, span.start, text.length)) found.push(span);
  }
  const asked = matchesOf(ASK_US, text).slice(0, MOST_LABELS);
  const isReachable =
    asked.length > 0 && (hasContact(facts, 0, text.length) || occursIn(OFFICE, text));
  for (const match of isReachable ? [] : asked) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!spanAt(quotations, span.start)) found.push(span);
  }
  const devices = matchesOf(BY_DEVICE, text).slice(0, MOST_LABELS);
  for (const match of devices.length > 0 && !hasContact(facts, 0, text.length) ? devices : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    const sentence = spanAt(sentences, span.start) ?? { start: 0, end: text.length };
    const isNamed = OFFICE.test(text.slice(sentence.start, sentence.end).slice(0, 200));
    if (!isNamed && !spanAt(quotations, span.start)) found.push(span);
  }
  return found;
}
