import type { Page } from "puppeteer-core";
import { onTestFinished } from "vitest";
import type { Policy } from "../../../src/contract.ts";
import { translate } from "../../../src/locales.ts";
import { Columns } from "../../../src/review/columns.ts";
import { EVERYTHING, type Filter, matching, newestFirst } from "../../../src/review/filter.ts";
import { totalsOf } from "../../../src/review/totals.ts";
import { openExtensionPage } from "./extension-page.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";
import { recordEntries } from "./record-entries.ts";

export const ja = (key: string, ...args: string[]) => translate("ja", key, args);
export const WANTED = { count: 400, until: Date.now() - 3_600_000, step: 8 * 3_600_000 };
/** What stands in the record that is reviewed. */
export const ENTRIES = recordEntries(WANTED);

/** The same by the code that the page is made of, and no page. */
export function expected(filter: Partial<Filter> = {}) {
  const columns = new Columns();
  for (const [index, entry] of ENTRIES.entries()) columns.add("", index + 1, entry);
  const rows = matching(columns, newestFirst(columns), { ...EVERYTHING, ...filter });
  return { columns, rows, totals: totalsOf(columns, rows) };
}

export async function openReview(under: BrowserUnderTest, query = "", width = 1200): Promise<Page> {
  const page = await openExtensionPage(under.session, `review.html${query}`);
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 900 });
  await page.bringToFront();
  // Nothing is being read any more.
  await page.waitForFunction(
    () => document.querySelector(".reading")?.textContent === "" || document.querySelector(".told"),
    { polling: 30, timeout: 20_000 },
  );
  return page;
}

export async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    (words, wanted) => {
      const of = [...document.querySelectorAll<HTMLLabelElement>(".filter label")].find(
        (one) => one.textContent === words,
      );
      const select = of?.control as HTMLSelectElement;
      select.value = wanted;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    label,
    value,
  );
}

export const caption = (page: Page) =>
  page.$eval("#entries caption", (one) => one.textContent ?? "");
export const count = (rows: Uint32Array) =>
  ja("review_entries_shown", String(rows.length), "1", String(Math.min(50, rows.length)));

export const POLICY: Partial<Policy> = {
  journalEnabled: true,
  trustedDomains: ["www.pref.nagano.lg.jp"],
  rules: { "read.emoji": "off" },
  accounts: [
    {
      platform: "x",
      handle: "hoshimi_city",
      name: "星見市公式",
      status: "公認",
      reviewedOn: aMonthAgo(),
    },
    { platform: "x", handle: "hoshimi_bousai", name: "星見市防災", reviewedOn: "2020-04-01" },
    { platform: "x", handle: "hoshimi_lib", name: "星見市立図書館" },
    { platform: "x", handle: "closed", name: "旧", status: "廃止" },
  ],
};

/** ISO date. */
function aMonthAgo(): string {
  return new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
}
