import { describe, expect, it } from "vitest";
import { isWithinHours } from "../../src/facts/account-hours.ts";

const HOLIDAYS = new Set(["2026-11-23"]);
const within = (hours: string, local: string) =>
  isWithinHours(hours, `${local}:00+09:00`, (day) => HOLIDAYS.has(day));

describe("an account's hours", () => {
  it.each([
    ["平日 8:30-17:15", "2026-11-20T08:30", true],
    ["平日 8:30-17:15", "2026-11-20T17:15", true],
    ["平日 8:30-17:15", "2026-11-20T17:16", false],
    ["平日 8:30-17:15", "2026-11-21T10:00", false],
    ["平日 8:30-17:15", "2026-11-23T10:00", false],
    ["平日８：３０〜１７：１５", "2026-11-20T09:00", true],
    ["毎日 0:00-24:00", "2026-11-21T23:59", true],
    ["毎日 0:00-24:00", "2026-11-23T00:00", true],
    ["平日 8:30-20:00、土日祝 9:00-17:00", "2026-11-22T16:59", true],
    ["平日 8:30-20:00、土日祝 9:00-17:00", "2026-11-23T18:00", false],
    ["月〜金 8時30分から17時", "2026-11-20T16:00", true],
    ["月〜金 8時30分から17時", "2026-11-22T16:00", false],
    ["火・木 9:00-12:00", "2026-11-19T11:00", true],
    ["火・木 9:00-12:00", "2026-11-20T11:00", false],
    ["8:30-17:15", "2026-11-22T12:00", true],
    ["平日 22:00-翌5:00", "2026-11-21T03:00", true],
    ["平日 22:00-翌5:00", "2026-11-22T03:00", false],
    ["随時", "2026-11-22T03:00", null],
  ])("%s at %s: %s", (hours, local, expected) => {
    expect(within(hours, local)).toBe(expected);
  });

  it("are unknown where the time cannot be read", () => {
    expect(within("毎日 0:00-24:00", "")).toBeNull();
    expect(within("毎日 0:00-24:00", "tomorrow")).toBeNull();
  });
});
