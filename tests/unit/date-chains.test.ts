import { expect, it } from "vitest";
import { chainsOf } from "../../src/facts/date-chains.ts";
import { findDates } from "../../src/facts/dates.ts";

function chains(text: string) {
  return chainsOf(findDates(text, "2026-11-20T10:00:00+09:00")).map(
    ({ start, end, isRange, mentions }) => [text.slice(start, end), isRange, mentions.length],
  );
}

it("keeps a range and a list together, and single days apart", () => {
  expect(chains("12月5日(土)から6日(日)まで、1月9日は休み")).toEqual([
    ["12月5日(土)から6日(日)", true, 2],
    ["1月9日", false, 1],
  ]);
  expect(chains("12月5日・6日・7日の3日間")).toEqual([["12月5日・6日・7日", false, 3]]);
  expect(chains("日にちは未定です。")).toEqual([]);
});
