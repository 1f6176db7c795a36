import { expect, test } from "vitest";
import { timeIn } from "../../src/sites/x-schedule.ts";

/** Without the offset, which is this machine's. */
const read = (line: string) => timeIn(line)?.slice(0, 16) ?? null;

test.each([
  ["2026年12月4日(金)の午後1:05に送信されます", "2026-12-04T13:05"],
  ["2026年12月4日(金)の午前0:30に送信されます", "2026-12-04T00:30"],
  ["2026年1月9日金曜日 18:00に送信されます", "2026-01-09T18:00"],
  ["Will send on Fri, Dec 4, 2026 at 9:00 AM", "2026-12-04T09:00"],
  ["Will send on Fri, Dec 4, 2026 at 12:10 PM", "2026-12-04T12:10"],
  ["Will send on Fri, Dec 4, 2026 at 12:10\u202fAM", "2026-12-04T00:10"],
  ["Ajasta julkaisu", null],
  ["Will send on Fri, Foo 4, 2026 at 9:00 AM", null],
  ["", null],
])("%s", (line, time) => expect(read(line)).toBe(time));

test("it carries an offset", () => {
  expect(timeIn("2026年12月4日(金)の午後1:05に送信されます")).toMatch(/[+-]\d\d:\d\d$/);
});
