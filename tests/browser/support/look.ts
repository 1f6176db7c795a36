import type { Page } from "puppeteer-core";
import { callInBrowser, usesBidi } from "../../../src/demo/bidi.ts";
import { keepApart } from "./tabs.ts";

export interface Look {
  scheme?: "light" | "dark";
  reducedMotion?: boolean;
  forcedColors?: boolean;
  medium?: "screen" | "print";
}

/** How the machine is set up, as the page sees it by media queries. What is left out is as usual. */
export async function look(page: Page, wanted: Look): Promise<void> {
  const { scheme = "light", reducedMotion = false, forcedColors = false } = wanted;
  const { medium = "screen" } = wanted;
  keepApart(page);
  if (usesBidi(page)) {
    await page.bringToFront();
    await callInBrowser(page.browser(), override, {
      prefersColorSchemeOverride: scheme,
      prefersReducedMotionOverride: reducedMotion ? "reduce" : "none",
      forcedColorsOverride: forcedColors ? "active" : "none",
      mediumOverride: medium === "screen" ? "" : medium,
    });
  } else {
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      // "screen" would hold for a PDF as well.
      media: medium === "screen" ? "" : medium,
      features: [
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
        { name: "forced-colors", value: forcedColors ? "active" : "none" },
      ],
    });
  }
  // Firefox tells its pages a little later.
  await page.waitForFunction(
    (queries) => queries.every(([query, isTrue]) => matchMedia(query).matches === isTrue),
    { polling: 30, timeout: 10_000 },
    [
      ["print", medium === "print"],
      // Paper is light, whatever the machine asks for; Firefox says so in its queries.
      ["screen and (prefers-color-scheme: dark)", medium === "screen" && scheme === "dark"],
      ["(prefers-reduced-motion: reduce)", reducedMotion],
      ["(forced-colors: active)", forcedColors],
    ] as [string, boolean][],
  );
}

/** Runs in Firefox's own process, on the tab in front. */
function override(values: Record<string, string>): void {
  const { gBrowser } = globalThis as unknown as {
    gBrowser: { selectedBrowser: { browsingContext: Record<string, string> } };
  };
  Object.assign(gBrowser.selectedBrowser.browsingContext, values);
}

/** The page as it stands at a zoom: fewer CSS pixels, each larger. 1 is as usual. */
export async function zoom(page: Page, factor: number): Promise<void> {
  await page.setViewport({
    width: Math.round(1000 / factor),
    height: Math.round(800 / factor),
    deviceScaleFactor: factor,
  });
}
