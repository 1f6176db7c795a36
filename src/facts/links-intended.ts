import { matchesOf, occursIn } from "./gate.ts";
import {
  type Authority,
  COMMON_END,
  FULL_WIDTH,
  fold,
  hasTopLevelDomain,
  mayHoldAddress,
  type Reading,
  readAuthority,
  readPath,
} from "./links-address.ts";
import { isIpv4, isPrivateIpv4, isPrivateName } from "./links-internal.ts";
import { overlapping } from "./links-overlap.ts";
import { scanLinks } from "./links-scan.ts";
import type { Span } from "./span.ts";

/** What keeps an address that a person wrote from being the link that they meant. */
export type AddressFault =
  /** It only answers inside the office: a private name or number, a file path, a single word as host. */
  | "internal"
  | "full-width"
  | "scheme"
  | "space"
  | "no-top-level-domain"
  /** A path in Japanese letters: the link ends before them. */
  | "japanese-path"
  /** A Latin letter or a digit stands directly before it. */
  | "glued"
  /** X counts the Japanese text before a bare host to the host, and links nothing. */
  | "unlinked";

/** A range that a person meant as an address, and that the platform does not link as they meant it. */
export interface IntendedAddress extends Span {
  fault: AddressFault;
  /** What was meant, in half-width and with its scheme where it had one; "" for a file path. */
  address: string;
  /** Lower case; "" for a file path. */
  host: string;
  /** What to write instead of the range, where it is certain. */
  repaired: string | null;
}

interface LinkSpan extends Span {
  host: string;
}

/** Names that stand for any name (RFC 2606): no slip, though no platform links them. */
const RESERVED = /\.(?:example|test|invalid)$/;
/** "http", "https" and the slips of a hand around them. */
const SCHEME_WORD =
  "http[:;.,]s|h{0,3}t{1,4}p{1,3}s{0,2}|htpt|hptt|thtp|tthp|httsp|htpts|hptts|thtps|tthps|hpttp|hrrps?|hrtps?|jttps?|gttps?|httos|httpd";
const SCHEME = new RegExp(
  `(?<![a-z])(${SCHEME_WORD})(?![a-z])([ 　]?[:;.,]?[ 　]?[/\\\\]{1,5}[ 　]?|[ 　]?[:;][ 　]?)(?=[a-z0-9[])`,
  "gi",
);
const GLUED_SCHEME = /(?<=[a-z0-9])https?:\/\/(?=[a-z0-9])/gi;
const WWW = /(?<![a-z0-9@._/\\-])www\.(?=[ 　]?[a-z0-9])/gi;
const BARE_FULL_WIDTH =
  /(?<![a-z0-9@._/\\:-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62}){1,8}(?![a-z0-9@.-])/gi;
const PRIVATE_BARE =
  /(?<![a-z0-9@._/\\-])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|localhost(?=[:/])|[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:local|lan|internal|localdomain|lgwan\.jp)(?![a-z0-9@.-]))/gi;
const FILE_PATH =
  /(?<![\\a-z0-9])(?:\\\\[a-z0-9][a-z0-9._-]{0,62}\\(?!\\)[^\s\\。、「」（）]|[a-z]:\\(?!\\)[^\s\\。、「」（）]|¥¥[a-z0-9][a-z0-9._-]{0,62}¥[^\s¥。、「」（）])[^\s。、「」（）]*|(?<![a-z])file:\/{1,3}[^\s。、「」（）]+/gi;

const JAPANESE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々〆ー";
const JAPANESE_PATH = new RegExp(`[${JAPANESE}a-z0-9/._~%&=?#+-]{1,300}`, "iuy");

/**
 * What people wrote as an address and the platform will not link, or will link elsewhere. `links` are
 * what it does link. In order of their start; no two overlap.
 */
export function findIntendedAddresses(text: string, links: readonly LinkSpan[]): IntendedAddress[] {
  if (!mayHoldAddress(text)) return [];
  const folded = fold(text);
  const reader = { text, folded, links };
  const found = [
    ...filePaths(text),
    ...read(reader, SCHEME, withScheme),
    ...read(reader, GLUED_SCHEME, glued),
    ...read(reader, WWW, withoutScheme),
    ...read(reader, PRIVATE_BARE, privateBare),
    ...(occursIn(FULL_WIDTH, text) ? read(reader, BARE_FULL_WIDTH, bareFullWidth) : []),
    ...links.map((link) => japanesePath(text, link)).filter((one) => one !== null),
  ];
  return withoutOverlaps(found);
}

interface Reader {
  text: string;
  folded: string;
  links: readonly LinkSpan[];
}

type Judge = (
  reader: Reader,
  start: number,
  reading: Reading,
  match: RegExpExecArray,
) => IntendedAddress | null;

/** Reads an address behind each beginning, but none inside another: each character is read once. */
function read(reader: Reader, beginning: RegExp, decide: Judge): IntendedAddress[] {
  const found: IntendedAddress[] = [];
  let covered = 0;
  for (const match of matchesOf(beginning, reader.folded)) {
    if (match.index < covered) continue;
    const isPrefix = beginning === SCHEME || beginning === GLUED_SCHEME;
    const at = match.index + (isPrefix ? match[0].length : 0);
    const authority = readAuthority(reader.folded, at, isPrefix);
    if (!authority || !isPlausible(authority)) continue;
    const reading = readPath(reader.text, reader.folded, authority);
    covered = reading.end;
    if (isInternational(reader, match.index, authority)) continue;
    const one = decide(reader, match.index, reading, match);
    if (one) found.push(one);
  }
  return found;
}

function withScheme(reader: Reader, start: number, reading: Reading, match: RegExpExecArray) {
  const [, word = "", separator = ""] = match;
  const isProper = /^https?$/i.test(word) && separator === "://";
  const scheme = /s/i.test(word) ? "https://" : "http://";
  const span = { start, end: reading.end };
  const address = `${scheme}${reading.rest}`;
  if (isInternal(reading) && (isProper || reading.host.includes("."))) {
    return internal(span, address, reading.host);
  }
  const isSpaced = /[ 　]/.test(separator) && /^[ 　]?:[ 　]?\/\/[ 　]?$/.test(separator);
  // "HTTP/1.1", "http: 説明" and the like are no addresses: a broken scheme needs a whole host behind it.
  if (!isProper && !hasTopLevelDomain(reading.host)) return null;
  if (!isProper) return fault(span, isSpaced ? "space" : "scheme", address, reading);
  return reading.host.includes(".") ? judge(reader, span, address, reading) : null;
}

function glued(_reader: Reader, start: number, reading: Reading, match: RegExpExecArray) {
  if (!hasTopLevelDomain(reading.host)) return null;
  const address = match[0] + reading.rest;
  const one = fault({ start, end: reading.end }, "glued", address, reading);
  return { ...one, repaired: ` ${address}` };
}

function withoutScheme(reader: Reader, start: number, reading: Reading) {
  if (reading.host.split(".").length < 3 || isInternal(reading)) return null;
  return judge(reader, { start, end: reading.end }, reading.rest, reading);
}

function bareFullWidth(reader: Reader, start: number, reading: Reading) {
  if (!COMMON_END.test(reading.host) || !hasTopLevelDomain(reading.host)) return null;
  const hasPath = reading.rest.length > reading.host.length + 1;
  // "Ｄｒ．Ｓｕｚｕｋｉ", "Ｎｏ．Ｉｔ": two words with a dot between them are no address yet.
  if (!hasPath && reading.host.split(".").length < 3) return null;
  const span = { start, end: reading.end };
  if (!FULL_WIDTH.test(reader.text.slice(span.start, span.end))) return null;
  return fault(span, "full-width", reading.rest, reading);
}

function privateBare(_reader: Reader, start: number, reading: Reading) {
  const isNumber = isIpv4(reading.host);
  if (isNumber && !isPrivateIpv4(reading.host)) return null;
  const hasMore = reading.rest.length > reading.host.length;
  // "10.4.1.2" may be dates or chapters; "10.20.30.40" cannot.
  const isPlain = isNumber && !hasMore && !reading.host.startsWith("192.168.");
  if (isPlain && reading.host.split(".").every((octet) => Number(octet) <= 31)) return null;
  return internal({ start, end: reading.end }, reading.rest, reading.host);
}

function internal(span: Span, address: string, host: string): IntendedAddress {
  return { ...span, fault: "internal", address, host, repaired: null };
}

/** As written, not folded: full-width backslashes are ornament (＼＼募集中／／). */
function filePaths(text: string): IntendedAddress[] {
  return matchesOf(FILE_PATH, text).map((match) =>
    internal({ start: match.index, end: match.index + match[0].length }, "", ""),
  );
}

/** A whole address with a proper scheme or "www.": is it the link that the platform makes of it? */
function judge(
  reader: Reader,
  span: Span,
  address: string,
  reading: Reading,
): IntendedAddress | null {
  if (reading.hasSpace) return fault(span, "space", address, reading);
  if (FULL_WIDTH.test(reader.text.slice(span.start, span.end))) {
    return fault(span, "full-width", address, reading);
  }
  if (RESERVED.test(reading.host)) return null;
  if (!hasTopLevelDomain(reading.host) && !isIpv4(reading.host)) {
    return { ...fault(span, "no-top-level-domain", address, reading), repaired: null };
  }
  const link = overlapping(reader.links, { start: span.start, end: reading.hostEnd });
  if (link && link.start <= span.start) return null;
  if (isIpv4(reading.host)) return { ...fault(span, "unlinked", address, reading), repaired: null };
  if (/[a-z0-9@#$]/i.test(reader.folded.charAt(span.start - 1))) return null;
  return { ...fault(span, "unlinked", address, reading), repaired: ` ${address}` };
}

function fault(span: Span, kind: AddressFault, address: string, reading: Reading): IntendedAddress {
  const link = scanLinks(address, { japaneseCountsAsHost: true })[0];
  const isWhole = link?.start === 0 && link.end === address.length;
  return { ...span, fault: kind, address, host: reading.host, repaired: isWhole ? address : null };
}

/** "…/イベント/": a kanji or katakana right behind a slash belongs to the path, and no link holds it. */
function japanesePath(text: string, link: LinkSpan): IntendedAddress | null {
  if (!/[/=]$/.test(text.slice(link.start, link.end))) return null;
  JAPANESE_PATH.lastIndex = link.end;
  const run = JAPANESE_PATH.exec(text)?.[0] ?? "";
  const goesOn = /^[\p{Script=Hiragana}ー]/u.test(run)
    ? /^[^a-z0-9/.]*[/.][a-z0-9/]/iu.test(run)
    : /^[\p{Script=Han}\p{Script=Katakana}々]/u.test(run);
  if (!goesOn) return null;
  const path = pathPart(run);
  const end = link.end + path.length;
  const address = text.slice(link.start, end);
  const isCertain =
    path === run && (/[a-z0-9/]$/i.test(path) || !/\p{Script=Hiragana}/u.test(path));
  return {
    start: link.start,
    end,
    fault: "japanese-path",
    address,
    host: link.host,
    repaired: isCertain ? encodeURI(address).replaceAll("%25", "%") : null,
  };
}

/** The part of a run that is path: up to its last slash or file ending, else up to the first hiragana. */
function pathPart(run: string): string {
  const last = /^.*(?:\/|\.[a-z0-9]{2,5})/iu.exec(run)?.[0];
  const rest = run.slice(last?.length ?? 0);
  const more = /^[\p{Script=Han}\p{Script=Katakana}々ー]*/u.exec(rest)?.[0] ?? "";
  if (!last) return more || run;
  return last.endsWith("/") ? last + more : last;
}

/** A host that goes on in letters of another script ("https://须坂.example"), and that the platform links. */
function isInternational({ text, links }: Reader, start: number, { hostEnd }: Authority): boolean {
  const link = overlapping(links, { start, end: start + 1 });
  return link?.start === start && link.end > hostEnd && /[^!-~！-～。｡]/.test(text.charAt(hostEnd));
}

/** Worth reading on: one word without a dot may still be the name of a server. */
function isPlausible({ host }: Authority): boolean {
  return /[.[]/.test(host) || /^[a-z][a-z0-9-]*$/.test(host);
}

function isInternal({ host, user, port }: Authority): boolean {
  if (user || isPrivateName(host) || isPrivateIpv4(host)) return true;
  if (host.startsWith("[")) return true;
  if (port && !/^:(?:80|443)$/.test(port)) return true;
  return !host.includes(".") && /[a-z]/.test(host) && host.length > 1 && !/^www\d*$/.test(host);
}

function withoutOverlaps(found: readonly IntendedAddress[]): IntendedAddress[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: IntendedAddress[] = [];
  for (const one of sorted) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
