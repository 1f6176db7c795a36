import type { Session } from "../../../src/demo/launch.ts";
import { openExtensionPage } from "../support/extension-page.ts";
import { look } from "../support/look.ts";
import { press, type } from "../support/person.ts";
import { PIXELS } from "./said.ts";
import { DRAFT, EDITOR, judged, listed, own, type Scene } from "./show.ts";

const [, LINK = ""] = DRAFT.split("\n");

/** The popup as it stands over X, with a text pasted into it. */
async function popupOverX(session: Session, scheme: "light" | "dark") {
  await judged(session, scheme);
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
    open: listed,
    parts: [".card"],
    around: [EDITOR],
  },
  popup: { open: popupOverX, parts: ["body"], isBox: true },
  status: {
    open: own("status.html", 1000, "#summary dt"),
    // Version, time and browser are others tomorrow.
    parts: [".page-head", ".page-sections", "h1", "#summary .banner", "#summary dt"],
    height: 720,
  },
  welcome: {
    open: own("welcome.html", 800, "form"),
    parts: [".page-head", "main"],
    height: 560,
  },
  rules: {
    open: own("guide.html", 1100, "h3"),
    parts: [".page-head", ".page-sections", "h1", "#link\\.shortener"],
    height: 760,
  },
  settings: {
    async open(session, scheme) {
      const page = await own("options.html#rules", 1200, "#preview-text")(session, scheme);
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
