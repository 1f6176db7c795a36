import { expect, test } from "vitest";
import { ASKING, CLEAN, WRONG_DAY } from "./support/drafts.ts";
import {
  ime,
  inEachBrowser,
  modelTexts,
  overlay,
  press,
  pressKeys,
  type,
  waitForModel,
} from "./support/index.ts";
import { onlyOne, publishAnyway } from "./support/publishing.ts";

inEachBrowser("hold in Facebook's comments", (under) => {
  test("Facebook comments: Enter is held, Shift+Enter is not, with and without a button", async () => {
    const page = await under.open("https://www.facebook.com/");
    const box = (n: number) => `[role="article"]:nth-of-type(${n}) > form [role="textbox"]`;
    for (const [n, composer] of [
      [2, "comment-1"],
      [3, "comment-2"],
    ] as const) {
      under.server.clear();
      await press(page, box(n));
      await type(page, `収集は\n${WRONG_DAY}です`, "Shift+Enter");
      await waitForModel(page, composer, [`収集は\n${WRONG_DAY}です`]);
      await pressKeys(page, "Enter");
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
      await publishAnyway(page);
      await onlyOne(under, page, `収集は\n${WRONG_DAY}です`);
    }
  });

  test("Facebook comments: the Enter that ends a conversion is no publishing", async () => {
    const page = await under.open("https://www.facebook.com/");
    await press(page, '[role="article"]:nth-of-type(3) > form [role="textbox"]');
    const method = await ime(page);
    await method.show("しゅうしゅう");
    // The page sees this Enter too, as keyCode 229.
    await method.commit(`収集は${WRONG_DAY}です`);
    await overlay(page).waitFor(".status.findings");
    expect(under.server.published()).toEqual([]);
    expect(await overlay(page).query("dialog")).toBeUndefined();
    await pressKeys(page, "Enter");
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test("Facebook: a comment left behind an open dialog does not hold the dialog's post", async () => {
    const page = await under.open("https://www.facebook.com/");
    await press(page, '[role="article"]:nth-of-type(2) > form [role="textbox"]');
    await type(page, WRONG_DAY);
    await overlay(page).waitFor(".status.findings");
    await press(page, '[role="main"] > div:first-child > [role="button"]');
    await press(page, '[role="dialog"] [role="textbox"]');
    await type(page, CLEAN);
    await waitForModel(page, "dialog", [CLEAN]);
    await press(page, '[role="dialog"] [role="button"][aria-label="投稿"]');
    await onlyOne(under, page, CLEAN);
    expect(await modelTexts(page, "comment-1")).toEqual([WRONG_DAY]);
  });
});
