import type { CDPSession, Page } from "puppeteer-core";
import { call, contextOf, evaluate, sessionOf, usesBidi } from "./bidi.ts";

/** The extension's host element; everything it shows stands in its closed shadow root. */
const HOST = "[data-tenken-overlay]";
/** A wait looks for the host anew this often (ms): the extension may have replaced it. */
const LOOK_AGAIN = 1_000;
const TIMEOUT = 10_000;

export interface Seen {
  text: string;
  /** Viewport coordinates in CSS pixels. */
  rect: { left: number; top: number; width: number; height: number };
  attributes: Record<string, string>;
}

export interface OverlayDriver {
  /**
   * Calls `fn` with the closed shadow root, in the page's world. It is sent as text, so it stands
   * alone; arguments and result are plain data. undefined: there is no overlay.
   */
  read<A extends unknown[], R>(
    fn: (root: ShadowRoot, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R | undefined>;
  /** The first visible element; undefined: none. */
  query(selector: string): Promise<Seen | undefined>;
  queryAll(selector: string): Promise<Seen[]>;
  /** The first visible element, as soon as there is one. */
  waitFor(selector: string, timeout?: number): Promise<Seen>;
  /** Resolves when no visible element fits any more. */
  waitGone(selector: string, timeout?: number): Promise<void>;
  /** What `fn` returns, as soon as that is truthy. */
  waitUntil<A extends unknown[], R>(
    fn: (root: ShadowRoot, ...args: A) => R,
    args: A,
    timeout?: number,
  ): Promise<NonNullable<R>>;
  /** A real click in the element's middle, once it is at rest and nothing lies over it. */
  press(selector: string, timeout?: number): Promise<void>;
}

/** Calls a function's text with the closed shadow root as `this`; undefined: there is none. */
type Enter = <R>(
  page: Page,
  host: string,
  source: string,
  args: readonly unknown[],
) => Promise<R | undefined>;

/** Reads and presses inside a closed shadow root of the extension, in either browser. `name`: its host's selector. */
export function overlay(page: Page, name = HOST): OverlayDriver {
  const enter: Enter = usesBidi(page) ? enterByBidi : enterByCdp;

  const read: OverlayDriver["read"] = (fn, ...args) =>
    enter(page, name, `function (...args) { return (${fn.toString()})(this, ...args) }`, args);

  const waitUntil: OverlayDriver["waitUntil"] = async (fn, args, timeout = TIMEOUT) => {
    const end = Date.now() + timeout;
    for (let left = timeout; left > 0; left = end - Date.now()) {
      const host = await page.waitForSelector(name, { timeout: left }).catch(() => null);
      if (!host) throw new Error(`no ${name} after ${timeout} ms`);
      const found = await enter<NonNullable<ReturnType<typeof fn>>>(
        page,
        name,
        `function (limit, args) { return (${pollInPage.toString()})(this, (${fn.toString()}), limit, args) }`,
        [Math.min(LOOK_AGAIN, left), args],
      );
      if (found !== undefined && found !== null) return found;
    }
    const shown = await read((root) => (root.textContent ?? "").replace(/\s+/g, " ").slice(0, 300));
    throw new Error(
      `in vain for ${timeout} ms: ${fn.name}(${args.join()}); the overlay says: ${shown}`,
    );
  };

  return {
    read,
    query: async (selector) => (await read(visible, selector))?.[0],
    queryAll: async (selector) => (await read(visible, selector)) ?? [],
    waitFor: (selector, timeout) => waitUntil(firstVisible, [selector], timeout),
    async waitGone(selector, timeout) {
      if ((await page.$(name)) !== null) await waitUntil(noneVisible, [selector], timeout);
    },
    waitUntil,
    async press(selector, timeout) {
      const { x, y } = await waitUntil(pressPoint, [selector], timeout);
      await page.mouse.click(x, y);
    },
  };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();
let entered = 0;

const enterByCdp: Enter = async <R>(
  page: Page,
  name: string,
  source: string,
  args: readonly unknown[],
) => {
  const session = await (sessions.get(page) ?? keep(page));
  const objectGroup = `entered ${entered++}`;
  try {
    return await callInRoot<R>(session, objectGroup, name, source, args);
  } finally {
    // What a debugger was given stays in the page's memory until it gives it back.
    await session.send("Runtime.releaseObjectGroup", { objectGroup }).catch(() => {});
  }
};

async function callInRoot<R>(
  session: CDPSession,
  objectGroup: string,
  name: string,
  source: string,
  args: readonly unknown[],
): Promise<R | undefined> {
  const host = await session.send("Runtime.evaluate", {
    expression: `document.querySelector(${JSON.stringify(name)})`,
    objectGroup,
  });
  const objectId = host.result.objectId;
  if (objectId === undefined) return undefined;
  const { node } = await session.send("DOM.describeNode", { objectId, depth: 1, pierce: true });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId, objectGroup });
  if (object.objectId === undefined) return undefined;
  const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId,
    functionDeclaration: source,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R | undefined;
}

function keep(page: Page): Promise<CDPSession> {
  const session = page.createCDPSession();
  sessions.set(page, session);
  return session;
}

/** Firefox hands out a closed shadow root with its host, if the serialization is asked for it. */
const enterByBidi: Enter = async <R>(
  page: Page,
  name: string,
  source: string,
  args: readonly unknown[],
) => {
  const session = sessionOf(page.browser());
  const context = contextOf(page);
  const host = await evaluate(session, context, `document.querySelector(${JSON.stringify(name)})`);
  const root = (host?.value as { shadowRoot?: { sharedId?: string } | null } | undefined)
    ?.shadowRoot;
  if (root?.sharedId === undefined) return undefined;
  return call<R>(session, context, source, args, { sharedId: root.sharedId });
};

// What follows runs in the page, sent as text: each function stands alone.

function visible(root: ShadowRoot, selector: string): Seen[] {
  return [...root.querySelectorAll(selector)].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width * height === 0 || !element.checkVisibility({ visibilityProperty: true })) return [];
    const attributes = Object.fromEntries([...element.attributes].map((a) => [a.name, a.value]));
    // biome-ignore lint/performance/useDomNodeTextContent: as a person reads it
    const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? "");
    return [{ text, rect: { left, top, width, height }, attributes }];
  });
}

function firstVisible(root: ShadowRoot, selector: string): Seen | undefined {
  for (const element of root.querySelectorAll(selector)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width * height === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const attributes = Object.fromEntries([...element.attributes].map((a) => [a.name, a.value]));
    // biome-ignore lint/performance/useDomNodeTextContent: as a person reads it
    const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? "");
    return { text, rect: { left, top, width, height }, attributes };
  }
  return undefined;
}

function noneVisible(root: ShadowRoot, selector: string): boolean {
  return ![...root.querySelectorAll(selector)].some((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height > 0 && element.checkVisibility({ visibilityProperty: true });
  });
}

function pressPoint(root: ShadowRoot, selector: string): { x: number; y: number } | undefined {
  if (root.getAnimations().some((animation) => animation.playState === "running")) return undefined;
  for (const element of root.querySelectorAll(selector)) {
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = { x: left + width / 2, y: top + height / 2 };
    if (width * height > 0 && element.contains(root.elementFromPoint(point.x, point.y)))
      return point;
  }
  return undefined;
}

/** null: not within `limit` milliseconds, or the host was taken from the page meanwhile. */
function pollInPage<R>(
  root: ShadowRoot,
  fn: (root: ShadowRoot, ...args: unknown[]) => R,
  limit: number,
  args: unknown[],
): Promise<R | null> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + limit;
    const look = () => {
      try {
        const found = fn(root, ...args);
        if (found) resolve(found);
        else if (performance.now() > end || !root.host.isConnected) resolve(null);
        // Not a frame: a tab in the background has none.
        else setTimeout(look, 16);
      } catch (error) {
        reject(error);
      }
    };
    look();
  });
}
