import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { type BrowserUnderTest, inEachBrowser, look, press, pressKeys } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { silenceWorker } from "./support/silence.ts";

/** With a slip of every common kind: a choice, a range, a name, a host, an unknown key. */
const WRITTEN: unknown = {
  policyRevision: "2026-11-01",
  organizationName: "星見市",
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  accounts: [
    { platform: "x", handle: "hoshimi_city", name: "星見市公式", status: "正式" },
    { platform: "facebook", name: "星見市", operators: ["山田花子", "鈴木一郎"] },
  ],
  phoneBook: [
    { name: "代表", phone: "026-245-1400" },
    { name: "消防", phone: "026-245-0119" },
    { name: "図書館", phone: "026-245-0784" },
    { name: "病院", phone: "026-245-1650" },
  ],
  rules: { "link.*": "stop", "Taro Yamada": "stop" },
  emergencyByStaffMinutes: 99_999,
  trustedDomains: ["www.jma.go.jp", "https://www.pref.nagano.lg.jp/"],
  overide: "never",
};
const ja = (key: string, ...args: string[]) => translate("ja", key, args);

async function openStatus(under: BrowserUnderTest, width = 1100): Promise<Page> {
  const page = await openExtensionPage(under.session, "status.html");
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 800 });
  await page.bringToFront();
  await page.waitForSelector("#summary");
  return page;
}

/** One row of the tables of keys: its value and where it came from. */
const row = (page: Page, key: string) =>
  page.$$eval(
    "#keys tbody tr",
    (rows, wanted) =>
      rows
        .filter((one) => one.querySelector("th code")?.textContent === wanted)
        .flatMap((one) => [...one.querySelectorAll("td")].map(({ textContent }) => textContent)),
    key,
  );

/** Another own page, such as the settings, saves. */
async function saveElsewhere(under: BrowserUnderTest, raw: object): Promise<void> {
  const page = await openExtensionPage(under.session, "guide.html");
  await page.evaluate(async (values) => {
    const world = globalThis as unknown as Record<
      "chrome" | "browser",
      { runtime: { sendMessage(message: object): Promise<unknown> } }
    >;
    await (world.browser ?? world.chrome).runtime.sendMessage({ type: "set-local", raw: values });
  }, raw);
  await page.close();
}

inEachBrowser(
  "the settings in force",
  (under) => {
    test("are shown key by key, with where each came from", async () => {
      const page = await openStatus(under);
      await saying(page, "#summary", ja("status_is_local"));
      await saying(page, "#summary", "2026-11-01");
      await saying(page, "#summary", under.session.extension().id);
      await saying(page, "#summary", under.kind === "firefox" ? "Firefox" : "Chrome");
      expect(await row(page, "organizationName")).toEqual(["星見市", ja("status_source_local")]);
      expect(await row(page, "ownDomains")).toEqual([
        "city.hoshimi.lg.jp",
        ja("status_source_derived"),
      ]);
      expect(await row(page, "enforcement")).toEqual([
        ja("policy_enforcement_hold"),
        ja("status_source_default"),
      ]);
      const [numbers] = await row(page, "phoneBook");
      expect(numbers).toContain(ja("status_count", "4"));
      expect(numbers).toContain("026-245-0119");
    });

    test("come with what was left out, why, and what to do", async () => {
      const page = await openStatus(under);
      const rows = await page.$$eval("#rejected tbody tr", (all) =>
        all.map((one) => one.textContent ?? ""),
      );
      expect(rows).toHaveLength(5);
      const about = (path: string) => rows.find((one) => one.includes(path)) ?? "";
      expect(about("accounts[0].status")).toContain("届出、審査中、公認、休止、廃止");
      expect(about("emergencyByStaffMinutes")).toContain(
        ja("status_remedy_out_of_range", "0", "10080"),
      );
      expect(about("rules[")).toContain(ja("policy_rejected_bad_name"));
      expect(about("trustedDomains[1]")).toContain(ja("status_remedy_not_host"));
      expect(about("overide")).toContain(ja("status_remedy_unknown_key"));
      // The rest of the same keys is in force.
      expect(await row(page, "trustedDomains")).toEqual([
        "www.jma.go.jp",
        ja("status_source_local"),
      ]);
    });

    test("answer what administrators ask", async () => {
      const page = await openStatus(under);
      const questions = await page.$$eval("#help dt", (all) => all.map((one) => one.textContent));
      expect(questions).toHaveLength(7);
      const family = under.kind === "firefox" ? "firefox" : "chromium";
      await saying(page, "#help dd", ja(`status_help_restart_${family}`));
      await saying(page, "#help dd", under.session.extension().id);
    });

    test("can be copied as a diagnosis without anybody's name or number", async () => {
      const page = await openStatus(under);
      await press(page, "#diagnosis .button.main");
      await saying(page, "#diagnosis", ja("status_copied"));
      const shown = await page.$eval("#diagnosis textarea", ({ value }) => value);
      expect(shown).toContain("phoneBook = 4件");
      for (const secret of ["星見市", "山田", "026-245", "hoshimi", "Taro"]) {
        expect(shown).not.toContain(secret);
      }
      // What is pasted elsewhere is what is shown here.
      const popup = await openExtensionPage(under.session, "popup.html");
      onTestFinished(() => popup.close());
      await popup.bringToFront();
      await press(popup, "#text");
      await pressKeys(popup, "Control+KeyV");
      expect(await popup.$eval("#text", (box) => (box as HTMLTextAreaElement).value)).toBe(shown);
    });

    test("follow a change that was saved elsewhere", async () => {
      const page = await openStatus(under);
      await saveElsewhere(under, { policyRevision: "2026-12-24" });
      onTestFinished(() => saveElsewhere(under, WRITTEN as object));
      await saying(page, "#summary", "2026-12-24");
      await saying(page, "#rejected", ja("status_rejected_none"));
      await saying(page, "[role=status]", ja("status_changed"));
    });

    test("say so where the worker does not answer, and come when it does", async () => {
      const page = await openStatus(under);
      const speak = await silenceWorker(under.session);
      try {
        await press(page, "#summary .buttons button");
        await saying(page, ".banner", ja("status_missing"));
        await press(page, ".banner button");
      } finally {
        await speak();
      }
      await saying(page, "#summary", "2026-11-01");
    });

    test("hide what stands at its default when asked", async () => {
      const page = await openStatus(under);
      await press(page, "#keys label input");
      await page.waitForFunction(() => document.querySelectorAll("#keys tbody tr").length < 10);
      const keys = await page.$$eval("#keys th code", (all) => all.map((one) => one.textContent));
      expect(keys).toEqual([
        "policyRevision",
        "organizationName",
        "homepageUrl",
        "trustedDomains",
        "phoneBook",
        "accounts",
        "rules",
      ]);
    });

    test("can be had by keyboard alone", async () => {
      const page = await openStatus(under);
      const wanted = ja("status_copy");
      for (let step = 0; step < 30; step++) {
        await pressKeys(page, "Tab");
        if (await page.evaluate((words) => document.activeElement?.textContent === words, wanted))
          break;
      }
      await pressKeys(page, "Enter");
      await saying(page, "#diagnosis", ja("status_copied"));
    });

    test.each([
      ["light", 1100],
      ["dark", 1100],
      ["light", 360],
    ] as const)(
      "%s, %i px wide: everybody can read them, and the page is whole",
      async (scheme, width) => {
        const page = await openStatus(under, width);
        await look(page, { scheme });
        await press(page, "#diagnosis .button.main");
        await saying(page, "#diagnosis", ja("status_copied"));
        expect(await violations(page)).toEqual([]);
        expect(await misfits(page)).toEqual([]);
      },
    );
  },
  // What a person wrote is not what a policy may be: that is what this page is for.
  { policy: WRITTEN as Partial<Policy> },
);

inEachBrowser(
  "the settings in force, in English",
  (under) => {
    test("say that nothing is set, and lead to the welcome", async () => {
      const page = await openStatus(under);
      await saying(page, "#summary", translate("en", "status_is_bare"));
      await saying(page, "#rejected", translate("en", "status_rejected_none"));
      expect(
        await page.$eval("#summary a.button", (way) => (way as HTMLAnchorElement).pathname),
      ).toBe("/welcome.html");
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      expect(await violations(page)).toEqual([]);
    });
  },
  { lang: "en" },
);
