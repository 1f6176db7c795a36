import { describe, expect, it } from "vitest";
import {
  isReviewDue,
  lastReview,
  silentAccounts,
  statusSince,
} from "../../src/accounts/overdue.ts";
import type { Account } from "../../src/contract.ts";

const account = (more: Partial<Account>): Account => ({ platform: "x", ...more });

describe("an account's review", () => {
  it.each([
    ["never", account({}), true],
    ["a year ago to the day", account({ reviewedOn: "2025-11-22" }), true],
    ["a day less than a year ago", account({ reviewedOn: "2025-11-23" }), false],
    [
      "by being made official",
      account({ statusHistory: [{ status: "公認", on: "2026-01-01" }] }),
      false,
    ],
    ["never, while it was abolished", account({ status: "廃止" }), false],
    ["never, while it rests", account({ status: "休止" }), true],
  ])("%s", (_, one, isDue) => expect(isReviewDue(one, "2026-11-22")).toBe(isDue));

  it("on 29 February looks back to the 28th", () => {
    expect(isReviewDue(account({ reviewedOn: "2027-02-28" }), "2028-02-29")).toBe(true);
    expect(isReviewDue(account({ reviewedOn: "2027-03-01" }), "2028-02-29")).toBe(false);
  });

  it("is the later of review and admission", () => {
    const statusHistory = [
      { status: "公認", on: "2026-03-04" },
      { status: "届出", on: "2026-09-01" },
    ];
    expect(lastReview(account({ reviewedOn: "2026-01-01", statusHistory }))).toBe("2026-03-04");
    expect(lastReview(account({}))).toBeNull();
  });
});

it("an account has its status since the last time that it got it", () => {
  const statusHistory = [
    { status: "公認", on: "2025-01-01" },
    { status: "休止", on: "2025-06-01" },
    { status: "公認", on: "2026-01-01" },
  ];
  expect(statusSince(account({ status: "公認", statusHistory }))).toBe("2026-01-01");
  expect(statusSince(account({ status: "廃止", statusHistory }))).toBeNull();
});

it("those in use that have said nothing for six months are silent", () => {
  const said: Record<string, string> = {
    a: "2026-05-30T10:00:00Z",
    b: "2026-06-01T10:00:00Z",
    d: "2020-01-01",
  };
  const accounts = [
    account({ handle: "a", status: "公認" }),
    account({ handle: "b" }),
    account({ handle: "c" }),
    account({ handle: "d", status: "休止" }),
  ];
  // 30 November has no 31 May: half a year back is the 30th.
  const silent = silentAccounts(accounts, ({ handle = "" }) => said[handle] ?? null, "2026-11-30");
  expect(silent.map(({ handle }) => handle)).toEqual(["a", "c"]);
});
