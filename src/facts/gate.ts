import { requiredStrings } from "./required.ts";

/**
 * The rules know hundreds of expressions, and a post meets few of them. A text's units, pairs and
 * threes of units are noted once; an expression whose required strings are none of them cannot match, and is not
 * tried. Two strings may share a slot: then it is tried in vain, and nothing is missed.
 */
const SLOTS = 1 << 16;
/** Nearly every slot of a longer text is taken. */
const LONGEST = 20_000;

const gates = new WeakMap<RegExp, Uint16Array | null>();
/** A bit for each slot: small enough to stay in the processor's nearest cache. */
const taken = new Uint32Array(SLOTS / 32);
let noted = "";

/** False only where the expression cannot match anywhere in the text. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let gate = gates.get(pattern);
  if (gate === undefined) {
    gate = gateOf(pattern);
    gates.set(pattern, gate);
  }
  if (gate === null || text.length > LONGEST) return true;
  if (text !== noted) note(text);
  for (let at = 0; at < gate.length; at += 1) if (isTaken(gate[at] ?? 0)) return true;
  return false;
}

/** As `text.matchAll(pattern)`, without a try where there can be none. */
export function matchesOf(pattern: RegExp, text: string): Iterable<RegExpExecArray> {
  return mayMatch(pattern, text) ? text.matchAll(pattern) : [];
}

function gateOf(pattern: RegExp): Uint16Array | null {
  const required = requiredStrings(pattern);
  if (!required) return null;
  return Uint16Array.from(new Set(required.map((string) => slotOf(string, 0, string.length))));
}

function note(text: string): void {
  taken.fill(0);
  for (let at = 0; at < text.length; at += 1) {
    take(slotOf(text, at, 1));
    take(slotOf(text, at, 2));
    take(slotOf(text, at, 3));
  }
  noted = text;
}

function take(slot: number): void {
  taken[slot >>> 5] = (taken[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

function isTaken(slot: number): boolean {
  return ((taken[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
}

/** Beyond the text's end a unit is NaN, which counts as 0: a slot taken in vain, and harmless. */
function slotOf(text: string, at: number, length: number): number {
  let slot = 0;
  for (let next = at; next < at + length; next += 1)
    slot = Math.imul(slot ^ text.charCodeAt(next), 0x9e3779b1);
  return slot >>> 16;
}
