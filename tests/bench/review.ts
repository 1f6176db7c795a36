import type { Page } from "puppeteer-core";
import type { Session } from "../../src/demo/launch.ts";
import { openExtensionPage } from "../browser/support/extension-page.ts";
import { seedRecord } from "../browser/support/seed-record.ts";
import type { Figure } from "./figures.ts";

/** Where nothing is recorded yet: writing takes far longer than reading. */
const ENTRIES = { whole: 100_000, quick: 5_000 };

/**
 * The page that reviews a long record: until its newest entries are there, and from a choice to its frame.
 * Takes the record that stands in the session, or makes one.
 */
export async function reviewOfRecord(session: Session, isQuick: boolean): Promise<Figure[]> {
  const there = await countEntries(session);
  const count = there > 0 ? there : isQuick ? ENTRIES.quick : ENTRIES.whole;
  if (there === 0) {
    await seedRecord(session, { count, until: Date.now(), step: 300_000 }, { isSealed: false });
  }
  const painted: number[] = [];
  const read: number[] = [];
  const chosen: number[] = [];
  for (let run = 0; run < (isQuick ? 2 : 10); run++) {
    const page = await openReview(session);
    const times = await page.evaluate(
      () => (globalThis as unknown as { times: Promise<{ painted: number; read: number }> }).times,
    );
    painted.push(times.painted);
    read.push(times.read);
    chosen.push(...(await page.evaluate(choose)));
    await page.close();
  }
  const name = `review of ${count.toLocaleString("en")} entries`;
  return [
    {
      name: `${name}, navigation to the newest painted`,
      unit: "ms",
      values: painted,
      limit: { of: "median", under: 1000 },
    },
    {
      name: `${name}, navigation to all of them summed up`,
      unit: "ms",
      values: read,
      limit: null,
    },
    {
      name: `${name}, a filter to its frame`,
      unit: "ms",
      values: chosen,
      limit: { of: "p95", under: 100 },
    },
  ];
}

async function countEntries(session: Session): Promise<number> {
  const page = await openExtensionPage(session, "guide.html");
  try {
    return await page.evaluate(async () => {
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const all = await indexedDB.databases();
      if (!all.some(({ name }) => name === "tenken-journal")) return 0;
      const database = await answered(indexedDB.open("tenken-journal"));
      try {
        return await answered(database.transaction("entries").objectStore("entries").count());
      } finally {
        database.close();
      }
    });
  } finally {
    await page.close();
  }
}

async function openReview(session: Session): Promise<Page> {
  // The watch must stand before the page's own script does: it is set up on another page of the same tab.
  const page = await openExtensionPage(session, "guide.html");
  await page.evaluateOnNewDocument(watch);
  await page.goto(new URL("/review.html", page.url()).href);
  return page;
}

/** Runs in the page, before anything of its own. The page's clock begins with the navigation. */
function watch(): void {
  const frame = () =>
    new Promise<number>((resolve) => {
      const behind = new MessageChannel();
      behind.port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => behind.port2.postMessage(null));
    });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await frame();
    return frame();
  };
  const times = (async () => ({
    painted: await until(() => document.querySelector("#entries tbody tr") !== null),
    read: await until(() => document.querySelector(".reading")?.textContent === ""),
  }))();
  Object.assign(globalThis, { times });
}

/** Runs in the page: each choice of three filters, to the first task after its frame, in ms. */
async function choose(): Promise<number[]> {
  const selects = [...document.querySelectorAll<HTMLSelectElement>(".filter select")];
  const values: number[] = [];
  for (const select of selects.slice(0, 3)) {
    for (const value of [...select.options].slice(0, 4).reverse()) {
      const start = performance.now();
      select.value = value.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise<void>((resolve) => {
        const behind = new MessageChannel();
        behind.port1.onmessage = () => resolve();
        requestAnimationFrame(() => behind.port2.postMessage(null));
      });
      values.push(performance.now() - start);
    }
  }
  return values;
}
