import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { DOCUMENTS } from "../../src/documents/texts/index.ts";
import { translate } from "../../src/locales.ts";
import { FORM } from "../unit/documents-fixture.ts";
import { go, ja, LOCAL, openDocument } from "./support/documents-page.ts";
import { inEachBrowser, look } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { isA4, pageSizes } from "./support/pdf.ts";
import { pressWords } from "./support/settings-page.ts";

/** A4 in CSS pixels between its margins (see entrypoints/documents/style.css). */
const PRINTED_WIDTH = 658;

inEachBrowser(
  "the documents, for everybody",
  (under) => {
    describe.each([
      ["light", 1280],
      ["dark", 1280],
      ["light", 360],
    ] as const)("%s, %i px wide", (scheme, width) => {
      test("everybody can use them, written or not", async () => {
        const page = await openDocument(under, "", { form: FORM, width });
        await look(page, { scheme });
        expect(await violations(page)).toEqual([]);
        expect(await misfits(page)).toEqual([]);
        for (const { id } of DOCUMENTS) {
          await go(page, id);
          expect({ id, is: await violations(page) }).toEqual({ id, is: [] });
          expect({ id, is: await misfits(page) }).toEqual({ id, is: [] });
        }
        for (const id of ["review-sheet", "evidence-sheet"]) {
          await go(page, id);
          await pressWords(page, ja("documents_edit"));
          expect({ id, is: await violations(page) }).toEqual({ id, is: [] });
          expect({ id, is: await misfits(page) }).toEqual({ id, is: [] });
        }
      }, 180_000);
    });

    test("are printed on A4, whole, and nothing else is", async () => {
      const page = await openDocument(under, "", { form: FORM });
      await look(page, { scheme: "dark" });
      for (const { id } of DOCUMENTS) {
        await go(page, id);
        const sizes = pageSizes(
          Buffer.from(await page.pdf({ format: "A4", preferCSSPageSize: true })),
        );
        const beside = sizes.filter((size) => !isA4(size));
        expect({ id, beside }).toEqual({ id, beside: [] });
        expect(sizes.length).toBeGreaterThan(0);
        // The page around it would take more.
        expect(sizes.length).toBeLessThan(4);
      }
    }, 120_000);

    test("are the paper alone to a printer, black on white, also while they are edited", async () => {
      const page = await openDocument(under, "", { form: FORM, width: PRINTED_WIDTH });
      await look(page, { scheme: "dark", medium: "print" });
      for (const { id } of DOCUMENTS) {
        await go(page, id);
        await page.evaluate((words) => {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>(".paper-head button")];
          buttons.find(({ textContent }) => textContent === words)?.click();
        }, ja("documents_edit"));
        await page.waitForSelector(".print-only");
        expect({ id, is: await printed(page) }).toEqual({ id, is: [] });
      }
    }, 120_000);
  },
  { policy: LOCAL },
);

inEachBrowser(
  "the documents, in English, with nothing set",
  (under) => {
    test("speak English about texts that stay Japanese", async () => {
      const page = await openDocument(under, "");
      await saying(page, "h1", translate("en", "pages_documents"));
      await saying(page, "#accounts", translate("en", "documents_accounts_none"));
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      await page.evaluate(() => {
        location.hash = "#removal-request";
      });
      await saying(page, "h1", translate("en", "documents_name_removal_request"));
      expect(await page.$eval("article.paper", ({ lang }) => lang)).toBe("ja");
      await saying(page, ".missing", translate("en", "documents_field_impostor_url"));
      expect(await violations(page)).toEqual([]);
      expect(await misfits(page)).toEqual([]);
    });
  },
  { lang: "en" },
);

/** What a printer would get besides the paper, and what of the paper it would not get as it should. */
function printed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const paper = document.querySelector("article.paper");
    const { color, backgroundColor, height } = paper ? getComputedStyle(paper) : { height: "0px" };
    const root = document.documentElement;
    const visible = [...document.querySelectorAll("body *")].filter(
      (one) =>
        !paper?.contains(one) &&
        !one.contains(paper) &&
        one.checkVisibility() &&
        one.getBoundingClientRect().width > 1,
    );
    return [
      ...visible.map((one) => `${one.tagName} ${one.className} is printed`),
      ...(color === "rgb(0, 0, 0)" ? [] : [`letters are ${color}`]),
      ...(backgroundColor === "rgb(255, 255, 255)" ? [] : [`the ground is ${backgroundColor}`]),
      ...(root.scrollWidth > root.clientWidth ? ["wider than the paper"] : []),
      ...(Number.parseFloat(height ?? "0") > 100 ? [] : [`the paper is ${height} high`]),
    ];
  });
}
