import { expect, test } from "vitest";
import { CLEAN, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import {
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";
import { silenceWorker } from "./support/silence.ts";

inEachBrowser("not checked", (under) => {
  test.each(COMPOSERS)(
    "$name: without an answer it says so, and checks again when asked",
    async ({ url, editor, button, composer }) => {
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.clear");
      const speak = await silenceWorker(under.session);
      try {
        await pressKeys(page, "Control+End");
        await type(page, "です");
        await waitForModel(page, composer, [`${CLEAN}です`]);
        await press(page, button);
        const dialog = await shown.waitUntil((root) => {
          const text = root.querySelector("dialog")?.textContent ?? "";
          return text.includes("未点検") && text;
        }, []);
        expect(dialog).toContain("もう一度点検");
        expect(dialog).toContain("このまま投稿");
        // Beside the composer, which the dialog covers, the status says the same.
        await shown.waitUntil((root) => root.querySelector(".status.unchecked") !== null, []);
        expect(under.server.published()).toEqual([]);
        expect(await modelTexts(page, composer)).toEqual([`${CLEAN}です`]);
      } finally {
        await speak();
      }
      // The main button checks again; the answer is clean, so the press that waited is carried out.
      await shown.press("dialog [data-first]");
      const [sent] = await under.server.waitForPublished(1);
      expect(sent?.text).toBe(`${CLEAN}です`);
      expect(under.server.published()).toHaveLength(1);
    },
  );

  test.each(COMPOSERS)(
    "$name: a slow answer lets the post go by itself",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.clear");
      const speak = await silenceWorker(under.session);
      await type(page, "★");
      await press(page, button);
      expect((await shown.waitFor("dialog")).text).toContain("点検しています");
      await speak();
      const [sent] = await under.server.waitForPublished(1);
      expect(sent?.text).toContain("★");
      await shown.waitGone("dialog");
      expect(under.server.published()).toHaveLength(1);
    },
  );

  test("a person may publish unchecked, knowingly", async () => {
    const page = await under.open(prefilled("https://x.com/home", CLEAN));
    await press(page, '[data-testid="tweetTextarea_0"]');
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    const speak = await silenceWorker(under.session);
    try {
      await type(page, "★");
      await press(page, '[data-testid="tweetButtonInline"]');
      await shown.waitUntil((root) => root.querySelector("dialog [data-publish]") !== null, []);
      await page.waitForFunction(
        (since) => performance.now() - since > 400,
        {},
        await page.evaluate(() => performance.now()),
      );
      await shown.press("dialog [data-publish]");
      const [sent] = await under.server.waitForPublished(1);
      expect(sent?.text).toContain("★");
    } finally {
      await speak();
    }
  });

  test.each(COMPOSERS)(
    "$name: a worker that was stopped is woken by the next letter",
    async ({ url, editor }) => {
      const page = await under.open(url);
      await press(page, editor);
      await type(page, "収集は");
      const shown = overlay(page);
      await shown.waitFor(".status.clear");
      await under.session.extension().stopWorker();
      await type(page, WRONG_DAY);
      await shown.waitFor(".status.findings");
    },
  );

  test.each([
    ["X", "https://x.com/home?variant=no-button", '[data-testid="tweetTextarea_0"]'],
    [
      "Facebook",
      "https://www.facebook.com/?composer=inline&variant=no-button",
      '[role="main"] form[method="POST"] [role="textbox"]',
    ],
  ])(
    "%s: where the publish button is not recognised, it says so and blocks nothing",
    async (_, url, editor) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      const shown = overlay(page);
      const status = await shown.waitFor(".status.unchecked", 2_000);
      expect(status.text).toContain("投稿ボタンを見つけられません");
      const label = url.includes("x.com") ? "ポストする" : "投稿";
      const point = await page.evaluate((words) => {
        const button = [...document.querySelectorAll("span")].findLast(
          (span) => span.textContent === words && span.closest("a") === null,
        );
        const box = button?.getBoundingClientRect();
        return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
      }, label);
      if (!point) throw new Error(`no ${label} in the page`);
      await page.mouse.click(point.x, point.y);
      const [sent] = await under.server.waitForPublished(1);
      expect(sent?.text).toBe(DRAFT);
    },
  );

  test("where the editor is not recognised, it says so within two seconds", async () => {
    const page = await under.open(prefilled("https://x.com/home?variant=no-editor", DRAFT));
    await press(page, '[contenteditable="true"]');
    const status = await overlay(page).waitFor(".status.unchecked", 2_000);
    expect(status.text).toContain("入力欄を読み取れません");
    await press(page, '[data-testid="tweetButtonInline"]');
    const [sent] = await under.server.waitForPublished(1);
    expect(sent?.text).toBe(DRAFT);
  });

  test.each(COMPOSERS)(
    "$name: loaded anew under the page, the draft stays and is checked again",
    async ({ url, editor, composer }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await under.session.extension().reload();
      expect(await modelTexts(page, composer)).toEqual([DRAFT]);
      await press(page, editor);
      await shown.waitFor(".status.findings");
      expect(await page.$$("[data-tenken-overlay]")).toHaveLength(1);
    },
  );
});

inEachBrowser(
  "not checked under never",
  (under) => {
    test("what could not be checked may be published, also where nothing may be overridden", async () => {
      const page = await under.open(prefilled("https://x.com/home", CLEAN));
      await press(page, '[data-testid="tweetTextarea_0"]');
      const shown = overlay(page);
      await shown.waitFor(".status.clear");
      const speak = await silenceWorker(under.session);
      try {
        await type(page, "★");
        await press(page, '[data-testid="tweetButtonInline"]');
        await shown.waitUntil((root) => root.querySelector("dialog [data-publish]") !== null, []);
      } finally {
        await speak();
      }
    });
  },
  { policy: { override: "never" } },
);
