import { check } from "../../src/engine/check.ts";
import { readCorpusPolicy } from "../corpus/counting.ts";
import { textsOf } from "./drafts.ts";
import { type Figure, median } from "./figures.ts";
import { textlint } from "./textlint.ts";

/** Lengths in UTF-16 units, and the engine's bound on each in ms. */
const LENGTHS = [
  { length: 140, under: 0.5 },
  { length: 5000, under: 10 },
] as const;

/** The engine and textlint on the same drafts, taking turns in this process. */
export async function engine(isQuick: boolean): Promise<Figure[]> {
  const policy = readCorpusPolicy();
  const lint = textlint();
  const judge = (text: string) => check({ text, at: NOON }, policy);
  const figures: Figure[] = [];
  // Both compile their code, textlint reads its dictionary too, before anything is counted.
  const first = textsOf(140);
  for (let round = 0; round < 4; round++) await timesOf(judge, first);
  await timesOf(lint, isQuick ? first.slice(0, 100) : first);
  for (const { length, under } of LENGTHS) {
    const own: number[] = [];
    const others: number[] = [];
    const texts = textsOf(length).slice(0, isQuick ? 20_000 / length : Number.POSITIVE_INFINITY);
    // In turns of all drafts: after each other's draft, both would find the processor's caches empty.
    for (let round = isQuick ? 1 : 4; round > 0; round--) {
      own.push(...(await timesOf(judge, texts)));
      others.push(...(await timesOf(lint, texts)));
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

async function timesOf(
  work: (text: string) => unknown,
  texts: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    await work(text);
    times.push(performance.now() - start);
  }
  return times;
}
