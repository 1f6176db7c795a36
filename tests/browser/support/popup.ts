import type { Page } from "puppeteer-core";
import { onTestFinished } from "vitest";
import { openExtensionPage, type WithExtension } from "./extension-page.ts";

/**
 * The popup's page as it opens over a tab. It stands in a tab of its own behind that one, since a popup
 * closes as soon as anything else is touched; what it asks and shows is the same.
 */
export async function openPopupOver(session: WithExtension, front: Page): Promise<Page> {
  await front.bringToFront();
  const popup = await openExtensionPage(session, "popup.html", "behind");
  onTestFinished(() => popup.close());
  await popup.setViewport({ width: 400, height: 600 });
  return popup;
}

/** Presses the popup's own test of the page in front; resolves with its rows, once they are there. */
export async function testPage(popup: Page): Promise<string[]> {
  await popup.waitForSelector(".self-test button");
  // The page in front must stay there.
  await popup.evaluate(() => document.querySelector<HTMLElement>(".self-test button")?.click());
  await popup.waitForSelector(".self-test .verdict");
  return popup.$$eval(".self-test li", (rows) => rows.map((row) => row.textContent ?? ""));
}
