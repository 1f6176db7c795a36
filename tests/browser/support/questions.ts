import { expect } from "vitest";
import { ASKABLE_HOSTS } from "../../../src/links/hosts.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";

/** What the browser itself adds to any request. No cookie, referrer, origin or authorization. */
const SENT_HEADERS: ReadonlySet<string> = new Set([
  "host",
  "connection",
  "user-agent",
  "accept",
  "accept-language",
  "accept-encoding",
  "cache-control",
  "pragma",
  "priority",
  "sec-ch-ua",
  "sec-ch-ua-mobile",
  "sec-ch-ua-platform",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "sec-fetch-storage-access",
]);

/**
 * Every question that left for a shortener, oldest first ("HEAD https://bit.ly/a"). Fails where one
 * tells who asks: by a header that is not the browser's everyday one, by the extension's id.
 */
export function questions({ server, session }: BrowserUnderTest): string[] {
  const sent = server
    .requests()
    // The icon of a tab that the test opened there is the browser's own wish.
    .filter(({ host, path }) => ASKABLE_HOSTS.includes(host) && path !== "/favicon.ico");
  const { id } = session.extension();
  for (const { headers } of sent) {
    expect(Object.keys(headers).filter((name) => !SENT_HEADERS.has(name))).toEqual([]);
    expect(JSON.stringify(headers)).not.toMatch(/tenken|-extension:/i);
    expect(JSON.stringify(headers)).not.toContain(id);
  }
  return sent.map(({ method, scheme, host, path }) => `${method} ${scheme}://${host}${path}`);
}
