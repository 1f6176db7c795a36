import type { Policy } from "../contract.ts";
import { ASKABLE_HOSTS, BRAND_SHORT_FORMS } from "./hosts.ts";

const ASKABLE = new Set(ASKABLE_HOSTS);

/** Forms that name a path of a host which is no shortener by itself (line.me/R): by host. */
const PATHS = BRAND_SHORT_FORMS.filter(({ path }) => path !== undefined);

/** Whether an address may be asked at all: the manifest lets the extension reach these hosts and no others. */
export function isAskable(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.port || url.username || url.password)
    return false;
  // The bare host is a service's front page, not a shortened link.
  if (url.pathname === "/" && url.search === "") return false;
  return (
    ASKABLE.has(url.hostname) &&
    !PATHS.some((form) => form.host === url.hostname && !form.isAskable)
  );
}

/**
 * The addresses of a draft that may be asked where they lead, each once, in the text's order. Keys of the
 * expansions are these very addresses (`Link.url`). None where policy forbids to ask; none for hosts
 * that the organisation added or allowed itself.
 */
export function askableAddresses(
  links: readonly { url: string; host: string }[],
  policy: Pick<Policy, "expandShortUrls" | "extraShorteners" | "allowedShorteners">,
): string[] {
  if (!policy.expandShortUrls) return [];
  const excepted = [...policy.extraShorteners, ...policy.allowedShorteners].map((host) =>
    host.trim().toLowerCase(),
  );
  const askable = links.filter(({ url, host }) => isAskable(url) && !excepted.includes(host));
  return [...new Set(askable.map(({ url }) => url))];
}
