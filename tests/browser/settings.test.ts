import { unzipSync } from "fflate";
import iconv from "iconv-lite";
import { beforeEach, expect, test } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import { COMPOSERS, prefilled } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type } from "./support/index.ts";
import { saying } from "./support/page-checks.ts";
import {
  chooseFile,
  downloaded,
  field,
  fill,
  goTo,
  openSettings,
  paste,
  pressWords,
  save,
  written,
} from "./support/settings-page.ts";

const [X] = COMPOSERS;
const WORD = "星見タワー";
const POLICY: Partial<Policy> = {
  organizationName: "星見市",
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  phoneBook: [
    { name: "代表", phone: "026-245-1400" },
    { name: "健康課", phone: "026-248-9018" },
  ],
};
const ja = (key: string, ...args: string[]) => translate("ja", key, args);

inEachBrowser(
  "the settings",
  (under) => {
    beforeEach(() => under.session.extension().setPolicy(POLICY));

    test("hold a post in the next check, as soon as they are saved", async () => {
      const page = await openSettings(under, "dictionary");
      await pressWords(page, ja("settings_add_row"));
      await fill(page, "terms[0].term", WORD);
      await saying(page, ".bar-state", ja("settings_not_saved", ja("settings_part_dictionary")));
      await save(page);

      const post = await under.open(prefilled(X.url, `${WORD}が完成します。`));
      await press(post, X.editor);
      await overlay(post).waitFor(".status .count.stop");

      // Chromium presses nothing in a tab behind another.
      await page.bringToFront();
      await goTo(page, "rules");
      await page.select(field('rules["secret.*"]'), "off");
      await save(page);
      const again = await under.open(prefilled(X.url, `${WORD}が完成します。`));
      await press(again, X.editor);
      await overlay(again).waitFor(".status.clear");
    });

    test("name what cannot be taken beside its field, keep it, and lead there", async () => {
      const page = await openSettings(under, "organization");
      await fill(page, "guidelineUrl", "guideline");
      await pressKeys(page, "Tab");
      await saying(page, ".error-text", ja("policy_rejected_not_url"));
      const isInvalid = await page.$eval(field("guidelineUrl"), (one) => one.ariaInvalid);
      expect(isInvalid).toBe("true");

      await goTo(page, "phones");
      await pressWords(page, ja("settings_save"), ".page-bar");
      await saying(page, ".banner", ja("settings_problems", "1"));
      await pressWords(page, ja("policy_guideline_url_title"), ".banner");
      await page.waitForSelector(`${field("guidelineUrl")}:focus`);
      expect(await written(page, "guidelineUrl")).toBe("guideline");
      await fill(page, "guidelineUrl", "https://www.city.hoshimi.lg.jp/guide.html");
      await save(page);
    });

    test("take back and bring again, by key and by button, on whichever part it was", async () => {
      const page = await openSettings(under, "phones");
      await press(page, '[data-row="0"] .icon-button');
      await page.waitForSelector('[data-row="1"]', { hidden: true });
      await goTo(page, "behaviour");
      await press(page, "main h1");
      await pressKeys(page, "Control+KeyZ");
      await page.waitForSelector('.page-sections a[href="#phones"][aria-current]');
      expect(await written(page, "phoneBook[0].name")).toBe("代表");
      await saying(page, ".bar-state", ja("settings_all_saved"));

      await pressWords(page, ja("settings_redo"), ".page-bar");
      await page.waitForSelector('[data-row="1"]', { hidden: true });
      expect(await written(page, "phoneBook[0].name")).toBe("健康課");

      // In a text field the browser's own undo counts; letters typed there are one step of the page's.
      await fill(page, "phoneBook[0].name", "保健課");
      await pressWords(page, ja("settings_undo"), ".page-bar");
      expect(await written(page, "phoneBook[0].name")).toBe("健康課");

      await pressWords(page, ja("settings_discard"), ".page-bar");
      await page.waitForSelector('[data-row="1"]');
      await saying(page, ".bar-state", ja("settings_all_saved"));
    });

    test("are not left unasked while something is not saved", async () => {
      const page = await openSettings(under, "organization");
      await fill(page, "contact", "広報係");
      await press(page, '.page-links a[href="/guide.html"]');
      await saying(page, "dialog h2", ja("settings_guard"));
      await pressWords(page, ja("settings_guard_stay"), "dialog");
      await page.waitForSelector("dialog", { hidden: true });
      expect(await written(page, "contact")).toBe("広報係");

      await press(page, '.page-links a[href="/guide.html"]');
      await pressWords(page, ja("settings_guard_save"), "dialog");
      await page.waitForFunction(() => location.pathname === "/guide.html", { polling: 50 });
      const again = await openSettings(under, "organization");
      expect(await written(again, "contact")).toBe("広報係");

      // Closing the tab: the browser asks in its own words.
      await fill(again, "contact", "政策課");
      const asked = new Promise<string>((resolve) => {
        again.once("dialog", (dialog) => {
          resolve(dialog.type());
          void dialog.dismiss();
        });
      });
      void again.close({ runBeforeUnload: true });
      expect(await asked).toBe("beforeunload");
      await pressWords(again, ja("settings_discard"), ".page-bar");
      await saying(again, ".bar-state", ja("settings_all_saved"));
    });

    test("go out as a file and come back from it", async () => {
      const page = await openSettings(under, "transfer");
      const file = await downloaded(page, () => pressWords(page, ja("settings_export_button")));
      expect(JSON.parse(file.toString())).toEqual(POLICY);

      const other = { ...POLICY, mode: "calm", contact: "広報係", colour: "red" };
      const bytes = new TextEncoder().encode(JSON.stringify({ ...other, phoneBook: [] }));
      await chooseFile(page, "input[type=file]", "settings.json", bytes);
      await saying(page, "dialog .banner", ja("settings_import_problems", "2"));
      await saying(page, "dialog table", ja("policy_contact_title"));
      await pressWords(page, ja("settings_import_take"), "dialog");
      await saying(page, ".banner", ja("settings_imported"));

      // What cannot be used came along, to be mended.
      await pressWords(page, ja("settings_save"), ".page-bar");
      await pressWords(page, ja("policy_mode_title"), ".banner");
      await page.waitForSelector('input[name="mode"]');
      await pressWords(page, ja("settings_undo"), ".page-bar");
      await goTo(page, "organization");
      expect(await written(page, "contact")).toBe("");
      await goTo(page, "transfer");
      await chooseFile(page, "input[type=file]", "settings.json", file);
      await saying(page, "dialog .empty", ja("settings_import_same"));
    });

    test("become a kit for every machine", async () => {
      const page = await openSettings(under, "transfer");
      for (const name of ["chrome", "firefox"]) {
        const box = `.kit-browser[data-browser="${name}"] input[type=checkbox]`;
        await page.$eval(box, (one) => {
          if (!(one as HTMLInputElement).checked) (one as HTMLInputElement).click();
        });
      }
      await fill(page, "kit-chrome-id", "a store’s own id");
      await pressWords(page, ja("settings_kit_make"));
      await saying(page, ".error-text", ja("settings_kit_wrong_id"));
      await fill(page, "kit-chrome-id", "abcdefghijklmnopabcdefghijklmnop");
      await pressWords(page, ja("policy_allow_local_settings_title"), "main");
      const zip = await downloaded(page, () => pressWords(page, ja("settings_kit_make")));
      const files = unzipSync(zip);
      expect(Object.keys(files)).toContain("windows/registry/tenken-chrome-set.reg");
      expect(Object.keys(files)).toContain("macos/tenken-firefox.mobileconfig");
      expect(Object.keys(files).some((path) => path.includes("edge"))).toBe(false);
      const text = new TextDecoder().decode(files["policy.json"]);
      expect(JSON.parse(text)).toEqual({ ...POLICY, allowLocalSettings: true });
    });

    test("take rows that were copied from a sheet, after they were looked at", async () => {
      const page = await openSettings(under, "phones");
      const rows = 'TEL\t部署・施設の名称\n026-1\t"図書館\n分館"\n\t公民館\n';
      await paste(page, field("phoneBook[0].name"), rows);
      await saying(page, "dialog .hint-text", ja("settings_preview_titles", "2"));
      // "TEL" is no title that it knows.
      await page.select("dialog th:nth-child(2) select", "phone");
      const lacks = ja("policy_phone_book_phone_title");
      await saying(
        page,
        "dialog .banner",
        ja("settings_row_wrong", "3", lacks, ja("policy_rejected_missing")),
      );
      await pressWords(page, ja("settings_take", "2"), "dialog");
      await page.waitForSelector('[data-row="3"]');
      expect(await written(page, "phoneBook[2].name")).toBe("図書館分館");
      expect(await written(page, "phoneBook[3].name")).toBe("公民館");
      await pressWords(page, ja("settings_save"), ".page-bar");
      await saying(page, "td .error-text", ja("policy_rejected_missing"));
      await fill(page, "phoneBook[3].phone", "026-2");
      await save(page);
    });

    test("take a CSV file as Japanese Excel saves it", async () => {
      const page = await openSettings(under, "phones");
      await pressWords(page, ja("settings_take_rows"));
      const bytes = iconv.encode("名称,電話番号\r\n図書館,026-1\r\n", "Shift_JIS");
      await chooseFile(page, "dialog input[type=file]", "phones.csv", bytes);
      await saying(page, "dialog td", "図書館");
      await press(page, "dialog .choice:last-child input");
      await pressWords(page, ja("settings_take", "1"), "dialog");
      await page.waitForSelector('[data-row="1"]', { hidden: true });
      expect(await written(page, "phoneBook[0].phone")).toBe("026-1");
    });

    test("try a post on settings that are not saved", async () => {
      const page = await openSettings(under, "rules");
      await press(page, "#preview-text");
      await type(page, "看護婦が伺います。");
      await saying(page, ".finding .sentence b", "看護婦");
      await pressWords(page, ja("settings_preview_rule"), ".finding");
      await page.waitForSelector(`${field('rules["tone.outdated-term"]')}:focus`);
      await page.select(field('rules["tone.outdated-term"]'), "stop");
      await saying(page, ".finding.stop .sentence b", "看護婦");
      await page.select(field('rules["tone.outdated-term"]'), "off");
      await saying(page, ".preview-result", ja("ui_card_clear"));

      await press(page, "#rule-search");
      await type(page, "短縮");
      await saying(page, ".rule-search .hint-text", "件のうち");
      const shown = await page.$$eval(".rule-row code", (ids) => ids.map((id) => id.textContent));
      expect(shown).toContain("link.shortener");
      expect(shown).not.toContain("tone.outdated-term");
    });

    test("keep the register, and mark what 6(3) and 6(4) still ask for", async () => {
      const page = await openSettings(under, "accounts");
      await pressWords(page, ja("settings_account_add"));
      await fill(page, "accounts[0].name", "星見市公式");
      await saying(page, ".banner-title", ja("settings_account_lacks", "11"));
      await fill(page, "accounts[0].terms.disclaimer", "責任を負いません。");
      await saying(page, ".banner-title", ja("settings_account_lacks", "10"));
      await pressWords(page, ja("settings_account_back"));
      await saying(page, "table tbody th", "星見市公式");
      await saying(page, "table tbody td", ja("settings_account_lacks", "10"));
      await save(page);
    });

    test("follow what another window saves, and never take over unasked", async () => {
      const one = await openSettings(under, "organization");
      const other = await openSettings(under, "organization");
      await fill(other, "contact", "広報係");
      await save(other);
      await one.bringToFront();
      await one.waitForFunction(
        (where) => document.querySelector<HTMLInputElement>(where)?.value === "広報係",
        { polling: 30 },
        field("contact"),
      );
      await fill(one, "recordOfficer", "課長");
      await other.bringToFront();
      await fill(other, "contact", "政策課");
      await save(other);
      await one.bringToFront();
      await saying(one, ".banner-title", ja("settings_overtaken"));
      expect(await written(one, "recordOfficer")).toBe("課長");
      await pressWords(one, ja("settings_overtaken_take"), ".banner");
      await saying(one, ".bar-state", ja("settings_all_saved"));
      expect(await written(one, "contact")).toBe("政策課");
    });
  },
  { policy: POLICY },
);
