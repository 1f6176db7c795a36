import type { Page } from "puppeteer-core";

/** A watched host, so that whatever asks from there is heard as a content script of ours. */
export const PROBED_HOST = "pro.x.com";

const ATTRIBUTE = "data-tenken-probe";

/** What a script in a page's process got; a text that begins with "refused" where it got an error. */
export interface Found {
  managed: unknown;
  local: unknown;
  status: unknown;
  set: unknown;
  databases: unknown;
}

interface ContentScript {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    storage: Record<"managed" | "local", { get(keys: null): Promise<unknown> } | undefined>;
  };
}

/** Tries, as a content script, everything that might tell a page's process of the policy. */
async function probe(attribute: string): Promise<void> {
  const { chrome } = globalThis as unknown as ContentScript;
  const tried = async (read: () => Promise<unknown> | undefined) => {
    try {
      return (await read()) ?? null;
    } catch (error) {
      return `refused: ${error}`;
    }
  };
  const set = { type: "set-local", raw: { override: "allow" } };
  const found: Found = {
    managed: await tried(() => chrome.storage.managed?.get(null)),
    local: await tried(() => chrome.storage.local?.get(null)),
    status: await tried(() => chrome.runtime.sendMessage({ type: "policy-status" })),
    set: await tried(() => chrome.runtime.sendMessage(set)),
    databases: await tried(async () => (await indexedDB.databases()).map(({ name }) => name)),
  };
  document.documentElement.setAttribute(attribute, JSON.stringify(found));
}

/** The probe as a content script of its own. */
export const PROBE = `(${probe})(${JSON.stringify(ATTRIBUTE)})`;

/** What it found on this page of `PROBED_HOST`. */
export async function probed(page: Page): Promise<Found> {
  await page.goto(`https://${PROBED_HOST}/`);
  await page.waitForSelector(`[${ATTRIBUTE}]`);
  const json = await page.$eval(
    `[${ATTRIBUTE}]`,
    (root, name) => root.getAttribute(name),
    ATTRIBUTE,
  );
  return JSON.parse(json ?? "");
}
