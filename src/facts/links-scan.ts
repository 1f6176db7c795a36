import { encodedLength } from "./links-punycode.ts";
import { topLevelDomainEnd } from "./links-tlds.ts";
import type { Span } from "./span.ts";
import { unitClass } from "./unit-class.ts";

/**
 * X's linker, in one pass. The grammar is that of twitter-text 3.1 (its conformance cases are a unit
 * test, and a property test compares the two on random text); the library itself takes seconds on a
 * few thousand dots, and it is no longer kept. Every step here looks at a character a bounded number
 * of times.
 */
export interface LinkedRange extends Span {
  /** What is linked; on X it may leave out Japanese letters that stand inside the range. */
  address: string;
  hasScheme: boolean;
}

export interface ScanOptions {
  /**
   * X takes the Japanese letters before a bare host for a part of it, and links nothing where that
   * makes a label longer than a name server allows. Elsewhere the host begins with its first Latin letter.
   */
  japaneseCountsAsHost: boolean;
}

const ACCENTED =
  "\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u00FF\\u0100-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF";
const CYRILLIC = "\\u0400-\\u04FF";
const SPACES =
  "\\u0009-\\u000D \\u0085\\u00A0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const DIRECTION_MARKS = "\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069";
const NONCHARACTERS = "\\uFFFE\\uFEFF\\uFFFF";
const NEVER_IN_HOST = `!'#%&()*+,\\\\/:;<=>?@\\[\\]^{|}~$${SPACES}${NONCHARACTERS}${DIRECTION_MARKS}`;
const IN_PATH = `a-z${CYRILLIC}0-9!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&${ACCENTED}`;

const SMALL_H = 0x68;
const SCHEME = /https?:\/\//iy;
const LONGEST_SCHEME = "https://".length;
const HOST_RUN = new RegExp(`[^${NEVER_IN_HOST}]+`, "y");
const isHostLetter = unitClass(new RegExp(`[^${NEVER_IN_HOST}._-]`));
const mayBeInHost = unitClass(new RegExp(`[^${NEVER_IN_HOST}]`));
const mayStandBefore = unitClass(new RegExp(`[^A-Za-z0-9@＠$#＃${NONCHARACTERS}]`));
const BEFORE_BARE_HOST_NEVER = /[-_./]/;
const PORT = /:[0-9]+/y;
const PATH_RUN = new RegExp(`[${IN_PATH}]+`, "iy");
const PATH_LAST = new RegExp(`[+\\-a-z${CYRILLIC}0-9=_#/${ACCENTED}]`, "i");
const QUERY_RUN = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]+/iy;
const QUERY_LAST = /[a-z0-9\-_&=#/]/i;
// Bounded: it reads a host, and an address of more than 4,096 units is no link.
const ASCII_LABELS = new RegExp(`(?:[-a-z0-9${ACCENTED}]+\\.)+`, "gi");
const T_CO = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const T_CO_LONGEST = 40;
const LONGEST_ADDRESS = 4096;
const LONGEST_LABEL = 63;

export function scanLinks(text: string, options: ScanOptions): LinkedRange[] {
  const links: LinkedRange[] = [];
  if (!text.includes(".")) return links;
  const hosts = new HostReader(text);
  let at = 0;
  /** Behind the last dot that was looked for: a host has one, and most of a text is far from any. */
  let reach = 0;
  while (at < text.length) {
    if (at >= reach) {
      const dot = text.indexOf(".", at);
      if (dot < 0) break;
      reach = dot + 1;
      at = Math.max(at, startOfRun(text, dot, at) - LONGEST_SCHEME - 1);
    }
    const found = linkBehind(text, at, hosts);
    if (!found) {
      at += 1;
      continue;
    }
    links.push(...accepted(text, found, options));
    // The character before the next link must stand behind this one.
    at = found.end;
  }
  return links;
}

/** Where the letters, dots and signs of a possible host begin that this dot stands among; not before `least`. */
function startOfRun(text: string, dot: number, least: number): number {
  let start = dot;
  while (start > least && mayBeInHost(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** A range that has the form of an address, before its host is judged. */
interface Candidate extends Span {
  scheme: string;
  host: Span;
  hasPath: boolean;
}

/** The link whose preceding character stands at `at`; at 0 also the one that opens the text. */
function linkBehind(text: string, at: number, hosts: HostReader): Candidate | null {
  const behind = mayStandBefore(text.charCodeAt(at)) ? linkAt(text, at + 1, hosts) : null;
  return behind ?? (at === 0 ? linkAt(text, 0, hosts) : null);
}

function linkAt(text: string, start: number, hosts: HostReader): Candidate | null {
  const scheme = (text.charCodeAt(start) | 0x20) === SMALL_H ? matchAt(SCHEME, text, start) : "";
  const hostStart = start + scheme.length;
  const hostEnd = hosts.endOf(hostStart);
  if (hostEnd < 0) return null;
  const pathStart = hostEnd + matchAt(PORT, text, hostEnd).length;
  const pathEnd = text.charAt(pathStart) === "/" ? endOfPath(text, pathStart + 1) : pathStart;
  return {
    start,
    end: endOfQuery(text, pathEnd),
    scheme,
    host: { start: hostStart, end: hostEnd },
    hasPath: pathEnd > pathStart,
  };
}

/** The links that X makes of a candidate: none, one, or several bare hosts with Japanese between them. */
function accepted(text: string, found: Candidate, options: ScanOptions): LinkedRange[] {
  const host = text.slice(found.host.start, found.host.end);
  const hasScheme = found.scheme !== "";
  const isLong = (hasScheme ? 0 : "https://".length) + found.end - found.start > LONGEST_ADDRESS;
  if (isLong || ((hasScheme || options.japaneseCountsAsHost) && !isHostName(host))) return [];
  if (hasScheme) return withScheme(text, found);
  if (BEFORE_BARE_HOST_NEVER.test(text.charAt(found.start - 1))) return [];
  const bare = asciiHosts(host).map((span) => {
    const start = found.host.start + span.start;
    const end = found.host.start + span.end;
    return { start, end, address: text.slice(start, end), hasScheme: false };
  });
  const last = bare.at(-1);
  if (last && found.hasPath) {
    last.address += text.slice(found.host.end, found.end);
    last.end = found.end;
  }
  return bare;
}

function withScheme(text: string, found: Candidate): LinkedRange[] {
  const whole = text.slice(found.start, found.end);
  const short = T_CO.exec(whole);
  if (!short) return [{ start: found.start, end: found.end, address: whole, hasScheme: true }];
  if ((short[1] ?? "").length > T_CO_LONGEST) return [];
  // X's own short addresses end with their letters and digits, whatever follows.
  const end = endOfQuery(text, found.start + short[0].length);
  return [{ start: found.start, end, address: text.slice(found.start, end), hasScheme: true }];
}

/** Reads where a host ends, label by label, from the last dot backwards, once for each run of letters. */
class HostReader {
  private runStart = 0;
  private runEnd = -1;
  /** Offsets of the run's dots. */
  private dots: number[] = [];
  /** By dot: the last underscore of the label before it, or -1. */
  private underscores: number[] = [];
  /** By dot: where the host ends that begins with the label behind that dot; -1 where none does. */
  private hostEnds: number[] = [];

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The end of the longest host that starts exactly at `start`, or -1. */
  endOf(start: number): number {
    if (!isHostLetter(this.text.charCodeAt(start))) return -1;
    if (start < this.runStart || start >= this.runEnd) this.enter(start);
    const index = firstAtLeast(this.dots, start);
    return this.endFrom(start, index);
  }

  private endFrom(start: number, index: number): number {
    const dot = this.dots[index];
    if (dot === undefined || dot === start) return -1;
    if (!isHostLetter(this.text.charCodeAt(start))) return -1;
    if (!isHostLetter(this.text.charCodeAt(dot - 1))) return -1;
    const further = this.hostEnds[index] ?? -1;
    if (further >= 0) return further;
    // An underscore may stand in a subdomain, not in the name that is registered.
    const hasUnderscore = (this.underscores[index] ?? -1) >= start;
    return hasUnderscore ? -1 : topLevelDomainEnd(this.text, dot + 1);
  }

  private enter(at: number): void {
    const run = matchAt(HOST_RUN, this.text, at);
    this.runStart = at;
    this.runEnd = at + run.length;
    this.dots = [];
    this.underscores = [];
    for (const label of run.split(".").slice(0, -1)) {
      const start = (this.dots.at(-1) ?? at - 1) + 1;
      const underscore = label.lastIndexOf("_");
      this.dots.push(start + label.length);
      this.underscores.push(underscore < 0 ? -1 : start + underscore);
    }
    this.hostEnds = new Array(this.dots.length).fill(-1);
    for (let index = this.dots.length - 2; index >= 0; index -= 1) {
      this.hostEnds[index] = this.endFrom((this.dots[index] ?? 0) + 1, index + 1);
    }
  }
}

/** Index of the first number that is not below `least`; the length where all are. */
function firstAtLeast(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A path goes on over its letters and balanced brackets, and ends with a letter, a slash or a bracket. */
function endOfPath(text: string, start: number): number {
  let end = start;
  let at = start;
  for (;;) {
    const run = matchAt(PATH_RUN, text, at);
    end = lastOf(PATH_LAST, text, at, at + run.length) ?? end;
    at += run.length;
    const bracket = endOfBracket(text, at);
    if (bracket < 0) return end;
    // A bracket ends a path by itself only right behind what has ended already: not in "%(a)".
    if (end === at) end = bracket;
    at = bracket;
  }
}

/** Behind "(film)" or "(Album_(Edited))" that opens at `start`; -1 where none does. */
function endOfBracket(text: string, start: number): number {
  if (text.charAt(start) !== "(") return -1;
  let at = start + 1 + matchAt(PATH_RUN, text, start + 1).length;
  if (text.charAt(at) === ")") return at > start + 1 ? at + 1 : -1;
  if (text.charAt(at) !== "(") return -1;
  const inner = matchAt(PATH_RUN, text, at + 1).length;
  at += 1 + inner;
  if (inner === 0 || text.charAt(at) !== ")") return -1;
  at += 1 + matchAt(PATH_RUN, text, at + 1).length;
  return text.charAt(at) === ")" ? at + 1 : -1;
}

function endOfQuery(text: string, start: number): number {
  if (text.charAt(start) !== "?") return start;
  const run = matchAt(QUERY_RUN, text, start + 1);
  return lastOf(QUERY_LAST, text, start + 1, start + 1 + run.length) ?? start;
}

/** Behind the last character of the range that fits; null where none does. */
function lastOf(pattern: RegExp, text: string, start: number, end: number): number | null {
  for (let at = end; at > start; at -= 1) if (pattern.test(text.charAt(at - 1))) return at;
  return null;
}

/** Where Latin hosts stand in a host that may hold Japanese: "詳細はexample.com" holds one. */
function asciiHosts(host: string): Span[] {
  const spans: Span[] = [];
  ASCII_LABELS.lastIndex = 0;
  for (let labels = ASCII_LABELS.exec(host); labels; labels = ASCII_LABELS.exec(host)) {
    const start = labels.index;
    for (
      let dot = start + labels[0].length - 1;
      dot > start;
      dot = host.lastIndexOf(".", dot - 1)
    ) {
      const end = topLevelDomainEnd(host, dot + 1);
      if (end < 0) continue;
      spans.push({ start, end });
      ASCII_LABELS.lastIndex = end;
      break;
    }
  }
  return spans;
}

/** Whether a name server could hold it: no label is empty or longer than 63 once encoded (RFC 1035, 3490). */
function isHostName(host: string): boolean {
  if (host.startsWith("xn--") && asciiHosts(host).length === 0) return false;
  return host.split(".").every((label) => {
    const length = encodedLength(label, LONGEST_LABEL);
    return length > 0 && length <= LONGEST_LABEL;
  });
}

function matchAt(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? "";
}
