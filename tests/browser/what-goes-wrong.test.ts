import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  ASKING,
  CLEAN,
  COMPOSERS,
  DRAFT,
  OLD_WORD,
  prefilled,
  RIGHT_DAY,
  SHORT,
  WRONG_DAY,
} from "./support/drafts.ts";
import {
  highlights,
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
  X,
} from "./support/index.ts";
import { onlyOne, pressPublish, publishAnyway } from "./support/publishing.ts";

const SHORTCUT = "Alt+Shift+KeyK";
const HOME = COMPOSERS[0];
const COMPOSE = '[data-testid="SideNav_NewTweet_Button"]';
const MODAL_EDITOR = `[role="dialog"] ${X.editor}`;

/** Resolves when exactly these words are marked as what stops. */
async function waitForStops(page: Page, words: string[]): Promise<void> {
  await expect
    .poll(async () => (await highlights(page))["tenken-stop-light"], { timeout: 10_000 })
    .toEqual(words);
}

// What the other files prove stands there: this one has what none of them could.
inEachBrowser("what goes wrong in such extensions", (under) => {
  test.each(COMPOSERS)(
    "$name: a repair that the page takes back is told as one that failed",
    async ({ url, editor, composer }) => {
      const page = await under.open(prefilled(url, WRONG_DAY));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      // Whatever is written, and in whichever way: its letters are gone before the next frame.
      await page.$eval(
        editor,
        (root, words) => {
          const restore = () => {
            const letters = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
            if (letters && letters.nodeValue !== words) letters.nodeValue = words;
          };
          new MutationObserver(restore).observe(root, {
            subtree: true,
            childList: true,
            characterData: true,
          });
        },
        WRONG_DAY,
      );
      await pressKeys(page, SHORTCUT);
      await shown.press(".card [data-first]");
      expect((await shown.waitFor(".card .notice")).text).toContain("置き換え");
      expect(await page.$eval(editor, (root) => root.textContent)).toBe(WRONG_DAY);
      expect(await modelTexts(page, composer)).not.toEqual([`${RIGHT_DAY}${WRONG_DAY}`]);
    },
  );

  test.each(COMPOSERS)(
    "$name: words that begin in a tag and end behind it are mended as one, between two lines",
    async ({ url, editor, composer }) => {
      const before = `お知らせ🍎\n市民まつり #${WRONG_DAY}に開催\nどうぞ👩‍👩‍👧`;
      const page = await under.open(prefilled(url, before));
      await press(page, editor);
      const shown = overlay(page);
      await waitForStops(page, [WRONG_DAY]);
      await pressKeys(page, SHORTCUT);
      await shown.press(".card [data-first]");
      await waitForModel(page, composer, [before.replace(WRONG_DAY, RIGHT_DAY)]);
      await pressKeys(page, "Control+KeyZ");
      await waitForModel(page, composer, [before]);
    },
  );

  test.each(COMPOSERS)(
    "$name: behind emoji, joiners and letters without width, mark and repair stand where they should",
    async ({ url, editor, composer }) => {
      const page = await under.open(url);
      await press(page, editor);
      const head = "👩‍👩‍👧🇯🇵1️⃣か\u3099\u200b葛\u{E0100}";
      await type(page, `${head}${WRONG_DAY}です`);
      await waitForStops(page, [WRONG_DAY]);
      const [before = ""] = (await modelTexts(page, composer)) ?? [];
      expect(before).toContain("👩‍👩‍👧🇯🇵1️⃣か");
      // Into the date: what else is said of these letters has repairs of its own.
      for (const _ of "です)") await pressKeys(page, "ArrowLeft");
      await pressKeys(page, SHORTCUT);
      await overlay(page).press(".card [data-first]");
      await expect
        .poll(() => modelTexts(page, composer), { timeout: 10_000 })
        .toEqual([before.replace(WRONG_DAY, RIGHT_DAY)]);
    },
  );

  // As macOS tells of it; elsewhere such a key is called "Process" (the other file).
  test.each([{ isComposing: true }, { keyCode: 229 }])(
    "Facebook: the Enter that ends a conversion is the page's own, told by %o",
    async (how) => {
      const page = await under.open("https://www.facebook.com/");
      const box = '[role="article"]:nth-of-type(3) > form [role="textbox"]';
      await press(page, box);
      await type(page, WRONG_DAY);
      await overlay(page).waitFor(".status.findings");
      const reaches = (init: KeyboardEventInit) =>
        page.$eval(
          box,
          (root, given) => {
            let isSeen = false;
            const look = (event: Event) => {
              isSeen = true;
              event.stopImmediatePropagation();
            };
            document.addEventListener("keydown", look, { capture: true, once: true });
            root.dispatchEvent(
              new KeyboardEvent("keydown", { key: "Enter", bubbles: true, ...given }),
            );
            document.removeEventListener("keydown", look, true);
            return isSeen;
          },
          init,
        );
      expect(await reaches(how)).toBe(true);
      expect(await reaches({})).toBe(false);
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    },
  );

  test("X: the modal's draft is checked, not that of the home composer behind it, and the reverse", async () => {
    const page = await under.open("https://x.com/home");
    await press(page, HOME.editor);
    await type(page, WRONG_DAY);
    await overlay(page).waitFor(".status.findings");
    await press(page, COMPOSE);
    await page.waitForSelector(`${MODAL_EDITOR}:focus`);
    await type(page, CLEAN);
    await overlay(page).waitFor(".status.clear");
    await press(page, X.modalButton);
    await onlyOne(under, page, CLEAN);
    await page.waitForSelector('[role="dialog"]', { hidden: true });
    await press(page, HOME.button);
    expect((await overlay(page).waitFor(ASKING)).text).toContain(WRONG_DAY);
    expect(under.server.published()).toHaveLength(1);
  });

  test.each(COMPOSERS)(
    "$name: consent to one text is none to another",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, WRONG_DAY));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await shown.press("dialog input");
      await type(page, "主催者の指定のため");
      await page.$eval(
        editor,
        (root, word) => {
          const letters = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
          if (letters) letters.nodeValue += word;
        },
        OLD_WORD,
      );
      await pressPublish(page);
      await shown.waitUntil(
        (root, word) => root.querySelector("dialog")?.textContent?.includes(word),
        [OLD_WORD],
      );
      expect(under.server.published()).toEqual([]);
    },
  );

  test.each(COMPOSERS)(
    "$name: marks stand after a picture, after another tab, and after the page forgot them",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await waitForStops(page, [WRONG_DAY, SHORT]);
      await page.$eval(editor, (root) => {
        const picture = document.createElement("img");
        picture.alt = "収集車";
        picture.width = 40;
        root.parentElement?.parentElement?.append(picture);
        // A page may empty what it shares with us.
        CSS.highlights.clear();
        document.adoptedStyleSheets = [];
      });
      const other = await under.open("https://x.com/home");
      await other.bringToFront();
      await page.bringToFront();
      await press(page, editor);
      // Behind them all: not one of their letters moves.
      await pressKeys(page, "Control+End");
      await type(page, "★");
      await waitForStops(page, [WRONG_DAY, SHORT]);
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    },
  );

  test.each(COMPOSERS)(
    "$name: nothing of ours stands in the editor, whatever was shown and done",
    async ({ url, editor, button, composer }) => {
      const page = await under.open(prefilled(url, DRAFT));
      const inside = () =>
        page.$eval(editor, (root) =>
          [root, ...root.querySelectorAll("*")].flatMap((element) =>
            [...element.attributes].map(({ name, value }) => `${name}=${value}`),
          ),
        );
      await press(page, editor);
      await overlay(page).waitFor(".status.findings");
      await waitForStops(page, [WRONG_DAY, SHORT]);
      await pressKeys(page, SHORTCUT);
      await overlay(page).waitFor(".card");
      await pressKeys(page, "Escape");
      await press(page, button);
      await overlay(page).waitFor(ASKING);
      expect((await inside()).filter((attribute) => /tenken|overlay/.test(attribute))).toEqual([]);
      expect(await page.$eval(editor, (root) => root.querySelector(":popover-open"))).toBeNull();
      expect(await modelTexts(page, composer)).toEqual([DRAFT]);
      await publishAnyway(page);
      await onlyOne(under, page, DRAFT);
    },
  );
});
