import { readFileSync } from "node:fs";
import type { Draft, Finding, Policy } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { readPolicy, resolvePolicy } from "../../src/policy/policy.ts";

/** Held to a line by a test; the rules were written beside them. */
export const HELD = ["dev.jsonl", "own.jsonl", "language.jsonl"] as const;
/** Written without sight of the rules, and opened once their figures were known. */
export const WILD = [
  "ordinary.jsonl",
  "ordinary-opened.jsonl",
  "slips.jsonl",
  "slips-opened.jsonl",
  "round-1.jsonl",
  "round-2.jsonl",
  "round-3.jsonl",
  "round-4.jsonl",
  "round-5.jsonl",
  "round-6.jsonl",
  "round-7.jsonl",
  "round-8.jsonl",
  "width-tone.jsonl",
  "width-other.jsonl",
  "width-2-tone.jsonl",
  "width-2-other.jsonl",
  "short.jsonl",
] as const;

/** A draft, what must fire in it and what may. A list of ids: any of them is right. */
export interface Case extends Draft {
  id: string;
  expect: { rule: string | string[]; text: string }[];
  /** Ids, or groups such as "link.*". */
  may: string[];
  /** "fire RULE: why", "near RULE: why", "ordinary TOPIC". */
  note: string;
}

export interface Miss {
  case: Case;
  rule: string;
  text: string;
}

export interface FalseAlarm {
  case: Case;
  finding: Finding;
}

export interface Score {
  /** By the rule that was expected (the first where several are right): found and expected. */
  recall: Map<string, { found: number; expected: number }>;
  misses: Miss[];
  /** `stop` and `care` findings that nobody expected; a hint is never one. */
  falseAlarms: FalseAlarm[];
  /** Hints in the ordinary posts: none is false, but too many of them are read no more. */
  hints: FalseAlarm[];
  /** Posts with nothing expected, by kind: how many, and false alarms in them. */
  quiet: Record<"ordinary" | "near", { posts: number; alarms: number; stops: number }>;
}

export function readCases(file: string): Case[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Case);
}

export function readCorpusPolicy(): Policy {
  const raw: unknown = JSON.parse(readFileSync(new URL("policy.json", import.meta.url), "utf8"));
  const { policy, rejected } = readPolicy(raw);
  if (rejected.length > 0) throw new Error(`policy.json: ${JSON.stringify(rejected)}`);
  return resolvePolicy({ managed: policy });
}

/** What is found in each of these drafts here, in Node, each list in its case's place. */
export function findHere(cases: readonly Case[], policy: Policy): Finding[][] {
  return cases.map((item) => check(item, policy, { lang: "ja" }));
}

/**
 * Counts what `existing` rules find; expectations of rules that do not exist yet are left out.
 * @param found The findings in each case, wherever they were found.
 */
export function score(
  cases: readonly Case[],
  found: readonly (readonly Finding[])[],
  existing: ReadonlySet<string>,
): Score {
  const result: Score = {
    recall: new Map(),
    misses: [],
    falseAlarms: [],
    hints: [],
    quiet: {
      ordinary: { posts: 0, alarms: 0, stops: 0 },
      near: { posts: 0, alarms: 0, stops: 0 },
    },
  };
  for (const [index, item] of cases.entries()) {
    const findings = found[index] ?? [];
    countExpected(item, findings, existing, result);
    const alarms = findings.filter((finding) => isFalseAlarm(item, finding));
    result.falseAlarms.push(...alarms.map((finding) => ({ case: item, finding })));
    if (item.expect.length > 0) continue;
    const kind = item.note.startsWith("ordinary") ? "ordinary" : "near";
    if (kind === "ordinary") {
      const hints = findings.filter(({ level }) => level === "hint");
      result.hints.push(...hints.map((finding) => ({ case: item, finding })));
    }
    result.quiet[kind].posts += 1;
    result.quiet[kind].alarms += alarms.length;
    result.quiet[kind].stops += alarms.filter(({ level }) => level === "stop").length;
  }
  return result;
}

function countExpected(
  item: Case,
  findings: readonly Finding[],
  existing: ReadonlySet<string>,
  { recall, misses }: Score,
): void {
  for (const { rule, text } of item.expect) {
    const right = [rule].flat().filter((id) => existing.has(id));
    const [first] = right;
    if (!first) continue;
    const counted = recall.get(first) ?? { found: 0, expected: 0 };
    recall.set(first, counted);
    counted.expected += 1;
    if (findings.some((finding) => right.includes(finding.rule) && isThere(item, finding, text)))
      counted.found += 1;
    else misses.push({ case: item, rule: first, text });
  }
}

/** Found where a finding overlaps the expected words, wherever they stand; "" by any in the post. */
function isThere(item: Case, finding: Finding, expected: string): boolean {
  if (expected === "") return true;
  for (let at = item.text.indexOf(expected); at >= 0; at = item.text.indexOf(expected, at + 1))
    if (finding.start < at + expected.length && at < finding.end) return true;
  return false;
}

function isFalseAlarm(item: Case, { rule, level }: Finding): boolean {
  if (level === "hint") return false;
  const named = [...item.expect.flatMap((expected) => expected.rule), ...item.may];
  return !named.some((name) => name === rule || name === `${rule.split(".")[0]}.*`);
}

export function totals({ recall }: Score): { found: number; expected: number } {
  let found = 0;
  let expected = 0;
  for (const counted of recall.values()) {
    found += counted.found;
    expected += counted.expected;
  }
  return { found, expected };
}
