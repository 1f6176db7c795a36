import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { callInBrowser } from "../../../src/demo/bidi.ts";
import type { Session } from "../../../src/demo/launch.ts";

/** As much of a session as it takes to find the extension's own pages. */
export type WithExtension = Pick<Session, "kind" | "browser"> & { extension(): { id: string } };

/** The address of one of the extension's own pages in this session. */
async function addressOf(session: WithExtension, path: string): Promise<string> {
  const { id } = session.extension();
  if (session.kind === "chromium") return `chrome-extension://${id}/${path}`;
  const host = await callInBrowser<[string], string>(session.browser, hostOf, id);
  return `moz-extension://${host}/${path}`;
}

/** Opens one of the extension's own pages in a new tab, in front or behind the one that is there. */
export async function openExtensionPage(
  session: WithExtension,
  path: string,
  where: "front" | "behind" = "front",
): Promise<Page> {
  const address = await addressOf(session, path);
  const page = await session.browser.newPage({ type: "tab", background: where === "behind" });
  // Firefox's protocol never reports the end of a navigation to an extension's page; the page does.
  const navigation = page.goto(address, { timeout: 0 });
  if (session.kind === "chromium") await navigation;
  else navigation.catch(() => {});
  // The page moves to the extension's process meanwhile, and a question on its way then may be lost.
  return until(async () => {
    const href = await page.evaluate(() => location.href);
    if (href !== address) throw new Error(`at ${href}, not yet at ${address}`);
    // On a busy machine Firefox gives a page its address before its interface.
    if (!(await page.evaluate(() => "chrome" in globalThis)))
      throw new Error(`${address} has no interface of an extension yet`);
    return page;
  });
}

/** The tab that the extension opened at this path, once it is there. */
export async function findExtensionPage(session: WithExtension, path: string): Promise<Page> {
  const address = await addressOf(session, path);
  return until(async () => {
    for (const page of await session.browser.pages()) {
      // Firefox's protocol takes such a tab for "about:blank", so the page itself is asked; and one that was
      // closed for open, which then answers nothing.
      const href = await page.evaluate(() => location.href).catch(() => "");
      if (href === address) return page;
    }
    throw new Error(`no tab at ${address}`);
  });
}

/** Asks until it does not fail; fails as the last try did, after ten seconds. No test runner needed. */
async function until<T>(look: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 10_000; ; await delay(50)) {
    try {
      return await Promise.race([look(), unanswered(end)]);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** A question that was lost while the page moved between processes is never answered. */
async function unanswered(end: number): Promise<never> {
  await delay(Math.max(0, end - Date.now()) + 1);
  throw new Error("the browser did not answer");
}

/** Runs in Firefox's own process. */
function hostOf(id: string): string {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } };
  };
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}
