import { expect, onTestFinished, test } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import { PARTS } from "../../src/options/sections.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import {
  type BrowserUnderTest,
  inEachBrowser,
  look,
  press,
  pressKeys,
  type,
} from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import {
  downloaded,
  field,
  fill,
  goTo,
  openSettings,
  pressWords,
} from "./support/settings-page.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);
/** Something on each part, some of it wrong, some of it long. */
const POLICY: Partial<Policy> = {
  organizationName: "星見市",
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  clauses: { "6(7)": { label: "第6条第7項", text: "短縮URLは使わない。" } },
  trustedDomains: ["a-very-long-name-of-a-tourism-association-of-the-region.example.jp"],
  phoneBook: [
    { name: "健康福祉部高齢者福祉課地域包括支援センター中央分室", phone: "026-248-9018" },
  ],
  terms: [
    { term: "新市民会館", level: "stop", message: "まだ公表できません。", until: "2026-12-18" },
  ],
  rules: { "link.*": "care", "link.wrapped": "off" },
  accounts: [{ platform: "x", handle: "hoshimi", name: "星見市公式", status: "公認" }],
};

/** Every part, and what opens on it. */
const PLACES = [...PARTS.map(({ id }) => id), "accounts/0"];

inEachBrowser(
  "the settings for everybody",
  (under) => {
    test.each([
      ["light", 1280],
      ["dark", 1280],
      // A phone, or 400 % zoom.
      ["light", 320],
    ] as const)("%s, %i px wide: every part can be used, and is whole", async (scheme, width) => {
      const page = await openSettings(under, "organization");
      await look(page, { scheme });
      await page.setViewport({ width, height: 900 });
      for (const place of PLACES) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#${place}`);
        const part = place.split("/")[0];
        await page.waitForSelector(`.page-sections a[href="#${part}"][aria-current]`);
        expect({ place, violations: await violations(page) }).toEqual({ place, violations: [] });
        expect({ place, misfits: await misfits(page) }).toEqual({ place, misfits: [] });
      }
    });

    test.each(["light", "dark"] as const)("%s: so can what opens over it", async (scheme) => {
      const page = await openSettings(under, "phones");
      await look(page, { scheme });
      await fill(page, "phoneBook[0].phone", " ");
      await pressWords(page, ja("settings_save"), ".page-bar");
      await saying(page, ".banner", ja("settings_problems", "1"));
      expect(await violations(page)).toEqual([]);
      await pressWords(page, ja("settings_take_rows"));
      await type(page, "");
      await press(page, "dialog textarea");
      await type(page, "図書館,026-1\n公民館,");
      await saying(page, "dialog .banner", ja("settings_rows_wrong", "1"));
      expect(await violations(page)).toEqual([]);
      await pressKeys(page, "Escape");
      await page.waitForSelector("dialog", { hidden: true });
      await press(page, '.page-links a[href="/guide.html"]');
      await saying(page, "dialog h2", ja("settings_guard"));
      expect(await violations(page)).toEqual([]);
      await pressWords(page, ja("settings_guard_leave"), "dialog");
      await page.waitForFunction(() => location.pathname === "/guide.html", { polling: 50 });
    });

    test("need no mouse: from the top of the page to what is saved", async () => {
      const page = await openSettings(under, "organization");
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const focused = () =>
        page.evaluate(() => {
          const at = document.activeElement as HTMLElement | null;
          return at?.dataset.path ?? at?.textContent?.trim() ?? "";
        });
      const tabTo = async (wanted: string) => {
        for (let step = 0; step < 60; step++) {
          await pressKeys(page, "Tab");
          if ((await focused()) === wanted) return;
        }
        throw new Error(`Tab never came to ${wanted}, but to ${await focused()}`);
      };
      await tabTo(ja("settings_part_phones"));
      await pressKeys(page, "Enter");
      await page.waitForSelector('.page-sections a[href="#phones"][aria-current]');
      await tabTo(ja("settings_add_row"));
      await pressKeys(page, "Enter");
      await page.waitForSelector(`${field("phoneBook[1].name")}:focus`);
      await type(page, "図書館");
      await pressKeys(page, "Tab");
      await type(page, "026-245-0784");
      await pressKeys(page, "Control+KeyS");
      await saying(page, ".bar-state", ja("settings_outcome_saved"));
      await saying(page, ".quiet[role=status]", ja("settings_outcome_saved"));
      expect(await focused()).toBe("phoneBook[1].phone");
    });
  },
  { policy: POLICY },
);

inEachBrowser(
  "the settings in English",
  (under) => {
    test("speak English on every part", async () => {
      const page = await openSettings(under, "organization");
      for (const place of PLACES) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#${place}`);
        await saying(page, "h1", translate("en", `settings_part_${place.split("/")[0]}`));
        expect({ place, violations: await violations(page) }).toEqual({ place, violations: [] });
      }
    });
  },
  { lang: "en", policy: POLICY },
);

/** As the browser's policy set it in the last session; it holds until the browser says otherwise. */
async function setLastManaged(under: BrowserUnderTest, raw: Partial<Policy>): Promise<void> {
  const page = await openExtensionPage(under.session, "options.html");
  await page.waitForSelector(".settings-part");
  // A running worker would soon write down again that there is no policy.
  await under.session.extension().stopWorker();
  await page.evaluate(async (value) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: { local: { set(items: object): Promise<void>; setAccessLevel?: unknown } };
      };
    };
    if (chrome.storage.local.setAccessLevel) {
      await chrome.storage.local.set({ lastManagedPolicy: value });
      return;
    }
    // See src/policy/trusted-storage.ts.
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("tenken", 1);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const change = request.result.transaction("settings", "readwrite");
        change.objectStore("settings").put(value, "lastManagedPolicy");
        change.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
  }, raw);
  await page.close();
}

inEachBrowser("the settings under managed policy", (under) => {
  test("are locked, say by whom, and can be copied for what is handed out next", async () => {
    await under.session.extension().setPolicy({ contact: "広報係" });
    await setLastManaged(under, { organizationName: "星見市", mode: "hold" });
    const page = await openExtensionPage(under.session, "options.html");
    onTestFinished(() => page.close());
    await page.bringToFront();
    await saying(page, ".banner-title", ja("settings_managed"));
    await saying(page, ".badge", ja("settings_lock_set"));
    await saying(page, ".badge", ja("settings_lock_unset"));
    const seen = await page.$$eval('[data-path="organizationName"], [data-path="contact"]', (all) =>
      all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).readOnly]),
    );
    // What was set on the machine does not hold, and is not shown as if it did.
    expect(seen).toEqual([
      ["星見市", true],
      ["", true],
    ]);

    await pressWords(page, ja("settings_copy"));
    await fill(page, "contact", "政策推進課");
    await goTo(page, "behaviour");
    await press(page, field("allowLocalSettings"));
    const file = await downloaded(page, () =>
      pressWords(page, ja("settings_export_button"), ".page-bar"),
    );
    expect(JSON.parse(file.toString())).toEqual({
      organizationName: "星見市",
      contact: "政策推進課",
      mode: "hold",
      allowLocalSettings: true,
    });
    await saying(page, ".bar-state", ja("settings_all_saved"));
    expect(await violations(page)).toEqual([]);
  });

  test("are free again, with what the machine had, as soon as the policy is withdrawn", async () => {
    await under.session.extension().setPolicy({ contact: "広報係" });
    await setLastManaged(under, { organizationName: "星見市" });
    const page = await openExtensionPage(under.session, "options.html");
    onTestFinished(() => page.close());
    await page.bringToFront();
    await saying(page, ".banner-title", ja("settings_managed"));
    expect(await violations(page)).toEqual([]);
    await page.waitForFunction(
      (where) => document.querySelector<HTMLInputElement>(where)?.value === "広報係",
      { polling: 100, timeout: 20_000 },
      field("contact"),
    );
    await saying(page, ".bar-state", ja("settings_all_saved"));
    expect(await page.$$(".field .badge")).toEqual([]);
  });
});
