import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { ASKING, CLEAN, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { uncaught } from "./support/errors.ts";
import { inEachBrowser, overlay, press, pressKeys, type, waitForModel } from "./support/index.ts";
import { publishAnyway } from "./support/publishing.ts";

const HOME = COMPOSERS[0];

inEachBrowser("a page that never rests", (under) => {
  async function written(text: string): Promise<Page> {
    const page = await under.open(prefilled(HOME.url, text));
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status");
    return page;
  }

  test("it wipes itself out: nothing breaks, and nothing goes", async () => {
    const page = await written(DRAFT);
    const thrown = await uncaught(page);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    await page.evaluate(() => {
      document.body.replaceChildren();
      document.documentElement.remove();
      return new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(thrown).toEqual([]);
    expect(under.server.published()).toEqual([]);
  });

  test("it writes itself anew: what is written then is watched as before", async () => {
    const page = await written(DRAFT);
    await page.evaluate((text) => {
      // Its own words would need a permission that the sites do not give.
      document.open();
      document.close();
      const editor = document.createElement("div");
      Object.assign(editor.dataset, { testid: "tweetTextarea_0" });
      Object.assign(editor, { contentEditable: "true", role: "textbox" });
      const block = document.createElement("div");
      block.dataset.block = "true";
      const words = document.createElement("span");
      words.dataset.text = "true";
      words.textContent = text;
      block.append(words);
      editor.append(block);
      const button = document.createElement("button");
      button.dataset.testid = "tweetButtonInline";
      button.textContent = "ポストする";
      button.addEventListener("click", () => {
        document.title = "gone out";
      });
      document.body.replaceChildren(editor, button);
    }, WRONG_DAY);
    await press(page, HOME.button);
    expect((await overlay(page).waitFor(ASKING)).text).toContain(WRONG_DAY);
    expect(await page.title()).not.toBe("gone out");
  });

  test("it changes without end: what is written is checked and held, and the page still moves", async () => {
    const page = await written(CLEAN);
    await overlay(page).waitFor(".status.clear");
    // A million in one go, then thousands that each come alone.
    const took = await page.$eval(HOME.editor, async (editor) => {
      const picture = document.createElement("img");
      (editor.closest("label")?.parentElement ?? editor).append(picture);
      for (let at = 0; at < 1_000_000; at++) picture.alt = `${at}`;
      await new Promise((resolve) => setTimeout(resolve));
      const start = performance.now();
      for (let at = 0; at < 20_000; at++) {
        picture.alt = `${at}`;
        await null;
      }
      return performance.now() - start;
    });
    expect(took).toBeLessThan(5000);
    await page.$eval(HOME.editor, (editor) => {
      const picture = (editor.closest("label")?.parentElement ?? editor).querySelector("img");
      setInterval(() => picture?.setAttribute("aria-label", `${Math.random()}`), 1);
    });
    await pressKeys(page, "Control+End");
    await type(page, WRONG_DAY);
    await waitForModel(page, HOME.composer, [`${CLEAN}${WRONG_DAY}`]);
    await overlay(page).waitFor(".status.findings");
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });

  test("another button in each frame: held, and pressed once", async () => {
    const page = await written(DRAFT);
    await page.evaluate((selector) => {
      const counted = globalThis as unknown as { presses: boolean[] };
      counted.presses = [];
      document.addEventListener(
        "click",
        (event) => {
          if (event.target instanceof Element && event.target.closest(selector))
            counted.presses.push(event.isTrusted);
        },
        true,
      );
      const replace = () => {
        const old = document.querySelector(selector);
        old?.replaceWith(old.cloneNode(true));
        requestAnimationFrame(replace);
      };
      replace();
    }, HOME.button);
    const presses = () =>
      page.evaluate(() => (globalThis as unknown as { presses: boolean[] }).presses);
    // The pointer presses and releases in two frames, and so on two buttons; a key presses one.
    await page.evaluate((selector) => {
      document.querySelector<HTMLElement>(selector)?.click();
    }, HOME.button);
    await overlay(page).waitFor(ASKING);
    expect(await presses()).toEqual([]);
    await publishAnyway(page);
    expect(await presses()).toEqual([false]);
  });
});
