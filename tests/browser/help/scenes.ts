import type { Page } from "puppeteer-core";
import type { Session } from "../../../src/demo/launch.ts";
import { overlay } from "../../../src/demo/overlay.ts";
import { DEMO_POLICY } from "../../../src/demo/policy.ts";
import type { Pictured } from "../../../src/help/pictures.ts";
import { openExtensionPage } from "../support/extension-page.ts";
import { type Look, look } from "../support/look.ts";
import { press, X } from "../support/person.ts";
import { seedRecord } from "../support/seed-record.ts";
import { PIXELS } from "./said.ts";

/** What the guides' pictures show, each reached in the real extension as a person would. */

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

interface Scene {
  /** Of X's composer with the demo's draft, or of an own page: brings about what the picture shows. */
  open(session: Session, scheme: "light" | "dark"): Promise<Page>;
  /** Selectors in the overlay (or the page, where it is an own one): what the picture frames, and reads. */
  parts: readonly string[];
  /** It has an edge of its own. */
  isBox?: boolean;
  /** Selectors in the page under the overlay that belong into the frame. */
  around?: readonly string[];
}

const EDITOR = 'label:has([contenteditable="true"])';
const SIZE = { width: 760, height: 900 };

/** A link to hold, and one to look at; no date, which would be past one day. */
const DRAFT = [
  "【お知らせ】粗大ごみの臨時収集を行います🚛",
  "詳しくは https://bit.ly/hoshimi-gomi",
  "会場の地図: https://www.example-maps.com/hoshimi",
].join("\n");

/** X with this draft in its composer, which is in use. */
async function compose(
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

/** One of the extension's own pages, as the machine's theme has it. */
async function own(session: Session, path: string, scheme: Look["scheme"], width: number) {
  const page = await openExtensionPage(session, path);
  await page.setViewport({ width, height: 900, deviceScaleFactor: PIXELS });
  await look(page, { scheme: scheme ?? "light" });
  return page;
}

export const SCENES: Readonly<Record<Pictured, Scene>> = {
  marks: {
    async open(session, scheme) {
      const page = await compose(session, scheme);
      await overlay(page).waitFor(".status.findings");
      return page;
    },
    parts: [".status"],
    around: [EDITOR, X.inlineButton],
  },
  card: {
    async open(session, scheme) {
      const page = await compose(session, scheme);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await shown.press(".status");
      await shown.waitFor(".card .leads b");
      return page;
    },
    parts: [".card"],
    isBox: true,
  },
  dialog: {
    async open(session, scheme) {
      const page = await compose(session, scheme);
      const shown = overlay(page);
      await shown.waitFor(".status.findings");
      await press(page, X.inlineButton);
      await shown.waitFor("dialog:has(h2:not(.waiting))");
      return page;
    },
    parts: ["dialog"],
    isBox: true,
  },
  unchecked: {
    async open(session, scheme) {
      const page = await compose(session, scheme, { variant: "no-editor" });
      await overlay(page).waitFor(".status.unchecked");
      return page;
    },
    parts: [".status"],
    around: [EDITOR, X.inlineButton],
  },
  emergency: {
    async open(session, scheme) {
      const page = await own(session, "popup.html", scheme, 400);
      await press(page, ".declare");
      await page.waitForSelector(".mode.emergency .main");
      return page;
    },
    parts: [".mode.emergency"],
    isBox: true,
  },
  review: {
    async open(session, scheme) {
      const page = await own(session, "review.html", scheme, 900);
      await page.waitForSelector("#rules .chart canvas");
      return page;
    },
    parts: ["#rules h2", "#rules .chart"],
  },
  settings: {
    async open(session, scheme) {
      const page = await own(session, "options.html#behaviour", scheme, 900);
      await page.waitForSelector('[data-path="enforcement"]');
      return page;
    },
    parts: ['.field:has([data-path="enforcement"])', '.field:has([data-path="override"])'],
  },
};

/** Sets the machine up as the scenes want it: a city's settings, and a record to review. */
export async function setStage(session: Session): Promise<void> {
  const accounts = DEMO_POLICY.accounts?.map((one) => ({ ...one, operators: ["佐藤 花子"] })) ?? [];
  await session.extension().setPolicy({ ...DEMO_POLICY, accounts, journalEnabled: true });
  await seedRecord(session, { count: 120, until: Date.now() - 3_600_000, step: 8 * 3_600_000 });
}

/** Brings a scene about. The caller closes its page. */
export async function show(
  session: Session,
  name: Pictured,
  scheme: "light" | "dark",
): Promise<Shown> {
  const scene = SCENES[name];
  const page = await scene.open(session, scheme);
  const isOwn = !page.url().startsWith("https:");
  const seen = isOwn
    ? await page.evaluate(lookAt, [...scene.parts])
    : [
        ...(await Promise.all(scene.parts.map((part) => overlay(page).waitFor(part)))),
        ...(await page.evaluate(lookAt, [...(scene.around ?? [])])),
      ];
  // Nothing beside a box with an edge of its own: it would be cut anywhere.
  const margin = scene.isBox ? 0 : 12;
  const left = Math.max(0, Math.min(...seen.map(({ rect }) => rect.left)) - margin);
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
    words: seen
      .flatMap(({ text }) => text.split(/\s*\n\s*/))
      .filter(Boolean)
      .join("\n"),
  };
}

/** Runs in the page, sent as text. */
function lookAt(selectors: string[]) {
  return selectors.map((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`nothing fits ${selector}`);
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      // biome-ignore lint/performance/useDomNodeTextContent: as a person reads it
      text: element.innerText,
      rect: { left: left + scrollX, top: top + scrollY, width, height },
    };
  });
}
