import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoublings } from "../../src/facts/doublings.ts";

function found(text: string, shortest = 2): [string, string][] {
  return findDoublings(text, shortest).map(({ start, end, second }) => [
    text.slice(start, end),
    text.slice(second.start, second.end),
  ]);
}

describe("doublings", () => {
  it("stand side by side, or with one comma between", () => {
    expect(found("参加者参加者を募集")).toEqual([["参加者参加者", "参加者"]]);
    expect(found("駅前で、駅前で開く", 3)).toEqual([["駅前で、駅前で", "、駅前で"]]);
  });

  it("need units of the length asked for", () => {
    expect(found("人々が日日に", 2)).toEqual([]);
    expect(found("市民市民", 3)).toEqual([]);
  });

  it("never reach over a line or begin with a sign", () => {
    expect(found("会場\n会場\n")).toEqual([]);
    expect(found("★☆★☆ --=--=")).toEqual([]);
  });

  it("leave the text as it was once the second is cut out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { start, end, text: unit, second } of findDoublings(text, 2)) {
          expect(text.slice(start, start + unit.length)).toBe(unit);
          expect(text.slice(second.start, second.end).endsWith(unit)).toBe(true);
          expect(second.end).toBe(end);
        }
      }),
    );
  });
});
