import type { Browser, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { openExtensionPage } from "./support/extension-page.ts";
import { type BrowserUnderTest, inEachBrowser } from "./support/index.ts";

const PAGE = "https://x.com/home";
const SHORTENER = "https://bit.ly/left";

const browsers = new Map<BrowserUnderTest["kind"], Browser>();

/** Whatever can be left behind: by a page, by the extension, at the server. */
interface Left {
  page: object;
  extension: object;
  tabs: number;
  requests: number;
  status: number;
}

/** What the first one found before it left anything. */
const first = new Map<BrowserUnderTest["kind"], Left>();

async function find(under: BrowserUnderTest): Promise<Left> {
  const requests = under.server.requests().length;
  const tabs = await countTabs(under);
  const page = await under.open(PAGE);
  const own = await openExtensionPage(under.session, "guide.html");
  const left = {
    page: await page.evaluate(keptByPage),
    extension: await own.evaluate(keptByExtension),
    tabs,
    requests,
    status: await statusOf(await under.open(SHORTENER)),
  };
  await own.close();
  return left;
}

/** Firefox's driver goes on listing an extension's page that was closed; only one that is there answers. */
async function countTabs({ session }: BrowserUnderTest): Promise<number> {
  const pages = await session.browser.pages();
  const answers = await Promise.all(pages.map((page) => page.title().catch(() => null)));
  return answers.filter((title) => title !== null).length;
}

const statusOf = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    return (navigation as PerformanceNavigationTiming).responseStatus;
  });

inEachBrowser("whoever leaves something behind", (under) => {
  test("finds it again", async () => {
    browsers.set(under.kind, under.session.browser);
    const before = await find(under);
    under.server.standIn("bit.ly/left", { status: 410 });
    const page = await under.session.open(PAGE);
    await page.evaluate(leaveByPage);
    const own = await openExtensionPage(under.session, "guide.html");
    await own.evaluate(leaveByExtension);
    await under.session.extension().setPolicy({ organizationName: "星見市" });
    const after = await find(under);
    for (const what of ["page", "extension"] as const)
      for (const [place, kept] of Object.entries(after[what]))
        expect(kept, place).not.toEqual(Reflect.get(before[what], place));
    expect(after.tabs).toBeGreaterThan(before.tabs);
    expect(after.requests).toBeGreaterThan(before.requests);
    expect([before.status, after.status]).toEqual([404, 410]);
    first.set(under.kind, before);
  });
});

inEachBrowser("whoever comes after", (under) => {
  test("is in the same browser, and finds what the first one found", async () => {
    expect(under.session.browser).toBe(browsers.get(under.kind));
    expect(await find(under)).toEqual(first.get(under.kind));
  });
});

// What follows runs in a page.

async function keptByPage(): Promise<object> {
  return {
    cookie: document.cookie,
    local: JSON.stringify(localStorage),
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
  };
}

async function leaveByPage(): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: Firefox knows no other way yet
  document.cookie = "left=1; max-age=1000";
  localStorage.setItem("left", "1");
  await caches.open("left");
  await new Promise((resolve) => {
    indexedDB.open("left").onsuccess = resolve;
  });
}

interface Own {
  storage: Record<
    "local" | "session",
    { get(): Promise<object>; set(values: object): Promise<void> }
  >;
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: object): Promise<void>;
  };
  runtime: { sendMessage(message: object): Promise<{ local: object }> };
}

async function keptByExtension(): Promise<object> {
  const world = globalThis as unknown as Record<"chrome" | "browser", Own>;
  const { storage, alarms, runtime } = world.browser ?? world.chrome;
  const { local } = await runtime.sendMessage({ type: "policy-status" });
  return {
    policy: local,
    local: Object.keys(await storage.local.get()).filter((key) => key !== "policy"),
    session: Object.keys(await storage.session.get()),
    page: JSON.stringify(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    alarms: (await alarms.getAll()).map(({ name }) => name),
  };
}

async function leaveByExtension(): Promise<void> {
  const world = globalThis as unknown as Record<"chrome" | "browser", Own>;
  const { storage, alarms } = world.browser ?? world.chrome;
  await storage.local.set({ left: 1 });
  await storage.session.set({ left: 1 });
  localStorage.setItem("left", "1");
  await alarms.create("left", { delayInMinutes: 60 });
  await new Promise((resolve) => {
    indexedDB.open("left").onsuccess = resolve;
  });
}
