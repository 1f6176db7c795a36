import { setTimeout as delay } from "node:timers/promises";
import { type LaunchOptions, launch, type Session } from "../../src/demo/launch.ts";
import { SHORT, WRONG_DAY } from "../browser/support/drafts.ts";
import type { Figure } from "./figures.ts";
import { erase, openWith, SITES, typeAsAPerson, watchForMark } from "./page.ts";

/** Its composer takes the focus by itself, with the draft in it. */
const DRAFT = `粗大ごみの臨時収集は${WRONG_DAY}です。\n詳しくは ${SHORT} をどうぞ`;

/** A new profile each time, its worker ended: from navigation to the first task after the first mark's frame. */
export async function coldBrowser(options: LaunchOptions, runs: number): Promise<Figure> {
  const address = new URL("https://x.com/compose/post");
  address.searchParams.set("text", DRAFT);
  const values: number[] = [];
  for (let run = 0; run < runs; run++) {
    const session = await launch(options);
    try {
      await session.extension().stopWorker();
      const page = await session.browser.newPage();
      await page.evaluateOnNewDocument(waitForFirstMark);
      await page.goto(address.href);
      values.push(
        await page.evaluate(
          () => (globalThis as unknown as { firstMark: Promise<number> }).firstMark,
        ),
      );
    } finally {
      await session.close();
    }
  }
  return {
    name: "cold browser, navigation to first mark",
    unit: "ms",
    values,
    limit: { of: "median", under: 1000 },
  };
}

/** Runs in the page, before anything of its own. The page's clock begins with the navigation. */
function waitForFirstMark(): void {
  const firstMark = new Promise<number>((resolve) => {
    const afterFrame = new MessageChannel();
    afterFrame.port1.onmessage = () => resolve(performance.now());
    const look = () => {
      if ([...CSS.highlights.keys()].some((name) => name.startsWith("tenken-")))
        afterFrame.port2.postMessage(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { firstMark });
}

/**
 * The worker is ended, and with it its process, since no page of the extension is open; then the key
 * that completes a finding is pressed. Longer than the verdict alone, by the way there and the frame.
 */
export async function coldWorker(session: Session, runs: number): Promise<Figure> {
  const site = SITES[0];
  const values: number[] = [];
  const page = await openWith(session, site, "連絡先は080-4417-29");
  for (let run = 0; run < runs; run++) {
    const marked = await watchForMark(page, "080-4417-2958");
    await typeAsAPerson(page, "5");
    await delay(400);
    await session.extension().stopWorker();
    await typeAsAPerson(page, "8");
    values.push(await marked());
    await erase(page, 2);
  }
  await page.close();
  return {
    name: "cold worker, key press to painted mark",
    unit: "ms",
    values,
    limit: { of: "median", under: 200 },
  };
}
