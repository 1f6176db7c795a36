import { readPolicy, resolvePolicy } from "../policy/policy.ts";

/** An official website, as it is stored, and the domain that follows from it. */
export interface Homepage {
  url: string;
  domain: string;
}

/**
 * Reads what a person gives as their website: an address or the bare domain, in full-width letters too.
 * null: it is neither.
 */
export function readHomepage(written: string): Homepage | null {
  const text = written.normalize("NFKC").trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.parse(address);
  // A name without a dot is a machine of an office's network, and what has a user in it is a mail address.
  if (!url || !/^[^.]+(?:\.[^.]+)+$/.test(url.hostname) || url.username !== "") return null;
  const { policy } = readPolicy({ homepageUrl: url.href });
  const [domain] = resolvePolicy({ local: policy }).ownDomains;
  return domain === undefined ? null : { url: url.href, domain };
}
