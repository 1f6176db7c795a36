import { expect, test } from "vitest";
import { ASKING, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys } from "./support/index.ts";
import { askedNatively } from "./support/native-dialog.ts";

const HOME = COMPOSERS[0];

inEachBrowser(
  "a page that leads a press astray",
  (under) => {
    test("a dialog that came up under the pointer does not take the press that was on its way", async () => {
      const page = await under.open(prefilled(HOME.url, DRAFT));
      await press(page, HOME.editor);
      const shown = overlay(page);
      await press(page, HOME.button);
      await shown.waitFor(ASKING);
      const { rect } = await shown.waitFor("[data-publish]");
      await pressKeys(page, "Escape");
      await shown.waitGone("dialog");
      await page.mouse.move(rect.left + rect.width / 2, rect.top + rect.height / 2);
      // Pressed by the page in the very moment in which the person presses something else.
      await page.evaluate((selector) => {
        document.addEventListener("pointerdown", () => {
          document.querySelector<HTMLElement>(selector)?.click();
        });
      }, HOME.button);
      await page.mouse.down();
      await page.mouse.up();
      await page.mouse.down();
      await page.mouse.up();
      await shown.waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    });

    // Firefox does not tell what is painted over an element.
    const where = test.runIf(under.kind === "chromium");
    where(
      "a press on what is covered by something that lets presses through is asked about",
      async () => {
        const page = await under.open(prefilled(HOME.url, DRAFT));
        await press(page, HOME.editor);
        const shown = overlay(page);
        await press(page, HOME.button);
        await shown.waitFor(ASKING);
        await page.evaluate(() => {
          const frame = document.createElement("div");
          document.body.append(frame);
          const cover = document.createElement("div");
          cover.textContent = "つづける";
          cover.style.cssText =
            "position: fixed; inset: 0; width: auto; height: auto; margin: 0; background: white; pointer-events: none";
          frame.attachShadow({ mode: "closed" }).append(cover);
          cover.popover = "manual";
          cover.showPopover();
          return new Promise((resolve) => setTimeout(resolve, 1000));
        });
        const asked = askedNatively(page);
        const { rect } = await shown.waitFor("[data-publish]");
        await page.mouse.click(rect.left + rect.width / 2, rect.top + rect.height / 2);
        expect(await asked).toContain(WRONG_DAY);
        expect(under.server.published()).toEqual([]);
      },
    );
  },
  { policy: { override: "allow" } },
);
