import type { Page } from "puppeteer-core";

/**
 * The words under the extension's marks, by the name of the highlight ("tenken-stop" …), in the
 * order of the text. The registry is shared by all worlds of a page.
 */
export async function highlights(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("tenken-")) continue;
      const ranges = [...highlight].filter((range) => range instanceof Range);
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      found[name] = ranges.map((range) => range.toString());
    }
    return found;
  });
}
