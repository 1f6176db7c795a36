import { describe, expect, it } from "vitest";
import lexicon from "../../assets/lexicons/surnames.json" with { type: "json" };
import { type Gate, packGates, unpackGates } from "../../src/facts/gates-packed.ts";
import { packNumbers, unpackNumbers } from "../../src/facts/packed-numbers.ts";
import { packSurnames, unpackSurnames } from "../../src/facts/surnames-packed.ts";

describe("what a build writes down for a worker", () => {
  it("gives numbers back", () => {
    const numbers = [0, 1, 0x56, 0xff, 0x100, 0x5600, 0x5700, 0xff00, 0xffff];
    expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
    expect([...unpackNumbers("")]).toEqual([]);
  });

  it("gives gates back, by key and with their slots in order", () => {
    const gates = new Map<number, Gate>([
      [0xffff_ffff, { kinds: -1, slots: null, reach: 12 }],
      [3, { kinds: 5, slots: Uint16Array.of(0xffff, 7, 300), reach: Number.POSITIVE_INFINITY }],
      [0x1_0000, { kinds: 0x4000_0001, slots: Uint16Array.of(), reach: 0 }],
    ]);
    const given = unpackGates(packGates(gates));
    expect([...given.keys()]).toEqual([3, 0x1_0000, 0xffff_ffff]);
    for (const [key, { kinds, slots, reach }] of gates) {
      const gate = given.get(key);
      expect(gate).toMatchObject({ kinds, reach });
      expect(gate?.slots && [...gate.slots]).toEqual(slots && [...slots.toSorted()]);
    }
    expect(unpackGates("").size).toBe(0);
  });

  it("gives every family name back", () => {
    const names = unpackSurnames(packSurnames(lexicon.surnames));
    expect(names.toSorted()).toEqual(lexicon.surnames.toSorted());
  });
});
