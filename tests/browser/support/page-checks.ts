import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer-core";
import type { Lang } from "../../../src/contract.ts";
import { hasMessage, translate } from "../../../src/locales.ts";
import { CATALOGUES } from "../../../src/words.ts";

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

/** What of a page's words cannot be read: cut off at a side, or under another. */
export async function hidden(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is quiet is for screen readers alone.
    const shown = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (one) => one.checkVisibility() && !one.closest(".quiet, .skip"),
    );
    const cut = shown.filter(
      (one) =>
        one.scrollWidth > one.clientWidth + 1 &&
        getComputedStyle(one).overflowX !== "visible" &&
        !one.matches("input, select, textarea, .plot *"),
    );
    const words = shown.flatMap((one) =>
      [...one.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()]
            .filter(({ width, height }) => width > 1 && height > 1)
            .map((rect) => ({ rect, node }));
        }),
    );
    words.sort((a, b) => a.rect.top - b.rect.top);
    const over: string[] = [];
    for (const [index, { rect, node }] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        // Lines stand close, and their boxes may touch.
        if (other.rect.top > rect.bottom - 6) break;
        const across =
          Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        if (other.node !== node && across > 2)
          over.push(`"${node.textContent}" and "${other.node.textContent}" overlap`);
      }
    }
    return [
      ...cut.map((one) => `${one.tagName} ${one.className} is cut off: ${one.textContent}`),
      ...over,
    ].map((words) => words.slice(0, 200));
  });
}

/** Words that nobody wrote for this language: the key of a message, a place for a value, another language's. */
export async function untranslated(page: Page, lang: Lang): Promise<string[]> {
  const other = lang === "ja" ? "en" : "ja";
  const wordsOf = (of: Lang) =>
    new Set(Object.keys(CATALOGUES[of]).map((key) => translate(of, key)));
  const [own, foreign] = [wordsOf(lang), wordsOf(other)];
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? "");
    const named = document.querySelectorAll("[aria-label], [title], [placeholder]");
    for (const one of named)
      for (const name of ["aria-label", "title", "placeholder"])
        found.push(one.getAttribute(name) ?? "");
    return found;
  });
  return texts.filter(
    (text) =>
      (foreign.has(text) && !own.has(text)) || hasMessage(lang, text) || /\$[1-9]/.test(text),
  );
}
