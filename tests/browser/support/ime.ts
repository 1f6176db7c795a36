import type { Page } from "puppeteer-core";
import { callInBrowser, usesBidi } from "../../../src/demo/bidi.ts";

/** A Japanese input method at work: its text comes as trusted composition events, as from a real one. */
export interface Ime {
  /** What stands underlined in the editor now; the first call begins a composition. */
  show(text: string): Promise<void>;
  /**
   * Ends the composition with this text by the Enter key, which the page sees as keyCode 229. In
   * Chromium no `input` follows, in Firefox one does (both measured).
   */
  commit(text: string): Promise<void>;
}

/** The page comes to the front: an input method writes where the focus is. */
export async function ime(page: Page): Promise<Ime> {
  await page.bringToFront();
  return usesBidi(page) ? firefoxIme(page) : chromiumIme(page);
}

async function chromiumIme(page: Page): Promise<Ime> {
  const session = await page.createCDPSession();
  return {
    async show(text) {
      await session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    async commit(text) {
      const key = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
      await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
      await session.send("Input.insertText", { text });
      await session.send("Input.dispatchKeyEvent", {
        type: "keyUp",
        key: "Enter",
        code: "Enter",
        windowsVirtualKeyCode: 13,
      });
    },
  };
}

function firefoxIme(page: Page): Ime {
  return {
    show: (text) => callInBrowser(page.browser(), showInFirefox, text),
    commit: (text) => callInBrowser(page.browser(), commitInFirefox, text),
  };
}

// What follows runs in Firefox's own process, sent as text: each function stands alone.

interface TextInputProcessor {
  readonly ATTR_RAW_CLAUSE: number;
  beginInputTransactionForTests(window: unknown): boolean;
  setPendingCompositionString(text: string): void;
  appendClauseToPendingComposition(length: number, attribute: number): void;
  setCaretInPendingComposition(offset: number): void;
  flushPendingComposition(): boolean;
  commitCompositionWith(text: string, key: KeyboardEvent): boolean;
}

interface FirefoxGlobals {
  Cc: Record<string, { createInstance(kind: unknown): TextInputProcessor }>;
  Ci: Record<string, unknown>;
  Services: {
    wm: {
      getMostRecentWindow(type: string): Window & {
        gBrowser: { selectedBrowser: { focus(): void } };
        inputMethodOfTests?: TextInputProcessor;
      };
    };
  };
}

function showInFirefox(text: string): void {
  const { Cc, Ci, Services } = globalThis as unknown as FirefoxGlobals;
  const window = Services.wm.getMostRecentWindow("navigator:browser");
  let processor = window.inputMethodOfTests;
  if (!processor) {
    window.focus();
    window.gBrowser.selectedBrowser.focus();
    processor = Cc["@mozilla.org/text-input-processor;1"]?.createInstance(Ci.nsITextInputProcessor);
    if (!processor?.beginInputTransactionForTests(window)) throw new Error("no input method");
    window.inputMethodOfTests = processor;
  }
  processor.setPendingCompositionString(text);
  processor.appendClauseToPendingComposition(text.length, processor.ATTR_RAW_CLAUSE);
  processor.setCaretInPendingComposition(text.length);
  processor.flushPendingComposition();
}

function commitInFirefox(text: string): void {
  const { Services } = globalThis as unknown as FirefoxGlobals;
  const window = Services.wm.getMostRecentWindow("navigator:browser");
  const key = new KeyboardEvent("", { key: "Enter", code: "Enter", keyCode: 13 });
  window.inputMethodOfTests?.commitCompositionWith(text, key);
  delete window.inputMethodOfTests;
}
