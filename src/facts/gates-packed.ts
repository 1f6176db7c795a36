import { packNumbers, unpackNumbers } from "./packed-numbers.ts";

/** What must be taken in a text, so that an expression is tried. */
export interface Gate {
  /** One of these slots; null where any text will do. */
  slots: Uint16Array | null;
  /** A character of one of these kinds; every kind where any text will do. */
  kinds: number;
  /** UTF-16 units, as `Requirement` has it. */
  reach: number;
}

const NO_SLOTS = 0xffff;
const ENDLESS = 0xffff;
/** Numbers of each gate but its slots. */
const HEADS = 6;

/**
 * How many gates, then in numbers of 16 bits, each kind for all gates: keys (two), kinds (two), reaches, how many
 * slots, and all slots. Keys and a gate's slots are in order, each written as how much more it is than the one
 * before it: like beside like, and small, they pack best.
 */
export function packGates(gates: ReadonlyMap<number, Gate>): string {
  const columns: number[][] = Array.from({ length: HEADS + 1 }, () => []);
  let last = 0;
  for (const [key, { kinds, slots, reach }] of [...gates].sort(([one], [other]) => one - other)) {
    const more = key - last;
    last = key;
    const head = [more >>> 16, more & 0xffff, kinds >>> 16, kinds & 0xffff];
    head.push(Math.min(reach, ENDLESS), slots?.length ?? NO_SLOTS);
    for (const [at, number] of head.entries()) columns[at]?.push(number);
    const inOrder = slots?.toSorted() ?? [];
    for (const [at, slot] of inOrder.entries()) columns[HEADS]?.push(slot - (inOrder[at - 1] ?? 0));
  }
  return packNumbers([gates.size, ...columns.flat()]);
}

/** What `packGates` wrote; of "" none. */
export function unpackGates(packed: string): Map<number, Gate> {
  const numbers = unpackNumbers(packed);
  const gates = new Map<number, Gate>();
  const size = numbers[0] ?? 0;
  const columnOf = (column: number, gate: number) => numbers[1 + column * size + gate] ?? 0;
  let at = 1 + HEADS * size;
  let key = 0;
  for (let gate = 0; gate < size; gate += 1) {
    key += columnOf(0, gate) * 0x1_0000 + columnOf(1, gate);
    const kinds = (columnOf(2, gate) << 16) | columnOf(3, gate);
    const most = columnOf(4, gate);
    const reach = most === ENDLESS ? Number.POSITIVE_INFINITY : most;
    const count = columnOf(5, gate);
    const slots = count === NO_SLOTS ? null : numbers.subarray(at, at + count);
    if (slots) {
      at += count;
      for (let slot = 1; slot < count; slot += 1)
        slots[slot] = (slots[slot] ?? 0) + (slots[slot - 1] ?? 0);
    }
    gates.set(key, { kinds, slots, reach });
  }
  return gates;
}
