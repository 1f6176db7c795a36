import type { Page } from "puppeteer-core";
import { usesBidi } from "../../../src/demo/bidi.ts";

/**
 * What was thrown in a page and caught by nobody, in the extension's world as in the page's own. Only
 * Chromium tells of both; of Firefox the list stays empty.
 */
export async function uncaught(page: Page): Promise<string[]> {
  const thrown: string[] = [];
  if (usesBidi(page)) return thrown;
  const control = await page.createCDPSession();
  control.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    thrown.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await control.send("Runtime.enable");
  return thrown;
}
