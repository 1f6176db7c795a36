import type { Page } from "puppeteer-core";

/** The words of the browser's own dialog, which is left unanswered ("cancel"). */
export function askedNatively(page: Page): Promise<string> {
  return new Promise((resolve) => {
    page.once("dialog", (dialog) => {
      resolve(dialog.message());
      // Firefox's driver has dismissed it by itself by then.
      dialog.dismiss().catch(() => {});
    });
  });
}
