import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Decisions } from "../../src/composer/decisions.ts";
import type { Finding } from "../../src/contract.ts";

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  level: "stop",
  start: 0,
  end: 2,
  text: rule,
  message: "",
  clause: "6(7)",
  fixes: [],
  ...more,
});
const day = finding("date.weekday");
const link = finding("link.shortener");
const word = finding("tone.outdated-term", { level: "care" });
const view = finding("civic.official-view", { asks: "decision" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what became of a post's findings", () => {
  it("is told of each, once", () => {
    const decisions = new Decisions();
    decisions.putAside(word);
    decisions.markFalseAlarm(day);
    decisions.answer(view, { to: "decision", number: "123" });
    const all = [link, { ...link, start: 10 }, word, day, view];
    decisions.see(all);
    expect(decisions.fates(all)).toEqual([
      { rule: "link.shortener", level: "stop", fate: "left" },
      { rule: "tone.outdated-term", level: "care", fate: "aside" },
      { rule: "date.weekday", level: "stop", fate: "alarm" },
      {
        rule: "civic.official-view",
        level: "stop",
        fate: "answered",
        answer: { to: "decision", number: "123" },
      },
    ]);
  });

  it("is a repair where it could be read, and nobody's where it was a word on its way", () => {
    const decisions = new Decisions();
    decisions.see([day]);
    vi.advanceTimersByTime(1999);
    decisions.see([link]);
    expect(decisions.fates([])).toEqual([]);
    vi.advanceTimersByTime(2000);
    decisions.see([]);
    expect(decisions.fates([])).toEqual([
      { rule: "link.shortener", level: "stop", fate: "repaired" },
    ]);
  });

  it("is a repair at once where the person was asked", () => {
    const decisions = new Decisions();
    decisions.see([day]);
    decisions.notice();
    decisions.see([]);
    expect(decisions.fates([])).toMatchObject([{ rule: "date.weekday", fate: "repaired" }]);
    // Written once more, it stands again.
    decisions.see([day]);
    expect(decisions.fates([day])).toMatchObject([{ rule: "date.weekday", fate: "left" }]);
  });

  it("is forgotten with the post, and the next is another", () => {
    const decisions = new Decisions();
    const { post } = decisions;
    decisions.see([day]);
    decisions.notice();
    decisions.see([]);
    decisions.forget();
    expect(decisions.fates([])).toEqual([]);
    expect(decisions.post).not.toBe(post);
  });
});
