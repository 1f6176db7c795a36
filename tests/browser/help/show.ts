import type { Page } from "puppeteer-core";
import type { Session } from "../../../src/demo/launch.ts";
import { overlay } from "../../../src/demo/overlay.ts";
import { openExtensionPage } from "../support/extension-page.ts";
import { look } from "../support/look.ts";
import { PIXELS } from "./said.ts";

/** One rectangle of the page, in CSS pixels. */
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shown {
  page: Page;
  area: Area;
  /** What can be read there. No date is among it: it would be another one tomorrow. */
  words: string;
}

/** What a picture shows, reached in the real extension as a person would. */
export interface Scene {
  /** Of X's composer with the demo's draft, or of an own page: brings about what the picture shows. */
  open(session: Session, scheme: "light" | "dark"): Promise<Page>;
  /** Selectors in the overlay (or the page, where it is an own one): what the picture frames, and reads. */
  parts: readonly string[];
  /** It has an edge of its own. */
  isBox?: boolean;
  /** Selectors in the page under the overlay that belong into the frame. */
  around?: readonly string[];
  /** The picture is the window from its top to this height, and `parts` are read alone: all that fit. */
  height?: number;
}

export const EDITOR = 'label:has([contenteditable="true"])';
export const SIZE = { width: 760, height: 900 };

/** A link to hold, and one to look at; no date, which would be past one day. */
export const DRAFT = [
  "【お知らせ】粗大ごみの臨時収集を行います🚛",
  "詳しくは https://bit.ly/hoshimi-gomi",
  "会場の地図: https://www.example-maps.com/hoshimi",
].join("\n");

/** X with this draft in its composer, which is in use. */
export async function compose(
  session: Session,
  scheme: "light" | "dark",
  { text = DRAFT, variant = "" } = {},
): Promise<Page> {
  const url = new URL("https://x.com/home");
  for (const [name, value] of Object.entries({ theme: scheme, lang: "ja", text, variant }))
    url.searchParams.set(name, value);
  const page = await session.open(url.href);
  await page.setViewport({ ...SIZE, deviceScaleFactor: PIXELS });
  const editor = await page.waitForSelector(`${EDITOR} [contenteditable="true"]`, {
    visible: true,
  });
  // Without the pointer, which would open the card of the mark it rests on.
  await editor?.focus();
  return page;
}

/** X's composer once the draft is judged. */
export async function judged(session: Session, scheme: "light" | "dark"): Promise<Page> {
  const page = await compose(session, scheme);
  await overlay(page).waitFor(".status.findings");
  return page;
}

/** X's composer with the list of what is found, its links asked. */
export async function listed(session: Session, scheme: "light" | "dark"): Promise<Page> {
  const page = await judged(session, scheme);
  await overlay(page).press(".status");
  await overlay(page).waitFor(".card .leads b");
  return page;
}

/** How to reach one of the extension's own pages, as the machine's theme has it, once `ready` is there. */
export function own(path: string, width: number, ready: string): Scene["open"] {
  return async (session, scheme) => {
    const page = await openExtensionPage(session, path);
    await page.setViewport({ width, height: 900, deviceScaleFactor: PIXELS });
    await look(page, { scheme });
    await page.waitForSelector(ready);
    return page;
  };
}

/** Brings a scene about. The caller closes its page. */
export async function show(
  session: Session,
  scene: Scene,
  scheme: "light" | "dark",
): Promise<Shown> {
  const page = await scene.open(session, scheme);
  const isOwn = !page.url().startsWith("https:");
  const seen = isOwn
    ? await page.evaluate(lookAt, [...scene.parts])
    : [
        ...(await Promise.all(scene.parts.map((part) => overlay(page).waitFor(part)))),
        ...(await page.evaluate(lookAt, [...(scene.around ?? [])])),
      ];
  const words = seen
    .flatMap(({ text }) => text.split(/\s*\n\s*/))
    .filter(Boolean)
    .join("\n");
  if (scene.height !== undefined) {
    const width = await page.evaluate(() => innerWidth);
    return { page, area: { x: 0, y: 0, width, height: scene.height }, words };
  }
  // Nothing beside a box with an edge of its own: it would be cut anywhere; beside others not as much as their neighbours.
  const margin = scene.isBox ? 0 : 6;
  // What the page has to the left of its editor stands close.
  const before = scene.around ? 0 : margin;
  const left = Math.max(0, Math.min(...seen.map(({ rect }) => rect.left)) - before);
  const top = Math.max(0, Math.min(...seen.map(({ rect }) => rect.top)) - margin);
  const right = Math.max(...seen.map(({ rect }) => rect.left + rect.width)) + margin;
  const bottom = Math.max(...seen.map(({ rect }) => rect.top + rect.height)) + margin;
  return {
    page,
    area: {
      x: Math.floor(left),
      y: Math.floor(top),
      // Even, so that one and a half times as many pixels are whole.
      width: 2 * Math.ceil((right - left) / 2),
      height: 2 * Math.ceil((bottom - top) / 2),
    },
    words,
  };
}

/** Runs in the page, sent as text. */
function lookAt(selectors: string[]) {
  return selectors.flatMap((selector) => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)];
    if (found.length === 0) throw new Error(`nothing fits ${selector}`);
    return found.map(read);
  });
  function read(element: HTMLElement) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      // biome-ignore lint/performance/useDomNodeTextContent: as a person reads it
      text: element.innerText,
      rect: { left: left + scrollX, top: top + scrollY, width, height },
    };
  }
}
