import type { ExportLogsRequest } from "./otlp.ts";
import type { Reply } from "./outcome.ts";

/** Under the half minute after which a browser ends a worker that waits. */
const TIMEOUT_MS = 20_000;
/** More of an answer is not read: it is a few words. */
const LONGEST_ANSWER = 20_000;

/** The room's one end towards the network: one request to the one address, without cookies or referrer. */
export async function send(endpoint: string, request: ExportLogsRequest): Promise<Reply> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal,
    });
    if (response.type === "opaqueredirect") return { kind: "redirect" };
    const { status } = response;
    const body = (await response.text()).slice(0, LONGEST_ANSWER);
    return { kind: "answer", status, retryAfter: response.headers.get("retry-after"), body };
  } catch {
    return { kind: signal.aborted ? "timeout" : "network" };
  }
}
