import { mkdir } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import type { Level } from "../contract.ts";
import type { FoundBrowser } from "./browsers.ts";
import { DEMO_DRAFT } from "./demo-account.ts";
import { launch, type Session } from "./launch.ts";
import { type OverlayDriver, overlay } from "./overlay.ts";
import { DEMO_POLICY } from "./policy.ts";
import type { DemoServer } from "./server.ts";

const FOLDER = ".tenken/pictures";

/** How each site's composer is reached; all else is the same for both. */
const SITES = {
  x: {
    url: "https://x.com/home",
    editor: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
    anyEditor: 'label [contenteditable="true"]',
    button: '[data-testid="tweetButtonInline"]',
  },
  facebook: {
    url: "https://www.facebook.com/?composer=dialog",
    editor: '[role="dialog"] [role="textbox"]',
    anyEditor: '[role="dialog"] [contenteditable="true"]',
    button:
      '[role="dialog"] form [role="button"][aria-label="投稿"], [role="dialog"] form [role="button"][aria-label="Post"]',
  },
} as const;

type Site = (typeof SITES)[keyof typeof SITES];

interface State {
  name: string;
  text: string;
  /** The replica's variant, where the page is one that cannot be recognised. */
  variant?: string;
  /** From the loaded page to what the picture shows. */
  reach(page: Page, ui: OverlayDriver, site: Site): Promise<void>;
}

const CLEAR_DRAFT = "市民体育館は開館しています。足もとに気をつけてお越しください。";

/** Another state is another entry here. */
const STATES: readonly State[] = [
  {
    name: "marks",
    text: DEMO_DRAFT,
    async reach(page, ui, { editor }) {
      await focus(page, editor);
      await ui.waitFor(".status.findings");
    },
  },
  ...(["stop", "care", "hint"] as const).map(
    (level): State => ({
      name: `card-${level}`,
      text: DEMO_DRAFT,
      async reach(page, ui, { editor }) {
        await focus(page, editor);
        await ui.waitFor(".status.findings");
        await ui.press(".status");
        await turnTo(level, ui);
      },
    }),
  ),
  {
    name: "card-link",
    text: DEMO_DRAFT,
    async reach(page, ui, { editor }) {
      await focus(page, editor);
      await ui.waitFor(".status.findings");
      await ui.press(".status");
      await ui.waitFor(".card");
      await ui.press(".pager .icon:last-child");
      await ui.waitFor(".card .leads b");
    },
  },
  {
    name: "dialog",
    text: DEMO_DRAFT,
    async reach(page, ui, { editor, button }) {
      await focus(page, editor);
      await ui.waitFor(".status.findings");
      await (await page.waitForSelector(button))?.click();
      await ui.waitFor("dialog");
    },
  },
  {
    name: "clear",
    text: CLEAR_DRAFT,
    async reach(page, ui, { editor }) {
      await focus(page, editor);
      await ui.waitFor(".status.clear");
    },
  },
  {
    name: "unchecked",
    text: DEMO_DRAFT,
    variant: "no-editor",
    async reach(page, ui, { anyEditor }) {
      await focus(page, anyEditor);
      await ui.waitFor(".status.unchecked");
    },
  },
];

/** Without the pointer, which would open the card of the mark it rests on. */
async function focus(page: Page, editor: string): Promise<void> {
  const element = await page.waitForSelector(editor, { visible: true });
  await element?.focus();
}

/** Turns the card's pages until one of this level is shown. */
async function turnTo(level: Level, ui: OverlayDriver): Promise<void> {
  await ui.waitFor(".card");
  const pager = async () => (await ui.query(".pager"))?.text ?? "1/1";
  const count = Number(/\d+\s*$/.exec(await pager())?.[0] ?? 1);
  for (let place = 1; place <= count; place += 1) {
    if (await ui.query(`.card.${level}`)) return;
    if (place === count) break;
    const before = await pager();
    await ui.press(".pager .icon:last-child");
    await ui.waitUntil(
      (root, old) => root.querySelector(".pager")?.textContent?.trim() !== old,
      [before.trim()],
    );
  }
  throw new Error(`no finding at "${level}" in the draft`);
}

interface Options {
  browser: FoundBrowser;
  lang: "ja" | "en";
  server: DemoServer;
  signal: AbortSignal;
}

/** A picture of every state, on both sites, light and dark; a state that is not reached is told. */
export async function takePictures({ browser, lang, server, signal }: Options): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const session = await launch({ browser, port: server.port, lang });
  const end = () => void session.close();
  signal.addEventListener("abort", end);
  try {
    await session.extension().setPolicy(DEMO_POLICY);
    for (const site of ["x", "facebook"] as const) {
      for (const theme of ["light", "dark"] as const) {
        for (const state of STATES) {
          signal.throwIfAborted();
          const path = `${FOLDER}/${site}-${theme}-${state.name}.png` as const;
          await takePicture(session, SITES[site], state, { path, theme, lang, signal });
        }
      }
    }
  } finally {
    signal.removeEventListener("abort", end);
    await session.close();
  }
  console.log(`Pictures of every state: ${FOLDER}/`);
}

async function takePicture(
  session: Session,
  site: Site,
  state: State,
  options: { path: `${string}.png`; theme: string; lang: string; signal: AbortSignal },
): Promise<void> {
  const { path, theme, lang, signal } = options;
  const url = new URL(site.url);
  const query = { theme, lang, text: state.text, variant: state.variant ?? "" };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const page = await session.open(url.href);
  try {
    await state.reach(page, overlay(page), site);
    await page.screenshot({ path });
    console.log(path);
  } catch (error) {
    if (signal.aborted || !session.browser.connected) throw error;
    process.exitCode = 1;
    console.error(`${path}: not reached. ${error instanceof Error ? error.message : error}`);
  } finally {
    if (session.browser.connected) await page.close();
  }
}
