import { expect, test } from "vitest";
import { ASKING, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { inEachBrowser, overlay, press, pressKeys } from "./support/index.ts";

inEachBrowser(
  "English",
  (under) => {
    test.each(COMPOSERS)(
      "$name: status, card and dialog speak English about a Japanese draft",
      async ({ url, editor, button }) => {
        const page = await under.open(prefilled(url, DRAFT));
        await press(page, editor);
        const shown = overlay(page);
        const status = await shown.waitFor(".status.findings");
        expect(status.attributes["aria-label"]).toMatch(/Tenken|Check/);
        await pressKeys(page, "Control+Home");
        await pressKeys(page, "Alt+Shift+KeyK");
        const card = await shown.waitFor(".card.stop");
        expect(card.text).toContain(WRONG_DAY);
        expect(card.text).toContain("Saturday");
        await pressKeys(page, "Escape");
        await shown.waitGone(".card");
        await press(page, button);
        expect((await shown.waitFor(ASKING)).text).toContain("Before you post");
      },
    );
  },
  { lang: "en" },
);
