import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { translate } from "../../src/locales.ts";
import { rules } from "../../src/rules/index.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { type BrowserUnderTest, inEachBrowser, look, press } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";

async function openGuide(under: BrowserUnderTest, place = "", width = 1000): Promise<Page> {
  const page = await openExtensionPage(under.session, `guide.html${place}`);
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 800 });
  await page.waitForSelector("section.rule");
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

inEachBrowser("the reference of the rules", (under) => {
  test("tells of every rule, and leads to the one that a card names", async () => {
    const page = await openGuide(under, "#pii.mobile");
    const ids = await page.$$eval("section.rule", (all) => all.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    await vi.waitFor(async () => expect(await focused(page)).toContain("pii.mobile"));
    await press(page, 'nav a[href="#tone"]');
    const group = translate("ja", "guide_group_tone");
    await vi.waitFor(async () => expect(await focused(page)).toBe(group));
  });

  test.each([
    ["light", 1000],
    ["dark", 360],
  ] as const)("%s, %i px wide: everybody can use it, and it is whole", async (scheme, width) => {
    const page = await openGuide(under, "", width);
    await look(page, { scheme });
    expect(await violations(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
  });
});

inEachBrowser(
  "the reference of the rules, in English",
  (under) => {
    test("speaks English of examples that stay Japanese", async () => {
      const page = await openGuide(under);
      await saying(page, "h1", translate("en", "guide_title"));
      expect(await page.$eval("section.rule ul", (list) => list.lang)).toBe("ja");
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      expect(await violations(page)).toEqual([]);
    });
  },
  { lang: "en" },
);
