import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Page } from "puppeteer-core";
import type { Session } from "../../src/demo/launch.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { composedText } from "./drafts.ts";
import type { Figure } from "./figures.ts";
import { erase, openWith, SITES, typeAsAPerson } from "./page.ts";

/** Words, and a number that becomes a finding. */
const KEYS = { whole: "kouen tel 080-4417-2958 ", quick: "080-4417-2958 " };
const LENGTH = 280;

interface Pair {
  with: Meter;
  without: Meter;
}

/**
 * What a page's main thread has worked since it began, in ms of processor time: waiting for a
 * processor that others use is not counted.
 */
interface Meter {
  page: Page;
  worked(): Promise<number>;
}

async function meter(page: Page): Promise<Meter> {
  const control: CDPSession = await page.createCDPSession();
  await control.send("Performance.enable", { timeDomain: "threadTicks" });
  return {
    page,
    async worked() {
      const { metrics } = await control.send("Performance.getMetrics");
      const tasks = metrics.find(({ name }) => name === "TaskDuration");
      if (!tasks) throw new Error("this browser does not tell its tasks' duration");
      return tasks.value * 1000;
    },
  };
}

/**
 * The same page twice, in a browser with the extension and in one without, taking turns: what the
 * extension adds for each key, and while nobody does anything.
 */
export async function mainThread(
  withIt: Session,
  without: Session,
  isQuick: boolean,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const keys = isQuick ? KEYS.quick : KEYS.whole;
  const text = composedText(LENGTH - keys.length, DEFAULT_POLICY);
  const idle: number[] = [];
  for (const site of isQuick ? SITES.slice(0, 1) : SITES) {
    const pair: Pair = {
      with: await meter(await openWith(withIt, site, text)),
      without: await meter(await openWith(without, site, text)),
    };
    figures.push({
      name: `main thread added per key, ${LENGTH} characters, ${site.name}`,
      unit: "ms",
      values: await perKey(pair, keys, isQuick ? 1 : 8),
      limit: { of: "median", under: 3 },
    });
    idle.push(...(await perIdleSecond(pair, isQuick ? 1 : 5, isQuick ? 2000 : 5000)));
    await pair.with.page.close();
    await pair.without.page.close();
  }
  // Half a thousandth of the time is what two idle pages without any extension differ by.
  figures.push({
    name: "idle load added, composer focused",
    unit: "ms/s",
    values: idle,
    limit: { of: "median", under: 0.5 },
  });
  return figures;
}

/** One number a turn: the difference of the two means over its keys. */
async function perKey(pair: Pair, keys: string, turns: number): Promise<number[]> {
  const turn = async ({ page, worked }: Meter) => {
    const before = await worked();
    await typeAsAPerson(page, keys);
    // What a key leaves to be done later belongs to it.
    await delay(500);
    const after = await worked();
    await erase(page, keys.length);
    return (after - before) / keys.length;
  };
  // The first is not counted, and may share the machine: it compiles the code.
  await Promise.all([turn(pair.without), turn(pair.with)]);
  const added: number[] = [];
  for (let at = 0; at < turns; at++) {
    const base = await turn(pair.without);
    added.push((await turn(pair.with)) - base);
  }
  return added;
}

async function perIdleSecond(pair: Pair, turns: number, ms: number): Promise<number[]> {
  await delay(1000);
  const added: number[] = [];
  for (let at = 0; at < turns; at++) {
    const meters = [pair.with, pair.without];
    const before = await Promise.all(meters.map(({ worked }) => worked()));
    await delay(ms);
    const after = await Promise.all(meters.map(({ worked }) => worked()));
    const [own = Number.NaN, base = Number.NaN] = after.map((end, at) => end - (before[at] ?? 0));
    added.push(((own - base) * 1000) / ms);
  }
  return added;
}
