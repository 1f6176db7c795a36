import { expect, test } from "vitest";
import {
  ASKING,
  CLEAN,
  COMPOSERS,
  DRAFT,
  OLD_WORD,
  prefilled,
  SHORT,
  WRONG_DAY,
} from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type, waitForModel } from "./support/index.ts";
import { onlyOne } from "./support/publishing.ts";

inEachBrowser("the dialog of a held post", (under) => {
  test("X thread: the dialog says which item, and leads to it", async () => {
    const page = await under.open(
      prefilled("https://x.com/compose/post", OLD_WORD, CLEAN, `${CLEAN}${WRONG_DAY}`),
    );
    await press(page, '[role="dialog"] [data-testid="tweetTextarea_0"]');
    await press(page, '[data-testid="tweetButton"]');
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    expect((await shown.queryAll(".item")).map(({ text }) => text.split("\n")[0])).toEqual([
      expect.stringMatching(/^3件目\s*2026年12月5日/),
    ]);
    await shown.press("summary");
    expect((await shown.waitFor(".item.care")).text).toMatch(/^1件目/);
    await shown.press(".item.stop");
    await shown.waitGone("dialog");
    expect((await shown.waitFor(".card.stop")).text).toContain(WRONG_DAY);
    const third = '[role="dialog"] [data-testid="tweetTextarea_2"]';
    expect(await page.$eval(third, (root) => root.contains(document.activeElement))).toBe(true);
    // Only so does a key land where the word is.
    await type(page, "★");
    await waitForModel(page, "modal", [OLD_WORD, CLEAN, `${CLEAN}${WRONG_DAY}★`]);
  });

  test("what is grave comes first, and once it is said that nothing is taken back", async () => {
    const hint = "★☆★☆★☆★☆★☆★☆";
    const page = await under.open(
      prefilled("https://x.com/home", `${hint}\n${OLD_WORD}\n${SHORT}\n${WRONG_DAY}`),
    );
    await press(page, '[data-testid="tweetTextarea_0"]');
    await overlay(page).waitFor(".status.findings");
    await press(page, '[data-testid="tweetButtonInline"]');
    const shown = overlay(page);
    const dialog = await shown.waitFor(ASKING);
    await shown.press("summary");
    const levels = (await shown.queryAll(".item")).map(({ attributes }) => attributes.class);
    expect(levels).toEqual(["item stop", "item stop", "item care", "item hint"]);
    expect(dialog.text.split("完全には消せません")).toHaveLength(2);
  });
});

inEachBrowser(
  "a held post of which no reason is asked",
  (under) => {
    test.each(COMPOSERS)(
      "$name: answered by keyboard in two seconds",
      async ({ url, editor, button }) => {
        const page = await under.open(prefilled(url, DRAFT));
        await press(page, editor);
        const shown = overlay(page);
        await shown.waitFor(".status.findings");
        await press(page, button);
        await shown.waitUntil((root) => root.activeElement?.matches("dialog [data-first]"), []);
        const since = performance.now();
        await pressKeys(page, "Shift+Tab");
        await pressKeys(page, "Enter");
        await shown.waitGone("dialog");
        expect(performance.now() - since).toBeLessThan(2000);
        await onlyOne(under, page, DRAFT);
      },
    );
  },
  { policy: { override: "allow" } },
);
