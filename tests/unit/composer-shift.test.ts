import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftFindings } from "../../src/composer/shift.ts";
import type { Finding } from "../../src/contract.ts";

function finding(text: string, start: number, end: number): Finding {
  return {
    rule: "link.shortener",
    level: "stop",
    start,
    end,
    text: text.slice(start, end),
    message: "",
    clause: "6(7)",
    fixes: [],
  };
}

const before = "くわしくは bit.ly/a をどうぞ";
const marked = [finding(before, 6, 14)];

test("typing before a finding moves it, typing behind it leaves it", () => {
  expect(shiftFindings(marked, before, `まず、${before}`)).toMatchObject([{ start: 9, end: 17 }]);
  expect(shiftFindings(marked, before, `${before}！`)).toMatchObject([{ start: 6, end: 14 }]);
});

test("a repair moves with its finding, and one whose words were touched is dropped", () => {
  const text = "くわしくは bit.ly/a へ";
  const [marked] = [finding(text, 6, 14)];
  const fix = { label: "", replacement: "https://example.jp/" };
  const found = [
    {
      ...marked,
      fixes: [
        { ...fix, start: 6, end: 14 },
        { ...fix, start: 0, end: 14 },
      ],
    } as Finding,
  ];
  expect(shiftFindings(found, text, `まず${text}`)[0]?.fixes).toMatchObject([
    { start: 8, end: 16 },
    { start: 2, end: 16 },
  ]);
  expect(shiftFindings(found, text, text.replace("くわしく", "詳しく"))[0]?.fixes).toMatchObject([
    { start: 5, end: 13 },
  ]);
});

test("typing inside a finding, or repairing it, takes its mark away until the next verdict", () => {
  expect(shiftFindings(marked, before, before.replace("bit.ly/a", "bit.lxy/a"))).toEqual([]);
  expect(shiftFindings(marked, before, before.replace("bit.ly/a", "https://example.jp/"))).toEqual(
    [],
  );
});

test("a finding about the whole post stays", () => {
  const whole = [finding(before, 0, 0)];
  expect(shiftFindings(whole, before, `あ${before}`)).toEqual(whole);
});

test("after any edit every finding still stands on its own words", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (one, other, a, b) => {
        const [start, end] = [a % (one.length + 1), b % (one.length + 1)].sort((x, y) => x - y);
        const moved = shiftFindings([finding(one, start ?? 0, end ?? 0)], one, other);
        for (const { start, end, text } of moved) expect(other.slice(start, end)).toBe(text);
      },
    ),
  );
});
