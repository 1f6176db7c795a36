import type { Page } from "puppeteer-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { Lang } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import { type BrowserUnderTest, inEachBrowser, look, press, type } from "./support/index.ts";
import { hidden, misfits, saying, untranslated, violations } from "./support/page-checks.ts";
import { isA4, pageSizes } from "./support/pdf.ts";
import { openReview, POLICY, WANTED } from "./support/review-page.ts";
import { seedRecord } from "./support/seed-record.ts";
import { chooseFile, downloaded, pressWords } from "./support/settings-page.ts";

const PERIOD = "?from=2026-04-01&to=2026-04-30";

/** In both themes, as wide as a desk's screen and as half of it: everybody can use it, and it is whole. */
async function expectWhole(page: Page, lang: Lang): Promise<void> {
  await page.$$eval("details", (all) => {
    for (const one of all) one.open = true;
  });
  expect(await untranslated(page, lang)).toEqual([]);
  for (const [scheme, width] of [
    ["light", 1280],
    ["dark", 700],
  ] as const) {
    await page.setViewport({ width, height: 900 });
    await look(page, { scheme });
    expect({ scheme, width, is: await violations(page) }).toEqual({ scheme, width, is: [] });
    expect({ scheme, width, is: await misfits(page) }).toEqual({ scheme, width, is: [] });
    expect({ scheme, width, is: await hidden(page) }).toEqual({ scheme, width, is: [] });
  }
}

for (const lang of ["ja", "en"] as const) {
  const words = (key: string, ...args: string[]) => translate(lang, key, args);
  inEachBrowser(
    `a filled review in ${lang}`,
    (under: BrowserUnderTest) => {
      beforeAll(() => seedRecord(under.session, WANTED));

      test("is whole for everybody with plots, entries, a sign-off, a verification, and printed", async () => {
        const page = await openReview(under, PERIOD, 1280);
        await pressWords(page, words("review_verify"), "#chain");
        await saying(page, "#chain .banner", words("journal_whole", "400", "1", "400"));
        await press(page, ".sign-form .input:not([type=date])");
        await type(page, "山田");
        await pressWords(page, words("review_sign"), ".sign-form");
        await saying(page, "#signoff tbody", "山田");
        await pressWords(page, words("review_reset"), ".filter");
        await page.waitForFunction(() => document.querySelectorAll(".plot canvas").length === 2);
        await expectWhole(page, lang);
        const sizes = pageSizes(
          Buffer.from(await page.pdf({ preferCSSPageSize: true, format: "A4" })),
        );
        expect(sizes.filter((size) => !isA4(size))).toEqual([]);
        expect(sizes.length).toBeGreaterThan(1);
        // With all that was opened.
        expect(sizes.length).toBeLessThan(14);
      }, 90_000);

      test("is whole for everybody on the page of an entry", async () => {
        await expectWhole(await openReview(under, "?entry=3", 1280), lang);
      });

      test("is whole for everybody with the records of other machines", async () => {
        const page = await openReview(under, "", 1280);
        onTestFinished(() => look(page, {}));
        const whole = await downloaded(page, () =>
          pressWords(page, words("review_take_whole"), "#take"),
        );
        const changed = whole.toString("utf8").replace("課長の了解を得た", "とくになし");
        await chooseFile(page, "#files input", "one.jsonl", whole);
        await saying(page, "#files li", "one.jsonl");
        await chooseFile(page, "#files input", "changed.jsonl", Buffer.from(changed));
        await saying(page, "#chain .banner.stop", "changed.jsonl");
        await expectWhole(page, lang);
      }, 60_000);
    },
    { policy: POLICY, lang },
  );
}
