import { expect, test } from "vitest";
import {
  FACEBOOK,
  ime,
  inEachBrowser,
  press,
  pressKeys,
  requestsBeyond,
  type,
  waitForModel,
  write,
  X,
} from "./support/index.ts";

/** Clean under the default policy, so that nothing is held. */
const TEXT =
  "給食は🍛です。👩‍👩‍👧 がぎぐ https://www.city.suzaka.nagano.jp/kyushoku\n二行目 #給食 です\n\nおわり!";
const REPLY = "https://x.com/kishou_demo/status/1700000000000000001";

inEachBrowser(
  "replica pages publish what was typed, once",
  (under) => {
    const only = async (composer: string, texts: string[], by: string) => {
      const sent = await under.server.waitForPublished(texts.length);
      expect(sent.map(({ text }) => text)).toEqual(texts);
      for (const one of sent) expect(one).toMatchObject({ composer, by, trusted: true, count: 1 });
      return sent[0];
    };

    test.each([
      ["home", "https://x.com/home"],
      ["home", "https://twitter.com/home"],
      ["reply", REPLY],
    ])("X %s by button and by keyboard: %s", async (composer, url) => {
      const page = await under.open(url);
      await write(page, X.editor, TEXT);
      await press(page, X.inlineButton);
      await only(composer, [TEXT], "button");
      await page.waitForSelector(`${X.toast} a[href*="/status/"]`);

      await write(page, X.editor, TEXT);
      await pressKeys(page, "Control+Enter");
      const [, second] = await under.server.waitForPublished(2);
      expect(second).toMatchObject({ text: TEXT, by: "keyboard", trusted: true, count: 2 });
    });

    test("X modal: a thread of two leaves by one button", async () => {
      const page = await under.open("https://x.com/compose/post");
      await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
      await type(page, TEXT);
      await press(page, '[role="dialog"] [data-testid="addButton"]');
      await page.waitForSelector('[data-testid="tweetTextarea_1"]:focus');
      await type(page, "二つ目");
      expect(await page.$$('[data-testid="tweetTextarea_0"]')).toHaveLength(2);
      await press(page, X.modalButton);
      expect(await only("modal", [TEXT, "二つ目"], "button")).toMatchObject({ kind: "thread" });
    });

    test("X modal: quote, plain repost and reply", async () => {
      const page = await under.open("https://x.com/home");
      await press(page, '[data-testid="quote"]');
      await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
      await pressKeys(page, "Control+Enter");
      expect(await only("modal", [""], "keyboard")).toMatchObject({ kind: "repost" });
      await page.waitForSelector(X.toast);

      under.server.clear();
      await press(page, '[data-testid="quote"]');
      await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
      await type(page, "引用");
      await press(page, X.modalButton);
      expect((await under.server.waitForPublished(1))[0]).toMatchObject({
        kind: "quote",
        text: "引用",
      });
      await page.waitForSelector('[role="dialog"]', { hidden: true });

      under.server.clear();
      await press(page, '[data-testid="reply"]');
      await page.waitForSelector('[role="dialog"] [data-testid="tweetTextarea_0"]:focus');
      await type(page, "返信");
      await pressKeys(page, "Control+Enter");
      expect((await under.server.waitForPublished(1))[0]).toMatchObject({
        kind: "reply",
        text: "返信",
      });
    });

    test("X suggestions: Enter picks, Ctrl+Enter publishes", async () => {
      const page = await under.open("https://x.com/home");
      await write(page, X.editor, "#星見");
      await page.waitForSelector('[data-testid="typeaheadResult"]');
      await pressKeys(page, "Enter");
      await waitForModel(page, "home", ["#星見市 "]);
      await type(page, "#防");
      await page.waitForSelector('[data-testid="typeaheadResult"]');
      await pressKeys(page, "Control+Enter");
      await only("home", ["#星見市 #防"], "keyboard");
    });

    test("X direct messages are recorded apart", async () => {
      const page = await under.open("https://x.com/home");
      await write(page, '[data-testid="dmComposerTextInput"]', "内緒");
      await pressKeys(page, "Enter");
      expect(await only("dm", ["内緒"], "keyboard")).toMatchObject({ kind: "message" });
    });

    test.each([
      ["dialog", FACEBOOK.dialogEditor],
      ["inline", FACEBOOK.editor],
    ])("Facebook %s by button and by key on the button", async (composer, editor) => {
      const page = await under.open(`https://www.facebook.com/?composer=${composer}`);
      await write(page, editor, TEXT);
      await press(page, FACEBOOK.postButton);
      await only(composer, [TEXT], "button");

      const other = await under.open(`https://m.facebook.com/?composer=${composer}`);
      await write(other, editor, TEXT);
      await (await other.waitForSelector(FACEBOOK.postButton))?.focus();
      await pressKeys(other, "Enter");
      const [, second] = await under.server.waitForPublished(2);
      expect(second).toMatchObject({ text: TEXT, by: "button", count: 1 });
    });

    test("Facebook comments: Enter posts, Shift+Enter does not, a button where there is one", async () => {
      const page = await under.open("https://www.facebook.com/");
      const box = (n: number) => `[role="article"]:nth-of-type(${n}) > form [role="textbox"]`;
      await write(page, box(2), TEXT, "Shift+Enter");
      await pressKeys(page, "Enter");
      await only("comment-1", [TEXT], "keyboard");

      under.server.clear();
      await write(page, box(3), "紅葉🍁");
      await pressKeys(page, "Enter");
      await only("comment-2", ["紅葉🍁"], "keyboard");

      under.server.clear();
      await write(page, box(2), "もう一つ");
      await press(page, '[role="article"] [aria-label="コメント"]');
      const sent = await under.server.waitForPublished(1);
      expect(sent).toMatchObject([{ text: "もう一つ", by: "button", count: 2 }]);
    });

    test("Facebook comment box stands behind an open dialog", async () => {
      const page = await under.open("https://www.facebook.com/?composer=dialog");
      expect(await page.$$('[role="article"] form [role="textbox"]')).toHaveLength(2);
    });

    test("pages that cannot be recognised", async () => {
      const noButton = await under.open("https://x.com/home?variant=no-button&text=a");
      await noButton.waitForSelector(X.editor);
      expect(await noButton.$(X.inlineButton)).toBeNull();
      const noEditor = await under.open("https://x.com/home?variant=no-editor&text=a");
      await noEditor.waitForSelector('[contenteditable="true"]');
      expect(await noEditor.$(X.editor)).toBeNull();
    });

    test.each([
      ["https://x.com/home?text=a", X.inlineButton],
      ["https://www.facebook.com/?composer=inline&text=a", FACEBOOK.postButton],
    ])("what is pressed twice goes out twice, and by no person's hand: %s", async (url, button) => {
      const page = await under.open(url);
      await page.waitForSelector(button);
      await page.$eval(button, (element) => {
        (element as HTMLElement).click();
        (element as HTMLElement).click();
      });
      const sent = await under.server.waitForPublished(2);
      expect(sent.map(({ trusted }) => trusted)).toEqual([false, false]);
      expect(sent.map(({ count }) => count).sort()).toEqual([1, 2]);
    });

    test.each([
      ["https://x.com/home", X.editor, "home"],
      ["https://www.facebook.com/?composer=inline", FACEBOOK.editor, "inline"],
      ["https://www.facebook.com/", '[role="article"] form [role="textbox"]', "comment-1"],
    ])(
      "an input method's text reaches the model, and its Enter does not post: %s %s",
      async (url, editor, composer) => {
        const page = await under.open(url);
        await press(page, editor);
        const keyCodes = await page.evaluateHandle(() => {
          const seen: number[] = [];
          addEventListener("keydown", (event) => seen.push(event.keyCode), true);
          return seen;
        });
        const method = await ime(page);
        for (const step of ["て", "てん", "てんけ", "てんけん", "点検"]) await method.show(step);
        await method.commit("点検");
        await waitForModel(page, composer, ["点検"]);
        expect(await keyCodes.jsonValue()).toEqual([229]);
        expect(under.server.published()).toEqual([]);
      },
    );

    test("nothing but the page's own requests left", async () => {
      const page = await under.open("https://x.com/home");
      await write(page, X.editor, "しずか");
      await press(page, X.inlineButton);
      await under.server.waitForPublished(1);
      expect(requestsBeyond(under.server, "x.com")).toEqual([]);
    });
  },
  { extension: null },
);
