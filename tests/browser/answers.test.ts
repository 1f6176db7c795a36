import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { translate } from "../../src/locales.ts";
import { ASKING, COMPOSERS, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type } from "./support/index.ts";
import { onlyOne, pressPublish } from "./support/publishing.ts";

const VIEW = "報道について、市の見解をお伝えします。事実関係を調べています。";
const NUMBER = "令和8年 政推第123号";
const PAGE = "出店の一覧は https://marche.example.com/2026 をどうぞ。";
const MEDIA_BUTTON = '[aria-label="画像や動画を追加"]';
const FIELD = "dialog .number input";

inEachBrowser("answers", (under) => {
  test.each(COMPOSERS)(
    "$name: the number of the decision lets a view go, without a reason",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, VIEW));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await pressPublish(page);
      expect((await shown.waitFor("dialog .error")).text).toContain("決裁番号");
      expect(under.server.published()).toEqual([]);
      // The field that lacks it has the focus.
      await type(page, NUMBER);
      await pressPublish(page);
      await onlyOne(under, page, VIEW);
    },
  );

  test("a number given in the card lets the post go unasked", async () => {
    const [{ url, editor, button }] = COMPOSERS;
    const page = await under.open(prefilled(url, VIEW));
    await press(page, editor);
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    await openCard(page);
    await type(page, NUMBER);
    // Enter leads to the button, as in every field of ours; Enter again presses it.
    await pressKeys(page, "Enter");
    await pressKeys(page, "Enter");
    await shown.waitFor(".status.clear");
    await press(page, button);
    await onlyOne(under, page, VIEW);
    expect(await shown.query("dialog")).toBeUndefined();
  });

  test("a picture is asked about once, and never holds by itself", async () => {
    const [{ url, editor, button }] = COMPOSERS;
    const text = "文化祭の様子です。";
    const page = await under.open(prefilled(url, text));
    await press(page, editor);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    await press(page, MEDIA_BUTTON);
    // The question, and the missing alternative text.
    await shown.waitUntil((root) => root.querySelector(".counts")?.textContent?.includes("2"), []);
    await openCard(page);
    await shown.waitUntil(
      (root) => root.querySelector(".card")?.textContent?.includes("印を付けて"),
      [],
    );
    // The first box has the focus; with nothing ticked the button only leads back to it.
    await page.keyboard.press(" ");
    await shown.press(".question .button");
    // What is left is the missing alternative text.
    await shown.waitUntil((root) => !root.querySelector(".question"), []);
    await press(page, button);
    await onlyOne(under, page, text);
    expect(await shown.query("dialog")).toBeUndefined();
  });

  test("a page of somebody else stands in the dialog that something else opened, and holds nothing", async () => {
    const [{ url, editor, button }] = COMPOSERS;
    const text = `${VIEW}\n雨の日は屋内で開きます。\n${PAGE}`;
    const page = await under.open(prefilled(url, text));
    await press(page, editor);
    await press(page, button);
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    expect((await shown.waitFor("dialog .question .button")).text).toContain("ページ全体を見た");
    await shown.press("dialog .question .button");
    await shown.waitGone("dialog .question");
    await shown.press(FIELD);
    await type(page, NUMBER);
    await pressPublish(page);
    await onlyOne(under, page, text);
  });
});

inEachBrowser(
  "answers where nothing may be published all the same",
  (under) => {
    test("the number lets a view go", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      const page = await under.open(prefilled(url, VIEW));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await shown.press(FIELD);
      await type(page, NUMBER);
      await pressPublish(page);
      await onlyOne(under, page, VIEW);
    });

    test("a number ends its own question alone", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      const page = await under.open(prefilled(url, `${VIEW}\n${WRONG_DAY}`));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      expect(await shown.query("[data-publish]")).toBeUndefined();
      await pressKeys(page, "Escape");
      await shown.waitGone("dialog");
      expect(under.server.published()).toEqual([]);
    });
  },
  { policy: { override: "never" } },
);

inEachBrowser(
  "a question that policy lets hold a post, where nothing may be published all the same",
  (under) => {
    test("is answered in the dialog, and then the person publishes", async () => {
      const [{ url, editor, button }] = COMPOSERS;
      // Pressed in its middle, the editor gets the focus and no mark a card.
      const text = `${PAGE}\n雨の日も開きます。\nお待ちしています。`;
      const page = await under.open(prefilled(url, text));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      expect(await shown.query("[data-publish]")).toBeUndefined();
      await shown.press("dialog .question .button");
      expect((await shown.waitFor("[data-publish]:focus")).text).toBe(
        translate("ja", "ui_dialog_post"),
      );
      expect((await shown.waitFor("#dialog-title")).text).toBe(
        translate("ja", "ui_dialog_title_settled"),
      );
      expect(under.server.published()).toEqual([]);
      await pressPublish(page);
      await onlyOne(under, page, text);
    });
  },
  { policy: { override: "never", rules: { "link.third-party": "stop" } } },
);

/** By the status, so that the card takes the focus. */
async function openCard(page: Page): Promise<void> {
  const shown = overlay(page);
  await shown.press(".status");
  await shown.waitFor(".card");
}
