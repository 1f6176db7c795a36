import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/journal/entry.ts";
import { addressOf, whereOf } from "../../src/review/address.ts";
import { type Columns, dateOfDay, dayOf, dayOfDate, timeOfDay } from "../../src/review/columns.ts";
import {
  EVERYTHING,
  type Filter,
  filterOf,
  matching,
  newestFirst,
  queryOf,
} from "../../src/review/filter.ts";
import { recordEntries } from "../browser/support/record-entries.ts";
import { alarm, columnsOf, gap, post, signoff } from "./journal-entries.ts";

/** Numbers of the entries that a filter lets through, newest first. */
function shown(columns: Columns, filter: Partial<Filter>): number[] {
  const rows = matching(columns, newestFirst(columns), { ...EVERYTHING, ...filter });
  return [...rows].map((row) => columns.seq[row] ?? 0);
}

describe("days are Japan's", () => {
  it("a day begins at 15 o'clock in Greenwich", () => {
    expect(dateOfDay(dayOf(Date.parse("2026-12-04T14:59:59.999Z")))).toBe("2026-12-04");
    expect(dateOfDay(dayOf(Date.parse("2026-12-04T15:00:00.000Z")))).toBe("2026-12-05");
    expect(timeOfDay(dayOfDate("2026-12-05") ?? 0)).toBe("2026-12-04T15:00:00.000Z");
  });

  it("what is no date is none", () => {
    for (const text of ["", "2026-13-01", "5.12.2026", "2026-12-05T00:00"]) {
      expect(dayOfDate(text)).toBeNull();
    }
  });
});

describe("the columns", () => {
  it("give back what filters and lists need, however many there are", () => {
    const entries = recordEntries({ count: 5000, until: Date.parse("2026-12-01T00:00:00Z") });
    const columns = columnsOf(entries);
    expect(columns.rows).toBe(5000);
    for (const row of [0, 1023, 1024, 4999]) {
      const entry = entries[row];
      if (entry?.type !== "post") continue;
      expect(columns.outcomeAt(row)).toBe(entry.decision);
      expect(columns.findingsAt(row)).toEqual(
        entry.findings.map(({ rule, level, fate }) => ({ rule, level, fate })),
      );
      expect(columns.accountAt(row)).toEqual({
        platform: entry.platform,
        name: entry.account ?? "",
      });
      expect(columns.at[row]).toBe(Date.parse(entry.at));
    }
  });
});

describe("the filter", () => {
  const entries: Entry[] = [
    post("a", { at: "2026-12-04T14:59:00.000Z" }),
    post("b", { at: "2026-12-04T15:00:00.000Z", decision: "clean", findings: [] }),
    { type: "address", id: "c", at: "2026-12-04T15:00:01.000Z", of: "b", post: "post b", url: "" },
    post("d", {
      at: "2026-12-06T14:59:00.000Z",
      platform: "facebook",
      account: "星見市",
      decision: "withdrawn",
      findings: [{ rule: "link.shortener", level: "stop", fate: "left" }],
    }),
    { ...alarm("e"), at: "2026-12-06T15:00:00.000Z" },
    { ...gap("f"), at: "2026-12-07T00:00:00.000Z" },
    signoff,
  ];
  const columns = columnsOf(entries);

  it.each<[Partial<Filter>, number[]]>([
    [{}, [7, 6, 5, 4, 2, 1]],
    [{ from: "2026-12-05", to: "2026-12-06" }, [4, 2]],
    [{ from: "2026-12-07" }, [7, 6, 5]],
    [{ to: "2026-12-04" }, [1]],
    [{ account: "facebook/星見市" }, [4]],
    [{ account: "x/hoshimi_city" }, [5, 2, 1]],
    [{ account: "x/nobody" }, []],
    [{ rule: "date.weekday" }, [1]],
    [{ rule: "no.rule" }, []],
    [{ rule: "link.third-party" }, [5]],
    [{ fate: "left" }, [4, 1]],
    [{ fate: "alarm" }, [5]],
    [{ rule: "date.weekday", fate: "repaired" }, []],
    [{ decision: "withdrawn" }, [4]],
    [{ decision: "gap" }, [6]],
    [{ decision: "address" }, [3]],
    [{ machine: "other" }, []],
  ])("%o lets %o through", (filter, expected) => {
    expect(shown(columns, filter)).toEqual(expected);
  });

  it("puts entries of several machines in the order of their times", () => {
    const both = columnsOf(entries.slice(0, 2), "one");
    both.add("two", 1, post("x", { at: "2026-12-04T14:59:30.000Z" }));
    expect([...newestFirst(both)]).toEqual([1, 2, 0]);
    expect(shown(both, { machine: "two" })).toEqual([1]);
  });

  it("stands in the address, and is read from it again", () => {
    const filter = {
      ...EVERYTHING,
      from: "2026-12-01",
      account: "facebook/星見 市&",
      fate: "left",
    };
    expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
    const where = { filter, page: 2, entry: { seq: 7, machine: "ab" } };
    expect(whereOf(new URL(addressOf(where), "https://a").search)).toEqual(where);
    expect(addressOf({ filter: EVERYTHING, page: 0, entry: null })).toBe("/review.html");
  });

  it("takes nothing from an address that is no filter", () => {
    const where = whereOf(
      "?from=yesterday&to=2026-99-99&decision=__proto__&fate=x&page=-3&entry=1.5",
    );
    expect(where).toEqual({ filter: EVERYTHING, page: 0, entry: null });
  });
});
