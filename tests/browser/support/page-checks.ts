import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer-core";

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

/** What axe finds against one of the extension's own pages, each with where. */
export async function violations(page: Page): Promise<string[]> {
  // Half a megabyte; a page that is looked at again has it.
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    const file = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await page.evaluate(await readFile(file, "utf8"));
  }
  return page.evaluate(async () => {
    const results = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  });
}

/** Nothing is cut off at the side, and nothing that can be pressed is too small. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ["wider than its window"] : [];
    const controls = "button, textarea, input:not(label input), select, fieldset label, summary, a";
    const shown = [...document.querySelectorAll(controls)].filter((one) => one.checkVisibility());
    const small = shown.flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      return width < 24 || height < 24 ? [`${control.textContent} is ${width} by ${height}`] : [];
    });
    return [...wide, ...small];
  });
}

/** Waits until an element that fits says this. */
export async function saying(page: Page, selector: string, words: string): Promise<void> {
  await page.waitForFunction(
    (where, wanted) =>
      [...document.querySelectorAll(where)].some((one) => one.textContent?.includes(wanted)),
    { polling: 30, timeout: 10_000 },
    selector,
    words,
  );
}
