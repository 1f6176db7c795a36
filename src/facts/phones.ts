import { foldProse } from "./digits.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/** A telephone or FAX number, in any form in use. */
export interface PhoneMention extends Span {
  text: string;
  /** "+81262451400"; null for a local form without an area code and for short numbers (110, 171). */
  e164: string | null;
  /** ASCII digits as dialled in Japan: "0262451400", "2451400"; +81 is turned into 0. */
  digits: string;
  /** "full" begins with 0 and may have a wrong length; "local" lacks the area code; "short" is 110, #7119. */
  form: "full" | "local" | "short";
}

/** Between groups: dashes of all kinds (folded), dots, brackets, a space, and の as in 026の245の1400. */
const SEP = "(?: ?[-ー・.()の] ?| )";
const SEPS = "(?: ?[-ー・.()の]{1,2} ?| {1,2})";
const BEFORE = "(?<![\\d=_%&@#+]|\\d[-.,/:])";
const AFTER = "(?!\\d|[-.][0-9A-Za-z]|[%_@])";
const INTERNATIONAL = new RegExp(
  `(?<![\\d+])\\+ ?81${SEP}?(?:\\(0\\) ?)?\\(?(?<rest>\\d{1,4}\\)?(?:${SEP}?\\d{1,4}){1,3})${AFTER}`,
  "g",
);
const FULL = new RegExp(
  `${BEFORE}(?:\\(0\\d{1,4}\\) ?\\d{1,4}${SEP}?\\d{3,5}|0\\d{1,4}${SEPS}\\d{1,4}${SEPS}\\d{3,5}|0\\d{1,4}${SEP}\\d{5,8}|0\\d{9,10})${AFTER}`,
  "g",
);
const LOCAL = new RegExp(
  `${BEFORE}(?<![A-Za-z][-/]?)(?<head>\\d{2,4})[-ー](?<tail>\\d{4})${AFTER}`,
  "g",
);
const SHORT =
  /(?<![\d#])#\d{4}(?!\d)|(?<![\d.,-])1(?:10|18|19|71|77|88|89|04|15|17)(?=番(?!地|目|街|線|館|号)|通報|ダイヤル)|(?<=(?:電話|ダイヤル(?:は|番号)?|TEL|[☎📞℡])[:( ]?)1\d\d(?![\d-])/gu;

/** What is counted or labelled otherwise than as a phone: 〒382-8511, 会員番号 01234567890. */
const OTHER_LABEL =
  /(?:〒|郵便番号|(?<!電話|携帯|ファクス|ファックス|FAX|直通|連絡先|TEL|お?問い?合わ?せ|フリーダイヤル)番号|No|ナンバー|ID|コード|型番|品番|口座|第) ?[.:は(「]? ?$/i;
const CUE =
  /電話|TEL|☎|📞|℡|FAX|ファクス|ファックス|問い?合わ?せ|連絡先|申込|申し込|予約|内線|直通|代表|受付|ダイヤル|窓口/i;
/** An address goes on behind a bare postcode. */
const ADDRESS = /^ ?(?:[^\n、。]{1,6}[都道府県市区郡町村]|大字)/;

/** The phone numbers of a text, in its order; also such as cannot exist (wrong length). */
export function findPhones(text: string): PhoneMention[] {
  if (!/[0-9０-９]{2}/.test(text)) return [];
  const folded = foldProse(text);
  const found: PhoneMention[] = [];
  const add = (match: RegExpMatchArray, digits: string, form: PhoneMention["form"]) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    found.push({
      start,
      end,
      text: text.slice(start, end),
      e164: e164(digits, form),
      digits,
      form,
    });
  };
  for (const match of matchesOf(INTERNATIONAL, folded)) {
    const rest = (match.groups?.rest ?? "").replace(/\D/g, "");
    add(match, rest.startsWith("0") ? rest : `0${rest}`, "full");
  }
  for (const match of matchesOf(FULL, folded)) {
    const digits = match[0].replace(/\D/g, "");
    if (digits.length < 9 || digits.length > 12 || OTHER_LABEL.test(before(folded, match)))
      continue;
    // 01-02-2027 is a day, 08:00 a time; without separators only a whole number counts.
    if (/^0\d[.-]\d{2}[.-]\d{4}$/.test(match[0])) continue;
    if (/^\d+$/.test(match[0]) && !isWhole(digits)) continue;
    add(match, digits, "full");
  }
  for (const match of matchesOf(LOCAL, folded)) {
    if (isLocal(folded, match)) add(match, match[0].replace(/\D/g, ""), "local");
  }
  for (const match of matchesOf(SHORT, folded)) {
    add(match, match[0].replace(/\D/g, ""), "short");
  }
  // What begins first and is longest is the number; the sort is stable, so that full beats local.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((phone) => {
    const isFree = phone.start >= end;
    if (isFree) end = phone.end;
    return isFree;
  });
}

function isLocal(folded: string, match: RegExpMatchArray): boolean {
  const { head = "", tail = "" } = match.groups ?? {};
  const lead = before(folded, match);
  if (OTHER_LABEL.test(lead) || head.startsWith("0")) return false;
  const behind = folded.slice((match.index ?? 0) + match[0].length).slice(0, 10);
  if (/^ ?(?:年|号|円|人|点|件)/.test(behind)) return false;
  if (head.length === 3 && !ADDRESS.test(behind)) return true;
  // 2025-2026 is a span of years; 12-2026 may be anything.
  const isYears = /^(?:19|20)\d\d$/.test(head) && /^(?:19|20)\d\d$/.test(tail);
  return !isYears && CUE.test(lead);
}

function before(folded: string, match: RegExpMatchArray): string {
  const start = match.index ?? 0;
  const lead = folded.slice(Math.max(0, start - 24), start);
  return lead.slice(lead.lastIndexOf("\n") + 1);
}

/** Lengths of 電気通信番号計画: ten digits, eleven for mobile, IP and pager-like numbers and for 0800. */
function isWhole(digits: string): boolean {
  return /^0(?:[25-9]0|800)/.test(digits) && digits.length === 11
    ? true
    : digits.length === 10 && /^0[1-9]/.test(digits);
}

function e164(digits: string, form: PhoneMention["form"]): string | null {
  return form === "full" && isWhole(digits) ? `+81${digits.slice(1)}` : null;
}

/** The digits of one number as an organisation wrote it into its phone book; "" where it is none. */
export function phoneDigits(written: string): string {
  const digits = foldProse(written).replace(/[^\d+]/g, "");
  return digits.startsWith("+81")
    ? `0${digits.slice(3).replace(/^0/, "")}`
    : digits.replace(/\D/g, "");
}

/** 060, 070, 080 and 090 with eleven digits; 電気通信番号計画 opened 060 for mobile phones in 2024. */
export function isMobile({ digits, form }: PhoneMention): boolean {
  return form === "full" && /^0[6-9]0[1-9]\d{7}$/.test(digits);
}
