import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { Sealed } from "../../src/journal/entry.ts";
import { verifyExports } from "../../src/journal/export.ts";
import { isWhole } from "../../src/journal/words.ts";
import { translate } from "../../src/locales.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { inEachBrowser, look, press, pressKeys, type } from "./support/index.ts";
import { recorded } from "./support/journal.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { expected, ja, openReview, POLICY, WANTED } from "./support/review-page.ts";
import { seedRecord } from "./support/seed-record.ts";
import { chooseFile, downloaded, pressWords } from "./support/settings-page.ts";

inEachBrowser(
  "a record under review",
  (under) => {
    beforeAll(() => seedRecord(under.session, WANTED));

    test("is verified, in words", async () => {
      const page = await openReview(under);
      await pressWords(page, ja("review_verify"), "#chain");
      await saying(page, "#chain .banner", ja("journal_whole", "400", "1", "400"));
      await saying(page, "#chain", ja("journal_limits"));
    });

    test("stops verifying when asked, and begins anew", async () => {
      const page = await openReview(under);
      // As slow as with a long record: the browser's hashes wait.
      await page.evaluate(() => {
        const { digest } = crypto.subtle;
        const waiting = Promise.withResolvers<void>();
        Reflect.set(window, "goOn", waiting.resolve);
        crypto.subtle.digest = async (...what) => {
          await waiting.promise;
          return digest.apply(crypto.subtle, what);
        };
      });
      await pressWords(page, ja("review_verify"), "#chain");
      await saying(page, "#chain .buttons", ja("review_verifying_so_far", "0", "400"));
      await pressWords(page, ja("review_verify_stop"), "#chain");
      await page.waitForFunction(
        (words) =>
          ![...document.querySelectorAll("#chain button")].some((one) => one.textContent === words),
        { polling: 30 },
        ja("review_verify_stop"),
      );
      await page.evaluate(() => Reflect.get(window, "goOn")());
      expect(await page.$$eval("#chain .banner", (all) => all.length)).toBe(0);
      await pressWords(page, ja("review_verify"), "#chain");
      await saying(page, "#chain .banner", ja("journal_whole", "400", "1", "400"));
    });

    test("leaves as a table, as an excerpt, and whole with what proves it", async () => {
      const page = await openReview(under, "?rule=link.shortener&decision=overridden");
      const shown = expected({ rule: "link.shortener", decision: "overridden" }).rows.length;
      const sheet = await downloaded(page, () =>
        pressWords(page, ja("review_take_csv", `${shown}`), "#take"),
      );
      const text = sheet.toString("utf8");
      expect(text.startsWith("\u{FEFF}")).toBe(true);
      const lines = text.split("\r\n");
      expect(lines.filter((line) => line.includes(`,"${ja("journal_type_post")}",`)).length).toBe(
        shown,
      );
      await page.evaluate(() => Reflect.deleteProperty(window, "handed"));
      const whole = await downloaded(page, () =>
        pressWords(page, ja("review_take_whole"), "#take"),
      );
      const seen: Sealed[] = [];
      const [report] = await verifyExports(numbered(whole.toString("utf8")), (_, one) =>
        seen.push(one),
      );
      expect(report && isWhole(report)).toBe(true);
      // That it was exported is its last entry.
      expect(seen).toHaveLength(401);
    });

    test("opens exports, each entry once, and keeps nothing of them", async () => {
      const page = await openReview(under);
      const whole = await downloaded(page, () =>
        pressWords(page, ja("review_take_whole"), "#take"),
      );
      const entries = whole.toString("utf8").trimEnd().split("\n").length - 2;
      await chooseFile(page, "#files input", "one.jsonl", whole);
      await saying(page, "#files li", "one.jsonl");
      await chooseFile(page, "#files input", "two.jsonl", whole);
      await saying(page, "#chain", ja("cli_verify_together", "1", `${entries}`));
      await saying(page, "#chain .banner", "two.jsonl");
      expect(await page.$$eval("#chain .banner.stop", (all) => all.length)).toBe(0);
      await press(page, "#entries tbody th a");
      await page.waitForSelector(".told");
      await press(page, "a.back");
      const changed = whole.toString("utf8").replace("課長の了解を得た", "とくになし");
      await chooseFile(page, "#files input", "changed.jsonl", Buffer.from(changed));
      await saying(page, "#chain .banner.stop", "changed.jsonl");
      expect(await violations(page)).toEqual([]);
      await pressWords(page, ja("review_files_close"), "#files");
      await page.waitForFunction(() => document.querySelectorAll("#files li").length === 0);
      await saying(page, ".lead", ja("review_lead_machine"));
    });

    test("is signed for: an entry, and a line to keep that fits until something is changed", async () => {
      const page = await openReview(under, "?from=2026-04-01&to=2026-04-30");
      await pressWords(page, ja("review_sign"), ".sign-form");
      await saying(page, ".sign-form .error-text", ja("review_sign_by_missing"));
      await press(page, ".sign-form .input:not([type=date])");
      await type(page, "広報課長 山田");
      await press(page, ".sign-form textarea");
      await type(page, "短縮URLについて周知した");
      await pressWords(page, ja("review_sign"), ".sign-form");
      await saying(page, "#signoff .banner", ja("review_signed"));
      await saying(page, "#signoff tbody", "広報課長 山田");
      const line = await page.$eval("#signoff .banner code", (one) => one.textContent ?? "");
      const all = await recorded(under, 400);
      const last = all.at(-1)?.entry;
      expect(last).toMatchObject({
        type: "signoff",
        by: "広報課長 山田",
        from: "2026-04-01",
        to: "2026-04-30",
        remarks: "短縮URLについて周知した",
        breaks: 0,
      });
      await press(page, "#chain .input");
      await type(page, line);
      await pressKeys(page, "Tab");
      await pressWords(page, ja("review_anchor_compare"), "#chain");
      await page.waitForSelector("#chain [role=status] .banner");
      const [machine = "", seq = ""] = line.split(" ");
      await saying(page, "#chain .banner", ja("journal_anchor_holds", machine.slice(0, 16), seq));
    });
  },
  { policy: POLICY },
);

inEachBrowser(
  "the review where nothing is recorded, in English",
  (under) => {
    test("says so, and what to do", async () => {
      const page = await openReview(under);
      await saying(page, ".banner", translate("en", "review_off_words"));
      await saying(page, "#accounts", translate("en", "review_accounts_no_register"));
      expect(await page.$eval(".banner a.button", (way) => (way as HTMLAnchorElement).hash)).toBe(
        "#behaviour",
      );
      // Looking leaves nothing behind.
      const kept = await page.evaluate(() => indexedDB.databases());
      expect(kept.map(({ name }) => name)).not.toContain("tenken-journal");
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      expect(await violations(page)).toEqual([]);
      expect(await misfits(page)).toEqual([]);
      await under.session.extension().setPolicy({ journalEnabled: true });
      const again = await openReview(under);
      await saying(again, ".banner", translate("en", "review_empty_words"));
    });

    test("is reached from the popup and from the other pages", async () => {
      for (const path of ["popup.html", "options.html", "status.html"]) {
        const page = await openExtensionPage(under.session, path);
        onTestFinished(() => page.close());
        await page.waitForSelector('nav a[href$="/review.html"]');
      }
    });
  },
  { lang: "en" },
);

async function* numbered(text: string) {
  for (const [index, line] of text.split("\n").entries()) yield { number: index + 1, text: line };
}
