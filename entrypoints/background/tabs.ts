import { type Browser, browser } from "wxt/browser";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";

export function isFromWatchedPage(sender: Browser.runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id || !sender.tab || sender.frameId !== 0) return false;
  const url = URL.parse(sender.url ?? "");
  return url !== null && url.protocol === "https:" && SITE_HOSTS.includes(url.hostname);
}

/** The extension's own pages; no page of the web can name their origin. */
export function isFromOwnPage(sender: Browser.runtime.MessageSender): boolean {
  return (
    sender.id === browser.runtime.id && (sender.url ?? "").startsWith(browser.runtime.getURL("/"))
  );
}

/** Tabs that were open before the installation or update are checked without a reload. */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await watchedTabs();
  await Promise.allSettled(
    tabs.map((tabId) =>
      browser.scripting.executeScript({
        target: { tabId },
        files: ["/content-scripts/composer.js", "/content-scripts/accounts.js"],
      }),
    ),
  );
}

export async function watchedTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: SITE_HOSTS.map((host) => `https://${host}/*`) });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Where the browser opens its popup only at a person's press on its own button (Firefox), in a tab. */
export async function openPopup(): Promise<void> {
  await browser.action
    .openPopup()
    .catch(() => browser.tabs.create({ url: browser.runtime.getURL("/popup.html") }));
}
