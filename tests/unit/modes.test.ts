import { describe, expect, it } from "vitest";
import type { Draft, Kind, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { holdingStatement } from "../../src/engine/modes.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

const AT = "2026-11-20T10:00:00+09:00";
const ACCOUNTS: Policy["accounts"] = [
  { platform: "x", handle: "szk_city", name: "須坂市", status: "公認" },
  { platform: "x", handle: "szk_old", name: "旧", status: "休止" },
];

function run(draft: Draft, policy: Partial<Policy>): string[] {
  return check({ at: AT, ...draft }, { ...DEFAULT_POLICY, ...policy }).map(
    ({ rule, level }) => `${rule} ${level}`,
  );
}

describe("in an emergency", () => {
  const emergency = { mode: "emergency" } as const;

  it("what saves lives and reputations holds", () => {
    expect(run({ text: "12月1日(日)に、090-1234-5678へ。" }, emergency)).toEqual([
      "date.weekday stop",
      "pii.mobile stop",
    ]);
    const terms: Policy["terms"] = [{ term: "新会館", level: "stop" }];
    expect(run({ text: "新会館です。" }, { ...emergency, terms })).toEqual(["secret.term stop"]);
    const account = "stranger";
    expect(run({ text: "", account }, { ...emergency, accounts: ACCOUNTS })).toEqual([
      "account.unregistered stop",
    ]);
    const quoted = { author: "stranger", text: "" };
    expect(run({ text: "", kind: "repost", quoted }, emergency)).toEqual(["share.repost stop"]);
  });

  it("everything else is a hint, whatever the organisation set", () => {
    expect(run({ text: "https://bit.ly/a" }, emergency)).toEqual(["link.shortener hint"]);
    const rules = { "link.shortener": "stop", "pii.email": "care" } as const;
    expect(run({ text: "https://bit.ly/a" }, { ...emergency, rules })).toEqual([
      "link.shortener hint",
    ]);
    // Only what is grave of the listed rules holds.
    expect(run({ text: "info@mori.example.org" }, emergency)).toEqual(["pii.email hint"]);
    expect(run({ text: "", account: "szk_old" }, { ...emergency, accounts: ACCOUNTS })).toEqual([
      "account.suspended hint",
    ]);
  });

  it("tells what a rule counts for at other times", () => {
    const policy = { ...DEFAULT_POLICY, ...emergency };
    const [short, day] = check({ at: AT, text: "https://bit.ly/a 12月1日(日)" }, policy);
    expect([short?.usual, day?.usual]).toEqual(["stop", undefined]);
    const [normal] = check({ at: AT, text: "https://bit.ly/a" }, DEFAULT_POLICY);
    expect(normal).not.toHaveProperty("usual");
  });

  it("a rule that is off stays off", () => {
    const rules = { "pii.*": "off" } as const;
    expect(run({ text: "090-1234-5678" }, { ...emergency, rules })).toEqual([]);
  });
});

describe("in hold mode", () => {
  const hold = { mode: "hold" } as const;

  it.each<Kind>(["reply", "comment", "quote"])("every %s is held, whatever it says", (kind) => {
    for (const text of ["", "お知らせいただき、ありがとうございます。"]) {
      const [first, ...others] = check({ text, kind }, { ...DEFAULT_POLICY, ...hold });
      expect(others).toEqual([]);
      expect(first).toMatchObject({
        rule: "civic.official-view",
        level: "stop",
        clause: "6(5)",
        start: 0,
        end: 0,
      });
    }
  });

  it.each<Kind>(["reply", "comment", "quote"])("a %s that an answer is coming passes", (kind) => {
    const text = "そちらが間違っています。\n調べてから言ってください。";
    const [held] = check({ text, kind }, { ...DEFAULT_POLICY, ...hold });
    const [fix] = held?.fixes ?? [];
    expect(fix).toMatchObject({ start: 0, end: text.length, replacement: holdingStatement() });
    const said = `${holdingStatement()}\n`;
    expect(check({ at: AT, text: said, kind }, { ...DEFAULT_POLICY, ...hold })).toEqual([]);
    const more = `${holdingStatement()}なお、市に誤りはありません。`;
    expect(run({ text: more, kind }, hold)).toContain("civic.official-view stop");
    // Room for a name that a reply begins with.
    expect(holdingStatement().length).toBeLessThan(120);
  });

  it.each<Kind>(["post", "thread", "share", "repost"])("a %s is as ever", (kind) => {
    expect(run({ text: "朝市を開きます。", kind }, hold)).toEqual([]);
  });

  it("and the other rules speak as ever", () => {
    expect(run({ text: "https://bit.ly/a", kind: "reply" }, hold)).toEqual([
      "civic.official-view stop",
      "link.shortener stop",
    ]);
    expect(run({ text: "はい。", kind: "reply" }, {})).toEqual([]);
  });
});

describe("on an account outside the register", () => {
  const accounts = { accounts: ACCOUNTS };
  const draft = { text: "バカ https://bit.ly/a 090-1234-5678", account: "taro" };

  it("nothing is read but that", () => {
    expect(run(draft, accounts)).toEqual(["account.unregistered stop"]);
    expect(run({ ...draft, kind: "reply" }, { ...accounts, mode: "hold" })).toEqual([
      "account.unregistered stop",
    ]);
  });

  it("or nothing at all, where the organisation says so", () => {
    expect(run(draft, { ...accounts, unregisteredAccounts: "ignore" })).toEqual([]);
    const rules = { "account.unregistered": "off" } as const;
    expect(run(draft, { ...accounts, rules })).toEqual([]);
  });

  it("everything is read where no account is named, or there is no register", () => {
    const { text } = draft;
    expect(run({ text }, accounts)).toContain("pii.mobile stop");
    expect(run({ text, account: null }, accounts)).toContain("pii.mobile stop");
    expect(run(draft, {})).toContain("pii.mobile stop");
    expect(run({ text, account: "＠ＳＺＫ＿ＣＩＴＹ" }, accounts)).toContain("pii.mobile stop");
    expect(run({ text, account: "szk_city", platform: "facebook" }, accounts)).toEqual([
      "account.unregistered stop",
    ]);
  });
});
