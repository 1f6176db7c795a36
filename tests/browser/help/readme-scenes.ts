import type { Session } from "../../../src/demo/launch.ts";
import { overlay } from "../../../src/demo/overlay.ts";
import { openExtensionPage } from "../support/extension-page.ts";
import { look } from "../support/look.ts";
import { press, type } from "../support/person.ts";
import { PIXELS } from "./said.ts";
import { compose, DRAFT, EDITOR, own, type Scene } from "./show.ts";

const [, LINK = ""] = DRAFT.split("\n");

/** The popup as it stands over X, with a text pasted into it. */
async function popupOverX(session: Session, scheme: "light" | "dark") {
  const page = await compose(session, scheme);
  await overlay(page).waitFor(".status.findings");
  const popup = await openExtensionPage(session, "popup.html", "behind");
  await popup.waitForSelector(".page .counts");
  await popup.setViewport({ width: 400, height: 600, deviceScaleFactor: PIXELS });
  await popup.bringToFront();
  await look(popup, { scheme });
  await press(popup, "#text");
  await type(popup, LINK);
  await popup.waitForSelector(".finding .fixes");
  return popup;
}

/** What the README's pictures show. */
export const README_SCENES: Readonly<Record<string, Scene>> = {
  composer: {
    async open(session, scheme) {
      const page = await compose(session, scheme);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await shown.press(".status");
      await shown.waitFor(".card .leads b");
      return page;
    },
    parts: [".card"],
    around: [EDITOR],
  },
  popup: { open: popupOverX, parts: ["body"], isBox: true },
  status: {
    async open(session, scheme) {
      const page = await own(session, "status.html", scheme, 1000);
      await page.waitForSelector("#summary dt");
      return page;
    },
    // Version, time and browser are others tomorrow.
    parts: [".page-head", ".page-sections", "h1", "#summary .banner", "#summary dt"],
    height: 720,
  },
  welcome: {
    async open(session, scheme) {
      const page = await own(session, "welcome.html", scheme, 800);
      await page.waitForSelector("form");
      return page;
    },
    parts: [".page-head", "main"],
    height: 560,
  },
  rules: {
    async open(session, scheme) {
      const page = await own(session, "guide.html", scheme, 1100);
      await page.waitForSelector("h3");
      return page;
    },
    parts: [".page-head", ".page-sections", "h1", "#link\\.shortener"],
    height: 760,
  },
  settings: {
    async open(session, scheme) {
      const page = await own(session, "options.html#rules", scheme, 1200);
      await press(page, "#preview-text");
      await type(page, LINK);
      await page.waitForSelector(".preview-box .finding");
      await page.evaluate(() => scrollTo(0, 0));
      return page;
    },
    parts: [".page-head", ".page-sections", "h1", ".preview-box h2", ".preview-box .finding"],
    height: 760,
  },
};
