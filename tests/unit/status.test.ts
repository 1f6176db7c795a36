import { describe, expect, it, test } from "vitest";
import type { Policy } from "../../src/contract.ts";
import { translate } from "../../src/locales.ts";
import type { SettingsAnswer } from "../../src/messages.ts";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";
import { readLocalPolicy, readPolicy, resolvePolicy } from "../../src/policy/policy.ts";
import type { Reason } from "../../src/policy/schema.ts";
import { keyStatuses } from "../../src/policy/status.ts";
import { browserName } from "../../src/status/browser-name.ts";
import { diagnosis, unusedKeys } from "../../src/status/diagnosis.ts";
import { discreet, named } from "../../src/status/paths.ts";
import { readable } from "../../src/status/values.ts";

const t = (key: string, ...args: string[]) => translate("ja", key, args);

const WRITTEN = {
  policyRevision: "2026-11-01",
  organizationName: "星見市",
  homepageUrl: "https://www.city.hoshimi.lg.jp/",
  contact: "政策推進課 内線4321",
  accounts: [
    {
      platform: "x",
      handle: "hoshimi_city",
      name: "星見市公式",
      department: "政策推進課",
      operators: ["山田花子"],
      status: "正式",
    },
  ],
  phoneBook: [{ name: "消防本部", phone: "026-245-0119" }],
  consentedNames: ["鈴木一郎"],
  terms: [{ term: "新庁舎", level: "stop" }],
  clauses: { 山田花子: { label: "見出し", text: "本文" } },
  rules: { "link.*": "stop", 鈴木一郎: "off", "026-245-0119": "off" },
  trustedDomains: ["jma.go.jp"],
  enforcement: "warn",
  emergencyByStaffMinutes: 99_999,
  佐藤次郎: true,
};

function answerOf(managedRaw: object, localRaw: Record<string, unknown> = {}): SettingsAnswer {
  const managed = readPolicy(managedRaw);
  const local = readLocalPolicy(localRaw);
  const isManaged = Object.keys(managedRaw).length > 0;
  return {
    status: {
      policy: resolvePolicy({ managed: managed.policy, local: local.policy, isManaged }),
      keys: keyStatuses(managed.policy, local.policy, isManaged),
      rejected: [
        ...managed.rejected.map((one) => ({ ...one, source: "managed" as const })),
        ...local.rejected.map((one) => ({ ...one, source: "local" as const })),
      ],
      isManaged,
      readAt: "2026-11-22T03:00:00.000Z",
      failure: null,
      extensionId: "abcdefghijklmnopabcdefghijklmnop",
      version: "0.1.0",
      browser: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36",
    },
    local: localRaw,
  };
}

describe("the diagnosis", () => {
  it("carries how everything is set and what was left out", () => {
    const text = diagnosis(answerOf(WRITTEN), t, "2026/11/22 12:00");
    for (const words of [
      "abcdefghijklmnopabcdefghijklmnop",
      "0.1.0",
      "Chrome/156.0.0.0",
      "2026-11-01",
      "2026-11-22T03:00:00.000Z",
      "accounts = 1件 [管理ポリシー]",
      "phoneBook = 1件 [管理ポリシー]",
      "rules = link.*=stop [管理ポリシー]",
      "enforcement = warn [管理ポリシー]",
      "accounts[0].status: 選べる値のどれでもありません。",
      "emergencyByStaffMinutes: 設定できる範囲の外です。",
      "expandShortUrls",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("carries nothing of what the organisation wrote: no name, number, word or address", () => {
    const text = diagnosis(answerOf(WRITTEN), t, "2026/11/22 12:00");
    const values = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.values(value).flatMap(values)
        : [String(value)];
    // Levels and choices are the product's own words; the revision is there to be compared.
    const own = ["x", "stop", "off", "warn", "true", "99999", WRITTEN.policyRevision];
    const secrets = [
      ...values(WRITTEN).filter((value) => !own.includes(value)),
      ...Object.keys(WRITTEN.clauses),
      ...Object.keys(WRITTEN.rules).filter((name) => name !== "link.*"),
      "佐藤次郎",
      "city.hoshimi",
    ];
    expect(secrets).toContain("鈴木一郎");
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("tells what stands on this machine and does not count", () => {
    const answer = answerOf({ mode: "hold" }, { mode: "normal", override: "allow" });
    expect(unusedKeys(answer)).toEqual(["override", "mode"]);
    expect(diagnosis(answer, t, "")).toContain(t("status_unused_title"));
    expect(unusedKeys(answerOf({}, { mode: "hold" }))).toEqual([]);
  });
});

describe("a path", () => {
  test.each([
    ["accounts[2].status", [t("policy_accounts_title"), "3番目", "状態"], "choice"],
    [
      "accounts[0].terms.conduct",
      [t("policy_accounts_title"), "1番目", "利用規約", "利用上の遵守事項"],
      "text",
    ],
    ['rules["link.*"]', ["規則ごとの強さ", "「link.*」"], "choice"],
    ["emergencyByStaffMinutes", [t("policy_emergency_by_staff_minutes_title")], "integer"],
    ["accounts[0].nonsense", [t("policy_accounts_title"), "1番目"], undefined],
    ["nonsense", [], undefined],
    ["", [], undefined],
  ])("%s is named as far as it is known", (path, words, kind) => {
    expect(named(path, t).words).toEqual(words);
    expect(named(path, t).shape?.kind).toBe(kind);
  });

  it("never fails, whatever is asked", () => {
    for (const path of ["[", '["', ".", "a[1", 'rules["\\"]', 'rules["\\ud800"]', "\ud800"]) {
      expect(() => [named(path, t), discreet(path, t)]).not.toThrow();
    }
  });

  it("keeps plain identifiers and counts the letters of anything else", () => {
    expect(discreet('rules["link.*"]', t)).toBe("rules[link.*]");
    expect(discreet('rules["山田花子"]', t)).toBe("rules[（4文字）]");
    expect(discreet("accounts[1].departement", t)).toBe("accounts[1].departement");
  });
});

describe("a value", () => {
  it("is readable for every key, set or not", () => {
    const { policy } = answerOf(WRITTEN).status;
    for (const name of KEY_NAMES) expect(readable(name, policy, t).kind).toBeDefined();
    expect(readable("phoneBook", policy, t)).toEqual({
      kind: "items",
      items: ["消防本部 / 電話番号: 026-245-0119"],
    });
    expect(readable("enforcement", policy, t)).toEqual({
      kind: "words",
      words: t("policy_enforcement_warn"),
    });
    expect(readable("rules", policy, t)).toEqual({ kind: "items", items: ["link.*: 止める"] });
    expect(readable("hashtags", policy, t)).toEqual({ kind: "none" });
  });
});

it("every reason comes with what to do", () => {
  const reasons: Record<Reason, true> = {
    unknown_key: true,
    missing: true,
    not_text: true,
    not_flag: true,
    not_integer: true,
    not_list: true,
    not_object: true,
    not_choice: true,
    out_of_range: true,
    not_host: true,
    not_url: true,
    not_date: true,
    bad_name: true,
    locked: true,
    managed_only: true,
    not_selector: true,
    unknown_part: true,
  };
  for (const reason of Object.keys(reasons)) expect(t(`status_remedy_${reason}`)).not.toBe("");
});

it("no key is forgotten by the sections", () => {
  const named: (keyof Policy)[] = KEY_NAMES.filter((name) => KEYS[name].section !== undefined);
  expect(named).toEqual(KEY_NAMES);
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0",
    "firefox",
    "153.0",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
    "edge",
    "156.0.0.0",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36",
    "chromium",
    "156.0.0.0",
    "macOS",
  ],
  ["", "chromium", "", ""],
])("a browser is known by its own words: %s", (words, family, version, system) => {
  expect(browserName(words)).toEqual({ family, version, system });
});
