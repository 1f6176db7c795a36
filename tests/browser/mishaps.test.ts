import { expect, test } from "vitest";
import {
  ASKING,
  CLEAN,
  COMPOSERS,
  DRAFT,
  NEW_WORD,
  OLD_WORD,
  prefilled,
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
} from "./support/index.ts";
import { onlyOne } from "./support/publishing.ts";
import { silenceWorker } from "./support/silence.ts";

const SHORTCUT = "Alt+Shift+KeyK";
const HOME = COMPOSERS[0];

inEachBrowser("mishaps", (under) => {
  test("a repair that was overtaken by typing moves with its word, or is not done", async () => {
    const page = await under.open(prefilled(HOME.url, `収集は${WRONG_DAY}です`));
    await press(page, HOME.editor);
    const shown = overlay(page);
    await shown.waitFor(".status.findings");
    const speak = await silenceWorker(under.session);
    try {
      await pressKeys(page, "Control+Home");
      await type(page, "お知らせABC ");
      await waitForModel(page, "home", [`お知らせABC 収集は${WRONG_DAY}です`]);
      await pressKeys(page, SHORTCUT);
      await shown.press(".card [data-first]");
      await waitForModel(page, "home", [
        `お知らせABC 収集は${WRONG_DAY.replace("(日)", "(土)")}です`,
      ]);
    } finally {
      await speak();
    }
  });

  test.each(COMPOSERS)(
    "$name: a repair waits until the editor has heard what is selected",
    async ({ url, editor, composer }) => {
      const page = await under.open(prefilled(url, `健康相談では${OLD_WORD}が\nお話を聞きます`));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Control+Home");
      await pressKeys(page, SHORTCUT);
      await shown.waitFor(".card [data-first]");
      await page.evaluate(() => {
        const late = (event: Event) => {
          if (!event.isTrusted) return;
          event.stopImmediatePropagation();
          setTimeout(() => document.dispatchEvent(new Event("selectionchange")), 100);
        };
        addEventListener("selectionchange", late, { capture: true });
      });
      await shown.press(".card [data-first]");
      await waitForModel(page, composer, [`健康相談では${NEW_WORD}が\nお話を聞きます`]);
      await shown.waitFor(".status.clear");
    },
  );

  test('a finding that comes late takes the place of "not checked" in the open dialog', async () => {
    const page = await under.open(prefilled(HOME.url, CLEAN));
    await press(page, HOME.editor);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    const speak = await silenceWorker(under.session);
    await type(page, WRONG_DAY);
    await press(page, HOME.button);
    await shown.waitUntil(
      (root) => root.querySelector("dialog")?.textContent?.includes("未点検"),
      [],
    );
    await speak();
    await shown.waitUntil((root) => root.querySelector("dialog input") !== null, []);
    expect((await shown.waitFor(ASKING)).text).toContain(WRONG_DAY);
    expect(under.server.published()).toEqual([]);
  });

  test.each(["Control+Shift+Enter", "Control+Alt+Enter", "Meta+Shift+Enter"])(
    "X: %s publishes there, so it is held",
    async (keys) => {
      const page = await under.open(prefilled(HOME.url, DRAFT));
      await press(page, HOME.editor);
      await pressKeys(page, keys);
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    },
  );

  test("Facebook: Alt+Enter in a comment publishes there, so it is held", async () => {
    const page = await under.open("https://www.facebook.com/");
    await press(page, '[role="article"]:nth-of-type(3) > form [role="textbox"]');
    await type(page, WRONG_DAY);
    await pressKeys(page, "Alt+Enter");
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test("Facebook in a language of which nothing is known: post and comment are held by their place", async () => {
    const post = await under.open(
      prefilled("https://www.facebook.com/?composer=dialog&lang=fi", DRAFT),
    );
    await press(post, '[role="dialog"] [role="textbox"]');
    await overlay(post).waitFor(".status.findings");
    const button = await post.$$('[role="dialog"] form [role="button"]');
    await button.at(-1)?.click();
    await overlay(post).waitFor(ASKING);

    const comment = await under.open("https://www.facebook.com/?lang=fi");
    await press(comment, '[role="article"]:nth-of-type(2) > form [role="textbox"]');
    await type(comment, WRONG_DAY);
    await overlay(comment).waitFor(".status.findings");
    const [send] = await comment.$$('[role="article"]:nth-of-type(2) > form [role="button"]');
    await send?.click();
    await overlay(comment).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test.each(COMPOSERS)(
    "$name: after card and dialog the caret stands where it stood",
    async ({ url, editor, button, composer }) => {
      const page = await under.open(prefilled(url, `収集は${WRONG_DAY}`));
      await press(page, editor);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await pressKeys(page, "Control+Home");
      await pressKeys(page, "ArrowRight");
      await pressKeys(page, "ArrowRight");
      await pressKeys(page, SHORTCUT);
      await shown.waitFor(".card");
      await pressKeys(page, "Escape");
      await shown.waitGone(".card");
      await type(page, "Q");
      await waitForModel(page, composer, [`収集Qは${WRONG_DAY}`]);
      await press(page, button);
      await shown.waitFor(ASKING);
      await pressKeys(page, "Escape");
      await shown.waitGone("dialog");
      await type(page, "R");
      await waitForModel(page, composer, [`収集QRは${WRONG_DAY}`]);
      // In view again, and with it its status.
      await shown.waitFor(".status.findings");
    },
  );

  test("a dozen modals opened and closed leave the status alive and nothing behind", async () => {
    const page = await under.open("https://x.com/home");
    for (let round = 0; round < 12; round++) {
      await press(page, '[data-testid="SideNav_NewTweet_Button"]');
      await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
      await type(page, OLD_WORD);
      await overlay(page).waitFor(".status.findings");
      await pressKeys(page, "Control+KeyA");
      await pressKeys(page, "Backspace");
      await press(page, '[data-testid="app-bar-close"]');
      await page.waitForSelector('[role="dialog"]', { hidden: true });
    }
    await press(page, HOME.editor);
    await type(page, OLD_WORD);
    await overlay(page).waitFor(".status.findings");
    expect(await overlay(page).queryAll(".status")).toHaveLength(1);
    expect(await highlights(page)).toEqual({ "tenken-care-light": [OLD_WORD] });
  });

  test("a composer that the page closes under the dialog ends the asking, and nothing goes out", async () => {
    const page = await under.open("https://x.com/home");
    await press(page, '[data-testid="SideNav_NewTweet_Button"]');
    await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
    await type(page, WRONG_DAY);
    await press(page, '[data-testid="tweetButton"]');
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    await page.evaluate(() => history.back());
    await page.waitForSelector('[role="dialog"]', { hidden: true });
    await shown.waitGone("dialog");
    expect(under.server.published()).toEqual([]);
    await press(page, HOME.editor);
    await type(page, CLEAN);
    await waitForModel(page, "home", [CLEAN]);
    await press(page, HOME.button);
    await onlyOne(under, page, CLEAN);
  });

  test("a page that keeps removing the overlay is asked about in the browser's own dialog", async () => {
    const page = await under.open(prefilled(HOME.url, WRONG_DAY));
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.findings");
    await page.evaluate(() => {
      const remove = () => document.querySelector("[data-tenken-overlay]")?.remove();
      new MutationObserver(remove).observe(document.body, { childList: true });
      remove();
    });
    const asked = new Promise<string>((resolve) => {
      page.once("dialog", (dialog) => {
        resolve(dialog.message());
        // Firefox's driver has dismissed it by itself by then.
        dialog.dismiss().catch(() => {});
      });
    });
    await press(page, HOME.button);
    expect(await asked).toContain(WRONG_DAY);
    expect(under.server.published()).toEqual([]);
  });

  test("an update under an open dialog leaves no dead controls behind", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    await press(page, HOME.editor);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    await under.session.extension().reload();
    await page.waitForFunction(() => !document.querySelector("[data-tenken-overlay]"), {
      polling: 50,
      timeout: 10_000,
    });
    expect(await modelTexts(page, "home")).toEqual([DRAFT]);
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.findings");
  });

  test("a picture that is attached later makes another draft of it, which is checked", async () => {
    const page = await under.open(prefilled(HOME.url, CLEAN));
    await press(page, HOME.editor);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    await page.$eval(HOME.editor, (editor) => {
      const attachments = document.createElement("div");
      attachments.dataset.testid = "attachments";
      const picture = document.createElement("img");
      picture.width = 40;
      attachments.append(picture);
      editor.closest("label")?.parentElement?.append(attachments);
    });
    // The picture is asked about, so that the verdict on the new draft shows.
    await shown.waitFor(".status.findings");
    await press(page, HOME.button);
    const [sent] = await under.server.waitForPublished(1);
    // Not held for a verdict on another draft: the page got the person's own press.
    expect(sent).toMatchObject({ text: CLEAN, trusted: true });
  });
});

inEachBrowser(
  "mishaps of a pilot",
  (under) => {
    test("it never holds, also where no answer comes", async () => {
      const page = await under.open(prefilled(HOME.url, CLEAN));
      await press(page, HOME.editor);
      await overlay(page).waitFor(".status.clear");
      const speak = await silenceWorker(under.session);
      try {
        await type(page, "★");
        await press(page, HOME.button);
        const [sent] = await under.server.waitForPublished(1);
        expect(sent).toMatchObject({ trusted: true, count: 1 });
      } finally {
        await speak();
      }
    });
  },
  { policy: { enforcement: "warn" } },
);
