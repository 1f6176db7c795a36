import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasMessage } from "../../src/locales.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";
import { readPolicy, resolvePolicy } from "../../src/policy/policy.ts";

describe("the catalogue of keys", () => {
  it("accepts its own defaults", () => {
    for (const name of KEY_NAMES) {
      expect(readPolicy({ [name]: KEYS[name].default })).toEqual({
        policy: { [name]: KEYS[name].default },
        rejected: [],
      });
    }
  });

  it("makes the built-in policy", () => {
    expect(resolvePolicy({})).toEqual(DEFAULT_POLICY);
    expect(DEFAULT_POLICY).toMatchObject({
      enforcement: "hold",
      override: "reason",
      emergencyByStaffMinutes: 120,
      expandShortUrls: true,
    });
  });
});

describe("readPolicy", () => {
  it("leaves out a bad item, a bad field, an unknown field, and keeps the rest", () => {
    const { policy, rejected } = readPolicy({
      override: "sometimes",
      mode: "hold",
      accounts: [
        { platform: "x", handle: "@suzaka_city", hours: 5, colour: "blue" },
        { platform: "mixi", handle: "suzaka" },
        "suzaka",
        { platform: "facebook", terms: { conduct: 1, disclaimer: "なし" } },
      ],
      terms: [
        { term: "", level: "stop" },
        { term: "子供", level: "hint", until: "2026-02-30" },
      ],
      rules: { "link.*": "off", "link.shortener": "loud", links: "off" },
    });
    expect(policy).toEqual({
      mode: "hold",
      accounts: [
        { platform: "x", handle: "suzaka_city" },
        { platform: "facebook", terms: { disclaimer: "なし" } },
      ],
      terms: [{ term: "子供", level: "hint" }],
      rules: { "link.*": "off" },
    });
    expect(rejected.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "override not_choice",
      "accounts[0].hours not_text",
      "accounts[0].colour unknown_key",
      "accounts[1].platform not_choice",
      "accounts[2] not_object",
      "accounts[3].terms.conduct not_text",
      "terms[0].term missing",
      "terms[1].until not_date",
      'rules["link.shortener"] not_choice',
      'rules["links"] bad_name',
    ]);
    expect(new Set(rejected.map(({ key }) => key))).toEqual(
      new Set(["override", "accounts", "terms", "rules"]),
    );
  });

  it.each([
    ["a flag of the registry", { expandShortUrls: 0 }, { expandShortUrls: false }],
    ["a flag as text", { journalEnabled: "true" }, { journalEnabled: true }],
    ["a number as text", { journalRetentionDays: "30" }, { journalRetentionDays: 30 }],
    ["a list as JSON text", { hashtags: '["#須坂市"]' }, { hashtags: ["#須坂市"] }],
    ["an object as JSON text", { rules: '{"link.*":"care"}' }, { rules: { "link.*": "care" } }],
    [
      "records as JSON text in a list",
      { phoneBook: ['{"name":"代表","phone":"026-245-1400"}'] },
      { phoneBook: [{ name: "代表", phone: "026-245-1400" }] },
    ],
    [
      "hosts in capitals and in Japanese",
      { ownDomains: ["City.Suzaka.NAGANO.jp", "須坂.jp"] },
      { ownDomains: ["city.suzaka.nagano.jp", "xn--ues502m.jp"] },
    ],
  ])("reads %s", (_, raw, policy) => {
    expect(readPolicy(raw)).toEqual({ policy, rejected: [] });
  });

  it.each([
    ["ownDomains", ["https://www.city.example.jp/"], "not_host"],
    ["ownDomains", ["*.example.jp"], "not_host"],
    ["homepageUrl", "javascript:alert(1)", "not_url"],
    ["journalRetentionDays", 0, "out_of_range"],
    ["journalRetentionDays", 1.5, "not_integer"],
    ["expandShortUrls", 2, "not_flag"],
    ["hashtags", "[broken", "not_list"],
    ["rules", [], "not_object"],
    ["Mode", "normal", "unknown_key"],
    ["__proto__x", {}, "unknown_key"],
  ])("rejects %s: %j", (key, value, reason) => {
    const { rejected } = readPolicy({ [key]: value });
    expect(rejected).toEqual([{ key, path: expect.stringContaining(key), reason }]);
  });

  it("is total, and what it kept it would keep again", () => {
    const anything = fc.oneof(
      fc.anything({ withDate: true, withBigInt: true }),
      fc.dictionary(fc.constantFrom<string>(...KEY_NAMES, "__proto__"), fc.anything()),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const { policy, rejected } = readPolicy(raw);
        expect(readPolicy(policy)).toEqual({ policy, rejected: [] });
        for (const { reason } of rejected)
          expect(hasMessage("ja", `policy_rejected_${reason}`)).toBe(true);
      }),
    );
  });
});

describe("resolvePolicy", () => {
  const local = { override: "allow", rules: { "link.*": "off" } } as const;

  it("prefers managed to local to default", () => {
    const policy = resolvePolicy({
      managed: { override: "never", allowLocalSettings: true },
      local,
    });
    expect(policy).toMatchObject({ override: "never", rules: { "link.*": "off" }, mode: "normal" });
  });

  it("locks every key as soon as one is managed", () => {
    expect(resolvePolicy({ managed: { mode: "hold" }, local })).toEqual({
      ...DEFAULT_POLICY,
      mode: "hold",
    });
  });

  it("stays locked where nothing of what is managed could be read", () => {
    expect(resolvePolicy({ managed: {}, isManaged: true, local })).toEqual(DEFAULT_POLICY);
  });

  it("takes from a machine neither the right to local settings nor selectors", () => {
    const siteSelectors = { x: { editor: "body" } };
    expect(resolvePolicy({ local: { siteSelectors, allowLocalSettings: true } })).toEqual(
      DEFAULT_POLICY,
    );
    expect(
      resolvePolicy({ managed: { mode: "hold" }, local: { ...local, allowLocalSettings: true } })
        .rules,
    ).toEqual({});
    expect(resolvePolicy({ managed: { siteSelectors } }).siteSelectors).toEqual(siteSelectors);
  });

  it.each([
    ["https://www.city.suzaka.nagano.jp/", ["city.suzaka.nagano.jp"]],
    ["https://city.example.jp/top.html", ["city.example.jp"]],
    ["", []],
  ])("takes the own domain from the homepage %s", (homepageUrl, ownDomains) => {
    expect(resolvePolicy({ local: { homepageUrl } }).ownDomains).toEqual(ownDomains);
  });

  it("leaves own domains that are set, also set to none", () => {
    const homepageUrl = "https://www.city.example.jp/";
    expect(resolvePolicy({ managed: { homepageUrl, ownDomains: [] } }).ownDomains).toEqual([]);
    expect(
      resolvePolicy({ managed: { homepageUrl }, local: { ownDomains: ["evil.example"] } })
        .ownDomains,
    ).toEqual(["city.example.jp"]);
  });
});
