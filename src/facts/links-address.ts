import { scanLinks } from "./links-scan.ts";
import { isTopLevelDomain } from "./links-tlds.ts";
import type { Span } from "./span.ts";
import { unitClass } from "./unit-class.ts";

/** Reads an address as a person wrote it, full-width letters and stray spaces and all. */

export const FULL_WIDTH = /[\uFF01-\uFF5E。｡]/;
/** The last label of a host that is finished, so that what follows is another word. */
export const COMMON_END = /\.(?:[a-z]{2}|com|net|org|info|biz|edu|gov|app|dev)$/i;
/** What begins an address ends the sentence before it: 「約20km。www.example.jp」. */
const ADDRESS_BEGINS = /^(?:www\d{0,2}[.。｡]|https?:)/i;
/** Full-width ASCII, and the full stop of an IME inside a host. One unit for one: offsets stay. */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=[a-z])[。｡](?=[a-z])/g, (dot, at: number, whole: string) =>
      COMMON_END.test(whole.slice(Math.max(0, at - 12), at)) ||
      ADDRESS_BEGINS.test(whole.slice(at + 1, at + 9))
        ? dot
        : ".",
    );
}

/**
 * False only where nothing can be an address: a dot, a colon or a slash behind a letter (a blank may stand between),
 * a dot behind a digit, or a backslash. Most posts without a link have none, and are not folded.
 */
export function mayHoldAddress(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (!isAddressSign(sign)) continue;
    if (isBackslash(sign)) return true;
    const near = text.charCodeAt(at - 1);
    const before = near === 0x20 || near === 0x3000 ? text.charCodeAt(at - 2) : near;
    if (isLetter(before) || ((sign === 0x2e || sign === 0xff0e) && isDigit(before))) return true;
  }
  return false;
}

const isAddressSign = unitClass(/[.．。｡:：;；,，/／\\＼¥￥]/);

function isBackslash(unit: number): boolean {
  return unit === 0x5c || unit === 0xff3c || unit === 0xa5 || unit === 0xffe5;
}

function isLetter(unit: number): boolean {
  const half = unit >= 0xff01 ? unit - 0xfee0 : unit;
  return (half >= 0x61 && half <= 0x7a) || (half >= 0x41 && half <= 0x5a);
}

function isDigit(unit: number): boolean {
  const half = unit >= 0xff01 ? unit - 0xfee0 : unit;
  return half >= 0x30 && half <= 0x39;
}

const USER = /[\w.~%!$&'*+,;=-]{1,64}:[^\s/@]{1,64}@|[\w.~%+-]{1,64}@/iy;
const LABELS = /[a-z0-9_-]+(?:\.[a-z0-9_-]+)*/iy;
const IPV6 = /\[[0-9a-f:.]{2,45}\]/iy;
const PORT = /:\d{1,5}(?!\d)/y;
/**
 * Full-width brackets, colons and exclamation marks end an address, although half-width they could stand
 * in it: Japanese prose follows an address with them. Longer paths are cut here: time must not
 * grow with the square of the text.
 */
const PATH = /(?:[!-~](?<![<>"{}|\\^`])|[０-９Ａ-Ｚａ-ｚ．／？＝＆＿－～％]){1,2000}/y;

export interface Authority {
  user: string;
  start: number;
  host: string;
  hostEnd: number;
  port: string;
  hasSpace: boolean;
}

/** Without a scheme, what stands before an "@" makes a mail address, not a user. */
export function readAuthority(folded: string, start: number, hasScheme: boolean): Authority | null {
  const user = hasScheme ? matchAt(USER, folded, start) : "";
  const v6 = matchAt(IPV6, folded, start + user.length);
  let host = v6 || matchAt(LABELS, folded, start + user.length);
  if (!host) return null;
  let hostEnd = start + user.length + host.length;
  let hasSpace = false;
  for (let joint = v6 ? null : spacedJoint(folded, host, hostEnd); joint; ) {
    host += `.${joint.labels}`;
    hostEnd = joint.end;
    hasSpace = true;
    joint = spacedJoint(folded, host, hostEnd);
  }
  host = host.toLowerCase();
  return { user, start, host, hostEnd, port: matchAt(PORT, folded, hostEnd), hasSpace };
}

/** An authority and a path as they stand in the folded text. */
export interface Reading extends Authority, Span {
  /** From the host on, half-width and without spaces. */
  rest: string;
}

export function readPath(text: string, folded: string, authority: Authority): Reading {
  const { user, start, host, hostEnd, port } = authority;
  const end = endOfPath(text, folded, start, hostEnd + port.length);
  return { ...authority, end, rest: user + host + folded.slice(hostEnd, end) };
}

/** "www. city" and "city .suzaka": labels that a space cut off, where the host is not finished before it. */
function spacedJoint(
  folded: string,
  host: string,
  end: number,
): { labels: string; end: number } | null {
  const gap = /^(?:\.[ 　]|[ 　]\.)(?=[a-z0-9])/i.exec(folded.slice(end, end + 3))?.[0];
  if (!gap) return null;
  const labels = matchAt(LABELS, folded, end + gap.length);
  if (gap.startsWith(".") && (COMMON_END.test(host) || !labels.includes("."))) return null;
  return hasTopLevelDomain(`a.${labels}`)
    ? { labels, end: end + gap.length + labels.length }
    : null;
}

function endOfPath(text: string, folded: string, hostStart: number, at: number): number {
  if (!/[/?#]/.test(folded.charAt(at))) return at;
  const run = matchAt(PATH, text, at);
  const kept = withoutTail(text.slice(hostStart, at), run);
  const half = folded.slice(at, at + kept.length);
  // The platform's own reading says where brackets and full stops stop being part of a path.
  const address = `http://a.jp${half.startsWith("/") ? "" : "/"}${half}`;
  const link = scanLinks(address, { japaneseCountsAsHost: true })[0];
  return link ? Math.max(at, at + kept.length - (address.length - link.end)) : at;
}

/** A path without full-width marks and words that only follow it (…/koho．次に, …event.html／ＴＥＬ). */
function withoutTail(host: string, run: string): string {
  if (FULL_WIDTH.test(host)) return run.replace(/[．？]$/, "");
  const separated = /^(?:[!-~]*(?:\.[a-z]{3,5}|\/))?[／？](?=[A-ZＡ-Ｚ]{2}|$)/.exec(run)?.[0];
  const path = separated ? separated.slice(0, -1) : run;
  let tail = path.length;
  while (tail > 0 && /[！-～]/.test(path.charAt(tail - 1))) tail -= 1;
  const goesOn =
    /[０-９Ａ-Ｚａ-ｚ]/.test(path.charAt(tail)) && /[/=?&_.-]/.test(path.charAt(tail - 1));
  return goesOn ? path : path.slice(0, tail);
}

export function hasTopLevelDomain(host: string): boolean {
  const labels = host.split(".");
  return labels.length > 1 && isTopLevelDomain(labels.at(-1) ?? "");
}

function matchAt(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? "";
}
