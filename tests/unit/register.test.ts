import { expect, test } from "vitest";
import {
  identify,
  isOutside,
  isShownAccount,
  type ShownAccount,
  withAccount,
} from "../../src/accounts/register.ts";
import { departmentOf, speakersOf } from "../../src/accounts/speakers.ts";
import type { Account, Policy } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

const CITY: Account = { platform: "x", handle: "hoshimi_city", name: "星見市", id: "11" };
const LIBRARY: Account = { platform: "x", name: "星見図書館" };
const PAGE: Account = { platform: "facebook", id: "10009", department: "政策推進課" };
const NAMED: Account = { platform: "facebook", id: "10010", name: "星見市観光" };
const OTHER: Account = { platform: "facebook", name: "星見市防災" };
const POLICY: Policy = { ...DEFAULT_POLICY, accounts: [CITY, LIBRARY, PAGE, NAMED, OTHER] };

test.each<[string, "x" | "facebook", ShownAccount, Account | "contradictory" | null]>([
  ["by its handle, whatever name it has today", "x", { handle: "Hoshimi_City", name: "雪" }, CITY],
  [
    "by its name, where the register has no handle",
    "x",
    { handle: "hl", name: "星見図書館" },
    LIBRARY,
  ],
  [
    "not by a name that somebody else's handle bears",
    "x",
    { handle: "spoof", name: "星見市" },
    null,
  ],
  ["by its name, where the page shows no handle", "x", { name: "星見市" }, CITY],
  [
    "by its id, beside a name that the register does not have",
    "facebook",
    { id: "10009", name: "星見市" },
    PAGE,
  ],
  ["by its name, acted as by a person", "facebook", { id: "555", name: "星見市観光" }, NAMED],
  ["by both", "facebook", { id: "10010", name: "星見市観光" }, NAMED],
  [
    "not at all where they are two accounts",
    "facebook",
    { id: "10010", name: "星見市防災" },
    "contradictory",
  ],
  [
    "not at all where the id's account has another name",
    "facebook",
    { id: "10010", name: "山田 花子" },
    "contradictory",
  ],
  ["nobody's", "facebook", { id: "555", name: "山田 花子" }, null],
  ["only on its platform", "facebook", { handle: "hoshimi_city" }, null],
  ["by nothing", "x", {}, null],
  ["by an empty name", "x", { handle: "", name: "" }, null],
])("an account is found %s", (_, platform, shown, found) => {
  expect(identify(POLICY, platform, shown)).toEqual(found);
});

test("a draft gets the name by which the register finds its account", () => {
  const draft = { text: "語", platform: "facebook", account: "星見市" } as const;
  expect(withAccount({ ...draft, shown: { id: "10009", name: "星見市" } }, POLICY)).toEqual({
    ...draft,
    account: "10009",
  });
  expect(withAccount({ ...draft, shown: { id: "10010", name: "星見市" } }, POLICY)).toEqual({
    ...draft,
    account: null,
  });
  expect(withAccount({ ...draft, shown: { name: "山田 花子" } }, POLICY)).toEqual(draft);
  expect(withAccount(draft, POLICY)).toEqual(draft);
});

test("outside is who is named, and not in a register that there is", () => {
  expect(isOutside(POLICY, "x", "taro")).toBe(true);
  expect(isOutside(POLICY, "x", "hoshimi_city")).toBe(false);
  expect(isOutside(POLICY, "x", null)).toBe(false);
  expect(isOutside(DEFAULT_POLICY, "x", "taro")).toBe(false);
});

test("who may post on an account is what the register says", () => {
  const shared: Account = {
    platform: "x",
    handle: "shared",
    departments: [{ name: "広報課", theme: "催し" }, { name: "危機管理課" }],
    manager: "須坂 一郎",
    operators: ["佐藤", "鈴木"],
    delegate: { name: "星見広告社", until: "2027-03-31" },
  };
  const policy = { ...POLICY, accounts: [...POLICY.accounts, shared] };
  const say = (named: string | null, by: Policy = policy) =>
    speakersOf(by, "x", named, (key, ...args) => translate("ja", key, args));
  expect(departmentOf(shared)).toBe("広報課（催し）、危機管理課");
  expect(say("shared")).toEqual([
    "このアカウントで投稿できる人: 佐藤、鈴木",
    "委託先: 星見広告社（2027-03-31まで）",
    "管理責任者: 須坂 一郎",
  ]);
  expect(say("hoshimi_city")).toEqual([expect.stringContaining("台帳に書かれていません")]);
  expect(say("taro")).toEqual(["公式アカウントの台帳にないアカウントです。"]);
  expect(say(null)).toEqual([expect.stringContaining("読み取れません")]);
  expect(say("taro", DEFAULT_POLICY)).toEqual([expect.stringContaining("台帳がない")]);
});

test.each([null, "x", { id: 1 }, { name: "n".repeat(1001) }])("%j is no account", (value) => {
  expect(isShownAccount(value)).toBe(false);
});
