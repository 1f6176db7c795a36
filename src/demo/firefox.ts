import type { Browser, LaunchOptions, Page } from "puppeteer-core";
import { callInBrowser } from "./bidi.ts";
import type { Extension } from "./launch.ts";

/**
 * The server is Firefox's proxy, because Firefox cannot map hosts. System access lets the driver stop
 * the extension's background and set what no page can (policy, dark mode): see bidi.ts.
 */
export function launchOptions({ port, lang }: { port: number; lang: string }): LaunchOptions {
  return {
    browser: "firefox",
    acceptInsecureCerts: true,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.no_proxies_on": "",
      "intl.locale.requested": lang,
      "intl.accept_languages": lang === "ja" ? "ja,en" : "en,ja",
      // The distribution's language packs are extensions of the system, which a driven profile leaves off.
      "extensions.autoDisableScopes": 0,
      "extensions.enabledScopes": 15,
    },
  };
}

export async function install(browser: Browser, folder: string): Promise<Extension> {
  const id = await browser.installExtension(folder);
  return {
    id,
    async setPolicy(policy) {
      await callInBrowser(browser, writePolicy, id, JSON.stringify(policy));
      // Nothing tells the background of a change in IndexedDB: it reads anew when it starts again.
      await callInBrowser(browser, terminateBackground, id);
    },
    stopWorker: () => callInBrowser(browser, terminateBackground, id),
    reload: () => callInBrowser(browser, reloadAddon, id),
  };
}

/** Removes what pages have kept, of any kind and any host. */
export const forget = (page: Page) => callInBrowser(page.browser(), clearData);

// The functions below run in Firefox's own process, with its own globals.

interface FirefoxGlobals {
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: { principal: unknown; terminateBackground(): Promise<void> };
    };
  };
  ChromeUtils: {
    importESModule(url: string): {
      AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
    };
  };
  Ci: { nsIClearDataService: { CLEAR_ALL: number } };
  Services: {
    clearData: {
      deleteData(what: number, whenDone: { onDataDeleted(failed: number): void }): void;
    };
  };
  indexedDB: {
    openForPrincipal(principal: unknown, name: string, version: number): IDBOpenDBRequest;
  };
}

/** The place where src/policy/trusted-storage.ts keeps settings: database, store and key are its names. */
async function writePolicy(id: string, policy: string): Promise<void> {
  const system = globalThis as unknown as FirefoxGlobals;
  const { principal } = system.WebExtensionPolicy.getByID(id).extension;
  const request = system.indexedDB.openForPrincipal(principal, "tenken", 1);
  await new Promise<void>((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore("settings");
    request.onerror = () => reject(new Error(String(request.error)));
    request.onsuccess = () => {
      const database = request.result;
      const change = database.transaction("settings", "readwrite");
      change.objectStore("settings").put(JSON.parse(policy), "policy");
      change.onerror = () => reject(new Error(String(change.error)));
      change.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

async function terminateBackground(id: string): Promise<void> {
  const system = globalThis as unknown as FirefoxGlobals;
  await system.WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

async function reloadAddon(id: string): Promise<void> {
  const system = globalThis as unknown as FirefoxGlobals;
  const { AddonManager } = system.ChromeUtils.importESModule(
    "resource://gre/modules/AddonManager.sys.mjs",
  );
  await (await AddonManager.getAddonByID(id)).reload();
}

async function clearData(): Promise<void> {
  const { Ci, Services } = globalThis as unknown as FirefoxGlobals;
  const failed = await new Promise<number>((resolve) => {
    const { CLEAR_ALL } = Ci.nsIClearDataService;
    Services.clearData.deleteData(CLEAR_ALL, { onDataDeleted: resolve });
  });
  if (failed) throw new Error(`Firefox kept some data (${failed})`);
}
