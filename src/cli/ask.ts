import http from "node:http";
import https from "node:https";
import type { Method, Reply } from "../links/hops.ts";

/**
 * The command line's one end towards the network, for `--expand`: one question to a shortener, as the
 * extension asks it. Node adds no cookie, no referrer and no name of its own, follows no redirect, and
 * the connection is closed as soon as the headers are there.
 */

const TIMEOUT_MS = 3000;

/** Where a machine reaches the web only through a proxy, its usual variables (HTTPS_PROXY …) say so. */
const PROXIES = { proxyEnv: process.env };
const PLAIN = new http.Agent(PROXIES);
const SECURE = new https.Agent(PROXIES);

export async function ask(url: string, method: Method): Promise<Reply> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return new Promise((resolve) => {
    const isSecure = url.startsWith("https:");
    const request = isSecure
      ? https.request(url, { method, agent: SECURE, signal })
      : http.request(url, { method, agent: PLAIN, signal });
    request.on("response", ({ statusCode = 0, headers }) => {
      resolve({ kind: "answer", status: statusCode, location: headers.location ?? null });
      request.destroy();
    });
    request.on("error", () => resolve({ kind: signal.aborted ? "timeout" : "failed" }));
    request.end();
  });
}
