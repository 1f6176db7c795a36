import { expect, test } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { DEMO_FACEBOOK_ID } from "../../src/demo/demo-account.ts";
import { CLEAN, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { highlights, inEachBrowser, overlay, press, pressKeys } from "./support/index.ts";
import { onlyOne } from "./support/publishing.ts";

const PERSON = "https://www.facebook.com/?composer=dialog&acting=person";
const FACEBOOK = COMPOSERS[1];
const WHO = { department: "広報課", operators: ["佐藤 花子", "鈴木 一郎"], manager: "須坂 二郎" };
const REGISTER: Policy["accounts"] = [
  { platform: "x", handle: "hoshimi_city", name: "星見市", status: "公認", ...WHO },
  // By its id alone, which the page does not show.
  { platform: "facebook", id: DEMO_FACEBOOK_ID, status: "公認", ...WHO },
];

inEachBrowser(
  "the account at the composer",
  (under) => {
    test.each(COMPOSERS)(
      "$name: a press on the status says who may post, beside what is found",
      async ({ url, editor }) => {
        const page = await under.open(prefilled(url, DRAFT));
        await press(page, editor);
        const shown = overlay(page);
        await shown.waitFor(".status.findings");
        expect((await shown.waitFor(".status .who")).text).toContain("広報課");
        await shown.press(".status");
        const words = await shown.waitFor(".card.stop .speakers");
        expect(words.text).toContain("広報課");
        expect(words.text).toContain("投稿できる人: 佐藤 花子、鈴木 一郎");
        expect(words.text).toContain("管理責任者: 須坂 二郎");
      },
    );

    test.each(COMPOSERS)(
      "$name: the key says it where nothing is found, and it is spoken",
      async ({ url, editor }) => {
        const page = await under.open(prefilled(url, CLEAN));
        await press(page, editor);
        const shown = overlay(page);
        await shown.waitFor(".status.clear");
        await pressKeys(page, "Alt+Shift+KeyK");
        expect((await shown.waitFor(".card.clear .speakers")).text).toContain("佐藤 花子");
        await shown.waitUntil(
          (root) => root.querySelector("[role=status]")?.textContent?.includes("佐藤 花子"),
          [],
        );
        await pressKeys(page, "Escape");
        await shown.waitGone(".card");
        expect(await page.$eval(editor, (root) => root.contains(document.activeElement))).toBe(
          true,
        );
      },
    );

    test("where the page does not show it, status and card say so", async () => {
      const page = await under.open(prefilled("https://x.com/home", CLEAN));
      await page.evaluate(() => {
        const shown =
          '[data-testid="AppTabBar_Profile_Link"], [data-testid="SideNav_AccountSwitcher_Button"], [data-testid^="UserAvatar"]';
        for (const element of document.querySelectorAll(shown)) element.remove();
      });
      await press(page, '[data-testid="tweetTextarea_0"]');
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      expect((await shown.waitFor(".status .who")).text).toContain("アカウント不明");
      await shown.press(".status");
      expect((await shown.waitFor(".speakers")).text).toContain("画面から読み取れません");
    });
  },
  { policy: { accounts: REGISTER } },
);

inEachBrowser(
  "an account that is left alone",
  (under) => {
    test("nothing of it is marked or held, and the status claims nothing", async () => {
      const page = await under.open(prefilled(PERSON, DRAFT));
      await press(page, FACEBOOK.editor);
      const shown = overlay(page);
      const status = await shown.waitFor(".status.ignored");
      expect(status.text).toContain("点検の対象外");
      expect(status.text).not.toContain("指摘なし");
      await shown.press(".status");
      expect((await shown.waitFor(".card.ignored")).text).toContain("点検も記録もしていません");
      await pressKeys(page, "Escape");
      await press(page, FACEBOOK.button);
      await onlyOne(under, page, DRAFT);
      expect(under.server.published()[0]).toMatchObject({ trusted: true });
      expect(await shown.query("dialog")).toBeUndefined();
      expect(await highlights(page)).toEqual({});
    });

    test("the registered one beside it is checked as ever", async () => {
      const page = await under.open(prefilled(FACEBOOK.url, WRONG_DAY));
      await press(page, FACEBOOK.editor);
      await overlay(page).waitFor(".status.findings");
    });
  },
  { policy: { accounts: REGISTER, unregisteredAccounts: "ignore" } },
);
