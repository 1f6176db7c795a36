import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Draft, Finding, Lang, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { hasMessage } from "../../src/locales.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { rules } from "../../src/rules/index.ts";
import type { Example, Rule } from "../../src/rules/rule.ts";
import { CATALOGUE } from "./catalogue.ts";

const LANGS: readonly Lang[] = ["ja", "en"];

function read(example: string | Example): Example {
  return typeof example === "string" ? { text: example } : example;
}

function run(rule: Rule, { text, draft, policy, isManaged }: Example): Finding[] {
  const whole: Draft = { at: "2026-11-20T10:00:00+09:00", ...draft, text };
  const decided: Policy = { ...DEFAULT_POLICY, ...policy };
  const options = isManaged === undefined ? {} : { isManaged };
  return check(whole, decided, options).filter((finding) => finding.rule === rule.id);
}

function repair(text: string, finding: Finding | undefined): string {
  const fix = finding?.fixes[0];
  return fix ? text.slice(0, fix.start) + fix.replacement + text.slice(fix.end) : text;
}

it("lists every rule that has a file", async () => {
  const files = globSync("src/rules/*/**/*.ts").toSorted();
  const exported: Rule[] = [];
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
    exported.push(...Object.values(module).filter(isRule));
  }
  expect(exported.length).toBeGreaterThan(0);
  expect(rules.map(({ id }) => id).toSorted()).toEqual(exported.map(({ id }) => id).toSorted());
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

function isRule(value: unknown): value is Rule {
  return typeof value === "object" && value !== null && "id" in value && "check" in value;
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("stands in the catalogue with its clause", () => {
    expect(CATALOGUE).toHaveProperty([id]);
    expect(rule.clause).toBe(CATALOGUE[id]);
    for (const other of rule.yieldsTo ?? []) expect(CATALOGUE).toHaveProperty([other]);
  });

  it("has words in every language", () => {
    const key = id.replaceAll(/[.-]/g, "_");
    const seen = new Set<string>();
    for (const example of rule.examples.fires.map(read)) {
      for (const lang of LANGS) {
        const whole: Draft = {
          at: "2026-11-20T10:00:00+09:00",
          ...example.draft,
          text: example.text,
        };
        const policy: Policy = { ...DEFAULT_POLICY, ...example.policy };
        const { isManaged } = example;
        const known = isManaged === undefined ? {} : { isManaged };
        for (const finding of check(whole, policy, { lang, ...known })) {
          if (finding.rule !== id) continue;
          expect(finding.message).not.toBe("");
          expect(finding.message).not.toMatch(/\$\d/);
          seen.add(finding.message);
        }
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(LANGS.length);
    for (const lang of LANGS) expect(hasMessage(lang, key), `${key} in ${lang}`).toBe(true);
  });

  it("has examples of both kinds", () => {
    expect(rule.examples.fires.length).toBeGreaterThan(0);
    expect(rule.examples.quiet.length).toBeGreaterThan(0);
  });

  it.each(rule.examples.fires.map((example) => [read(example).text, read(example)] as const))(
    "fires: %s",
    (text, example) => {
      const findings = run(rule, example);
      expect(findings).not.toEqual([]);
      if (example.marks !== undefined)
        expect(findings.map((finding) => finding.text)).toContain(example.marks);
      if (example.fixed !== undefined) expect(repair(text, findings[0])).toBe(example.fixed);
    },
  );

  it.each(rule.examples.quiet.map((example) => [read(example).text, read(example)] as const))(
    "is quiet: %s",
    (_, example) => {
      const spoken = run(rule, example).filter(({ level }) => level !== "hint");
      expect(rule.level === "hint" ? run(rule, example) : spoken).toEqual([]);
    },
  );
});
