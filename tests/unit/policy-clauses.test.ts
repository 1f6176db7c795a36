import { describe, expect, it } from "vitest";
import { CLAUSE_NUMBERS, clauseOf, guidelineTitleOf } from "../../src/policy/clauses.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { rules } from "../../src/rules/index.ts";

describe("clauseOf", () => {
  it("knows the built-in guideline in both languages", () => {
    expect(clauseOf(DEFAULT_POLICY, "6(7)", "ja").label).toBe("URL短縮サービス");
    expect(clauseOf(DEFAULT_POLICY, "6(7)", "en").label).toBe("URL shorteners");
    expect(clauseOf(DEFAULT_POLICY, "6(7)", "en").text).toMatch(/^本来のURL/);
    expect(guidelineTitleOf(DEFAULT_POLICY)).toContain("基本ガイドライン");
  });

  it("prefers the organisation's own words", () => {
    const clauses = { "6(7)": { label: "短縮URL", text: "短縮URLを使わない。" } };
    expect(clauseOf({ clauses }, "6(7)", "en")).toEqual(clauses["6(7)"]);
    expect(clauseOf({ clauses }, "5(2)", "ja").label).toBe("正確かつ簡潔");
  });

  it.each(["9(9)", "", "__proto__", "constructor"])("is total: %j", (number) => {
    expect(clauseOf(DEFAULT_POLICY, number, "ja")).toEqual({ label: number, text: "" });
  });

  it("has every clause that a rule names", () => {
    const missing = rules.filter(({ clause }) => !CLAUSE_NUMBERS.includes(clause));
    expect(missing.map(({ id, clause }) => `${id} ${clause}`)).toEqual([]);
  });
});
