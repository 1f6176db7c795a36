import mailHosts from "../../assets/lexicons/mail-hosts.json" with { type: "json" };
import type { Policy } from "../contract.ts";

const PRIVATE_MAIL: readonly string[] = [...mailHosts.freeMail, ...mailHosts.carrier];

/** Whether the host is one of the domains or stands below one. */
export function isWithin(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    const parent = domain.toLowerCase();
    return parent !== "" && (host === parent || host.endsWith(`.${parent}`));
  });
}

/** The organisation's own domains; where none is given, the host of its homepage without "www.". */
export function ownDomainsOf({ ownDomains, homepageUrl }: Policy): readonly string[] {
  if (ownDomains.length > 0) return ownDomains;
  return URL.canParse(homepageUrl) ? [new URL(homepageUrl).hostname.replace(/^www\./u, "")] : [];
}

export function isPrivateMailHost(host: string): boolean {
  return isWithin(host, PRIVATE_MAIL);
}
