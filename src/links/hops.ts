import type { Expansion } from "../contract.ts";

/**
 * From one shortener's answer to the next: where a short address leads, without ever asking the
 * destination. Pure but for the asker that is handed in.
 */

export type Method = "HEAD" | "GET";

/** What one question brought. */
export type Reply =
  | { kind: "answer"; status: number; location: string | null }
  | { kind: "timeout" }
  /** No connection, no permission, or the server hung up. */
  | { kind: "failed" };

/** Asks one address once. Must not follow redirects, send cookies or a referrer, or read a body. */
export type Asker = (url: string, method: Method) => Promise<Reply>;

export const HOPS_AT_MOST = 5;

/** Servers that will not answer HEAD say so with these; some refuse it as if it were forbidden. */
const HEAD_REFUSED = new Set([400, 403, 405, 501]);
const GONE = new Set([404, 410]);

/**
 * @param isAskable whether a further hop may be asked too; where not, the chain ends there.
 * @returns the last address that is known; "leads" to a shortener after `HOPS_AT_MOST` hops, or in a ring.
 */
export async function followHops(
  address: string,
  ask: Asker,
  isAskable: (url: string) => boolean,
): Promise<Expansion> {
  if (!isAskable(address)) return { state: "not-asked" };
  const seen = new Set([address]);
  let current = address;
  for (let hop = 0; hop < HOPS_AT_MOST; hop += 1) {
    const outcome = await askOnce(current, ask);
    // What was learnt before a later hop failed is still true: the first answer led there.
    if (outcome.state !== "leads")
      return hop === 0 || outcome.state === "dead" ? outcome : { state: "leads", url: current };
    current = outcome.url;
    if (!isAskable(current) || seen.has(current)) break;
    seen.add(current);
  }
  return { state: "leads", url: current };
}

async function askOnce(url: string, ask: Asker): Promise<Expansion> {
  // Encrypted first: nobody on the way reads what is asked, and no browser redirects it inwardly (HSTS),
  // unseen by the listener. A host without encryption is asked as it was written.
  const secure = url.replace(/^http:/, "https:");
  let reply = await question(secure, ask);
  if (reply.kind === "failed" && secure !== url) reply = await question(url, ask);
  if (reply.kind === "timeout") return { state: "timeout" };
  if (reply.kind === "failed") return { state: "refused" };
  const { status, location } = reply;
  if (GONE.has(status)) return { state: "dead" };
  const isRedirect = status >= 300 && status < 400;
  if (isRedirect && location) return leadsTo(location, url);
  // An interstitial or a script answers 200; a refusal or an outage has no address either.
  return { state: status < 400 ? "opaque" : "refused" };
}

async function question(url: string, ask: Asker): Promise<Reply> {
  const reply = await ask(url, "HEAD");
  const isRefused = reply.kind === "answer" && HEAD_REFUSED.has(reply.status);
  return isRefused ? ask(url, "GET") : reply;
}

/** `Location` may be relative to the address asked (RFC 9110, 10.2.2). Only web addresses are believed. */
function leadsTo(location: string, base: string): Expansion {
  const url = URL.parse(location, base);
  return url && /^https?:$/.test(url.protocol)
    ? { state: "leads", url: url.href }
    : { state: "opaque" };
}
