import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { ASKING, CLEAN, COMPOSERS, DRAFT, prefilled, WRONG_DAY } from "./support/drafts.ts";
import { uncaught } from "./support/errors.ts";
import { inEachBrowser, overlay, press, pressKeys } from "./support/index.ts";
import { askedNatively } from "./support/native-dialog.ts";
import { onlyOne, publishAnyway } from "./support/publishing.ts";

const HOME = COMPOSERS[0];
const HOST = "[data-tenken-overlay]";

inEachBrowser("a page that hides our controls", (under) => {
  async function written(text: string): Promise<Page> {
    const page = await under.open(prefilled(HOME.url, text));
    await press(page, HOME.editor);
    await overlay(page).waitFor(".status");
    return page;
  }

  test("by its styles: they stand, are seen and take presses", async () => {
    const page = await written(DRAFT);
    const shown = overlay(page);
    const colours = () =>
      shown.read((root) =>
        [...root.querySelectorAll("h2, .from, [data-publish], [data-first]")].map((element) => {
          const { color, backgroundColor } = getComputedStyle(element);
          return [color, backgroundColor];
        }),
      );
    await press(page, HOME.button);
    await shown.waitFor(ASKING);
    const usual = await colours();
    await pressKeys(page, "Escape");
    await shown.waitGone("dialog");
    await page.evaluate(() => {
      const hidden = `opacity: 0 !important; visibility: hidden !important; display: none !important;
        pointer-events: none !important; clip-path: inset(50%) !important; scale: 0 !important;
        transform: translate(-300vw) !important; filter: opacity(0) !important; zoom: 0.01 !important;
        content-visibility: hidden !important; interactivity: inert !important; all: unset !important;
        transition: all 99s 99s !important; animation: gone 99s infinite !important; color: red !important;`;
      const style = document.createElement("style");
      style.textContent = `
        @keyframes gone { from, to { opacity: 0; transform: translate(-300vw); } }
        html *, html *::before, html *::after, ::backdrop { pointer-events: none !important; }
        html { transform: translate(40px, 20px) rotate(3deg); filter: blur(2px); --ink: red; --key: red; }
        body { opacity: 0.2 !important; transform: scale(0.5); filter: opacity(0.2); contain: strict; }
        body > :not(#react-root, script), [popover], [data-tenken-overlay], tenken-overlay { ${hidden} }
        [data-tenken-overlay]::before, [data-tenken-overlay]::after, tenken-overlay::before {
          content: "投稿しました" !important; display: block !important; position: fixed !important;
          inset: 0 !important; background: white !important; z-index: 9 !important; }`;
      document.head.append(style);
      for (const name of ["--paper", "--ink", "--key", "--key-ink", "--soft"])
        CSS.registerProperty({
          name,
          inherits: false,
          initialValue: "transparent",
          syntax: "<color>",
        });
    });
    await pressKeys(page, "Control+Enter");
    const dialog = await shown.waitFor(ASKING);
    expect(dialog.text).toContain(WRONG_DAY);
    expect(dialog.rect.width).toBeGreaterThan(300);
    expect(dialog.rect.left).toBeGreaterThanOrEqual(0);
    expect(await colours()).toEqual(usual);
    expect(
      await shown.read((root) => {
        const dialog = root.querySelector("dialog");
        const before = getComputedStyle(root.host, "::before");
        return {
          isSeen: dialog?.checkVisibility({
            opacityProperty: true,
            visibilityProperty: true,
            contentVisibilityAuto: true,
          }),
          covers: before.content !== "none" && before.display !== "none",
        };
      }),
    ).toEqual({ isSeen: true, covers: false });
    expect(under.server.published()).toEqual([]);
    await publishAnyway(page);
    await onlyOne(under, page, DRAFT);
  });

  test("by attributes of our element: they are taken off, and the status stands", async () => {
    const page = await written(CLEAN);
    const thrown = await uncaught(page);
    const shown = overlay(page);
    await shown.waitFor(".status.clear");
    await page.$eval(HOST, (host) => {
      host.removeAttribute("popover");
      host.toggleAttribute("inert", true);
      host.setAttribute("aria-hidden", "true");
      host.setAttribute("style", "display: none !important; opacity: 0 !important");
    });
    await page.waitForFunction(
      (selector) => {
        const host = document.querySelector(selector);
        return (
          host?.matches(":popover-open") &&
          !host.hasAttribute("inert") &&
          !host.hasAttribute("aria-hidden")
        );
      },
      { polling: 50, timeout: 5000 },
      HOST,
    );
    await shown.press(".status");
    await shown.waitFor(".card");
    expect(thrown).toEqual([]);
  });

  const ways = [
    ["takes it out", "childList", (host: Element) => host.remove()],
    [
      "moves it",
      "childList",
      (host: Element) => document.querySelector("#elsewhere")?.append(host),
    ],
    ["closes it", "toggle", (host: Element) => (host as HTMLElement).hidePopover()],
    ["makes it inert", "attributes", (host: Element) => host.toggleAttribute("inert", true)],
    ["robs it of its attribute", "attributes", (host: Element) => host.removeAttribute("popover")],
  ] as const;
  test.each(ways)(
    "for ever (%s): given up after ten tries, then the browser asks",
    async (_, on, hide) => {
      const page = await written(DRAFT);
      const thrown = await uncaught(page);
      await page.evaluate(
        (selector, kind, source) => {
          const elsewhere = document.createElement("div");
          elsewhere.id = "elsewhere";
          document.body.append(elsewhere);
          const counted = globalThis as unknown as { times: number };
          counted.times = 0;
          const act = new Function("host", `return (${source})(host)`);
          const look = () => {
            const host = document.querySelector<HTMLElement>(selector);
            const isThere =
              host?.parentElement === document.body &&
              host.matches(":popover-open") &&
              !host.hasAttribute("inert");
            if (!isThere) return;
            counted.times++;
            act(host);
          };
          new MutationObserver(look).observe(document.documentElement, {
            childList: true,
            subtree: true,
            attributes: true,
          });
          addEventListener("toggle", look, true);
          if (kind) setInterval(look, 5);
          look();
        },
        HOST,
        on,
        hide.toString(),
      );
      const asked = askedNatively(page);
      await press(page, HOME.button);
      const words = await asked;
      expect(words).toContain("このページが点検の表示を隠しているため");
      expect(words).toContain(WRONG_DAY);
      const times = () => page.evaluate(() => (globalThis as unknown as { times: number }).times);
      expect(await times()).toBeLessThanOrEqual(11);
      expect(under.server.published()).toEqual([]);
      expect(thrown).toEqual([]);
    },
  );

  test.each(["popover", "dialog"])(
    "by a %s of its own on top: ours comes back above it",
    async (kind) => {
      const page = await written(DRAFT);
      const shown = overlay(page);
      await press(page, HOME.button);
      await shown.waitFor(ASKING);
      await page.evaluate((isPopover) => {
        const cover = document.createElement(isPopover ? "div" : "dialog");
        cover.id = "cover";
        cover.textContent = "投稿しました";
        cover.style.cssText =
          "position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; background: white";
        document.body.append(cover);
        if (cover instanceof HTMLDialogElement) cover.showModal();
        else {
          cover.popover = "manual";
          cover.showPopover();
        }
      }, kind === "popover");
      await shown.waitUntil(
        (root, selector) => {
          const box = root.querySelector("dialog")?.getBoundingClientRect();
          return box && document.elementFromPoint(box.left + 9, box.top + 20)?.matches(selector);
        },
        [HOST],
      );
      await publishAnyway(page);
      await onlyOne(under, page, DRAFT);
    },
  );

  test("by swallowing every event: nothing goes, and Escape leads back", async () => {
    const page = await written(DRAFT);
    await page.evaluate(() => {
      for (const type of [
        "pointerdown",
        "mousedown",
        "mouseup",
        "click",
        "keydown",
        "keyup",
        "input",
      ])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    });
    await press(page, HOME.button);
    const shown = overlay(page);
    await shown.waitFor(ASKING);
    expect(under.server.published()).toEqual([]);
    await pressKeys(page, "Escape");
    await shown.waitGone("dialog");
    expect(under.server.published()).toEqual([]);
  });

  test("by taking the focus away: the reason is written where it belongs", async () => {
    const page = await written(DRAFT);
    await press(page, HOME.button);
    await overlay(page).waitFor(ASKING);
    await page.$eval(HOME.editor, (editor) => {
      setInterval(() => {
        (editor as HTMLElement).focus();
        getSelection()?.selectAllChildren(editor);
      }, 5);
    });
    await publishAnyway(page);
    await onlyOne(under, page, DRAFT);
  });
});
