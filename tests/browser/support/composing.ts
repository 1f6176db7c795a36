import type { Page } from "puppeteer-core";
import { overlay } from "../../../src/demo/overlay.ts";
import { ASKING, OLD_WORD, WRONG_DAY } from "./drafts.ts";
import { pressKeys, type, X } from "./person.ts";
import { pressPublish } from "./publishing.ts";

const DIALOG = '[role="dialog"]';
const REASON = "主催者の指定のため";

/**
 * One opening of X's composer as in a long day: a word that is marked, a look at another tab, and then
 * by turns closed, published at once, or held and published with a reason. `isWatched`: false in a
 * browser without the extension, where nothing is marked or held. Keeps no handle on any element:
 * what a driver holds stays in the page's memory.
 */
export async function compose(
  page: Page,
  other: Page,
  round: number,
  isWatched = true,
): Promise<void> {
  const shown = isWatched ? overlay(page) : null;
  await click(page, '[data-testid="SideNav_NewTweet_Button"]');
  await placeOf(page, `${DIALOG} ${X.editor}:focus`);
  const way = (["close", "publish", "hold"] as const)[round % 3];
  await type(page, way === "hold" ? WRONG_DAY : OLD_WORD);
  await shown?.waitFor(".status.findings");
  await other.bringToFront();
  await page.bringToFront();
  if (way === "close") {
    await pressKeys(page, "Control+KeyA");
    await pressKeys(page, "Backspace");
    await click(page, '[data-testid="app-bar-close"]');
  } else {
    await click(page, `${X.modalButton}:not(:disabled, [aria-disabled="true"])`);
  }
  if (way === "hold" && shown) {
    await shown.waitFor(ASKING);
    await shown.press("dialog input");
    await type(page, REASON);
    await pressPublish(page);
  }
  await placeOf(page, `body:not(:has(${DIALOG}))`);
}

async function click(page: Page, selector: string): Promise<void> {
  const { x, y } = await placeOf(page, selector);
  await page.mouse.click(x, y);
}

/** The middle of the first element that fits, as soon as one stands in the page. */
function placeOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (wanted) =>
      new Promise<{ x: number; y: number }>((resolve, reject) => {
        const end = performance.now() + 10_000;
        const look = () => {
          const box = document.querySelector(wanted)?.getBoundingClientRect();
          if (box && box.width > 0)
            resolve({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
          else if (performance.now() > end) reject(new Error(`no ${wanted}`));
          else setTimeout(look, 10);
        };
        look();
      }),
    selector,
  );
}
