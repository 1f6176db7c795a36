import type { CDPSession, Page } from "puppeteer-core";

/** A Japanese input method at work: the keys come as composition events, as from a real one. */
export interface Ime {
  /** What stands underlined in the editor now; the first call begins a composition. */
  show(text: string): Promise<void>;
  /** Ends the composition with this text. */
  commit(text: string): Promise<void>;
}

/** Chromium only: its debugging protocol has an input method, Firefox's has none. */
export async function ime(page: Page): Promise<Ime> {
  const session: CDPSession = await page.createCDPSession();
  return {
    async show(text) {
      await session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    async commit(text) {
      await session.send("Input.insertText", { text });
    },
  };
}
