import type { Page } from "puppeteer-core";
import { onTestFinished } from "vitest";
import { DOCUMENTS } from "../../../src/documents/texts/index.ts";
import { translate } from "../../../src/locales.ts";
import { ACCOUNT, POLICY } from "../../unit/documents-fixture.ts";
import { openExtensionPage } from "./extension-page.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";
import { saying } from "./page-checks.ts";
import { press, pressKeys, type } from "./person.ts";

export const ja = (key: string, ...args: string[]) => translate("ja", key, args);
export const LOCAL = {
  organizationName: POLICY.organizationName,
  homepageUrl: POLICY.homepageUrl,
  contact: POLICY.contact,
  recordOfficer: POLICY.recordOfficer,
  journalEnabled: true,
  accounts: [ACCOUNT, { platform: "facebook" as const, name: "星見市観光" }],
};
const KEY = "x:hoshimi_bousai";

/** The page at one document, with nothing written, or with everything. */
export async function openDocument(
  under: BrowserUnderTest,
  hash: string,
  { form = {}, width = 1280 }: { form?: Record<string, string>; width?: number } = {},
): Promise<Page> {
  const page = await openExtensionPage(under.session, `documents.html${hash}`);
  onTestFinished(async () => {
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });
  await page.setViewport({ width, height: 900 });
  await page.bringToFront();
  await page.evaluate(
    (account, written, ids) => {
      localStorage.setItem("documents/chosen", account);
      const draft = JSON.stringify({ form: written, edits: {} });
      for (const at of [account, ""]) {
        localStorage.setItem(`documents//${at}`, draft);
        for (const id of ids) localStorage.setItem(`documents/${id}/${at}`, draft);
      }
    },
    KEY,
    form,
    DOCUMENTS.map(({ id }) => id),
  );
  await reload(page);
  return page;
}

export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, "isOld", true);
    location.reload();
  });
  await page.waitForFunction(
    () => !Reflect.has(window, "isOld") && document.querySelector(".paper, #accounts") !== null,
    { polling: 30, timeout: 10_000 },
  );
}

export const go = async (page: Page, id: string) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${id}`);
  await saying(page, "h1", ja(`documents_name_${id.replace(/-/g, "_")}`));
};
export const paper = (page: Page) =>
  page.$eval("article.paper", ({ textContent }) => textContent ?? "");
export const field = (name: string) => `[data-field="${name}"]`;
export const slot = (id: string) => `textarea[data-slot="${id}"]`;
export const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.field ?? "");

export async function write(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (control) => control.scrollIntoView({ block: "center" }));
  await press(page, selector);
  await pressKeys(page, "Control+KeyA");
  await type(page, text);
}
