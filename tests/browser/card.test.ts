import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  COMPOSERS,
  DRAFT,
  NEW_WORD,
  OLD_WORD,
  prefilled,
  RIGHT_DAY,
  WRONG_DAY,
} from "./support/drafts.ts";
import { findExtensionPage } from "./support/extension-page.ts";
import {
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";

const SHORTCUT = "Alt+Shift+KeyK";

/** Where in the page the focus is. */
const OURS = "[data-tenken-overlay]";
const isOurs = (page: Page) => page.evaluate((ours) => document.activeElement?.matches(ours), OURS);

/** The middle of a word of the draft, in viewport coordinates. */
async function placeOf(
  page: Page,
  editor: string,
  word: string,
): Promise<{ x: number; y: number }> {
  return page.$eval(
    editor,
    (root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`no ${wanted} in the editor`);
    },
    word,
  );
}

inEachBrowser("card", (under) => {
  test.each(COMPOSERS)(
    "$name: the shortcut opens it, arrows page, Escape gives the focus back",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Control+Home");
      await pressKeys(page, SHORTCUT);
      const card = await shown.waitFor(".card.stop");
      expect(card.text).toContain(WRONG_DAY);
      expect(card.text).toContain("土曜日");
      expect(card.text).toContain("5(2)");
      expect(card.attributes).toMatchObject({ role: "dialog", "aria-describedby": "message" });
      expect(await isOurs(page)).toBe(true);
      await pressKeys(page, "ArrowRight");
      expect((await shown.waitFor(".card.care")).text).toContain(OLD_WORD);
      await pressKeys(page, "Escape");
      await shown.waitGone(".card");
      expect(await page.$eval(editor, (root) => root.contains(document.activeElement))).toBe(true);
      // The page's own Escape, which would close the composer, has not seen the key.
      await type(page, "★");
      await page.waitForFunction(
        (selector) => document.querySelector(selector)?.textContent?.includes("★"),
        {},
        editor,
      );
    },
  );

  test.each(COMPOSERS)(
    "$name: pointing at a mark opens its card and leaves the focus",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      const { x, y } = await placeOf(page, editor, OLD_WORD);
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      expect((await shown.waitFor(".card.care")).text).toContain(NEW_WORD);
      expect(await page.$eval(editor, (root) => root.contains(document.activeElement))).toBe(true);
      await type(page, "あ");
      await shown.waitGone(".card");
    },
  );

  test.each(COMPOSERS)(
    "$name: a repair changes exactly its words, and one undo takes it back",
    async ({ composer, url, editor }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      for (const [old, mended] of [
        [OLD_WORD, NEW_WORD],
        [WRONG_DAY, RIGHT_DAY],
      ] as const) {
        const [before] = (await modelTexts(page, composer)) ?? [];
        if (before === undefined) throw new Error(`no composer ${composer}`);
        const { x, y } = await placeOf(page, editor, old);
        await page.mouse.click(x, y);
        await shown.press(".card [data-first]");
        await waitForModel(page, composer, [before.replace(old, mended)]);
        await pressKeys(page, "Control+KeyZ");
        await waitForModel(page, composer, [before]);
        await pressKeys(page, "Control+Shift+KeyZ");
        await waitForModel(page, composer, [before.replace(old, mended)]);
        await shown.waitUntil(
          (root, word) => !root.querySelector(".card")?.textContent?.includes(word),
          [old],
        );
      }
    },
  );

  test.each(COMPOSERS)(
    "$name: put aside, a warning stays away until the post is another",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, `相談では${OLD_WORD}が`));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, SHORTCUT);
      await shown.press(".card .button.plain");
      await shown.waitFor(".status.clear");
      await press(page, editor);
      await pressKeys(page, "Control+End");
      await type(page, "聞きます");
      await shown.waitFor(".status.clear");
      await pressKeys(page, "Control+KeyA");
      await pressKeys(page, "Backspace");
      await shown.waitFor(".status.empty");
      await type(page, OLD_WORD);
      await shown.waitFor(".status.findings");
    },
  );

  test("a finding that stops cannot be put aside, only marked as a false alarm, and stays", async () => {
    const page = await under.open(prefilled("https://x.com/home", WRONG_DAY));
    await press(page, '[data-testid="tweetTextarea_0"]');
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    await pressKeys(page, SHORTCUT);
    await shown.waitFor(".card.stop");
    const buttons = await shown.queryAll(".card .button.plain");
    expect(buttons.map(({ text }) => text)).toEqual(["誤検知として記録"]);
    await shown.press(".card .button.plain");
    expect((await shown.waitFor(".card .notice")).text).toContain("誤検知として記録しました");
    expect((await shown.waitFor(".status.findings")).text).toContain("1");
  });

  test("in the modal the card stands inside the page's focus trap, and the composer behind is another", async () => {
    const page = await under.open("https://x.com/home");
    await press(page, '[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
    await type(page, WRONG_DAY);
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    await pressKeys(page, SHORTCUT);
    await shown.waitFor(".card.stop");
    expect(await isOurs(page)).toBe(true);
    expect(await page.$('[role="dialog"] > [data-tenken-overlay]')).not.toBeNull();
    await shown.press(".card [data-first]");
    await waitForModel(page, "modal", [RIGHT_DAY]);
    expect(await modelTexts(page, "home")).toEqual([""]);
  });

  test("the clause leads to its rule in the extension's own guide", async () => {
    const page = await under.open(prefilled("https://x.com/home", WRONG_DAY));
    await press(page, '[data-testid="tweetTextarea_0"]');
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    await pressKeys(page, SHORTCUT);
    await shown.press(".card .more");
    const opened = await findExtensionPage(under.session, "guide.html#date.weekday");
    await opened.waitForFunction(
      () => document.querySelector("section.rule:target code")?.textContent === "date.weekday",
      { polling: 50 },
    );
    await opened.close();
  });
});
