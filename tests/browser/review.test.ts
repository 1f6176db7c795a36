import { beforeAll, expect, test } from "vitest";
import { inEachBrowser, look, press } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import {
  caption,
  choose,
  count,
  ENTRIES,
  expected,
  ja,
  openReview,
  POLICY,
  WANTED,
} from "./support/review-page.ts";
import { seedRecord } from "./support/seed-record.ts";
import { pressWords } from "./support/settings-page.ts";

inEachBrowser(
  "the review of a record",
  (under) => {
    beforeAll(() => seedRecord(under.session, WANTED));

    test("tells how many there were, and lists the newest first", async () => {
      const page = await openReview(under);
      const { rows, totals } = expected();
      await saying(page, "#entries caption", count(rows));
      const tiles = await page.$$eval(".tiles > div", (all) => all.map((one) => one.textContent));
      expect(tiles).toContain(`${ja("review_posts")}${totals.posts}`);
      expect(tiles).toContain(`${ja("journal_decision_overridden")}${totals.byOutcome.overridden}`);
      const times = await page.$$eval("#entries tbody th", (all) =>
        all.map((one) => Date.parse(one.textContent ?? "")),
      );
      expect(times).toHaveLength(50);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      await pressWords(page, ja("review_older"), ".pager");
      await saying(page, ".pager", ja("review_page", "2", String(Math.ceil(rows.length / 50))));
      expect(new URL(await page.evaluate(() => location.href)).searchParams.get("page")).toBe("2");
    });

    test("is filtered by rule, decision, account and period, and bookmarked so", async () => {
      const page = await openReview(under);
      const rule = "link.shortener";
      await choose(page, ja("review_rule"), rule);
      await saying(page, "#entries caption", count(expected({ rule }).rows));
      await choose(page, ja("journal_column_decision"), "overridden");
      const filter = { rule, decision: "overridden", account: "x/hoshimi_city" };
      await choose(page, ja("journal_column_account"), filter.account);
      const words = count(expected(filter).rows);
      await saying(page, "#entries caption", words);
      expect(expected(filter).rows.length).toBeGreaterThan(0);
      const { search } = new URL(await page.evaluate(() => location.href));
      const again = await openReview(under, search);
      expect(await caption(again)).toBe(words);
      await pressWords(again, ja("review_reset"), ".filter");
      await saying(again, "#entries caption", count(expected().rows));
      expect(await again.evaluate(() => location.search)).toBe("");
      await pressWords(again, ja("review_period_last_month"), ".filter");
      const dates = await again.$$eval(".filter input", (all) => all.map(({ value }) => value));
      const [from = "", to = ""] = dates;
      await saying(again, "#entries caption", count(expected({ from, to }).rows));
    });

    test("tells rule by rule what people made of it, and proposes what to trust", async () => {
      const page = await openReview(under);
      const { totals } = expected();
      const rows = await page.$$eval("#rules .as-table tbody tr", (all) =>
        all.map((one) => [...one.children].map((cell) => cell.textContent)),
      );
      expect(rows).toHaveLength(totals.rules.length);
      const third = totals.rules.find(({ rule }) => rule === "link.third-party");
      expect(rows).toContainEqual([
        ja("guide_title_link_third_party"),
        ja("ui_level_care"),
        ...[third?.count, 0, third?.ignored, third?.alarms, third?.mended].map(String),
        expect.stringMatching(/^\d+%$/),
      ]);
      await page.$$eval("#rules details.snippet", (all) => {
        for (const one of all) one.open = true;
      });
      const snippets = await page.$$eval("#rules pre", (all) =>
        all.map((one) => JSON.parse(one.textContent ?? "")),
      );
      expect(snippets).toContainEqual({
        trustedDomains: ["www.pref.nagano.lg.jp", expect.any(String), expect.any(String)],
      });
      expect(snippets).toContainEqual({
        rules: { "read.emoji": "off", "link.third-party": "hint" },
      });
      expect(
        await page.$$eval("#rules .proposal a", (all) => all.map(({ href }) => href)),
      ).toContain(
        new URL("/options.html#organization", await page.evaluate(() => location.href)).href,
      );
    });

    test("tells what a pilot would have held", async () => {
      const page = await openReview(under);
      const { posts, unheld } = expected().totals.pilot;
      const [words = ""] = ja("review_pilot_words", `${posts}`, `${unheld}`, "(").split("(");
      await saying(page, "#pilot", words.slice(0, -1));
      expect(unheld).toBeGreaterThan(0);
    });

    test("lists accounts that nobody reviewed, and silent ones", async () => {
      const page = await openReview(under);
      const rows = await page.$$eval("#accounts tbody tr", (all) =>
        all.map((one) => [...one.children].map((cell) => cell.textContent ?? "")),
      );
      expect(rows.map(([name]) => name)).toEqual([
        ja("review_account", "星見市防災", ja("ui_platform_x")),
        ja("review_account", "星見市立図書館", ja("ui_platform_x")),
      ]);
      expect(rows[0]?.[2]).toContain(ja("review_accounts_overdue"));
      expect(rows[1]?.[3]).toBe(ja("review_accounts_no_post"));
    });

    test("shows one entry in words, with the published post, and leads back", async () => {
      const { columns } = expected();
      const row = ENTRIES.findIndex(({ type }) => type === "address");
      const address = ENTRIES[row];
      const post = ENTRIES.findIndex((one) => address?.type === "address" && one.id === address.of);
      const entry = ENTRIES[post];
      if (entry?.type !== "post" || address?.type !== "address") throw new Error("no address");
      const page = await openReview(under, `?entry=${columns.seq[post]}&rule=link.shortener`);
      await saying(page, "h1", ja(`journal_decision_${entry.decision}`));
      expect(await page.$eval("a.post-address", (way) => (way as HTMLAnchorElement).href)).toBe(
        address.url,
      );
      const told = await page.$eval(".told", (all) => all.textContent ?? "");
      for (const words of [
        entry.id,
        "2026-12",
        "星見市",
        `${entry.length}`,
        ja("policy_mode_normal"),
      ])
        expect(told).toContain(words);
      await press(page, "a.back");
      await saying(page, "#entries caption", count(expected({ rule: "link.shortener" }).rows));
      await page.evaluate(() => history.back());
      await page.waitForSelector(".told");
    });

    test("draws both plots, in the colours of either theme, against no policy of the page's", async () => {
      const page = await openReview(under);
      await page.evaluate(() => {
        const broken: string[] = [];
        Reflect.set(window, "broken", broken);
        document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
          broken.push(violatedDirective),
        );
      });
      for (const scheme of ["light", "dark"] as const) {
        await look(page, { scheme });
        await page.waitForFunction(areDrawn, { polling: 50, timeout: 10_000 });
      }
      expect(await page.evaluate(() => Reflect.get(window, "broken"))).toEqual([]);
      const names = await page.$$eval(".plot", (all) => all.map(({ ariaLabel }) => ariaLabel));
      expect(names).toHaveLength(2);
      expect(names[0]).toContain(String(expected().totals.posts));
    });

    test("prints on white, within a sheet, whatever the theme", async () => {
      const page = await openReview(under);
      await look(page, { scheme: "dark" });
      const widths = () =>
        page.$$eval(".plot canvas", (all) => all.map((one) => one.getBoundingClientRect().width));
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll(".plot canvas")].filter(
            (one) => one.getBoundingClientRect().width > 0,
          ).length === 2,
        { polling: 50, timeout: 10_000 },
      );
      const before = await widths();
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect(await page.evaluate(() => document.body.className)).toBe("theme");
      expect(Math.max(...(await widths()))).toBeLessThanOrEqual(680);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      expect(await page.evaluate(() => document.body.className)).toBe("theme dark");
      expect(await widths()).toEqual(before);
      await look(page, { medium: "print" });
      const seen = await page.$$eval(
        ".page-links, .page-sections, .filter-fields, .buttons, .sign-form, #take, #files",
        (all) => all.filter((one) => one.getClientRects().length > 0).map((one) => one.className),
      );
      expect(seen).toEqual([]);
      expect(await page.$eval(".filter-said", (one) => one.getClientRects().length)).toBe(1);
    });

    test.each([
      ["light", 1200, ""],
      ["dark", 1200, ""],
      ["light", 360, ""],
      ["dark", 1200, "?entry=3"],
    ] as const)(
      "%s, %i px wide, %s: everybody can use it, and it is whole",
      async (scheme, width, query) => {
        const page = await openReview(under, query, width);
        await look(page, { scheme });
        expect(await violations(page)).toEqual([]);
        expect(await misfits(page)).toEqual([]);
      },
    );
  },
  { policy: POLICY },
);

/** Runs in the page: whether each plot has the colour of its fullest bars, as the theme has it now. */
function areDrawn(): boolean {
  const brush = new OffscreenCanvas(1, 1).getContext("2d");
  if (!brush) return false;
  brush.fillStyle = getComputedStyle(document.body).getPropertyValue("--stop");
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  return [...document.querySelectorAll<HTMLCanvasElement>(".plot canvas")].every((canvas) => {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
      data: [],
    };
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count += 1;
    }
    return count > 500;
  });
}
