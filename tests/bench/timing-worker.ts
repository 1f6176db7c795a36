import { parentPort, workerData } from "node:worker_threads";
import { check } from "../../src/engine/check.ts";
import { readCorpusPolicy } from "../corpus/counting.ts";
import { textlint } from "./textlint.ts";

/** Dates are read against it; any will do. */
const NOON = "2026-11-22T12:00:00+09:00";

/** Times one of the two, text by text, in a heap of its own; answers each list of texts with as many milliseconds. */
const work: (text: string) => unknown = workerData === "textlint" ? textlint() : engine();

function engine(): (text: string) => unknown {
  const policy = readCorpusPolicy();
  return (text) => check({ text, at: NOON }, policy);
}

parentPort?.on("message", async (texts: readonly string[]) => {
  const times: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    await work(text);
    times.push(performance.now() - start);
  }
  parentPort?.postMessage(times);
});
