import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  ASKING,
  CLEAN,
  COMPOSERS,
  DRAFT,
  prefilled,
  RIGHT_DAY,
  WRONG_DAY,
} from "./support/drafts.ts";
import {
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";
import { onlyOne, pressPublish, publishAnyway } from "./support/publishing.ts";

inEachBrowser("hold", (under) => {
  const ways = COMPOSERS.flatMap((composer) => [
    { ...composer, way: "button", publish: (page: Page) => press(page, composer.button) },
    {
      ...composer,
      way: "Ctrl+Enter",
      publish: (page: Page) => pressKeys(page, "Control+Enter"),
    },
    {
      ...composer,
      way: "Cmd+Enter",
      publish: (page: Page) => pressKeys(page, "Meta+Enter"),
    },
    {
      ...composer,
      way: "key on the button",
      publish: async (page: Page) => {
        await (await page.waitForSelector(composer.button))?.focus();
        await pressKeys(page, "Enter");
      },
    },
  ]).filter(({ name, way }) => !(name === "Facebook" && way.endsWith("+Enter")));

  test.each(ways)(
    "$name by $way: held, and published once with a reason",
    async ({ url, editor, composer, publish }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await publish(page);
      const shown = overlay(page);
      const dialog = await shown.waitFor(ASKING);
      expect(dialog.text).toContain("投稿する前に、2つ確かめてください");
      expect(dialog.text).toContain(WRONG_DAY);
      expect(under.server.published()).toEqual([]);
      expect(await modelTexts(page, composer)).toEqual([DRAFT]);
      await publishAnyway(page);
      await onlyOne(under, page, DRAFT);
    },
  );

  test.each(COMPOSERS)(
    "$name: without a reason it does not go, and the field says so",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await pressPublish(page);
      expect((await shown.waitFor("dialog .error")).text).toContain("理由");
      expect(under.server.published()).toEqual([]);
    },
  );

  test.each(ways)(
    "$name by $way: a clean draft is let go at once",
    async ({ url, editor, publish }) => {
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, editor);
      await overlay(page).waitFor(".status.clear");
      await publish(page);
      await onlyOne(under, page, CLEAN);
      const [sent] = under.server.published();
      // Not held and replayed: the page got the person's own event.
      expect(sent).toMatchObject({ trusted: true, count: 1 });
      expect(await overlay(page).query("dialog")).toBeUndefined();
    },
  );

  test.each(COMPOSERS)(
    "$name: a draft pressed before it was ever looked at is checked, then let go",
    async ({ url, button }) => {
      const page = await under.open(prefilled(url, CLEAN));
      await press(page, button);
      await onlyOne(under, page, CLEAN);
    },
  );

  test.each(COMPOSERS)(
    '$name: "mend" goes back to the first word, and the mended post goes',
    async ({ url, editor, button, composer }) => {
      const page = await under.open(prefilled(url, WRONG_DAY));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      // The main button has the focus: Enter mends.
      await pressKeys(page, "Enter");
      await shown.waitGone("dialog");
      expect((await shown.waitFor(".card.stop")).text).toContain(WRONG_DAY);
      expect(await page.$eval(editor, (root) => root.contains(document.activeElement))).toBe(true);
      await shown.press(".card [data-first]");
      await waitForModel(page, composer, [RIGHT_DAY]);
      await shown.waitFor(".status.clear");
      await press(page, button);
      await onlyOne(under, page, RIGHT_DAY);
    },
  );

  test.each(COMPOSERS)(
    "$name: Escape goes back to the draft, and nothing went out",
    async ({ url, editor, button, composer }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await press(page, button);
      const shown = overlay(page);
      await shown.waitFor(ASKING);
      await pressKeys(page, "Escape");
      await shown.waitGone("dialog");
      expect(await modelTexts(page, composer)).toEqual([DRAFT]);
      expect(under.server.published()).toEqual([]);
      expect(await page.$eval(editor, (root) => root.contains(document.activeElement))).toBe(true);
    },
  );

  test.each(COMPOSERS)(
    "$name: a double click on the button publishes once, held or not",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await (await page.waitForSelector(button))?.click({ count: 2 });
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
      await publishAnyway(page);
      await onlyOne(under, page, DRAFT);
    },
  );

  test("X thread: an item without the focus holds the whole thread", async () => {
    const page = await under.open(prefilled("https://x.com/compose/post", WRONG_DAY, CLEAN));
    await press(page, '[role="dialog"] [data-testid="tweetTextarea_1"]');
    await press(page, '[data-testid="tweetButton"]');
    expect((await overlay(page).waitFor(ASKING)).text).toContain(WRONG_DAY);
    expect(under.server.published()).toEqual([]);
    await publishAnyway(page);
    await under.server.waitForPublished(2);
    expect(under.server.published().map(({ text }) => text)).toEqual([WRONG_DAY, CLEAN]);
  });

  test("X suggestions: Enter picks one, Ctrl+Enter is held even while they are open", async () => {
    const page = await under.open(prefilled("https://x.com/home", `${WRONG_DAY} `));
    await press(page, '[data-testid="tweetTextarea_0"]');
    await pressKeys(page, "Control+End");
    await type(page, "#星見");
    await page.waitForSelector('[data-testid="typeaheadResult"]');
    await pressKeys(page, "Enter");
    await waitForModel(page, "home", [`${WRONG_DAY} #星見市 `]);
    await type(page, "#防");
    await page.waitForSelector('[data-testid="typeaheadResult"]');
    await pressKeys(page, "Control+Enter");
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test("X: replies, inline and in the modal, are held", async () => {
    const inline = await under.open(
      prefilled("https://x.com/kishou_demo/status/1700000000000000001", WRONG_DAY),
    );
    await press(inline, '[data-testid="tweetButtonInline"]');
    await overlay(inline).waitFor(ASKING);
    const modal = await under.open(
      prefilled("https://x.com/compose/post?in_reply_to=1700000000000000001", WRONG_DAY),
    );
    await press(modal, '[data-testid="tweetButton"]');
    await overlay(modal).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test("direct messages are never touched", async () => {
    const page = await under.open("https://x.com/home");
    await press(page, '[data-testid="dmComposerTextInput"]');
    await type(page, WRONG_DAY);
    await pressKeys(page, "Enter");
    const [sent] = await under.server.waitForPublished(1);
    expect(sent).toMatchObject({ composer: "dm", text: WRONG_DAY, trusted: true });
    expect(await page.$("[data-tenken-overlay]")).toBeNull();
  });
});

inEachBrowser(
  "hold under another policy",
  (under) => {
    test("never: there is no way on but to mend", async () => {
      const page = await under.open(prefilled("https://x.com/home", DRAFT));
      await press(page, '[data-testid="tweetButtonInline"]');
      const shown = overlay(page);
      expect((await shown.waitFor(ASKING)).text).toContain("このままでは投稿できない設定です");
      expect(await shown.query("[data-publish]")).toBeUndefined();
      expect(await shown.query("dialog input")).toBeUndefined();
    });

    test("the status names the account and its department", async () => {
      const page = await under.open("https://x.com/home");
      await press(page, '[data-testid="tweetTextarea_0"]');
      const status = await overlay(page).waitUntil(
        (root) => root.querySelector(".status .who")?.textContent?.includes("広報課"),
        [],
      );
      expect(status).toBe(true);
    });
  },
  {
    policy: {
      override: "never",
      accounts: [
        {
          platform: "x",
          handle: "hoshimi_city",
          name: "星見市",
          department: "広報課",
          status: "公認",
        },
      ],
    },
  },
);
