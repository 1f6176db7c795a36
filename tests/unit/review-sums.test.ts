import { describe, expect, it } from "vitest";
import type { Entry, PostEntry } from "../../src/journal/entry.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { dateOfDay } from "../../src/review/columns.ts";
import { EVERYTHING, type Filter, matching, newestFirst } from "../../src/review/filter.ts";
import { levelSnippet, proposalsOf, trustSnippet } from "../../src/review/proposals.ts";
import { accountStates } from "../../src/review/register.ts";
import { totalsOf } from "../../src/review/totals.ts";
import { alarm, columnsOf, post, signoff } from "./journal-entries.ts";

function totals(entries: readonly Entry[], filter: Partial<Filter> = {}) {
  const columns = columnsOf(entries);
  return totalsOf(columns, matching(columns, newestFirst(columns), { ...EVERYTHING, ...filter }));
}

describe("the sums", () => {
  const weekday = (fate: PostEntry["findings"][number]["fate"], level = "stop" as const) => [
    { rule: "date.weekday", level, fate },
  ];

  it("count decisions, and weeks from Monday to Sunday without a hole", () => {
    const { posts, byOutcome, weeks } = totals([
      // Sunday and Monday in Japan.
      post("a", { at: "2026-12-06T14:00:00.000Z" }),
      post("b", { at: "2026-12-06T15:00:00.000Z", decision: "clean", findings: [] }),
      post("c", { at: "2026-12-22T00:00:00.000Z", decision: "withdrawn" }),
      signoff,
    ]);
    expect(posts).toBe(3);
    expect(byOutcome).toMatchObject({ overridden: 1, clean: 1, withdrawn: 1, signoff: 1, gap: 0 });
    expect(
      weeks.map(({ monday, counts }) => [dateOfDay(monday), ...Object.values(counts)]),
    ).toEqual([
      ["2026-11-30", 1, 0, 0, 0],
      ["2026-12-07", 0, 0, 0, 1],
      ["2026-12-14", 0, 0, 0, 0],
      ["2026-12-21", 0, 0, 1, 0],
    ]);
  });

  it("tell what was overridden, mended, ignored and marked, rule by rule", () => {
    const { rules } = totals([
      post("a", { findings: weekday("left") }),
      post("b", { findings: weekday("alarm") }),
      post("c", { decision: "repaired", findings: weekday("repaired") }),
      post("d", { decision: "answered", findings: weekday("answered") }),
      post("e", { decision: "withdrawn", findings: weekday("left") }),
      post("f", {
        decision: "clean",
        findings: [
          { rule: "read.length", level: "hint", fate: "left" },
          { rule: "read.emoji", level: "hint", fate: "aside" },
        ],
      }),
      alarm("g"),
      alarm("h"),
    ]);
    expect(rules).toMatchObject(
      [
        { rule: "date.weekday", count: 5, overridden: 2, mended: 2, ignored: 0, alarms: 0 },
        { rule: "link.third-party", count: 0, alarms: 2, marked: [{ count: 2 }] },
        { rule: "read.emoji", count: 1, ignored: 1 },
        { rule: "read.length", count: 1, ignored: 1, level: "hint" },
      ].toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
    );
  });

  it("tell what a pilot would have held", () => {
    const { pilot, rules } = totals([
      post("a", { enforcement: "observe", decision: "unheld" }),
      post("b", { enforcement: "warn", decision: "clean", findings: [] }),
      post("c"),
    ]);
    expect(pilot).toEqual({ posts: 2, unheld: 1 });
    expect(rules).toMatchObject([{ rule: "date.weekday", unheld: 1, overridden: 1 }]);
  });

  it("are those of what the filter lets through", () => {
    expect(totals([post("a"), post("b", { decision: "clean" })], { decision: "clean" }).posts).toBe(
      1,
    );
  });
});

describe("the proposals", () => {
  const many = (count: number, more: Partial<PostEntry>) =>
    Array.from({ length: count }, (_, index) => post(`${index}`, more));
  const left = (rule: string, level: "care" | "stop" | "hint") => ({
    decision: level === "stop" ? ("overridden" as const) : ("clean" as const),
    findings: [{ rule, level, fate: "left" as const }],
  });

  it("come of what people go past, from five on", () => {
    expect(proposalsOf(totals(many(4, left("read.length", "care"))).rules)).toEqual([]);
    expect(proposalsOf(totals(many(5, left("read.length", "care"))).rules)).toMatchObject([
      { rule: "read.length", why: "ignored", count: 5, of: 5, lower: "hint", key: null },
    ]);
    expect(proposalsOf(totals(many(5, left("date.weekday", "stop"))).rules)).toMatchObject([
      { rule: "date.weekday", why: "overridden", lower: "care" },
    ]);
    const mended = many(20, {
      decision: "repaired",
      findings: [{ rule: "date.weekday", level: "stop", fate: "repaired" }],
    });
    expect(proposalsOf(totals(mended).rules)).toEqual([]);
  });

  it("name the hosts and accounts that were marked, and the settings that would take them", () => {
    const account = (id: string): Entry => ({
      ...alarm(id),
      rule: "share.repost",
      about: { account: "JMA_kishou" },
    });
    const marks = ["1", "2", "3", "4", "5"];
    const { rules } = totals([...marks.map(alarm), ...marks.map((id) => account(`s${id}`))]);
    const [hosts, accounts] = proposalsOf(rules);
    const policy = { ...DEFAULT_POLICY, trustedDomains: ["jma.go.jp"] };
    expect(hosts).toMatchObject({ rule: "link.third-party", why: "alarms", key: "trustedDomains" });
    expect(JSON.parse((hosts && trustSnippet(policy, hosts)) ?? "")).toEqual({
      trustedDomains: ["jma.go.jp", "kanko.example.org"],
    });
    expect(JSON.parse((accounts && trustSnippet(policy, accounts)) ?? "")).toEqual({
      trustedAccounts: [{ platform: "x", handle: "JMA_kishou" }],
    });
    // What is trusted already needs no proposal.
    const known = {
      ...policy,
      trustedDomains: ["kanko.example.org"],
      trustedAccounts: [{ platform: "x" as const, handle: "jma_KISHOU" }],
    };
    expect(hosts && trustSnippet(known, hosts)).toBeNull();
    expect(accounts && trustSnippet(known, accounts)).toBeNull();
  });

  it("keep the levels that are set already", () => {
    const [one] = proposalsOf(totals(many(5, left("read.length", "hint"))).rules);
    expect(one && JSON.parse(levelSnippet({ rules: { "link.*": "care" } }, one))).toEqual({
      rules: { "link.*": "care", "read.length": "off" },
    });
  });
});

describe("the accounts", () => {
  const now = Date.parse("2026-12-05T00:00:00Z");
  const policy = {
    ...DEFAULT_POLICY,
    accounts: [
      { platform: "x" as const, handle: "hoshimi_city", reviewedOn: "2025-12-06" },
      { platform: "x" as const, handle: "overdue", reviewedOn: "2025-12-05" },
      { platform: "facebook" as const, name: "never" },
      { platform: "x" as const, handle: "closed", status: "廃止" as const },
    ],
  };
  const states = (entries: readonly Entry[]) =>
    accountStates(policy, columnsOf(entries), now).map(({ isOverdue, isSilent }) => [
      isOverdue,
      isSilent,
    ]);

  it("are overdue after a year, and silent after half of one, as far as the record reaches", () => {
    const old = post("a", { at: "2026-06-04T23:00:00.000Z", account: "Overdue" });
    expect(states([old, post("b")])).toEqual([
      [false, "no"],
      [true, "yes"],
      [true, "yes"],
      [false, "no"],
    ]);
    expect(states([post("b")])).toEqual([
      [false, "no"],
      [true, "unknown"],
      [true, "unknown"],
      [false, "no"],
    ]);
    expect(states([])).toEqual([
      [false, "unknown"],
      [true, "unknown"],
      [true, "unknown"],
      [false, "no"],
    ]);
  });

  it("do not speak by a post that was withdrawn", () => {
    const old = post("a", { at: "2026-01-01T00:00:00.000Z", account: "other" });
    const [first] = states([old, post("b", { decision: "withdrawn" })]);
    expect(first).toEqual([false, "yes"]);
  });
});
