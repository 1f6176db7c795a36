import { setTimeout as delay } from "node:timers/promises";
import { type LaunchOptions, launch } from "../../src/demo/launch.ts";
import { compose } from "../browser/support/composing.ts";
import { counter, type Leftovers } from "../browser/support/leftovers.ts";
import type { Figure } from "./figures.ts";

/** Counted after the first number of openings and after the second: what lies between was left behind. */
const OPENINGS = { whole: [50, 500], quick: [2, 5] } as const;
/** Until what is told last, is told. In ms. */
const REST = { whole: 3000, quick: 500 };

interface Grown {
  listeners: number;
  nodes: number;
  heap: number;
  observers: number;
}

/**
 * A day in one tab: what the composer's openings, tab switches and posts leave in the page's memory
 * with the extension, beyond what the same leave without it. Garbage is collected before each count.
 */
export async function longSession(options: LaunchOptions, isQuick: boolean): Promise<Figure[]> {
  const [from, to] = isQuick ? OPENINGS.quick : OPENINGS.whole;
  const rest = isQuick ? REST.quick : REST.whole;
  const [withIt, without] = await Promise.all([
    grown(options, from, to, rest),
    grown({ ...options, extension: null }, from, to, rest),
  ]);
  const figure = (
    what: keyof Grown,
    unit: Figure["unit"],
    under: number,
    words: string,
  ): Figure => ({
    name: `${words} left by openings ${from + 1}–${to}`,
    unit,
    values: [withIt[what] - without[what]],
    // A few openings warm the machinery up, and tell little of what grows.
    limit: isQuick && what === "heap" ? null : { of: "median", under },
  });
  return [
    figure("listeners", "more", 3, "listeners"),
    figure("nodes", "more", 60, "nodes"),
    figure("observers", "more", 1, "observers"),
    figure("heap", "kB", 1000, "JavaScript heap"),
  ];
}

async function grown(
  options: LaunchOptions,
  from: number,
  to: number,
  rest: number,
): Promise<Grown> {
  const isWatched = options.extension !== null;
  const session = await launch(options);
  try {
    const page = await session.open("https://x.com/home");
    const other = await session.open("https://x.com/home");
    await page.bringToFront();
    const count = await counter(page);
    for (let round = 0; round < from; round++) await compose(page, other, round, isWatched);
    await delay(rest);
    const before = await count();
    for (let round = from; round < to; round++) await compose(page, other, round, isWatched);
    await delay(rest);
    const after = await count();
    return {
      listeners: after.listeners - before.listeners,
      nodes: after.nodes - before.nodes,
      heap: after.heap - before.heap,
      observers: watching(after) - watching(before),
    };
  } finally {
    await session.close();
  }
}

function watching({ ours }: Leftovers): number {
  if (!ours) return 0;
  return (
    ours.MutationObserver + ours.ResizeObserver + ours.IntersectionObserver + ours.AbortController
  );
}
