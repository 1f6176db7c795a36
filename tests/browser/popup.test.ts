import type { ElementHandle, Page } from "puppeteer-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { translate } from "../../src/locales.ts";
import { CLEAN, DRAFT, NEW_WORD, OLD_WORD, RIGHT_DAY, SHORT, WRONG_DAY } from "./support/drafts.ts";
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
import { questions } from "./support/questions.ts";
import { silenceWorker } from "./support/silence.ts";

const TARGET = "https://www.city.hoshimi.lg.jp/gomi.html";
/** More than X takes of full-width letters, and little for Facebook. */
const LONG =
  "紅葉が見ごろです。公園の池のまわりでは、もみじが赤く色づきました。遊歩道は朝のうちが静かで、散歩に向いています。展望台からは山なみと町が見わたせます。売店では温かい飲み物を用意しています。落ち葉ですべりやすい所がありますので、歩きやすい靴でお越しください。皆さんのお越しをお待ちしています。";
const POLICY = { homepageUrl: "https://www.city.hoshimi.lg.jp/", policyRevision: "2026-04" };

/** The popup's page in a tab as wide as the browser makes a popup; its text field has the focus. */
async function openPopup(under: BrowserUnderTest, width = 400): Promise<Page> {
  const page = await openExtensionPage(under.session, "popup.html");
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 600 });
  await page.bringToFront();
  await vi.waitFor(
    async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe("text"),
    { timeout: 10_000, interval: 30 },
  );
  return page;
}

const text = (page: Page) => page.$eval("textarea", ({ value }) => value);

/** Presses the first repair of the finding about these words, and waits for the text. */
async function repair(page: Page, words: string, after: string): Promise<void> {
  const button = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".finding")]
        .find((one) => one.querySelector(".sentence b")?.textContent === wanted)
        ?.querySelector<HTMLElement>("button.main"),
    { polling: 30, timeout: 10_000 },
    words,
  );
  await (button.asElement() as ElementHandle<Element> | null)?.click();
  await page.waitForFunction(
    (wanted) => document.querySelector("textarea")?.value === wanted,
    { polling: 30, timeout: 10_000 },
    after,
  );
}

inEachBrowser(
  "the popup",
  (under) => {
    test("says what is wrong in a text and where its link leads, and repairs it", async () => {
      under.server.standIn(SHORT, { status: 301, location: TARGET });
      const page = await openPopup(under);
      await saying(page, "footer", POLICY.policyRevision);
      await type(page, DRAFT);
      await saying(page, ".finding.stop .sentence b", WRONG_DAY);
      await saying(page, ".finding .sentence b", SHORT);
      await saying(page, ".finding .leads b", "www.city.hoshimi.lg.jp/gomi.html");
      expect(questions(under)).toEqual([`HEAD https://${SHORT}`]);

      const dated = DRAFT.replace(WRONG_DAY, RIGHT_DAY);
      await repair(page, WRONG_DAY, dated);
      await repair(page, SHORT, dated.replace(SHORT, TARGET));
      await repair(page, OLD_WORD, dated.replace(SHORT, TARGET).replace(OLD_WORD, NEW_WORD));
      await saying(page, "[role=status]", translate("ja", "ui_card_clear"));
      expect(await page.$$(".finding")).toEqual([]);

      // The field has the focus again, and takes the last repair back.
      await pressKeys(page, "Control+KeyZ");
      expect(await text(page)).toBe(dated.replace(SHORT, TARGET));
      await saying(page, ".finding .sentence b", OLD_WORD);
    });

    test("says of a text without findings what was not looked at", async () => {
      const page = await openPopup(under);
      await saying(page, "[role=status]", translate("ja", "ui_card_empty"));
      await type(page, CLEAN);
      await saying(page, "[role=status]", translate("ja", "ui_card_clear"));
      expect(await page.$$(".finding")).toEqual([]);
    });

    test("asks anew for the other platform", async () => {
      const page = await openPopup(under);
      await type(page, LONG);
      await saying(page, ".finding .sentence b", translate("ja", "ui_card_whole"));
      await press(page, "fieldset label:last-child");
      await saying(page, "[role=status]", translate("ja", "ui_card_clear"));
      expect(await page.$$(".finding")).toEqual([]);
    });

    test("without an answer it says so, and checks again when asked", async () => {
      const page = await openPopup(under);
      await saying(page, "footer", POLICY.policyRevision);
      const speak = await silenceWorker(under.session);
      try {
        await type(page, CLEAN);
        await saying(page, "[role=status]", translate("ja", "popup_unchecked"));
        await saying(page, "[role=status]", translate("ja", "ui_status_unchecked"));
        await press(page, ".summary button");
        await saying(page, "[role=status]", translate("ja", "ui_card_checking"));
      } finally {
        await speak();
      }
      await saying(page, "[role=status]", translate("ja", "ui_card_clear"));
    });

    test("opens the guide at the rule", async () => {
      const page = await openPopup(under);
      await type(page, WRONG_DAY);
      await press(page, ".finding .more");
      const guide = await under.session.extensionPage("guide.html");
      onTestFinished(() => guide.close());
      expect(await guide.evaluate(() => location.hash)).toBe("#date.weekday");
    });

    test.each([
      ["light", 400],
      ["dark", 360],
      // What 200 % zoom leaves of a popup's largest width, and less.
      ["light", 320],
    ] as const)("%s, %i px wide: everybody can use it, and it is whole", async (scheme, width) => {
      under.server.standIn(SHORT, { status: 301, location: TARGET });
      const page = await openPopup(under, width);
      await look(page, { scheme });
      expect(await violations(page)).toEqual([]);
      await type(page, DRAFT);
      await saying(page, ".finding .leads b", "www.city.hoshimi.lg.jp/gomi.html");
      expect(await violations(page)).toEqual([]);
      expect(await misfits(page)).toEqual([]);
    });
  },
  { policy: POLICY },
);

inEachBrowser(
  "the popup in English",
  (under) => {
    test("speaks English about a Japanese text", async () => {
      const page = await openPopup(under);
      await type(page, WRONG_DAY);
      await saying(page, ".finding .message", "Saturday");
      expect(await page.$eval("label", ({ textContent }) => textContent)).toBe(
        translate("en", "popup_text"),
      );
      expect(await violations(page)).toEqual([]);
      await look(page, { scheme: "dark" });
      expect(await violations(page)).toEqual([]);
    });
  },
  { lang: "en" },
);
