import { parseArgs } from "node:util";
import { type FoundBrowser, findOrInstall } from "./browsers.ts";
import { buildExtension } from "./build.ts";
import { DEMO_SHORT_LINKS } from "./demo-account.ts";
import { REPLICAS, withDraft } from "./index-page.ts";
import { launch } from "./launch.ts";
import { takePictures } from "./pictures.ts";
import { DEMO_POLICY } from "./policy.ts";
import { startServer } from "./server.ts";

/**
 * `npm start`: builds the extension, finds a browser and opens the replicas in it, with a draft that
 * has something to say. Where there is no display: pictures of every state instead.
 */

const HELP = `npm start -- [--browser chrome|edge|chromium|firefox|PATH] [--lang ja|en] [--headless]`;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => stop.abort());

try {
  await main();
} catch (error) {
  // What was cut short by Ctrl+C has nothing to complain of.
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    if (isUsage(error)) console.error(HELP);
    process.exitCode = 1;
  }
}
// Nothing may keep it alive after the end: not a request of a page that is gone either.
process.exit();

/** What parseArgs throws at an option that it does not know. */
function isUsage(error: unknown): boolean {
  return (
    error instanceof TypeError && "code" in error && `${error.code}`.startsWith("ERR_PARSE_ARGS")
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: "string" },
      lang: { type: "string", default: "ja" },
      headless: { type: "boolean", default: !hasDisplay() },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const lang = values.lang === "en" ? "en" : "ja";
  const browser = findOrInstall(values.browser);
  console.log(`Browser: ${browser.path}`);
  console.log("Building the extension …");
  await buildExtension(browser.kind, stop.signal);
  await show(browser, lang, values.headless);
}

async function show(browser: FoundBrowser, lang: "ja" | "en", headless: boolean): Promise<void> {
  const server = await startServer();
  try {
    for (const [address, location] of DEMO_SHORT_LINKS)
      server.standIn(address, { status: 301, location });
    if (headless) return await takePictures({ browser, lang, server, signal: stop.signal });
    const session = await launch({ browser, port: server.port, lang, headless });
    try {
      await session.extension().setPolicy(DEMO_POLICY);
      const [first] = await session.browser.pages();
      for (const { url } of REPLICAS.filter(({ isOpened }) => isOpened))
        await session.open(withDraft(url, lang));
      await first?.close();
      console.log("The demo is open. Ctrl+C, or closing the browser, ends it.");
      await untilOver(session.browser);
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

/** Resolves when the browser is closed or somebody presses Ctrl+C. */
function untilOver(browser: {
  once(event: "disconnected", over: () => void): unknown;
}): Promise<void> {
  return new Promise((resolve) => {
    if (stop.signal.aborted) return resolve();
    stop.signal.addEventListener("abort", () => resolve());
    browser.once("disconnected", () => resolve());
  });
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
