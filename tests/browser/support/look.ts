import type { Page } from "puppeteer-core";
import { callInBrowser, usesBidi } from "../../../src/demo/bidi.ts";

export interface Look {
  scheme?: "light" | "dark";
  reducedMotion?: boolean;
  forcedColors?: boolean;
}

/** How the machine is set up, as a page sees it by media queries. What is left out is as usual. */
export async function look(page: Page, wanted: Look): Promise<void> {
  if (usesBidi(page)) {
    await callInBrowser(page.browser(), setPreferences, {
      // 0 dark, 1 light, 2 as the system.
      "layout.css.prefers-color-scheme.content-override":
        wanted.scheme === undefined ? 2 : wanted.scheme === "dark" ? 0 : 1,
      "ui.prefersReducedMotion": wanted.reducedMotion === true ? 1 : 0,
      // 2: the page's colours never hold, which is what forced colours are.
      "browser.display.document_color_use": wanted.forcedColors === true ? 2 : 0,
    });
    return;
  }
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: wanted.scheme ?? "light" },
      { name: "prefers-reduced-motion", value: wanted.reducedMotion === true ? "reduce" : "" },
      { name: "forced-colors", value: wanted.forcedColors === true ? "active" : "" },
    ],
  });
}

/** Runs in Firefox's own process. */
function setPreferences(values: Record<string, number>): void {
  const { Services } = globalThis as unknown as {
    Services: { prefs: { setIntPref(name: string, value: number): void } };
  };
  for (const [name, value] of Object.entries(values)) Services.prefs.setIntPref(name, value);
}

/** The page as it stands at a zoom: fewer CSS pixels, each larger. 1 is as usual. */
export async function zoom(page: Page, factor: number): Promise<void> {
  await page.setViewport({
    width: Math.round(1000 / factor),
    height: Math.round(800 / factor),
    deviceScaleFactor: factor,
  });
}
