import { describe, expect, it } from "vitest";
import { LONGEST_WAIT, waitAfter } from "../../src/forwarding/backoff.ts";
import { outcomeOf, readRetryAfter } from "../../src/forwarding/outcome.ts";

const NOW = new Date("2026-12-05T01:00:00Z");
const answer = (status: number, body = "", retryAfter: string | null = null) =>
  outcomeOf({ kind: "answer", status, body, retryAfter }, NOW);

describe("what the protocol asks for after an answer", () => {
  it.each(["{}", '{"partialSuccess":{}}', "", "thanks", "null", "[]"])(
    "200 with %j: all is taken",
    (body) => {
      expect(answer(200, body)).toEqual({ next: "taken", rejected: 0, failure: null });
    },
  );

  it.each([["3"], [3]])("200 with %j rejected: taken, not sent again, and said", (count) => {
    const body = { partialSuccess: { rejectedLogRecords: count, errorMessage: "too old" } };
    expect(answer(200, JSON.stringify(body))).toEqual({
      next: "taken",
      rejected: 3,
      failure: { kind: "rejected", status: 200, message: "too old" },
    });
  });

  it("200 with a remark alone: taken, and the remark is kept", () => {
    const body = { partialSuccess: { rejectedLogRecords: "0", errorMessage: "use gzip" } };
    expect(answer(200, JSON.stringify(body))).toMatchObject({
      rejected: 0,
      failure: { kind: "remark", message: "use gzip" },
    });
  });

  it.each([429, 502, 503, 504])("%i: the same again, later", (status) => {
    expect(answer(status, '{"message":"busy"}', "7")).toEqual({
      next: "later",
      after: 7000,
      failure: { kind: "status", status, message: "busy" },
    });
    expect(answer(status)).toMatchObject({ next: "later", after: null });
  });

  it.each([400, 413, 422])("%i: never the same again", (status) => {
    expect(answer(status).next).toBe("smaller");
  });

  it.each([301, 304, 401, 403, 404, 405, 408, 415, 500, 501, 505, 599])(
    "%i: no repetition",
    (status) => {
      // Not even where a time is named: the list of the protocol is closed.
      expect(answer(status, "", "1").next).toBe("halt");
    },
  );

  it("no answer: the same again, later; another address: never", () => {
    expect(outcomeOf({ kind: "network" }, NOW)).toMatchObject({ next: "later", after: null });
    expect(outcomeOf({ kind: "timeout" }, NOW)).toMatchObject({ next: "later", after: null });
    expect(outcomeOf({ kind: "redirect" }, NOW)).toMatchObject({ next: "halt" });
  });

  it("words of an answer are cut, and never half a character", () => {
    const outcome = answer(503, JSON.stringify({ message: `${"x".repeat(299)}🍁` }));
    expect(outcome.failure?.message).toBe(`${"x".repeat(299)}\u{FFFD}`);
  });
});

it.each([
  ["0", 0],
  [" 120 ", 120_000],
  ["Sat, 05 Dec 2026 01:00:30 GMT", 30_000],
  ["Sat, 05 Dec 2026 00:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
  ["1.5", null],
  ["2026", 2_026_000],
  ["", null],
  [null, null],
])("Retry-After: %j is %j ms", (header, milliseconds) => {
  expect(readRetryAfter(header, NOW)).toBe(milliseconds);
});

describe("the time until the next try", () => {
  it("doubles to an hour, by chance between half of it and all", () => {
    const longest = [1, 2, 3, 8, 50, 5000].map((failures) => waitAfter(failures, null, 1));
    expect(longest).toEqual([30_000, 60_000, 120_000, 3_600_000, 3_600_000, 3_600_000]);
    expect(waitAfter(1, null, 0)).toBe(15_000);
    expect(waitAfter(8, null, 0)).toBe(1_800_000);
  });

  it("is never shorter than what the collector named, and a day at most", () => {
    expect(waitAfter(9, 5_000, 0)).toBe(5_000);
    expect(waitAfter(1, 5_000, 1)).toBe(5_500);
    expect(waitAfter(1, Number.MAX_SAFE_INTEGER, 1)).toBe(LONGEST_WAIT);
  });
});
