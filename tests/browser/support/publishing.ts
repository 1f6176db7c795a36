import { deepEqual } from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { overlay } from "../../../src/demo/overlay.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";
import { type } from "./person.ts";

const REASON = "主催者の指定のため";

/** Presses "publish all the same", once the dialog takes presses: not the end of a double click. */
export async function pressPublish(page: Page): Promise<void> {
  await page.waitForFunction(
    (since) => performance.now() - since > 400,
    {},
    await page.evaluate(() => performance.now()),
  );
  await overlay(page).press("[data-publish]");
}

/** Writes the reason and publishes all the same. */
export async function publishAnyway(page: Page, reason = REASON): Promise<void> {
  const shown = overlay(page);
  await shown.press("dialog input");
  await type(page, reason);
  await pressPublish(page);
  await shown.waitGone("dialog");
}

/** What went out, once everything that a second post would need has had its time. */
export async function onlyOne(under: BrowserUnderTest, page: Page, text: string): Promise<void> {
  await under.server.waitForPublished(1);
  // A post that goes out twice does so by the same event or the frames after it.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200)));
      }),
  );
  deepEqual(
    under.server.published().map((one) => one.text),
    [text],
  );
}
