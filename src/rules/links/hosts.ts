import {
  isPrivateIpv4,
  isPrivateIpv6,
  isPrivateName,
  isStagingHost,
} from "../../facts/links-internal.ts";
import { BRAND_SHORT_FORMS, SHORTENER_HOSTS, WRAPPERS, type Wrapper } from "../../links/hosts.ts";

/** What a host is, apart from every policy. Hosts are lower case and ASCII, as `new URL` writes them. */

const SHORTENERS = new Set(SHORTENER_HOSTS);

/** The host itself or anything below it. */
export function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** A policy's domain may come as it was copied: with a scheme, "www.", a path, capitals or "*.". */
export function asHost(entry: string): string {
  const bare = entry.trim().replace(/^\*?\./, "");
  const address = /^[a-z]+:\/\//i.test(bare) ? bare : `http://${bare}`;
  return URL.canParse(address) ? withoutWww(new URL(address).hostname) : "";
}

export function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}

export function isInternalHost(url: URL, domain: string): boolean {
  const host = url.hostname;
  return (
    isPrivateName(host) ||
    isPrivateIpv4(host) ||
    isPrivateIpv6(host) ||
    isStagingHost(host, domain) ||
    url.username !== "" ||
    !["", "80", "443"].includes(url.port) ||
    isAtOrBelow(host, "sharepoint.com")
  );
}

export function isPublicShortener(host: string): boolean {
  for (let rest = host; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
    if (SHORTENERS.has(rest)) return true;
  }
  return false;
}

export function isBrandShort(url: URL): boolean {
  const host = withoutWww(url.hostname);
  const path = url.pathname.toLowerCase();
  return BRAND_SHORT_FORMS.some(
    (form) => form.host === host && (!form.path || path.startsWith(form.path.toLowerCase())),
  );
}

export function wrapperOf(url: URL): Wrapper | null {
  const fits = ({ host, path }: Wrapper) =>
    host.test(url.hostname) && (!path || path.test(url.pathname));
  return WRAPPERS.find(fits) ?? null;
}

/** Nothing but the host was written: no path, no query. */
export function isBareHost(url: URL): boolean {
  return url.pathname === "/" && url.search === "" && url.hash === "";
}

const PREFECTURES = new Set(
  `hokkaido aomori iwate miyagi akita yamagata fukushima ibaraki tochigi gunma saitama chiba tokyo
   kanagawa niigata toyama ishikawa fukui yamanashi nagano gifu shizuoka aichi mie shiga kyoto osaka
   hyogo nara wakayama tottori shimane okayama hiroshima yamaguchi tokushima kagawa ehime kochi
   fukuoka saga nagasaki kumamoto oita miyazaki kagoshima okinawa`.split(/\s+/),
);
/** Cities that have their name directly below .jp. */
const CITIES_BELOW_JP = new Set(
  "kawasaki kitakyushu kobe nagoya sapporo sendai yokohama".split(" "),
);
const MUNICIPAL = /(?:^|\.)(city|town|vill|pref|metro)\.([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.jp$/;

/** Hosts that only public bodies get: go.jp, lg.jp, and the municipal forms below the prefectures. */
export function isPublicBody(host: string): boolean {
  if (host.endsWith(".go.jp") || host.endsWith(".lg.jp")) return true;
  const [, kind = "", name = "", prefecture] = MUNICIPAL.exec(host) ?? [];
  if (prefecture) return kind !== "pref" && kind !== "metro" && PREFECTURES.has(prefecture);
  if (kind === "pref" || kind === "metro") return PREFECTURES.has(name);
  return kind === "city" && CITIES_BELOW_JP.has(name);
}

export function prefectures(): readonly string[] {
  return [...PREFECTURES];
}
