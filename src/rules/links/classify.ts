import type { Account, Destination, LinkClass, Policy } from "../../contract.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import { domainOf, findLinks, type Link } from "../../facts/links.ts";
import { fold, mayHoldAddress } from "../../facts/links-address.ts";
import { findIntendedAddresses, type IntendedAddress } from "../../facts/links-intended.ts";
import { overlapping } from "../../facts/links-overlap.ts";
import type { RuleContext } from "../rule.ts";
import {
  asHost,
  isAtOrBelow,
  isBrandShort,
  isInternalHost,
  isPublicBody,
  isPublicShortener,
  withoutWww,
  wrapperOf,
} from "./hosts.ts";
import { imitatedHost } from "./lookalike-host.ts";

/** The policy's hosts, read once: a rule asks for them at every link. */
interface PolicyHosts {
  own: readonly string[];
  trusted: readonly string[];
  retired: readonly string[];
  extraShorteners: readonly string[];
  allowedShorteners: readonly string[];
  /** Pages of the registered accounts: host and path, lower case. */
  accountPages: readonly string[];
}

const policyHosts = new WeakMap<Policy, PolicyHosts>();
const classified = new WeakMap<Facts, { policy: Policy; byClass: Map<LinkClass, Link[]> }>();
const meant = new WeakMap<Facts, readonly Link[]>();
const intended = new WeakMap<Facts, readonly IntendedAddress[]>();

export function hostsOf(policy: Policy): PolicyHosts {
  const known = policyHosts.get(policy);
  if (known) return known;
  const own = hosts(policy.ownDomains);
  const read: PolicyHosts = {
    own: own.length > 0 ? own : hosts([policy.homepageUrl]),
    trusted: hosts(policy.trustedDomains),
    retired: hosts(policy.retiredDomains),
    extraShorteners: hosts(policy.extraShorteners),
    allowedShorteners: hosts(policy.allowedShorteners),
    accountPages: policy.accounts.flatMap(pagesOf),
  };
  policyHosts.set(policy, read);
  return read;
}

/** One class for each address, the first that fits in the catalogue's order. */
export function classify(address: string, policy: Policy): LinkClass {
  const url = URL.parse(address);
  if (!url) return "third-party";
  const host = withoutWww(url.hostname);
  const { own, trusted, retired, extraShorteners, allowedShorteners, accountPages } =
    hostsOf(policy);
  const isIn = (domains: readonly string[]) => domains.some((domain) => isAtOrBelow(host, domain));
  const isTrusted = isIn(trusted) || isIn(allowedShorteners);
  if (isInternalHost(url, domainOf(url.hostname))) return "internal";
  if (!isIn(own) && !isTrusted && !isIn(retired) && imitatedHost(host, own, trusted)) {
    return "lookalike";
  }
  if (isIn(retired)) return "retired";
  if (!isIn(allowedShorteners)) {
    if (isIn(extraShorteners)) return "shortener";
    // "goo.gl/maps" is one service's own form on a host that was once everyone's.
    if (!isBrandShort(url) && isPublicShortener(host)) return "shortener";
  }
  if (wrapperOf(url)) return "wrapped";
  if (!isTrusted && isBrandShort(url)) return "brand-short";
  if (isIn(own) || isAccountPage(url, accountPages)) return "own";
  if (isTrusted) return "trusted";
  return isPublicBody(host) ? "public-body" : "third-party";
}

export function destinationOf(url: string, policy: Policy): Destination {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return { url, host, domain: domainOf(host), kind: classify(url, policy) };
}

/** The links of a class; not those that are only the shred of an address that means another host. */
export function linksOf({ facts, policy }: RuleContext, wanted: LinkClass): readonly Link[] {
  const known = classified.get(facts);
  const byClass = known?.policy === policy ? known.byClass : classifyAll(facts, policy);
  if (byClass !== known?.byClass) classified.set(facts, { policy, byClass });
  return byClass.get(wanted) ?? [];
}

function classifyAll(facts: Facts, policy: Policy): Map<LinkClass, Link[]> {
  const unlinked = unlinkedMentions(facts, policy);
  const linked = meantLinks(facts).filter((link) => !overlapping(unlinked, link));
  // The same address a thousand times is judged once.
  const byUrl = new Map<string, LinkClass>();
  return Map.groupBy([...linked, ...unlinked], ({ url }) => {
    const found = byUrl.get(url) ?? classify(url, policy);
    byUrl.set(url, found);
    return found;
  });
}

/**
 * Every link that its writer meant. The end of an e-mail address, and the part that the platform makes
 * of a broken address, lead where nobody wanted to go: `link.malformed` and `pii.email` speak of those.
 */
export function meantLinks(facts: Facts): readonly Link[] {
  const known = meant.get(facts);
  if (known) return known;
  const broken = intendedAddresses(facts);
  const links = facts.links.filter((link) => {
    const whole = overlapping(broken, link);
    if (whole && whole.host !== link.host) return false;
    return !overlapping(facts.emails, link) && !followsAt(facts.text, link);
  });
  meant.set(facts, links);
  return links;
}

export function intendedAddresses(facts: Facts): readonly IntendedAddress[] {
  const known = intended.get(facts);
  if (known) return known;
  const found = findIntendedAddresses(facts.text, facts.links);
  intended.set(facts, found);
  return found;
}

/** "koho＠example.jp", "ｋｏｈｏ＠ｃｉｔｙ．example.jp": X links the end of a full-width mail address. */
function followsAt(text: string, link: Link): boolean {
  return (
    !link.hasScheme &&
    /[@＠][０-９Ａ-Ｚａ-ｚ．a-z0-9.-]{0,60}$/i.test(
      text.slice(Math.max(0, link.start - 62), link.start),
    )
  );
}

/**
 * Hosts that the policy warns of, where the platform links them not (its list of top-level domains is
 * older than some names): readers copy such an address all the same.
 */
function unlinkedMentions(facts: Facts, policy: Policy): Link[] {
  if (!mayHoldAddress(facts.text)) return [];
  const { retired, extraShorteners } = hostsOf(policy);
  // Full-width letters are the same name to a reader; one unit for one, so that places stay.
  const plain = fold(facts.text).replace(/[\u2010-\u2015\u2212]/g, "-");
  const lower = plain.toLowerCase();
  const mentions = [...retired, ...extraShorteners].flatMap((host) => {
    if (!lower.includes(host)) return [];
    const found = matchesOf(mentionOf(host), plain).map((match) => toLink(match, host));
    return found.filter((link) => overlapping(facts.links, link)?.host !== link.host);
  });
  return [...mentions, ...gluedHosts(facts)].toSorted((a, b) => a.start - b.start);
}

/** A host directly behind a Japanese letter or sign; bounded, and a name is not longer. */
const GLUED = /[\u2001-\uffff][\w-][\w.-]{0,80}\.[a-z]/gi;
/**
 * An address as its reader would copy it, and the sign behind it, which tells whether it ends there. A path of any use
 * is no longer; whatever stands behind, another address say, is looked at by itself.
 */
const WRITTEN = /[!-~０-９Ａ-Ｚａ-ｚ．／？＝＆＿－～％]{1,2000}[\s\S]?/uy;

/** 「ご覧くださいwww.example.jp」: X links nothing there, and a reader copies the address all the same. */
function gluedHosts({ text, links, emails }: Facts): Link[] {
  const found: Link[] = [];
  for (const { index } of matchesOf(GLUED, text)) {
    const start = index + 1;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    WRITTEN.lastIndex = start;
    const [link] = findLinks(WRITTEN.exec(text)?.[0] ?? "", "facebook");
    if (link?.start !== 0 || link.hasScheme) continue;
    if (!/^www\./i.test(link.text) && !link.text.includes("/")) continue;
    const glued = { ...link, start, end: start + link.end };
    if (!overlapping(links, glued) && !overlapping(emails, glued)) found.push(glued);
  }
  return found;
}

const mentions = new Map<string, RegExp>();

function mentionOf(host: string): RegExp {
  const known = mentions.get(host);
  if (known) return known;
  const name = host.replaceAll(".", "\\.").replaceAll("-", "\\-");
  const mention = new RegExp(
    `(?<![a-z0-9@.-])(?:https?://)?(?:[a-z0-9-]{1,63}\\.){0,3}${name}(?![a-z0-9.-])(?:/[a-z0-9/_.~%?=&#+-]*)?`,
    "gi",
  );
  mentions.set(host, mention);
  return mention;
}

function toLink(match: RegExpExecArray, host: string): Link {
  const [text] = match;
  const hasScheme = /^https?:/i.test(text);
  const url = URL.parse(hasScheme ? text : `http://${text}`);
  return {
    start: match.index,
    end: match.index + text.length,
    text,
    url: url?.href ?? text,
    host: url?.hostname ?? host,
    domain: domainOf(url?.hostname ?? host),
    hasScheme,
  };
}

/** "https://www.facebook.com/suzaka.kanko" is the city's own page on somebody else's host. */
function isAccountPage(url: URL, pages: readonly string[]): boolean {
  const page = asPage(url.href);
  return pages.some((own) => own.includes("/") && (page === own || page.startsWith(`${own}/`)));
}

function pagesOf({ platform, handle, url }: Account): string[] {
  const site = platform === "x" ? "x.com" : "facebook.com";
  return [...(url ? [asPage(url)] : []), ...(handle ? [`${site}/${handle.toLowerCase()}`] : [])];
}

function asPage(address: string): string {
  const url = URL.parse(address);
  if (!url) return "";
  // X answers under its old name too, and both sites under names for telephones.
  const host = withoutWww(url.hostname)
    .replace(/^(?:m|mobile)\./, "")
    .replace(/^twitter\.com$/, "x.com");
  return `${host}${url.pathname.replace(/\/$/, "")}`.toLowerCase();
}

function hosts(entries: readonly string[]): string[] {
  return entries.map(asHost).filter((host) => host !== "");
}
