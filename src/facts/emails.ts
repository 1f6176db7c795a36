import { isPrivateMailHost } from "./domains.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

export interface EmailMention extends Span {
  text: string;
  /** Lower case, half-width. */
  host: string;
}

/** RFC 5321: 64 octets before the sign, 253 characters behind it. They also bound the walk. */
const LONGEST_LOCAL = 64;
const LONGEST_HOST = 253;
const LOCAL = /^[\w.%+\-Ａ-Ｚａ-ｚ０-９．＿＋－]$/u;
const HOST = /^[a-z0-9.\-Ａ-Ｚａ-ｚ０-９．－]$/iu;
/** The sign itself, full-width, or spelt out against address collectors; the name stands before it. */
const SIGN =
  /(?<=[\w.%+\-Ａ-Ｚａ-ｚ０-９．＿＋－])(?:[ 　]?[@＠][ 　]?|[ 　]?[(（[［【{〔〈《<](?:at|ａｔ|アット|アットマーク|あっと|あっとまーく|@|＠)[)）\]］】}〕〉》>][ 　]?|[ 　]?(?:アットマーク|あっとまーく|アット(?=[ 　]))[ 　]?|[★☆◎●○■◆※＊#＃▲△])/giu;
/** Signs put in the place of @: an address only where the text says so. */
const STAND_IN = /^[★☆◎●○■◆※＊#＃▲△]$/u;
const VALID_HOST = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/u;

/** Every e-mail address, full-width letters and signs too, in order. */
export function findEmails(text: string): EmailMention[] {
  const found: EmailMention[] = [];
  for (const sign of matchesOf(SIGN, text)) {
    const at = sign.index;
    let start = at;
    while (start > at - LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
    const hostStart = at + sign[0].length;
    let end = hostStart;
    while (end < hostStart + LONGEST_HOST && HOST.test(text.charAt(end))) end += 1;
    while (end > hostStart && /^[.\-．－]$/u.test(text.charAt(end - 1))) end -= 1;
    while (start < at && /^[.．]$/u.test(text.charAt(start))) start += 1;
    const host = text.slice(hostStart, end).normalize("NFKC").toLowerCase();
    if (start === at || !isHost(host)) continue;
    const around = text.slice(Math.max(0, start - 24), at) + text.slice(end, end + 24);
    if (STAND_IN.test(sign[0]) && !/[@＠]|アット|あっと/u.test(around) && !isPrivateMailHost(host))
      continue;
    // "@name@host" is an account of a federated network, "//name@host" a part of a link.
    if (/^[@＠/]$/u.test(text.charAt(start - 1))) continue;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    found.push({ start, end, text: text.slice(start, end), host });
  }
  return found;
}

function isHost(host: string): boolean {
  return VALID_HOST.test(host) && /^[a-z]{2,}$/u.test(host.slice(host.lastIndexOf(".") + 1));
}
