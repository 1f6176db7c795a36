import { describe, expect, it } from "vitest";
import { readIso } from "../../src/facts/calendar.ts";
import { closureOn, holidayOn } from "../../src/facts/holidays.ts";

function day(iso: string) {
  const read = readIso(iso);
  if (!read) throw new Error(iso);
  return read;
}

describe("holidays", () => {
  it.each([
    ["2026-11-23", "勤労感謝の日"],
    ["2026-05-06", "休日"],
    ["2026-09-22", "休日"],
    ["2027-03-22", "休日"],
    ["2027-01-11", "成人の日"],
  ])("%s is one", (iso, name) => {
    expect(holidayOn(day(iso))).toContain(name);
  });

  it.each(["2026-11-24", "2026-12-23", "2026-10-10", "2027-01-02"])("%s is none", (iso) => {
    expect(holidayOn(day(iso))).toBeNull();
  });

  it("closes offices on weekends, holidays and around New Year", () => {
    expect(closureOn(day("2026-12-05"))).toBe("saturday");
    expect(closureOn(day("2026-12-06"))).toBe("sunday");
    expect(closureOn(day("2026-11-23"))).toBe("holiday");
    expect(closureOn(day("2026-12-31"))).toBe("newyear");
    expect(closureOn(day("2027-01-03"))).toBe("newyear");
    expect(closureOn(day("2026-12-28"))).toBeNull();
    expect(closureOn(day("2027-01-04"))).toBeNull();
  });
});
