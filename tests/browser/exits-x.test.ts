import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { ASKING, CLEAN, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type, X } from "./support/index.ts";
import { onlyOne, pressPublish, publishAnyway } from "./support/publishing.ts";

const MODAL = "https://x.com/compose/post";
const HOME = "https://x.com/home";
const TEXT = `🚛収集は${WRONG_DAY}です。\n詳しくは市のサイトで`;

inEachBrowser(
  "exits of X",
  (under) => {
    /** Held, nothing gone yet; then published with a reason, exactly once, letter by letter. */
    async function heldThenOnce(page: Page, text: string): Promise<void> {
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
      await publishAnyway(page);
      await onlyOne(under, page, text);
      expect(await overlay(page).query("dialog")).toBeUndefined();
    }

    test.each([
      ["a quote", `${MODAL}?quote`, X.modalButton, "quote"],
      ["a quote beside the attachments", `${MODAL}?quote=beside`, X.modalButton, "quote"],
      ["a reply in the modal", `${MODAL}?in_reply_to=1`, X.modalButton, "reply"],
      [
        "a reply inline",
        "https://x.com/kishou_demo/status/1700000000000000001",
        X.inlineButton,
        "reply",
      ],
      ["the address for other sites", "https://x.com/intent/post", X.modalButton, "post"],
      ["a post that is edited", `${MODAL}?edit`, X.modalButton, "post"],
      ["a scheduled post", `${HOME}?at=2030-12-04T09:00`, X.inlineButton, "post"],
    ])("%s is held and goes once", async (_, url, button, kind) => {
      const page = await under.open(prefilled(url, TEXT));
      await press(page, button);
      await overlay(page).waitFor(ASKING);
      // Whose post is quoted is known, though not a word of it belongs to the draft.
      const all = await overlay(page).read((root) => root.querySelector("dialog")?.textContent);
      expect(all?.includes("kishou_demo")).toBe(kind === "quote");
      await heldThenOnce(page, TEXT);
      expect(under.server.published()[0]).toMatchObject({ kind });
    });

    test("the quoted post and the placeholder are no part of the draft", async () => {
      // What is quoted carries a shortened link.
      const page = await under.open(prefilled(`${MODAL}?quote`, CLEAN));
      await press(page, `[role="dialog"] ${X.editor}`);
      await overlay(page).waitFor(".status");
      await press(page, X.modalButton);
      await onlyOne(under, page, CLEAN);
      expect(await overlay(page).query("dialog")).toBeUndefined();
    });

    test("an unsent draft that is opened again is read anew", async () => {
      const page = await under.open(
        prefilled(`${MODAL}?unsent=${encodeURIComponent(TEXT)}`, CLEAN),
      );
      await press(page, `[role="dialog"] ${X.editor}`);
      await overlay(page).waitFor(".status.clear");
      await press(page, '[data-testid="unsentButton"]');
      await press(page, X.modalButton);
      await heldThenOnce(page, TEXT);
    });

    test("what is past when it will be sent holds a scheduled post", async () => {
      // 2029-12-01 is a Saturday; the replica schedules for 2030.
      const text = "2029年12月1日(土)に市民まつりを開催します。ぜひお越しください。";
      const page = await under.open(prefilled(HOME, text));
      await press(page, X.editor);
      await overlay(page).waitUntil(
        (root) => root.querySelector(".status.clear, .status.findings") !== null,
        [],
      );
      await press(page, '[data-testid="scheduleOption"]');
      await page.waitForSelector('a[href="/compose/post/schedule"]');
      await press(page, X.inlineButton);
      await heldThenOnce(page, text);
      expect(under.server.published()[0]).toMatchObject({ at: "2030-12-04T09:00" });
    });

    test.each(["alt", "nudge"])(
      "the page's own question (%s) is not asked about twice",
      async (sheet) => {
        const page = await under.open(prefilled(`${HOME}?sheet=${sheet}`, TEXT));
        await press(page, X.inlineButton);
        await overlay(page).waitFor(ASKING);
        await publishAnyway(page);
        await page.waitForSelector(SHEET);
        expect(under.server.published()).toEqual([]);
        await press(page, SHEET);
        await onlyOne(under, page, TEXT);
        expect(under.server.published()[0]).toMatchObject({ trusted: true });
        expect(await overlay(page).query("dialog")).toBeUndefined();
      },
    );

    test.each(["alt", "nudge"])(
      "a clean draft passes the page's own question (%s)",
      async (sheet) => {
        const page = await under.open(prefilled(`${HOME}?sheet=${sheet}`, CLEAN));
        await press(page, X.inlineButton);
        await press(page, SHEET);
        await onlyOne(under, page, CLEAN);
        expect(under.server.published()[0]).toMatchObject({ trusted: true });
      },
    );

    test.each(["alt", "nudge"])(
      "a draft changed behind the page's own question (%s) is asked about",
      async (sheet) => {
        const page = await under.open(prefilled(`${HOME}?sheet=${sheet}`, CLEAN));
        await press(page, X.inlineButton);
        await page.waitForSelector(SHEET);
        await (await page.waitForSelector(X.editor))?.focus();
        await pressKeys(page, "Control+End");
        await type(page, WRONG_DAY);
        await press(page, SHEET);
        await heldThenOnce(page, `${CLEAN}${WRONG_DAY}`);
      },
    );

    test("what the page asks about something else is no publishing", async () => {
      const page = await under.open(prefilled(HOME, TEXT));
      await press(page, X.inlineButton);
      await overlay(page).waitFor(ASKING);
      await pressKeys(page, "Escape");
      await overlay(page).waitGone("dialog");
      await page.evaluate(() => {
        const button = document.createElement("button");
        button.dataset.testid = "confirmationSheetConfirm";
        button.textContent = "保存";
        button.style.cssText = "position: fixed; top: 0; left: 0; z-index: 9";
        button.addEventListener("click", ({ isTrusted }) => {
          button.dataset.pressed = `${isTrusted}`;
        });
        document.body.append(button);
      });
      await press(page, '[data-testid="confirmationSheetConfirm"]');
      await page.waitForSelector('[data-pressed="true"]');
      expect(await overlay(page).query("dialog")).toBeUndefined();
    });

    test.each(["press", "Enter"])("a plain repost of an outsider is held (by %s)", async (way) => {
      const page = await under.open(HOME);
      await press(page, '[data-testid="retweet"]');
      if (way === "press") await press(page, '[data-testid="retweetConfirm"]');
      else {
        await (await page.waitForSelector('[data-testid="retweetConfirm"]'))?.focus();
        await pressKeys(page, "Enter");
      }
      const dialog = await overlay(page).waitFor(ASKING);
      expect(dialog.text).toContain("kishou_demo");
      await heldThenOnce(page, "");
      expect(under.server.published()[0]).toMatchObject({ kind: "repost", quoted: "kishou_demo" });
    });

    test("a plain repost of a trusted account goes by itself", async () => {
      const page = await under.open(HOME);
      const [, second] = await page.$$('[data-testid="retweet"]');
      await second?.click();
      await press(page, '[data-testid="retweetConfirm"]');
      await onlyOne(under, page, "");
      expect(under.server.published()[0]).toMatchObject({ quoted: "hoshimi_toshokan" });
    });

    test("a plain repost of nobody knows whom says that it is not checked", async () => {
      const page = await under.open(`${HOME}?variant=no-expanded`);
      await press(page, '[data-testid="retweet"]');
      await press(page, '[data-testid="retweetConfirm"]');
      await overlay(page).waitUntil(
        (root) => root.querySelector("dialog")?.textContent?.includes("未点検"),
        [],
      );
      expect(under.server.published()).toEqual([]);
      await pressPublish(page);
      await onlyOne(under, page, "");
    });

    test("a quote without a word is a plain repost", async () => {
      const page = await under.open(`${MODAL}?quote`);
      await press(page, X.modalButton);
      await heldThenOnce(page, "");
      expect(under.server.published()[0]).toMatchObject({ kind: "repost" });
    });

    test("a poll's options are read", async () => {
      const poll = ["はい", `${WRONG_DAY}がよい`];
      const query = poll.map((option) => `poll=${encodeURIComponent(option)}`).join("&");
      const page = await under.open(prefilled(`${HOME}?${query}`, CLEAN));
      await press(page, X.inlineButton);
      expect((await overlay(page).waitFor(ASKING)).text).toContain(WRONG_DAY);
      await heldThenOnce(page, CLEAN);
      expect(under.server.published()[0]).toMatchObject({ poll });
    });

    test.each([
      [WRONG_DAY, true],
      ["満席の客席", false],
    ])("an alternative text is read: %s", async (alt, isHeld) => {
      const page = await under.open(prefilled(`${HOME}?alt=${encodeURIComponent(alt)}`, CLEAN));
      await press(page, X.inlineButton);
      if (isHeld) await heldThenOnce(page, CLEAN);
      else await onlyOne(under, page, CLEAN);
    });
  },
  {
    policy: {
      rules: { "date.past": "stop", "rights.media": "off" },
      trustedAccounts: [{ platform: "x", handle: "hoshimi_toshokan", name: "星見図書館" }],
    },
  },
);

/** The button that sends all the same, in either of the page's sheets. */
const SHEET =
  '[data-testid="confirmationSheetConfirm"], [data-testid="sheetDialog"] button:not([data-testid])';
