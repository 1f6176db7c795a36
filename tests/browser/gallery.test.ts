import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import { build } from "esbuild";
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../src/demo/browsers.ts";
import type { Gallery } from "./gallery/scenes.ts";

declare const gallery: Gallery;
declare const axe: { run(context: object, options: RunOptions): Promise<AxeResults> };

const PAGE = (ground: string) => `<!doctype html><html lang="ja"><title>gallery</title>
<style>
  body { margin: 0; background: ${ground}; font: 16px/1.5 sans-serif; min-height: 100vh; }
  #composer { max-width: 600px; margin: 40px auto; padding: 12px; border: 1px solid gray; }
  #bar { display: flex; justify-content: flex-end; padding-top: 12px; }
</style>
<div id="composer">
  <div id="editor">入場無料です。詳しくは <u id="word">bit.ly/3szk</u> をご覧ください。</div>
  <div id="bar"><button id="button">ポストする</button></div>
</div>`;

/** What a person can press or read must not be cut off or thrown out of the viewport. */
const SURFACES = ".status, .card, dialog";

let browser: Browser;
let scripts: string[];

beforeAll(async () => {
  const found = findBrowser("chromium") ?? findBrowser();
  if (found?.kind !== "chromium")
    throw new Error("no chromium on this machine: npm test installs one");
  browser = await launch({ executablePath: found.path, args: ["--no-sandbox"] });
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("gallery/scenes.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  scripts = [...bundle.outputFiles.map((file) => file.text), await readFile(axeFile, "utf8")];
});

afterAll(() => browser?.close());

async function openGallery(ground: string, width: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 640 });
  await page.setContent(PAGE(ground));
  for (const script of scripts) await page.evaluate(script);
  return page;
}

/** Opens a scene and waits until its surface stands where it belongs. */
async function openScene(page: Page, name: string, lang: "ja" | "en"): Promise<void> {
  await page.evaluate((wanted, tongue) => gallery.open(wanted, tongue), name, lang);
  const surface = `.${name.split(" ")[0]}`.replace(".dialog", "dialog[open]");
  await page.waitForFunction(
    (selector) => {
      const root = document.querySelector("[data-tenken-overlay]")?.shadowRoot;
      const found = root?.querySelector<HTMLElement>(selector);
      return found && (found.localName === "dialog" || found.style.left !== "");
    },
    {},
    surface,
  );
}

describe.each([
  ["light", "#ffffff", 800, "ja"],
  ["dim", "#15202b", 800, "en"],
  ["dark", "#000000", 800, "ja"],
  ["narrow", "#ffffff", 320, "en"],
  ["narrow and dark", "#242526", 320, "ja"],
] as const)("%s", (_, ground, width, lang) => {
  test("every state can be used by everybody and is whole", async () => {
    const page = await openGallery(ground, width);
    const names = await page.evaluate(() => gallery.names);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      await openScene(page, name, lang);
      const violations = await page.evaluate(async () => {
        const results = await axe.run(
          { include: [["[data-tenken-overlay]"]] },
          { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] },
        );
        return results.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
        );
      });
      expect(violations, name).toEqual([]);
      const cut = await page.evaluate((surfaces) => {
        const root = document.querySelector("[data-tenken-overlay]")?.shadowRoot;
        const wrong: string[] = [];
        for (const surface of root?.querySelectorAll<HTMLElement>(surfaces) ?? []) {
          const { left, right, top, bottom } = surface.getBoundingClientRect();
          const isOut = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
          if (isOut) wrong.push(`${surface.className} leaves the viewport`);
          for (const part of [surface, ...surface.querySelectorAll<HTMLElement>(".body")])
            if (part.scrollWidth > part.clientWidth) wrong.push(`${part.className} is cut off`);
          for (const control of surface.querySelectorAll("button, input, summary")) {
            const { width, height } = control.getBoundingClientRect();
            if (control.checkVisibility() && (width < 24 || height < 24))
              wrong.push(`${control.className} is ${width} by ${height}`);
          }
          for (const part of surface.querySelectorAll("*"))
            if (Number.parseFloat(getComputedStyle(part).fontSize) < 13)
              wrong.push(`${part.className} is small`);
        }
        return wrong;
      }, SURFACES);
      expect(cut, name).toEqual([]);
    }
    await page.close();
  });
});
