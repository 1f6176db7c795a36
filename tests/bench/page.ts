import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Session } from "../../src/demo/launch.ts";
import { COMPOSERS } from "../browser/support/drafts.ts";
import { press } from "../browser/support/person.ts";

/** The replicas: X with the real Draft.js, Facebook with the real Lexical. */
export const SITES = COMPOSERS;
export type SiteUnderBench = (typeof SITES)[number];

/** A person's pace, in ms. */
const BETWEEN_KEYS = { least: 90, most: 150 };
/** After an edit, until answers, placements and timers have come to rest, in ms. */
export const REST = 400;

/** A tab with the composer focused and this text in it, the caret behind it. */
export async function openWith(
  session: Session,
  site: SiteUnderBench,
  text: string,
): Promise<Page> {
  const page = await session.open(site.url);
  await press(page, site.editor);
  // By a paste, since typing 5,000 characters would take ten minutes.
  await page.evaluate(
    (selector, pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      document
        .querySelector(selector)
        ?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
    },
    site.editor,
    text,
  );
  await page.waitForFunction(
    (selector, wanted) => (document.querySelector(selector)?.textContent?.length ?? 0) >= wanted,
    {},
    site.editor,
    text.replaceAll("\n", "").length,
  );
  await delay(REST);
  return page;
}

/** Real keys, each at a person's distance from the next. The same distances in every run. */
export async function typeAsAPerson(page: Page, keys: string): Promise<void> {
  const { least, most } = BETWEEN_KEYS;
  for (const [at, key] of [...keys].entries()) {
    if (at > 0) await delay(least + ((at * 37) % (most - least)));
    await page.keyboard.press(key as Parameters<Page["keyboard"]["press"]>[0]);
  }
}

export async function erase(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await page.keyboard.press("Backspace");
  await delay(REST);
}

/**
 * From the last key's own time stamp to the first task after the frame that shows the whole mark, in
 * ms. Armed before the keys are typed.
 */
export async function watchForMark(page: Page, words: string): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle((wanted) => {
    const armed = new AbortController();
    let pressed = Number.NaN;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), {
      capture: true,
      signal: armed.signal,
    });
    const isMarked = () =>
      [...CSS.highlights].some(
        ([name, highlight]) =>
          name.startsWith("tenken-") && [...highlight].some((range) => String(range) === wanted),
      );
    const taken = new Promise<number>((resolve) => {
      const afterFrame = new MessageChannel();
      afterFrame.port1.onmessage = () => {
        armed.abort();
        resolve(performance.now() - pressed);
      };
      const look = () => {
        if (isMarked()) afterFrame.port2.postMessage(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return { taken };
  }, words);
  return () => watch.evaluate(({ taken }) => taken).finally(() => watch.dispose());
}
