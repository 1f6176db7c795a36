import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { findHere, HELD, readCases, readCorpusPolicy, score, totals, WILD } from "./counting.ts";

const policy = readCorpusPolicy();
const existing = new Set(rules.map(({ id }) => id));

describe.each(HELD)("%s", (file) => {
  const cases = readCases(file);
  const result = score(cases, findHere(cases, policy), existing);

  it("has cases that are what they say", () => {
    for (const item of cases) {
      expect(item.note, item.id).toMatch(/^(?:fire|near|ordinary) /);
      expect(item.note.startsWith("fire"), item.id).toBe(item.expect.length > 0);
      for (const { text } of item.expect) expect(item.text, item.id).toContain(text);
    }
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("is found: nine in ten of what must fire", () => {
    const { found, expected } = totals(result);
    const missed = result.misses.map(({ case: { id }, rule, text }) => `${id} ${rule} ${text}`);
    expect(expected).toBeGreaterThan(0);
    expect(found / expected, `missed:\n${missed.join("\n")}`).toBeGreaterThanOrEqual(0.9);
  });

  it("stays quiet where nothing is wrong: no stop, and next to no care", () => {
    const alarms = result.falseAlarms.filter(({ case: { expect: expected } }) => !expected.length);
    const named = ({ case: { id }, finding }: (typeof alarms)[number]) =>
      `${id} ${finding.rule} ${finding.text}`;
    expect(alarms.filter(({ finding }) => finding.level === "stop").map(named)).toEqual([]);
    const { posts } = result.quiet.ordinary;
    expect(
      result.quiet.ordinary.alarms / Math.max(1, posts),
      alarms.map(named).join("\n"),
    ).toBeLessThan(0.02);
  });
});

// Written without sight of the rules: their figures are read with `npm run score`, not held to a line here.
describe.each(WILD)("%s", (file) => {
  it("has cases that are what they say", () => {
    const cases = readCases(file);
    expect(cases.length).toBeGreaterThan(0);
    for (const item of cases) {
      expect(item.note, item.id).toMatch(/^(?:fire|near|ordinary) /);
      expect(item.note.startsWith("fire "), item.id).toBe(item.expect.length > 0);
      for (const { text } of item.expect) expect(item.text, item.id).toContain(text);
    }
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});
