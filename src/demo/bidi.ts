import type { Browser, Page } from "puppeteer-core";

/**
 * What puppeteer's interface leaves out of WebDriver BiDi, sent through its own session. Its classes
 * are internal, so their shape is checked here, in one place, and nowhere assumed.
 */
interface BidiSession {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface RemoteResult {
  type: "success" | "exception";
  result?: RemoteValue;
  exceptionDetails?: { text: string };
}

export interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

export function usesBidi(page: Page): boolean {
  return (page.browser() as unknown as { protocol?: unknown }).protocol === "webDriverBiDi";
}

export function sessionOf(browser: Browser): BidiSession {
  const { connection } = browser as unknown as { connection?: BidiSession };
  if (typeof connection?.send !== "function")
    throw new Error("puppeteer's BiDi session is elsewhere now");
  return connection;
}

/** The BiDi context of a page's main frame. */
export function contextOf(page: Page): string {
  const { _id } = page.mainFrame() as unknown as { _id?: unknown };
  if (typeof _id !== "string") throw new Error("puppeteer's BiDi context is elsewhere now");
  return _id;
}

const successOf = (result: unknown): RemoteValue | undefined => {
  const answer = result as RemoteResult;
  if (answer.type === "exception")
    throw new Error(answer.exceptionDetails?.text ?? "script failed");
  return answer.result;
};

/**
 * Calls a function in a page (or, with a context of Firefox's own, in the browser) and returns what it
 * resolves with; arguments and result are plain data, carried as JSON. `self` becomes its `this`.
 */
export async function call<R>(
  session: BidiSession,
  context: string,
  source: string,
  args: readonly unknown[],
  self?: { sharedId: string },
): Promise<R> {
  const { result } = await session.send("script.callFunction", {
    functionDeclaration: `async function (args) { return JSON.stringify(await (${source}).apply(this, JSON.parse(args))) ?? null }`,
    arguments: [{ type: "string", value: JSON.stringify(args) }],
    target: { context },
    awaitPromise: true,
    ...(self ? { this: self } : {}),
  });
  const value = successOf(result)?.value;
  return (typeof value === "string" ? JSON.parse(value) : undefined) as R;
}

/** Evaluates in the page's own world; `shadow`: a node comes with its shadow roots, closed ones too. */
export async function evaluate(
  session: BidiSession,
  context: string,
  expression: string,
): Promise<RemoteValue | undefined> {
  const { result } = await session.send("script.evaluate", {
    expression,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  return successOf(result);
}

/** Calls a function in Firefox's own process; needs --remote-allow-system-access. */
export async function callInBrowser<A extends unknown[], R>(
  browser: Browser,
  fn: (...args: A) => R | Promise<R>,
  ...args: A
): Promise<R> {
  const session = sessionOf(browser);
  const { result } = await session.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = (result as { contexts: { context: string }[] }).contexts;
  if (!window) throw new Error("Firefox shows no window of its own");
  return call<R>(session, window.context, fn.toString(), args);
}
