import { getDomain } from "tldts-icann";
import type { Link } from "../../facts/links.ts";
import { isBareHost } from "./hosts.ts";

/** Words that make a bare host the name of a mail domain or of an address form, not somewhere to go. */
const ABOUT_DOMAINS = /ドメイン|メール|受信|差出人|送信元|発信元|アドレス|末尾|で(?:始|終)わ/;
const REACH = 24;

/**
 * Whether a host is only spoken of: 「docomo.ne.jp」からのメール, go.jpで終わるアドレス. The platform
 * links it, but nobody sends the reader there. Never where a scheme, "www." or a path stands.
 */
export function isOnlyNamed(link: Link, text: string): boolean {
  if (link.hasScheme || link.host.startsWith("www.")) return false;
  if (!URL.canParse(link.url) || !isBareHost(new URL(link.url))) return false;
  // "ASP.NET", "J.LEAGUE": a name with a dot in it.
  if (getDomain(link.host) === null || /^[^.]+\.[A-Z]+$/.test(link.text)) return true;
  const before = text
    .slice(Math.max(0, link.start - REACH), link.start)
    .split(/[\n。]/)
    .at(-1);
  const after = text.slice(link.end, link.end + REACH).split(/[\n。]/, 1)[0];
  return ABOUT_DOMAINS.test(`${before} ${after}`);
}
