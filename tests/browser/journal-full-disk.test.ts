import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findBrowser } from "../../src/demo/browsers.ts";
import { launch, type Session } from "../../src/demo/launch.ts";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { origin, verifyChain } from "../../src/journal/chain.ts";
import { CLEAN, COMPOSERS, prefilled } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { overlay, press } from "./support/index.ts";
import { recorded } from "./support/journal.ts";
import { onSmallDisk, SmallDisk, whyNoSmallDisk } from "./support/small-disk.ts";

const why = whyNoSmallDisk();
if (why) console.warn(`a full disk is not tested here: ${why}`);
const [{ url, editor, button }] = COMPOSERS;
/** A post and its address. */
const ENTRIES = 2;
/** What was reserved before the disk was full takes some entries more. */
const MOST_RESERVED = 12;

describe.skipIf(why !== null).each([
  // Chromium may end the connection first, and then speaks of no quota.
  ["chromium", /^(QuotaExceeded|Unknown)Error$/],
  ["firefox", /^QuotaExceededError$/],
] as const)("a record on a full disk (%s)", (kind, error) => {
  let server: DemoServer;
  let session: Session;
  let disk: SmallDisk;
  let launcher: ReturnType<typeof onSmallDisk>;

  beforeAll(async () => {
    const found = findBrowser(kind);
    if (!found) throw new Error(`no ${kind} on this machine: npm test installs one`);
    launcher = onSmallDisk(found);
    server = await startServer();
    session = await launch({ browser: launcher, port: server.port });
    await session.extension().setPolicy({ journalEnabled: true });
    disk = new SmallDisk(kind, session.browser);
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    launcher?.remove();
  });

  async function publish(): Promise<Page> {
    const page = await session.open(prefilled(url, CLEAN));
    await press(page, editor);
    await overlay(page).waitFor(".status.clear");
    await press(page, button);
    return page;
  }

  test("what does not fit is told and leaves a gap, and once there is room all goes on", async () => {
    const own = await openExtensionPage(session, "popup.html", "behind");
    onTestFinished(() => own.close());
    await (await publish()).close();
    let kept = (await recorded({ session }, 1, "address")).length / ENTRIES;

    disk.fill();
    let page = await publish();
    for (let more = 0; more < MOST_RESERVED; more++) {
      const became = await own.waitForFunction(outcome, POLLING, kept * ENTRIES);
      if ((await became.jsonValue()) === "told") break;
      kept += 1;
      await page.close();
      page = await publish();
    }
    const note = await overlay(page).waitFor(".card", 25_000);
    expect(note.text).toContain("端末の空き容量を確かめて、記録の責任者に知らせてください。");
    await page.close();

    disk.free();
    page = await publish();
    const all = await recorded({ session }, kept + 1, "address");
    const newest = all.slice(-1 - ENTRIES).map(({ entry }) => entry);
    expect(newest).toMatchObject([
      { type: "gap", error: expect.stringMatching(error) },
      { type: "post" },
      { type: "address" },
    ]);
    expect((await own.waitForFunction(outcome, POLLING, 0)).toString()).toBe("JSHandle:kept");
    const { breaks, gaps } = await verifyChain(all, { start: origin(all[0]?.prev ?? "") });
    expect({ breaks, gaps }).toEqual({ breaks: [], gaps: 1 });
  }, 120_000);
});

const POLLING = { polling: 50, timeout: 30_000 };

/** Runs in an own page: whether the browser's button says that something was not kept, or more than `count` was. */
async function outcome(count: number): Promise<"told" | "kept" | false> {
  const { chrome } = globalThis as unknown as {
    chrome: { action: { getBadgeText(of: object): Promise<string> } };
  };
  if ((await chrome.action.getBadgeText({})) === "!") return "told";
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // On a full disk nothing can be opened either.
  const database = await answered(indexedDB.open("tenken-journal")).catch(() => null);
  if (!database) return false;
  const stored = await answered(database.transaction("entries").objectStore("entries").count());
  database.close();
  return stored > count + 1 && "kept";
}
