import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { ASKING, CLEAN, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type, waitForModel } from "./support/index.ts";
import { onlyOne, publishAnyway } from "./support/publishing.ts";

const HOME = "https://www.facebook.com/";
const EDITOR = '[role="dialog"] [role="textbox"]';
const TEXT = `🚛収集は${WRONG_DAY}です。\n詳しくは市のサイトで`;
const button = (label: string) => `[role="dialog"] [role="button"][aria-label="${label}"]`;

inEachBrowser(
  "exits of Facebook",
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
      ["the editor waits behind the second step", "next"],
      ["the editor is gone in the second step", "next-gone"],
    ])("%s: asked about at the first, and not twice", async (_, variant) => {
      const page = await under.open(prefilled(`${HOME}?composer=dialog&variant=${variant}`, TEXT));
      await press(page, button("次へ"));
      await overlay(page).waitFor(ASKING);
      await publishAnyway(page);
      await press(page, button("投稿"));
      await onlyOne(under, page, TEXT);
      expect(under.server.published()[0]).toMatchObject({ trusted: true });
      expect(await overlay(page).query("dialog")).toBeUndefined();
    });

    test("a clean draft passes both steps", async () => {
      const page = await under.open(prefilled(`${HOME}?composer=dialog&variant=next`, CLEAN));
      await press(page, EDITOR);
      await overlay(page).waitFor(".status.clear");
      await press(page, button("次へ"));
      await press(page, button("投稿"));
      await onlyOne(under, page, CLEAN);
      expect(under.server.published()[0]).toMatchObject({ trusted: true });
    });

    test("a share with words is held for them, not for what is shared", async () => {
      const clean = await under.open(prefilled(`${HOME}?composer=share`, CLEAN));
      await press(clean, button("シェア"));
      await onlyOne(under, clean, CLEAN);
      under.server.clear();
      const page = await under.open(prefilled(`${HOME}?composer=share`, TEXT));
      await press(page, button("シェア"));
      await overlay(page).waitFor(ASKING);
      const all = await overlay(page).read((root) => root.querySelector("dialog")?.textContent);
      expect(all).toContain("星見市観光協会");
      await heldThenOnce(page, TEXT);
      expect(under.server.published()[0]).toMatchObject({ kind: "share" });
    });

    test("a share without a word is held for whose post it is", async () => {
      const page = await under.open(`${HOME}?composer=share`);
      await press(page, button("シェア"));
      expect((await overlay(page).waitFor(ASKING)).text).toContain("星見市観光協会");
      await heldThenOnce(page, "");
      expect(under.server.published()[0]).toMatchObject({ kind: "repost" });
    });

    test("a post that is edited is held and goes once", async () => {
      const page = await under.open(prefilled(`${HOME}?composer=edit`, TEXT));
      await press(page, button("保存"));
      await heldThenOnce(page, TEXT);
    });

    test.each([
      ["reply", 2, "Enter"],
      ["reply", 3, "Enter"],
      ["edit", 3, "Enter"],
      ["reply", 2, "button"],
    ])("a comment's %s (article %i) by %s is held and goes once", async (what, n, way) => {
      const page = await under.open(`${HOME}?commented=x`);
      const article = `[role="article"]:nth-of-type(${n}) > [role="article"]`;
      await press(page, `${article} [data-part="${what}"]`);
      await press(page, `${article} form [role="textbox"]`);
      await pressKeys(page, "Control+KeyA");
      await type(page, TEXT, "Shift+Enter");
      await waitForModel(page, `comment-${n - 1}-${what}`, [TEXT]);
      if (way === "Enter") await pressKeys(page, "Enter");
      else await press(page, `${article} form [role="button"][aria-label="コメント"]`);
      await heldThenOnce(page, TEXT);
    });
  },
  { policy: { rules: { "rights.media": "off" } } },
);

inEachBrowser(
  "who speaks on Facebook",
  (under) => {
    test("the page may, the person behind it may not", async () => {
      const page = await under.open(prefilled(`${HOME}?composer=dialog`, CLEAN));
      await press(page, button("投稿"));
      await onlyOne(under, page, CLEAN);
      under.server.clear();
      const person = await under.open(prefilled(`${HOME}?composer=dialog&acting=person`, CLEAN));
      await press(person, button("投稿"));
      await overlay(person).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    });

    test("where no name stands beside the composer, whoever acts counts", async () => {
      const page = await under.open(prefilled(`${HOME}?composer=dialog&variant=no-name`, CLEAN));
      await press(page, button("投稿"));
      await onlyOne(under, page, CLEAN);
      under.server.clear();
      const person = await under.open(
        prefilled(`${HOME}?composer=dialog&variant=no-name&acting=person`, CLEAN),
      );
      await press(person, button("投稿"));
      await overlay(person).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    });
  },
  {
    policy: {
      accounts: [{ platform: "facebook", id: "100090000000001", name: "星見市", status: "公認" }],
    },
  },
);
