import { expect, test } from "vitest";
import {
  ASKING,
  CLEAN,
  COMPOSERS,
  DRAFT,
  OLD_WORD,
  prefilled,
  WRONG_DAY,
} from "./support/drafts.ts";
import { uncaught } from "./support/errors.ts";
import { inEachBrowser, modelTexts, overlay, press, pressKeys, type } from "./support/index.ts";
import { onlyOne, pressPublish, publishAnyway } from "./support/publishing.ts";

const HOME = COMPOSERS[0];
const HOST = "[data-tenken-overlay]";

inEachBrowser("a page that forges", (under) => {
  test("events: at our dialog they answer nothing", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    const thrown = await uncaught(page);
    await press(page, HOME.editor);
    await press(page, HOME.button);
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    const before = await shown.read((root) => root.querySelector("dialog")?.textContent);
    await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector);
      if (!host) throw new Error("no host");
      const init = { bubbles: true, cancelable: true, composed: true, detail: 1 };
      const keys = ["Enter", " ", "Escape", "Tab", "ArrowRight"];
      for (const target of [host, document.activeElement ?? host, document, window]) {
        for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
          target.dispatchEvent(new MouseEvent(name, { ...init, clientX: 500, clientY: 500 }));
        for (const name of ["keydown", "keypress", "keyup"])
          for (const key of keys)
            target.dispatchEvent(new KeyboardEvent(name, { ...init, key, code: key }));
        for (const name of ["input", "change", "cancel", "close", "submit", "toggle"])
          target.dispatchEvent(new Event(name, init));
      }
      host.click();
    }, HOST);
    expect(await shown.read((root) => root.querySelector("dialog")?.textContent)).toBe(before);
    expect(await shown.query("dialog .error")).toBeUndefined();
    expect(under.server.published()).toEqual([]);
    // And it still takes a person's own.
    await publishAnyway(page);
    await onlyOne(under, page, DRAFT);
    expect(thrown).toEqual([]);
  });

  test.each(COMPOSERS)(
    "$name: presses and keys: what they would publish is held as a person's would be",
    async ({ url, editor, button }) => {
      const page = await under.open(prefilled(url, DRAFT));
      await press(page, editor);
      await overlay(page).waitFor(".status.findings");
      await page.$eval(button, (element) => {
        // The second comes before anything that the first brought up could stand in its way.
        for (let time = 0; time < 2; time++) (element as HTMLElement).click();
      });
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
      await pressKeys(page, "Escape");
      await overlay(page).waitGone("dialog");
      await page.$eval(editor, (element) => {
        const init = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true };
        element.dispatchEvent(
          new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }),
        );
      });
      await overlay(page).waitFor(ASKING);
      expect(under.server.published()).toEqual([]);
    },
  );

  test("a press on each button of the page: none of them answers for the person", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    await press(page, HOME.editor);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    await page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>("button, [role=button]"))
        if (button.textContent !== "") button.click();
    });
    expect((await overlay(page).waitFor(ASKING)).text).toContain(WRONG_DAY);
    expect(under.server.published()).toEqual([]);
  });

  test("a conversion that never ends: what is typed is checked all the same", async () => {
    const page = await under.open(HOME.url);
    await press(page, HOME.editor);
    // Not told to the page's own editor, which would wait for the end as well.
    await page.$eval(HOME.editor, (element) => {
      element.dispatchEvent(new CompositionEvent("compositionstart"));
    });
    await type(page, OLD_WORD);
    await overlay(page).waitFor(".status.findings");
  });

  test("messages: none reaches the worker or the script that watches", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    const thrown = await uncaught(page);
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.findings");
    const { id } = under.session.extension();
    const ways = await page.evaluate(async (extension) => {
      const messages = [
        { type: "policy-changed" },
        { type: "set-local", raw: { enforcement: "observe", rules: { "*": "off" } } },
        { type: "policy-refresh" },
        { type: "record", event: { became: "published" } },
        { type: "answer", choice: "publish" },
      ];
      const world = globalThis as unknown as Record<
        "chrome" | "browser",
        | { runtime?: { sendMessage?(id: string, message: unknown): unknown; connect?: unknown } }
        | undefined
      >;
      for (const message of messages) {
        window.postMessage(message, "*");
        window.dispatchEvent(new CustomEvent("message", { detail: message }));
        document.dispatchEvent(new CustomEvent("tenken", { detail: message }));
        new BroadcastChannel("tenken").postMessage(message);
        await Promise.resolve(world.chrome?.runtime?.sendMessage?.(extension, message)).catch(
          () => {},
        );
      }
      // What a script of a newer version says as it takes over: one that is alive does not obey.
      window.dispatchEvent(new Event("tenken:successor"));
      return [world.chrome, world.browser].filter(
        (one) => one?.runtime?.sendMessage ?? one?.runtime?.connect,
      ).length;
    }, id);
    expect(ways).toBe(0);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
    expect(thrown).toEqual([]);
  });

  test("every function that we might call: ours are those of another world", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.findings");
    await page.evaluate(() => {
      Object.assign(Element.prototype, { closest: () => null, matches: () => false });
      Array.prototype.findLast = () => undefined;
      Event.prototype.preventDefault = () => {};
      Event.prototype.stopImmediatePropagation = () => {};
      Event.prototype.composedPath = () => [];
      Object.defineProperty(Event.prototype, "isTrusted", { get: () => true });
      HTMLDialogElement.prototype.showModal = () => {};
      HTMLElement.prototype.showPopover = () => {};
      Element.prototype.attachShadow = () => document.createElement("div") as unknown as ShadowRoot;
      for (const [name, value] of [
        ["override", "allow"],
        ["enforcement", "observe"],
        ["asks", ""],
      ])
        Object.defineProperty(Object.prototype, name ?? "", { value });
      window.confirm = () => true;
      window.prompt = () => "ページの理由";
    });
    await page.mouse.click(...(await middleOf(page, HOME.button)));
    const dialog = await overlay(page).waitUntil(
      (root) => root.querySelector("dialog:has(h2:not(.waiting))")?.textContent,
      [],
    );
    expect(dialog).toContain(WRONG_DAY);
    expect(under.server.published()).toEqual([]);
  });

  test("a definition of our element's name: no way into the shadow root", async () => {
    const page = await under.open("about:blank");
    await page.evaluateOnNewDocument(() => {
      customElements.define(
        "tenken-overlay",
        class extends HTMLElement {
          inside = this.attachInternals();
        },
      );
    });
    await page.goto(prefilled(HOME.url, DRAFT));
    const thrown = await uncaught(page);
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.findings");
    const reached = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement & { inside?: ElementInternals }>("*")].flatMap(
        (element) => {
          try {
            const root =
              element.shadowRoot ?? (element.inside ?? element.attachInternals()).shadowRoot;
            return root ? [element.localName] : [];
          } catch {
            return [];
          }
        },
      ),
    );
    expect(reached).toEqual([]);
    expect(thrown).toEqual([]);
  });

  test("what is written: a reason that nobody typed is none", async () => {
    const page = await under.open(prefilled(HOME.url, DRAFT));
    await press(page, HOME.editor);
    await press(page, HOME.button);
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    await shown.press("dialog input");
    await page.evaluate(() => {
      document.execCommand("insertText", false, "ページの理由");
      const target = document.activeElement;
      target?.dispatchEvent(
        new InputEvent("beforeinput", { inputType: "insertText", data: "x", composed: true }),
      );
      target?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: new DataTransfer(), composed: true }),
      );
      document.execCommand("insertText", false, "ページの理由");
    });
    await pressPublish(page);
    await shown.waitFor("dialog .error");
    expect(await shown.read((root) => root.querySelector<HTMLInputElement>("#reason")?.value)).toBe(
      "",
    );
    expect(under.server.published()).toEqual([]);
    await publishAnyway(page);
    await onlyOne(under, page, DRAFT);
  });

  test("what is written into the draft: it is read as it stands, whoever wrote it", async () => {
    const page = await under.open(prefilled(HOME.url, CLEAN));
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status.clear");
    await pressKeys(page, "Control+End");
    await page.$eval(
      HOME.editor,
      (editor, word) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", word);
        // Firefox takes only the second two, Chromium only the first.
        const paste = { clipboardData, dataType: "text/plain", data: word };
        editor.dispatchEvent(
          new ClipboardEvent("paste", { ...paste, bubbles: true, cancelable: true }),
        );
      },
      WRONG_DAY,
    );
    const texts = (await modelTexts(page, HOME.composer)) ?? [];
    expect(texts[0]).toContain(WRONG_DAY);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
  });
});

async function middleOf(
  page: Parameters<typeof press>[0],
  selector: string,
): Promise<[number, number]> {
  return page.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as [number, number];
  });
}
