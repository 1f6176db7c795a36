import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { CLEAN, OLD_WORD, prefilled, RIGHT_DAY, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys, type, X } from "./support/index.ts";
import { onlyOne } from "./support/publishing.ts";

const HOME = "https://x.com/home";
const OPTION = 'input[name="Choice2"]';
const ALT = '[data-testid="altTextInput"]';
const SHORTCUT = "Alt+Shift+KeyK";

/** A poll's two options, empty; what React makes of an input's value stands in `poll` when published. */
const poll = prefilled(`${HOME}?poll=&poll=`, CLEAN);
const picture = prefilled(`${HOME}?alt=`, CLEAN);

/** The letter of a field before which a press at this place would set the caret, as the browser knows it. */
const letterAt = (page: Page, x: number, y: number) =>
  page.evaluate((left, top) => document.caretPositionFromPoint(left, top)?.offset, x, y);

const writtenIn = (page: Page, field: string) =>
  page.$eval(field, (element) => (element as HTMLInputElement).value);

inEachBrowser(
  "what goes out beside a post's own words",
  (under) => {
    test("an option of a poll is marked as one types, counted in the post's status, and mended", async () => {
      const page = await under.open(poll);
      await press(page, OPTION);
      await type(page, `明日${WRONG_DAY}`);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      expect(await shown.queryAll(".status")).toHaveLength(1);
      const { rect } = await shown.waitFor(".mark.stop");
      const middle = rect.top + rect.height / 2;
      expect(await letterAt(page, rect.left + 1, middle)).toBe("明日".length);
      expect(await letterAt(page, rect.left + rect.width - 1, middle)).toBe(
        `明日${WRONG_DAY}`.length,
      );
      const { top, bottom } = await page.$eval(OPTION, (element) => {
        const box = element.getBoundingClientRect();
        return { top: box.top, bottom: box.bottom };
      });
      expect(rect.top).toBeGreaterThanOrEqual(top);
      expect(rect.top + rect.height).toBeLessThanOrEqual(bottom + 2);
      // The word itself is pressed, not the status.
      await page.mouse.click(rect.left + 5, rect.top + 5);
      expect((await shown.waitFor(".card.stop")).text).toContain(WRONG_DAY);
      await shown.press(".card [data-first]");
      await shown.waitFor(".status.clear");
      await shown.waitGone(".mark");
      await press(page, X.inlineButton);
      await onlyOne(under, page, CLEAN);
      expect(under.server.published()[0]).toMatchObject({ poll: ["", `明日${RIGHT_DAY}`] });
    });

    test("in an option the key opens its card, and Escape goes back into it", async () => {
      const page = await under.open(poll);
      await press(page, OPTION);
      await type(page, OLD_WORD);
      const shown = overlay(page);
      await shown.waitFor(".mark.care");
      await pressKeys(page, SHORTCUT);
      expect((await shown.waitFor(".card.care")).text).toContain(OLD_WORD);
      await pressKeys(page, "Escape");
      await shown.waitGone(".card");
      await type(page, "★");
      expect(await writtenIn(page, OPTION)).toBe(`${OLD_WORD}★`);
      await pressKeys(page, SHORTCUT);
      await shown.waitFor(".card.care");
      await shown.press(".card .actions .plain");
      await shown.waitFor(".status.clear");
      await shown.waitGone(".mark");
    });

    test("an alternative text is marked where it is written, with a status of its own, and mended", async () => {
      const page = await under.open(picture);
      await press(page, '[data-testid="altTextLabel"]');
      await press(page, ALT);
      await type(page, `祭りの写真\n${WRONG_DAY}`);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      const { rect } = await shown.waitFor(".mark.stop");
      const field = await page.$eval(ALT, (element) => {
        const { left, top } = element.getBoundingClientRect();
        return { left, top, line: Number.parseFloat(getComputedStyle(element).fontSize) };
      });
      // On the second line, from its start.
      expect(rect.top - field.top).toBeGreaterThan(field.line);
      expect(rect.left - field.left).toBeLessThan(20);
      await shown.press(".status");
      expect((await shown.waitFor(".card.stop")).text).toContain(WRONG_DAY);
      await shown.press(".card [data-first]");
      await shown.waitFor(".status.clear");
      expect(await writtenIn(page, ALT)).toBe(`祭りの写真\n${RIGHT_DAY}`);
      await press(page, '[data-testid="endEditingButton"]');
      await press(page, X.inlineButton);
      await onlyOne(under, page, CLEAN);
      expect(under.server.published()[0]).toMatchObject({ alt: `祭りの写真\n${RIGHT_DAY}` });
    });

    test("once saved, an alternative text counts in the post's status", async () => {
      const page = await under.open(picture);
      await press(page, X.editor);
      const shown = overlay(page);
      await shown.waitFor(".status.clear");
      await press(page, '[data-testid="altTextLabel"]');
      await press(page, ALT);
      await type(page, OLD_WORD);
      await press(page, '[data-testid="endEditingButton"]');
      await page.waitForSelector(ALT, { hidden: true });
      await shown.waitUntil((root) => root.querySelectorAll(".status").length === 1, []);
      await shown.press(".status.findings");
      expect((await shown.waitFor(".card.care")).text).toContain(OLD_WORD);
    });

    test("the editor of a narrow page is marked too, where its text is seen", async () => {
      const page = await under.open(prefilled(`${HOME}?variant=textarea`, WRONG_DAY));
      await press(page, 'textarea[data-testid^="tweetTextarea_"]');
      const shown = overlay(page);
      const { rect } = await shown.waitFor(".mark.stop");
      expect(rect.width).toBeGreaterThan(50);
      await page.mouse.click(rect.left + 5, rect.top + 5);
      expect((await shown.waitFor(".card.stop")).text).toContain(WRONG_DAY);
    });
  },
  { policy: { rules: { "rights.media": "off", "read.alt-text": "off" } } },
);
