import type { Browser, LaunchOptions, Page } from "puppeteer-core";
import { SITE_HOSTS } from "../sites/hosts.ts";
import type { Extension } from "./launch.ts";
import { DEMO_HOST } from "./pages.ts";

/**
 * Over a pipe, since only there the debugging protocol loads an unpacked extension, in branded Chrome
 * and Edge too, which no longer take --load-extension.
 */
export function launchOptions({ port, lang }: { port: number; lang: string }): LaunchOptions {
  return {
    browser: "chrome",
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    args: [
      // Every host and every port; the server tells TLS from plain by itself.
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      // acceptInsecureCerts covers pages, this also the extension's worker.
      "--ignore-certificate-errors",
      `--lang=${lang}`,
      // Chromium's sandbox does not start as root (containers).
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
    // On Linux the interface's language comes from here, not from --lang.
    env: { ...process.env, LANGUAGE: lang },
  };
}

export async function install(browser: Browser, folder: string): Promise<Extension> {
  const id = await browser.installExtension(folder);
  const workerTarget = () =>
    browser
      .targets()
      .find(
        (one) =>
          one.type() === "service_worker" && one.url().startsWith(`chrome-extension://${id}/`),
      );
  return {
    id,
    async setPolicy(policy) {
      // The protocol sets an extension's storage only from a target of that extension. Its worker may be
      // asleep, its manifest is always there; but to open that costs a process.
      const worker = workerTarget();
      const page = worker ? null : await browser.newPage();
      try {
        await page?.goto(`chrome-extension://${id}/manifest.json`);
        const control = await (worker ?? page)?.createCDPSession();
        await control?.send("Extensions.setStorageItems", {
          id,
          storageArea: "local",
          values: { policy },
        });
        await control?.detach();
      } finally {
        await page?.close();
      }
    },
    async stopWorker() {
      const target = workerTarget();
      const worker = await target?.worker();
      if (!target || !worker) return;
      const gone = new Promise<void>((resolve) => {
        const watch = (ended: typeof target) => {
          if (ended !== target) return;
          browser.off("targetdestroyed", watch);
          resolve();
        };
        browser.on("targetdestroyed", watch);
      });
      await worker.close();
      await gone;
    },
    async reload() {
      await browser.installExtension(folder);
    },
  };
}

/** Removes what pages have kept: cookies of any host, the cache, and all else of the hosts that are played here. */
export async function forget(page: Page): Promise<void> {
  const control = await page.createCDPSession();
  await control.send("Network.clearBrowserCookies");
  await control.send("Network.clearBrowserCache");
  for (const host of [...SITE_HOSTS, DEMO_HOST])
    await control.send("Storage.clearDataForOrigin", {
      origin: `https://${host}`,
      // Not "all": the rest (shaders, advertisers' groups) no page here can have, and takes ten times as long.
      storageTypes: "local_storage,indexeddb,cache_storage,service_workers,file_systems",
    });
  await control.detach();
}
