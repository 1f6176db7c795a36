import type { Page } from "puppeteer-core";
import { callInBrowser } from "../../../src/demo/bidi.ts";
import { builtExtension } from "../../../src/demo/launch.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";

/**
 * A page in a private window in which the extension works, as where a person allowed it there. Each
 * browser is asked in its own way: no page can do this.
 */
export async function openPrivately(
  { kind, session }: BrowserUnderTest,
  url: string,
): Promise<Page> {
  const { browser } = session;
  if (kind === "chromium") {
    const control = await browser.target().createCDPSession();
    await control.send("Extensions.loadUnpacked", {
      path: builtExtension(kind),
      enableInIncognito: true,
    });
    await control.detach();
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(url);
    return page;
  }
  await callInBrowser(browser, allowInPrivateWindows, session.extension().id);
  const known = new Set(await browser.pages());
  await callInBrowser(browser, openPrivateWindow);
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const page = (await browser.pages()).find((one) => !known.has(one));
    if (page) {
      // The window's own first page would overtake ours.
      await page.waitForFunction(
        () => location.href === "about:privatebrowsing" && document.readyState === "complete",
      );
      await page.goto(url);
      return page;
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error("Firefox opened no private window");
}

// The functions below run in Firefox's own process, with its own globals.

interface FirefoxGlobals {
  ChromeUtils: {
    importESModule(url: string): {
      AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
      ExtensionPermissions: { add(id: string, more: object): Promise<void> };
    };
  };
  Services: {
    wm: { getMostRecentWindow(type: string): { OpenBrowserWindow(options: object): Window } };
  };
}

async function allowInPrivateWindows(id: string): Promise<void> {
  const { ChromeUtils } = globalThis as unknown as FirefoxGlobals;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionPermissions.sys.mjs",
  );
  await ExtensionPermissions.add(id, {
    permissions: ["internal:privateBrowsingAllowed"],
    origins: [],
  });
  const { AddonManager } = ChromeUtils.importESModule(
    "resource://gre/modules/AddonManager.sys.mjs",
  );
  await (await AddonManager.getAddonByID(id)).reload();
}

async function openPrivateWindow(): Promise<void> {
  const { Services } = globalThis as unknown as FirefoxGlobals;
  const opened = Services.wm
    .getMostRecentWindow("navigator:browser")
    .OpenBrowserWindow({ private: true });
  await new Promise((resolve) => opened.addEventListener("load", resolve, { once: true }));
}
