import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { textsOf } from "./drafts.ts";
import { type Figure, median } from "./figures.ts";

/** Lengths in UTF-16 units, and the engine's bound on each in ms. */
const LENGTHS = [
  { length: 140, under: 0.5 },
  { length: 5000, under: 10 },
] as const;

/**
 * The engine and textlint on the same drafts, taking turns. Each has a heap of its own, as in life: in one heap the
 * collections that textlint's memory asks for throw away the engine's compiled expressions.
 */
export async function engine(isQuick: boolean): Promise<Figure[]> {
  const own = timer("engine");
  const other = timer("textlint");
  const figures: Figure[] = [];
  try {
    // Both compile their code, textlint reads its dictionary too, before anything is counted.
    const first = textsOf(140);
    const rounds = Array.from({ length: 12 }, () => first).flat();
    await Promise.all([own.times(rounds), other.times(isQuick ? first : [...first, ...first])]);
    for (const { length, under } of LENGTHS) {
      // A long text is read in parts, by code of its own.
      const warming = textsOf(length).slice(0, 4);
      await own.times(Array.from({ length: 25 }, () => warming).flat());
      await other.times(warming);
      const ours: number[] = [];
      const others: number[] = [];
      const texts = textsOf(length).slice(0, isQuick ? 20_000 / length : Number.POSITIVE_INFINITY);
      for (let round = isQuick ? 2 : 4; round > 0; round--) {
        ours.push(...(await own.times(texts)));
        others.push(...(await other.times(texts)));
      }
      figures.push(
        {
          name: `engine, ${length} characters`,
          unit: "ms",
          values: ours,
          limit: { of: "median", under },
        },
        {
          name: `textlint with preset-japanese, ${length} characters`,
          unit: "ms",
          values: others,
          limit: null,
        },
        {
          name: `engine faster than textlint, ${length} characters`,
          unit: "times",
          values: [median(others) / median(ours)],
          limit: { of: "median", atLeast: 10 },
        },
      );
    }
    return figures;
  } finally {
    await Promise.all([own.close(), other.close()]);
  }
}

function timer(subject: "engine" | "textlint") {
  const worker = new Worker(new URL("timing-worker.ts", import.meta.url), { workerData: subject });
  return {
    /** Milliseconds of each text, in order. */
    async times(texts: readonly string[]): Promise<number[]> {
      worker.postMessage(texts);
      const [times] = await once(worker, "message");
      return times;
    },
    close: () => worker.terminate(),
  };
}
