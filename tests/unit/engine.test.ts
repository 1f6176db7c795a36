import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, Finding, Policy, RuleSetting } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { rules } from "../../src/rules/index.ts";

const AT = "2026-11-20T10:00:00+09:00";
const GRAVITY = { stop: 0, care: 1, hint: 2 };
const POLICY: Policy = {
  ...DEFAULT_POLICY,
  homepageUrl: "https://www.city.suzaka.nagano.jp/",
  ownDomains: ["city.suzaka.nagano.jp"],
  retiredDomains: ["suzaka-fes2019.com"],
  phoneBook: [
    { name: "市役所代表", phone: "026-245-1400" },
    { name: "健康づくり課", phone: "026-248-9018" },
  ],
  terms: [
    { term: "新市民会館", level: "stop", until: "2026-12-18" },
    { term: "子供", level: "hint", suggest: "子ども" },
  ],
};

function run(text: string, policy = POLICY, draft: Partial<Draft> = {}): Finding[] {
  return check({ at: AT, ...draft, text }, policy);
}

function expectSound(text: string, findings: readonly Finding[]): void {
  for (const [index, finding] of findings.entries()) {
    const { start, end } = finding;
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(start >= 0 && end <= text.length).toBe(true);
    expect(start < end || (start === 0 && end === 0)).toBe(true);
    expect(finding.text).toBe(text.slice(start, end));
    for (const fix of finding.fixes)
      expect(fix.start >= 0 && fix.start <= fix.end && fix.end <= text.length).toBe(true);
    const before = findings[index - 1];
    if (!before) continue;
    expect(before.start <= start).toBe(true);
    if (before.start === start)
      expect(GRAVITY[before.level]).toBeLessThanOrEqual(GRAVITY[finding.level]);
  }
}

/** Pieces that posts are made of, so that random texts reach into the rules. */
const PIECES = [
  ..."「」『』【】（）()<>{}〇○●×Xx＿_ 　\n\t、。！？!?.@＠#/:-~〜・%\u0000\u200b\u202e\ufeff\ud800\udc00",
  ...[
    "12月5日",
    "(日)",
    "令和8年",
    "午後15時",
    "http://",
    "https://bit.ly/a",
    "www.",
    "city.suzaka",
  ],
  ...[
    "026-245-1401",
    "090-1234-5678",
    "1234-5678-9018",
    "a@gmail.com",
    "バカ",
    "ばか",
    "どもが",
    "看護婦",
  ],
  ...[
    "訓練",
    "避難してください",
    "テスト投稿です",
    "{{",
    "}}",
    "新市民会館",
    "子供",
    "㈱",
    "ﾊﾞｶ",
    "か\u3099",
    "👨‍👩‍👧",
  ],
];

describe("check is total", () => {
  it("for any string of UTF-16 units, lone surrogates and control characters too", () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (text) => expectSound(text, run(text))),
      { seed: 1, numRuns: 300 },
    );
  });

  it("for any mixture of what posts are made of", () => {
    const mixture = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((a) => a.join(""));
    fc.assert(
      fc.property(mixture, fc.constantFrom("x", "facebook"), (text, platform) =>
        expectSound(text, run(text, POLICY, { platform: platform as "x" | "facebook" })),
      ),
      { seed: 1, numRuns: 700 },
    );
  });

  it("for any date and an empty text", () => {
    for (const at of ["", "x", "2026-02-30T10:00:00+09:00", "+275760-09-13T00:00:00Z"])
      expectSound("12月5日(日)", run("12月5日(日)", POLICY, { at }));
    expect(run("")).toEqual([]);
    expect(check({ text: "12月5日" }, DEFAULT_POLICY)).toBeInstanceOf(Array);
  });

  it("and says the same each time", () => {
    const text = "12月5日(日)に看護婦が来ます。https://bit.ly/a 026-245-1401 ○月○日";
    expect(run(text)).toEqual(run(text));
  });
});

describe("no text makes it hang", () => {
  const LENGTH = 100_000;
  const repeated = [
    ..."a1 　\n.(「{<@#/-_○〇×xＸ【（:?？訓月日、。\u3099\ufeff\ud800",
    ...[
      "a.",
      "a@",
      "a@a.",
      "((((",
      "1月",
      "1日",
      "12月5日(日)",
      "1/",
      "0-",
      "12-",
      "https://",
      "http:/",
      "www.",
    ],
    ...[
      "a-",
      "xn--",
      "「」",
      "「」が",
      "{{",
      "{{}}",
      "○月",
      "○ ",
      "×○",
      "令和",
      "令和8年",
      "午後1時",
      "1〜",
      "訓練",
      "訓練、",
    ],
    ...[
      "避難してください。",
      "テスト",
      "テストの",
      "バカ",
      "ばか",
      "どもが",
      "クズ",
      "市民は",
      "看護婦",
      "新市民会館",
      "子供",
      "090",
      "026-245-1400",
    ],
    ...[
      "ﾊﾞ",
      "か\u3099",
      "㈱",
      "👨‍👩‍👧",
      "🏻",
      "%E3",
      "\\\\a\\",
      "user:pw@",
      "例：",
      "（　",
      "※",
      "要確認",
      "投稿",
      "、や",
      "😀",
      "ASP.NETの講座です。",
    ],
  ].filter((piece) => piece !== "");

  it.each(repeated.map((piece) => [JSON.stringify(piece), piece] as const))(
    "of %s",
    (_, piece) => {
      const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
      const from = process.threadCpuUsage();
      const findings = run(text);
      const { user, system } = process.threadCpuUsage(from);
      // A machine at rest needs 0.2 s; a busy one is slower by its caches, and the first texts compile the code.
      expect((user + system) / 1000).toBeLessThan(1_000);
      expectSound(text, findings.slice(0, 200));
    },
    60_000,
  );

  // What each rule looks for, and what it lets pass, without end: time that grows with the square shows here.
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "of the examples of %s",
    (_, { examples: { fires, quiet } }) => {
      for (const example of [...fires, ...quiet]) {
        const piece = typeof example === "string" ? example : example.text;
        if (piece === "") continue;
        const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
        const from = process.threadCpuUsage();
        run(text);
        const { user, system } = process.threadCpuUsage(from);
        // A machine at rest needs 13 ms; see above.
        expect((user + system) / 1000, JSON.stringify(piece)).toBeLessThan(300);
      }
    },
    60_000,
  );
});

describe("levels", () => {
  const text = "看護婦と子供が参加しました。申込は a@gmail.com へ。";
  const levels = (settings: Record<string, RuleSetting>) =>
    Object.fromEntries(
      run(text, { ...POLICY, rules: settings }).map(({ rule, level }) => [rule, level]),
    );

  it("are the rules' own where nothing is set", () => {
    expect(levels({})).toEqual({
      "tone.outdated-term": "care",
      "secret.term": "hint",
      "pii.email": "stop",
    });
  });

  it("follow a group, and an id beats its group", () => {
    expect(levels({ "tone.*": "hint" })["tone.outdated-term"]).toBe("hint");
    expect(levels({ "tone.*": "hint", "tone.outdated-term": "stop" })["tone.outdated-term"]).toBe(
      "stop",
    );
    expect(levels({ "pii.*": "hint", "pii.email": "care" })["pii.email"]).toBe("care");
  });

  it("are off by id or by group, and on again by id", () => {
    expect(levels({ "tone.outdated-term": "off" })).not.toHaveProperty("tone.outdated-term");
    expect(levels({ "tone.*": "off" })).not.toHaveProperty("tone.outdated-term");
    expect(levels({ "tone.*": "off", "tone.outdated-term": "care" })).toHaveProperty(
      ["tone.outdated-term"],
      "care",
    );
  });

  it("of a milder hit stay mild under a setting", () => {
    expect(levels({ "secret.*": "stop" })["secret.term"]).toBe("hint");
  });
});

it("lets a rule be silent where one that says it better speaks of the same words", () => {
  const yielding = rules.filter(({ yieldsTo }) => yieldsTo?.length);
  for (const rule of yielding) {
    for (const example of rules.flatMap((other) => other.examples.fires)) {
      const { text, draft, policy } = typeof example === "string" ? { text: example } : example;
      const findings = run(text, { ...POLICY, ...policy }, draft);
      for (const mine of findings.filter((finding) => finding.rule === rule.id))
        expect(
          findings.filter(
            (other) =>
              rule.yieldsTo?.includes(other.rule) &&
              other.start < mine.end &&
              mine.start < other.end,
          ),
        ).toEqual([]);
    }
  }
});
