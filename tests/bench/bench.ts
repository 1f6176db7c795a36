/**
 * `npm run bench`: the product's figures, measured on this machine with the production build in real
 * Chromium. `--quick`: fewer runs, under a minute. `--json`: one array. `--only WORD`: the benches whose
 * name has it. Exit status 1 where a limit is missed.
 */
import { parseArgs } from "node:util";
import { findBrowser, findOrInstall } from "../../src/demo/browsers.ts";
import { type LaunchOptions, launch } from "../../src/demo/launch.ts";
import { startServer } from "../../src/demo/server.ts";
import { coldBrowser, coldWorker } from "./cold.ts";
import { engine } from "./engine.ts";
import { type Figure, lineOf, table } from "./figures.ts";
import { keysToMarks } from "./keys.ts";
import { mainThread } from "./main-thread.ts";
import { extensionMemory } from "./memory.ts";
import { productionBuild } from "./production.ts";
import { record } from "./record.ts";
import { reviewOfRecord } from "./review.ts";
import { longSession } from "./session.ts";
import { sizes } from "./size.ts";

const { values: args } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});
const isQuick = args.quick;
const isWanted = (name: string) => name.includes(args.only);

const browser = findBrowser("chromium") ?? findBrowser("chrome") ?? findOrInstall("chromium");
const extension = productionBuild();
const server = await startServer();
const options: LaunchOptions = { browser, port: server.port, extension };
const figures: Figure[] = [];

/** Results come at the end; meanwhile, standard error tells how far it is. */
async function bench(name: string, run: () => Promise<Figure[]>): Promise<void> {
  if (!isWanted(name)) return;
  const start = Date.now();
  figures.push(...(await run()));
  process.stderr.write(`${name}: ${((Date.now() - start) / 1000).toFixed(0)} s\n`);
}

try {
  await bench("size", async () => sizes(extension));
  await bench("engine", () => engine(isQuick));
  await bench("session", () => longSession(options, isQuick));
  await bench("cold", async () => [await coldBrowser(options, isQuick ? 2 : 15)]);
  const session = await launch(options);
  try {
    await bench("keys", () => keysToMarks(session, isQuick));
    await bench("thread", async () => {
      const without = await launch({ ...options, extension: null });
      try {
        return await mainThread(session, without, isQuick);
      } finally {
        await without.close();
      }
    });
    await bench("worker", async () => [await coldWorker(session, isQuick ? 3 : 20)]);
    // After all that typing, without asking for a collection of garbage.
    await bench("memory", async () => {
      const figure = extensionMemory(session);
      return figure ? [figure] : [];
    });
    // Last, since it fills the disk.
    await bench("record", () => record(session, isQuick));
    // Of the record that was just filled.
    await bench("review", () => reviewOfRecord(session, isQuick));
  } finally {
    await session.close();
  }
} finally {
  await server.close();
}

const lines = figures.map(lineOf);
console.log(args.json ? JSON.stringify(lines, null, 2) : table(lines));
process.exitCode = lines.some(({ met }) => met === false) ? 1 : 0;
