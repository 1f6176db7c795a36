import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test } from "vitest";
import { PICTURED } from "../../src/help/pictures.ts";
import { translate } from "../../src/locales.ts";
import { rules } from "../../src/rules/index.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { type BrowserUnderTest, inEachBrowser, look, press } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { isA4, pageSizes } from "./support/pdf.ts";

const GUIDES = ["staff", "supervisors", "administrators", "blind", "privacy"] as const;

async function openHelp(under: BrowserUnderTest, hash = "", width = 1000): Promise<Page> {
  const page = await openExtensionPage(under.session, `help.html${hash}`);
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 800 });
  await page.waitForSelector("h1");
  return page;
}

inEachBrowser("the guides", (under) => {
  test("begin with the one for staff, and lead to each, and to the rules", async () => {
    const page = await openHelp(under);
    await saying(page, "h1", translate("ja", "help_staff_title"));
    for (const guide of GUIDES.slice(1)) {
      await press(page, `.page-sections a[href="#${guide}"]`);
      await saying(page, "h1", translate("ja", `help_${guide}_title`));
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      expect(await page.$$eval("[aria-current]", (all) => all.length)).toBe(2);
    }
    expect(await page.$$eval('.way a[href="/guide.html"]', (all) => all.length)).toBe(1);
  });

  test("show their pictures, each with words for who cannot see it", async () => {
    const seen: string[] = [];
    for (const guide of ["staff", "supervisors"]) {
      const page = await openHelp(under, `#${guide}`);
      await page.waitForFunction(
        () => document.images.length > 0 && [...document.images].every((one) => one.complete),
        { polling: 30 },
      );
      const images = await page.evaluate(() =>
        [...document.images].map(({ alt, naturalWidth, width }) => ({ alt, naturalWidth, width })),
      );
      for (const { alt, naturalWidth, width } of images) {
        expect(naturalWidth).toBeGreaterThan(width);
        seen.push(alt);
      }
    }
    expect(seen.toSorted()).toEqual(
      PICTURED.map((name) => translate("ja", `help_picture_${name}`)).toSorted(),
    );
  });

  test("tell of every rule what it cannot know", async () => {
    const page = await openHelp(under, "#blind");
    const links = await page.$$eval(".blind a", (all) => all.map((a) => a.getAttribute("href")));
    expect(links.toSorted()).toEqual(rules.map(({ id }) => `/guide.html#${id}`).toSorted());
  });

  test.each([
    ["light", 1000],
    ["dark", 360],
  ] as const)("%s, %i px wide: everybody can use each of them", async (scheme, width) => {
    for (const guide of GUIDES) {
      const page = await openHelp(under, `#${guide}`, width);
      await look(page, { scheme });
      expect(await violations(page)).toEqual([]);
      expect(await misfits(page)).toEqual([]);
    }
  });

  test("on paper: the one for staff is one sheet, printed on both sides", async () => {
    expect(await sheetOf(under)).toBeLessThanOrEqual(2);
  });

  test("on paper: the guide alone, light, and nothing cut off", async () => {
    for (const guide of GUIDES) {
      const page = await openHelp(under, `#${guide}`, 700);
      await look(page, { scheme: "dark", medium: "print" });
      expect(
        await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return {
            isCut: scrollWidth > clientWidth,
            ways: [...document.querySelectorAll("nav, .way")].some((one) => one.checkVisibility()),
            dark: [...document.images].some(({ currentSrc }) => currentSrc.includes("dark")),
          };
        }),
      ).toEqual({ isCut: false, ways: false, dark: false });
    }
  });
});

/** How many pages of A4 the guide for staff takes. */
async function sheetOf(under: BrowserUnderTest): Promise<number> {
  const page = await openHelp(under, "#staff");
  await page.waitForFunction(() => [...document.images].every((one) => one.complete), {
    polling: 30,
  });
  const sizes = pageSizes(Buffer.from(await page.pdf({ format: "A4", preferCSSPageSize: true })));
  expect(sizes.filter((size) => !isA4(size))).toEqual([]);
  expect(sizes.length).toBeGreaterThan(0);
  return sizes.length;
}

inEachBrowser(
  "the guides, in English",
  (under) => {
    test("on paper: the one for staff is one sheet, printed on both sides", async () => {
      expect(await sheetOf(under)).toBeLessThanOrEqual(2);
    });

    test.each(["light", "dark"] as const)("%s: everybody can use each of them", async (scheme) => {
      for (const guide of GUIDES) {
        const page = await openHelp(under, `#${guide}`);
        await look(page, { scheme });
        await saying(page, "h1", translate("en", `help_${guide}_title`));
        expect(await violations(page)).toEqual([]);
        expect(await misfits(page)).toEqual([]);
      }
    });
  },
  { lang: "en" },
);
