import { check } from "../../src/engine/check.ts";
import { readCorpusPolicy } from "../corpus/counting.ts";
import { textsOf } from "./drafts.ts";
import { type Figure, median } from "./figures.ts";
import { textlint } from "./textlint.ts";

/** Lengths in UTF-16 units, and the engine's bound on each in ms. */
const LENGTHS = [
  { length: 140, under: 0.5, most: 150 },
  { length: 5000, under: 10, most: 8 },
] as const;

/** The engine and textlint on the same drafts, taking turns in this process. */
export async function engine(isQuick: boolean): Promise<Figure[]> {
  const policy = readCorpusPolicy();
  const lint = textlint();
  const figures: Figure[] = [];
  // Both compile their code, textlint its dictionary too, before anything is counted.
  for (const text of textsOf(140).slice(0, 100)) {
    check({ text, at: NOON }, policy);
    await lint(text);
  }
  for (const { length, under, most } of LENGTHS) {
    const own: number[] = [];
    const others: number[] = [];
    const texts = textsOf(length).slice(0, most);
    for (let round = isQuick ? 1 : 5; round > 0; round--) {
      for (const text of texts) {
        own.push(await timed(() => check({ text, at: NOON }, policy)));
        others.push(await timed(() => lint(text)));
      }
    }
    figures.push(
      {
        name: `engine, ${length} characters`,
        unit: "ms",
        values: own,
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
        values: [median(others) / median(own)],
        limit: { of: "median", atLeast: 10 },
      },
    );
  }
  return figures;
}

/** Dates are read against it; any will do. */
const NOON = "2026-11-22T12:00:00+09:00";

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
