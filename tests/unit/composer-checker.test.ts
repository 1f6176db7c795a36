import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Checker, PATIENCE } from "../../src/composer/checker.ts";
import type { Draft } from "../../src/contract.ts";
import type { Verdict } from "../../src/messages.ts";

/** A worker whose answers are given by hand, in any order. */
function worker() {
  const asked: { text: string; answer(): Promise<void>; fail(): Promise<void> }[] = [];
  const settled: string[] = [];
  const checker = new Checker(
    (draft) =>
      new Promise<Verdict>((resolve, reject) => {
        asked.push({
          text: draft.text,
          async answer() {
            resolve({ guidelineTitle: draft.text } as Verdict);
            await vi.advanceTimersByTimeAsync(0);
          },
          async fail() {
            reject(new Error("gone"));
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    (outcome) => settled.push(outcome),
  );
  return { checker, asked, settled };
}

const draft = (text: string): Draft => ({ text });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("one question is out at a time, and the newest text is asked next", async () => {
  const { checker, asked } = worker();
  checker.request(draft("あ"));
  checker.request(draft("あい"));
  checker.request(draft("あいう"));
  expect(asked.map(({ text }) => text)).toEqual(["あ"]);
  await asked[0]?.answer();
  expect(asked.map(({ text }) => text)).toEqual(["あ", "あいう"]);
  await asked[1]?.answer();
  expect(asked).toHaveLength(2);
  expect(checker.verdictOn(draft("あいう"))).not.toBeNull();
  expect(checker.verdictOn(draft("あ"))).toBeNull();
});

test("what was answered is not asked again", async () => {
  const { checker, asked } = worker();
  checker.request(draft("あ"));
  await asked[0]?.answer();
  checker.request(draft("あ"));
  expect(asked).toHaveLength(1);
});

test("a worker that fails is missing at once, one that is silent after the patience", async () => {
  const { checker, asked, settled } = worker();
  checker.request(draft("あ"));
  await asked[0]?.fail();
  expect(settled).toEqual(["missing"]);
  checker.request(draft("い"));
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(settled).toEqual(["missing"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toEqual(["missing", "missing"]);
});

test("an answer that comes late is still taken, unless a newer one stands", async () => {
  const { checker, asked, settled } = worker();
  checker.request(draft("あ"));
  await vi.advanceTimersByTimeAsync(PATIENCE);
  await asked[0]?.answer();
  expect(settled).toEqual(["missing", "answered"]);
  expect(checker.verdictOn(draft("あ"))).not.toBeNull();

  checker.request(draft("い"));
  await vi.advanceTimersByTimeAsync(PATIENCE);
  checker.request(draft("う"));
  await asked[2]?.answer();
  await asked[1]?.answer();
  expect(checker.verdictOn(draft("う"))).not.toBeNull();
});

test("asking anew forgets the answer, and one that was on its way does not come back", async () => {
  const { checker, asked } = worker();
  checker.request(draft("あ"));
  checker.renew(draft("あ"));
  expect(asked).toHaveLength(2);
  await asked[0]?.answer();
  expect(checker.verdictOn(draft("あ"))).toBeNull();
  await asked[1]?.answer();
  expect(checker.verdictOn(draft("あ"))).not.toBeNull();
});
