import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { compose } from "./support/composing.ts";
import { highlights, inEachBrowser, overlay, press } from "./support/index.ts";
import { counter } from "./support/leftovers.ts";

/** After these, everything that is made once is made. */
const FIRST = 12;
const MORE = 20;

inEachBrowser("a long session in one page", (under) => {
  test(`${MORE} openings, tab switches and posts leave nothing behind`, {
    timeout: 240_000,
  }, async () => {
    const page = await under.open("https://x.com/home");
    const other = await under.open("https://x.com/home");
    await page.bringToFront();
    // Firefox tells nobody how much it keeps; what of ours stands in the page, both tell.
    const count = under.kind === "chromium" ? await counter(page) : async () => null;
    const shown = async () => ({
      ours: await overlay(page).read((root) => root.querySelectorAll("*").length),
      hosts: await page.evaluate(() => document.querySelectorAll("[data-tenken-overlay]").length),
      marks: await highlights(page),
      sheets: await page.evaluate(() => document.adoptedStyleSheets.length),
    });
    for (let round = 0; round < FIRST; round++) await compose(page, other, round);
    const before = { kept: await count(), shown: await shown() };
    for (let round = 0; round < MORE; round++) await compose(page, other, round);
    // What is told last about a post is told again until it is kept.
    await delay(500);
    const after = { kept: await count(), shown: await shown() };
    expect(after.shown).toEqual(before.shown);
    if (!before.kept || !after.kept) return;
    expect(before.kept.waiting).toBeGreaterThan(10);
    expect(after.kept.waiting).toBe(before.kept.waiting);
    // One opening is some sixty nodes of the page and forty of ours; what was published stands in it.
    expect(after.kept.hidden - before.kept.hidden).toBeLessThan(60);
    for (const name of ["MutationObserver", "ResizeObserver", "AbortController"] as const)
      expect(after.kept.ours?.[name], name).toBe(before.kept.ours?.[name]);
  });

  // Firefox tells nobody how much it keeps.
  test.runIf(under.kind === "chromium")(
    "a box that nobody can read is told of once, however often it is used",
    async () => {
      const page = await under.open("https://x.com/home?variant=no-editor");
      await press(page, '[contenteditable="true"]');
      await overlay(page).waitFor(".status.unchecked");
      const count = await counter(page);
      const before = await count();
      for (let time = 0; time < 20; time++) await press(page, '[contenteditable="true"]');
      const after = await count();
      expect(after.ours?.ResizeObserver).toBe(before.ours?.ResizeObserver);
      expect(after.ours?.AbortController).toBe(before.ours?.AbortController);
    },
  );
});
