import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  CLEAN,
  COMPOSERS,
  DRAFT,
  OLD_WORD,
  prefilled,
  SHORT,
  WRONG_DAY,
} from "./support/drafts.ts";
import {
  highlights,
  ime,
  inEachBrowser,
  look,
  overlay,
  press,
  pressKeys,
  type,
} from "./support/index.ts";

/** Resolves when exactly these words are marked. */
async function waitForMarks(page: Page, wanted: Record<string, string[]>): Promise<void> {
  await page
    .waitForFunction(
      (expected) => {
        const found: Record<string, string[]> = {};
        for (const [name, highlight] of CSS.highlights) {
          if (name.startsWith("tenken-")) found[name] = [...highlight].map(String);
        }
        const sorted = (marks: Record<string, string[]>) =>
          JSON.stringify(
            Object.entries(marks)
              .sort()
              .map(([name, words]) => [name, words.sort()]),
          );
        return sorted(found) === sorted(JSON.parse(expected));
      },
      { polling: 20, timeout: 10_000 },
      JSON.stringify(wanted),
    )
    .catch(async (error: unknown) => {
      throw new Error(`marked: ${JSON.stringify(await highlights(page))}`, { cause: error });
    });
}

inEachBrowser("marks", (under) => {
  test.each(COMPOSERS)(
    "$name: words are marked as one types, each level by its own line",
    async ({ url, editor }) => {
      const page = await under.open(url);
      await press(page, editor);
      await type(page, `健康相談では${OLD_WORD}が`);
      await waitForMarks(page, { "tenken-care-light": [OLD_WORD] });
      await type(page, `。\n収集は${WRONG_DAY}です。${SHORT} を`);
      await waitForMarks(page, {
        "tenken-care-light": [OLD_WORD],
        "tenken-stop-light": [WRONG_DAY, SHORT],
      });
      // A line more above moves every mark, and none is lost.
      await pressKeys(page, "Control+Home");
      await type(page, "🍎👩‍👩‍👧\n");
      await waitForMarks(page, {
        "tenken-care-light": [OLD_WORD],
        "tenken-stop-light": [WRONG_DAY, SHORT],
      });
    },
  );

  test.each(COMPOSERS)(
    "$name: a draft that stands there already is marked at the first focus",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await waitForMarks(page, {
        "tenken-care-light": [OLD_WORD],
        "tenken-stop-light": [WRONG_DAY, SHORT],
      });
      const inEditor = await page.$eval(editor, (node) => node.innerHTML.includes("tenken"));
      expect(inEditor).toBe(false);
    },
  );

  test("on a dark page the marks are made for a dark ground", async () => {
    const page = await under.open(prefilled("https://x.com/home?theme=dark", DRAFT));
    await press(page, '[data-testid="tweetTextarea_0"]');
    await waitForMarks(page, {
      "tenken-care-dark": [OLD_WORD],
      "tenken-stop-dark": [WRONG_DAY, SHORT],
    });
  });

  test("with forced colours lines of our own stand where the highlights cannot", async () => {
    const page = await under.open(prefilled("https://x.com/home", DRAFT));
    await look(page, { forcedColors: true });
    try {
      await press(page, '[data-testid="tweetTextarea_0"]');
      const shown = overlay(page);
      await shown.waitUntil((root) => root.querySelectorAll(".lines .mark.stop").length === 2, []);
      expect(await shown.queryAll(".lines .mark.care")).toHaveLength(1);
      expect(await highlights(page)).toEqual({});
    } finally {
      await look(page, {});
    }
  });

  test("a mark goes when its word is mended by hand, and comes back with it", async () => {
    const page = await under.open("https://x.com/home");
    await press(page, '[data-testid="tweetTextarea_0"]');
    await type(page, OLD_WORD);
    await waitForMarks(page, { "tenken-care-light": [OLD_WORD] });
    await pressKeys(page, "Backspace");
    await waitForMarks(page, {});
    await type(page, "婦の日");
    await waitForMarks(page, { "tenken-care-light": [OLD_WORD] });
  });

  test.each(COMPOSERS)(
    "$name: an input method is left alone, and its last text is checked",
    async ({ url, editor }) => {
      const page = await under.open(url);
      await press(page, editor);
      const method = await ime(page);
      for (const step of ["か", "かん", "かんご", "かんごふ", OLD_WORD]) await method.show(step);
      expect(await highlights(page)).toEqual({});
      await method.commit(OLD_WORD);
      // No `input` follows the end of a composition in Chromium: this text is checked all the same.
      await waitForMarks(page, { "tenken-care-light": [OLD_WORD] });
    },
  );

  test.each(COMPOSERS)(
    "$name: where nothing is found it says so, with what it cannot know",
    async ({ url, editor }) => {
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      const status = await overlay(page).waitFor(".status.clear");
      expect(status.text).toContain("指摘なし");
      expect(status.attributes["aria-label"]).toContain("真偽・権利・決裁は未確認");
      expect(await highlights(page)).toEqual({});
    },
  );

  test("before the first focus nothing of ours stands in the page, and nothing is asked", async () => {
    const page = await under.open(prefilled("https://x.com/home", DRAFT));
    await page.waitForSelector('[data-testid="tweetTextarea_0"]');
    await press(page, '[data-testid="dmComposerTextInput"]');
    await type(page, WRONG_DAY);
    expect(await page.$("[data-tenken-overlay]")).toBeNull();
    expect(await highlights(page)).toEqual({});
  });
});
