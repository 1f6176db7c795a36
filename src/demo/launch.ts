import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import type { Policy } from "../contract.ts";
import type { FoundBrowser } from "./browsers.ts";
import * as chromium from "./chromium.ts";
import * as firefox from "./firefox.ts";

export interface LaunchOptions {
  browser: FoundBrowser;
  /** Port of the demo server, to which every host is led. */
  port: number;
  /** Folder of an unpacked extension; null: none. Default: what `npm run build` left for this browser. */
  extension?: string | null;
  /** The browser's own language, which an extension speaks. Default "ja". */
  lang?: "ja" | "en";
  /** Default true. */
  headless?: boolean;
  /** Whether nobody has set this machine up, so that the welcome opens. Default false. */
  isFirstRun?: boolean;
  /** What is set on this machine from the start; nothing where nobody has set it up. Default: that nothing is. */
  policy?: Partial<Policy>;
  /** CSS pixels of a page's window. */
  viewport?: { width: number; height: number };
}

/** What each family of browsers does in its own way. */
export interface Extension {
  id: string;
  /** The organisation's decisions as set on this machine; holds for everything that is checked afterwards. */
  setPolicy(policy: Partial<Policy>): Promise<void>;
  /** Ends the background worker, as the browser does after half a minute; the next message starts it again. */
  stopWorker(): Promise<void>;
  /** Loads the extension anew under the open pages, as an update does. */
  reload(): Promise<void>;
}

export interface Session {
  kind: FoundBrowser["kind"];
  browser: Browser;
  /** Throws where the session was started without an extension. */
  extension(): Extension;
  /** A new tab at this address, loaded. */
  open(url: string): Promise<Page>;
  /** The tab of the extension's own page ("guide.html"), once the extension has opened it. */
  extensionPage(path: string, timeout?: number): Promise<Page>;
  /**
   * As after a new start: no page is open but an empty one, nothing is left of what pages kept, and the
   * extension is removed with all that it kept, and installed anew. What was set in the browser's own
   * window stays. `policy`: what is set on this machine then.
   */
  renew(policy?: Partial<Policy>): Promise<void>;
  /** Closes the browser and removes its profile; may be called again. */
  close(): Promise<void>;
}

export const builtExtension = (kind: FoundBrowser["kind"]) =>
  fileURLToPath(
    new URL(`../../.output/${kind === "firefox" ? "firefox" : "chrome"}-mv3`, import.meta.url),
  );

/** Asks the tabs themselves: of a tab that an extension opens, Firefox's driver never learns the address. */
export async function extensionPage(
  browser: Browser,
  path: string,
  timeout = 10_000,
): Promise<Page> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    for (const page of await browser.pages()) {
      // A tab that is just loading has no world to ask in; the next round finds it.
      const url = new URL(await page.evaluate(() => location.href).catch(() => "about:blank"));
      if (url.protocol.endsWith("-extension:") && url.pathname === `/${path}`) return page;
    }
    await delay(50);
  }
  throw new Error(`the extension did not open ${path} within ${timeout} ms`);
}

const isEmpty = (page: Page) =>
  page.evaluate(() => location.href === "about:blank").catch(() => false);

/** Starts a browser with a fresh profile, to which this machine's server is the whole network. */
export async function launch(options: LaunchOptions): Promise<Session> {
  const { browser: found, port, lang = "ja", headless = true } = options;
  const viewport = options.viewport ?? { width: 1000, height: 800 };
  const family = found.kind === "firefox" ? firefox : chromium;
  const browser = await puppeteer.launch({
    ...family.launchOptions({ port, lang }),
    executablePath: found.path,
    headless,
    // With a window, the page is as large as the window.
    defaultViewport: headless ? viewport : null,
    // Whoever started this ends it; two handlers would race.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  let closing: Promise<void> | undefined;
  try {
    const folder = options.extension === undefined ? builtExtension(found.kind) : options.extension;
    const install = async (policy: Partial<Policy> = {}) => {
      const installed = folder === null ? null : await family.install(browser, folder);
      if (!options.isFirstRun) await installed?.setPolicy(policy);
      return installed;
    };
    let extension = await install(options.policy);
    let empty: Page | undefined;
    return {
      kind: found.kind,
      browser,
      extension() {
        if (!extension) throw new Error("this session has no extension");
        return extension;
      },
      async open(url) {
        const page = await browser.newPage();
        await page.goto(url);
        return page;
      },
      extensionPage: (path, timeout) => extensionPage(browser, path, timeout),
      async renew(policy) {
        const stays = empty && (await isEmpty(empty)) ? empty : await browser.newPage();
        empty = stays;
        const pages = await browser.pages();
        await Promise.all(pages.map((page) => (page === stays ? null : page.close())));
        if (extension) await browser.uninstallExtension(extension.id);
        await family.forget(stays);
        extension = await install(policy);
      },
      close() {
        closing ??= browser.close();
        return closing;
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
