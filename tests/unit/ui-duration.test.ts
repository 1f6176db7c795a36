import { expect, it } from "vitest";
import { durationWords, untilNextMinute } from "../../src/ui/duration.ts";

const MINUTE = 60_000;

it.each([
  [120, "2時間", "2 hours"],
  [80, "1時間20分", "1 hour 20 minutes"],
  [61, "1時間1分", "1 hour 1 minute"],
  [20, "20分", "20 minutes"],
  [1, "1分", "1 minute"],
  [10_080, "168時間", "168 hours"],
])("%i minutes are %s, %s", (minutes, ja, en) => {
  expect(durationWords(minutes * MINUTE, "ja")).toBe(ja);
  expect(durationWords(minutes * MINUTE, "en")).toBe(en);
});

it("counts a minute that has begun, and never says that nothing is left", () => {
  expect(durationWords(19 * MINUTE + 1, "ja")).toBe("20分");
  expect(durationWords(1, "ja")).toBe("1分");
  expect(durationWords(-5, "ja")).toBe("1分");
});

it("changes when a minute is over", () => {
  for (const left of [MINUTE, 90_500, 1, 3 * MINUTE]) {
    const wait = untilNextMinute(left);
    expect(wait).toBeGreaterThan(0);
    const after = left - wait;
    expect(Math.ceil(after / MINUTE)).toBe(Math.ceil(left / MINUTE) - 1);
  }
});
