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

/** In Base64, 16 bits a number: for each gate its key (two), its kinds (two), its reach, how many slots, and those. */
export function packGates(gates: ReadonlyMap<number, Gate>): string {
  const numbers: number[] = [];
  for (const [key, { kinds, slots, reach }] of gates) {
    numbers.push(key >>> 16, key & 0xffff, kinds >>> 16, kinds & 0xffff, Math.min(reach, ENDLESS));
    numbers.push(slots?.length ?? NO_SLOTS, ...(slots ?? []));
  }
  return packNumbers(numbers);
}

/** What `packGates` wrote. */
export function unpackGates(packed: string): Map<number, Gate> {
  const numbers = unpackNumbers(packed);
  const gates = new Map<number, Gate>();
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  while (at < numbers.length) {
    const key = next() * 0x1_0000 + next();
    const kinds = (next() << 16) | next();
    const most = next();
    const reach = most === ENDLESS ? Number.POSITIVE_INFINITY : most;
    const count = next();
    const slots = count === NO_SLOTS ? null : numbers.subarray(at, at + count);
    if (slots) at += count;
    gates.set(key, { kinds, slots, reach });
  }
  return gates;
}
