import { type Browser, browser } from "wxt/browser";
import type { Expansion } from "../contract.ts";
import type { Method, Reply } from "./hops.ts";
import { ASKABLE_HOSTS } from "./hosts.ts";

/**
 * The links' one end towards browser and network. A redirect's address cannot be read from `fetch`
 * (it gives an opaque answer), so a listener reads the `Location` header of the very request that the
 * worker sends. It would see people's own visits too: it exists only while a question is pending, and
 * believes only a request of this extension, from no tab, to the address just asked.
 */

const TIMEOUT_MS = 3000;
const CACHE_KEY = "expansions";

type HeadersDetails = Browser.webRequest.OnHeadersReceivedDetails & {
  /** Firefox's name for the initiator. */
  originUrl?: string;
};

export async function ask(url: string, method: Method): Promise<Reply> {
  const done = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), done.signal]);
  const headers = headersOf(url, method, signal);
  // "omit" also keeps a browser's stored login out of it; "manual" never goes on to the destination.
  const failed = fetch(url, {
    method,
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal,
  }).then(
    // The headers are all that is wanted: the rest of a page is not downloaded. They may reach the
    // listener after this answer does.
    (response) => response.body?.cancel().then(() => headers) ?? headers,
    (): Reply => ({ kind: signal.aborted ? "timeout" : "failed" }),
  );
  // The listener is gone as soon as the question is settled, one way or the other.
  return Promise.race([headers, failed]).finally(() => done.abort());
}

/** The status and `Location` of the worker's own request; "timeout" once the signal aborts. */
function headersOf(url: string, method: Method, signal: AbortSignal): Promise<Reply> {
  const urls = ASKABLE_HOSTS.flatMap((host) => [`https://${host}/*`, `http://${host}/*`]);
  const event = browser.webRequest.onHeadersReceived;
  return new Promise((resolve) => {
    const settle = (reply: Reply) => {
      event.removeListener(onHeaders);
      resolve(reply);
    };
    const onHeaders = (details: HeadersDetails): undefined => {
      if (details.tabId !== -1 || details.method !== method || details.url !== url) return;
      if (!isOwn(details.initiator ?? details.originUrl)) return;
      const location = details.responseHeaders?.find(
        ({ name }) => name.toLowerCase() === "location",
      );
      settle({ kind: "answer", status: details.statusCode, location: location?.value ?? null });
    };
    event.addListener(onHeaders, { urls }, ["responseHeaders"]);
    signal.addEventListener("abort", () => settle({ kind: "timeout" }), { once: true });
  });
}

/** Chromium names the origin ("chrome-extension://id"), Firefox the page ("moz-extension://id/_generated…"). */
function isOwn(initiator: string | undefined): boolean {
  return initiator !== undefined && `${initiator}/`.startsWith(browser.runtime.getURL("/"));
}

/** What was learnt in this browser session: a worker may end and start again, the answers stay. */
export async function readSession(): Promise<Record<string, Expansion>> {
  try {
    const stored = await browser.storage.session.get(CACHE_KEY);
    return (stored[CACHE_KEY] as Record<string, Expansion> | undefined) ?? {};
  } catch {
    // No session storage in this browser: the worker's memory has to do.
    return {};
  }
}

export async function writeSession(expansions: Record<string, Expansion>): Promise<void> {
  try {
    await browser.storage.session.set({ [CACHE_KEY]: expansions });
  } catch {
    // As above, or its quota is used up; nothing depends on it.
  }
}
