import { PACKED_GATES } from "./gates-compiled.ts";
import { type Gate, unpackGates } from "./gates-packed.ts";
import { requirementOf } from "./required.ts";
import { kindOfUnit } from "./required-kinds.ts";

/**
 * The rules know hundreds of expressions, and a post meets few of them. A text's units, pairs and
 * threes of units are noted once; an expression whose required strings are none of them cannot match, and is not
 * tried. Two strings may share a slot: then it is tried in vain, and nothing is missed.
 */
const SLOTS = 1 << 16;
/** Nearly every slot of a longer text is taken. */
const LONGEST = 20_000;
/** One check asks about its text, its folded form and a bounded part of it, in turns. */
const KEPT = 4;

const gates = new WeakMap<RegExp, Gate>();

/** Which slots a text takes: a bit for each, small enough to stay in the processor's nearest cache. */
interface Note {
  text: string;
  taken: Uint32Array;
  kinds: number;
}

const newNote = (): Note => ({ text: "", kinds: 0, taken: new Uint32Array(SLOTS / 32) });

const notes: Note[] = Array.from({ length: KEPT }, newNote);
let oldest = 0;
/** Nearly every question is about the text of the one before. */
let latest: Note = notes[0] ?? newNote();
const passing = newNote();

/** False only where the expression cannot match anywhere in the text. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  return text.length > LONGEST || isOpen(gateFor(pattern), noteOf(text));
}

/**
 * Those of a list that may match in a text. Most lists are passed over whole: what all of them need is asked first.
 *
 * @param patterns remembered by identity: a list that is made anew each time gains nothing.
 */
export function likely(patterns: readonly RegExp[], text: string): readonly RegExp[] {
  return text.length > LONGEST ? patterns : openFor(patterns, noteOf(text));
}

/** The same for a sentence or another short part, which nobody asks about again. */
export function likelyIn(patterns: readonly RegExp[], part: string): readonly RegExp[] {
  if (part.length > LONGEST) return patterns;
  passing.kinds = take(part, passing.taken);
  return openFor(patterns, passing);
}

function openFor(patterns: readonly RegExp[], note: Note): readonly RegExp[] {
  const list = listOf(patterns);
  if (!isOpen(list.any, note)) return NO_PATTERNS;
  return patterns.filter((_, index) => isOpen(list.gates[index] ?? OPEN, note));
}

const NO_PATTERNS: readonly RegExp[] = [];
const OPEN: Gate = { slots: null, kinds: -1 };

interface GateList {
  gates: readonly Gate[];
  any: Gate;
}

const lists = new WeakMap<readonly RegExp[], GateList>();

function listOf(patterns: readonly RegExp[]): GateList {
  let list = lists.get(patterns);
  if (!list) {
    const gates = patterns.map(gateFor);
    const slots = gates.every((gate) => gate.slots !== null)
      ? Uint16Array.from(new Set(gates.flatMap((gate) => [...(gate.slots ?? [])])))
      : null;
    list = { gates, any: { slots, kinds: gates.reduce((set, { kinds }) => set | kinds, 0) } };
    lists.set(patterns, list);
  }
  return list;
}

function gateFor(pattern: RegExp): Gate {
  let gate = gates.get(pattern);
  if (gate === undefined) {
    gate = gateOf(pattern);
    gates.set(pattern, gate);
  }
  return gate;
}

function isOpen(gate: Gate, note: Note): boolean {
  if ((note.kinds & gate.kinds) === 0) return false;
  const { slots } = gate;
  if (slots === null) return true;
  const { taken } = note;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    if (((taken[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) return true;
  }
  return false;
}

/**
 * Whether an expression matches in a text.
 *
 * @param pattern not global: `test` of a global one goes on where the last match ended.
 * @param part of the text, a sentence say: the gate is asked about the whole, which is noted already.
 */
export function occursIn(pattern: RegExp, text: string, part: string = text): boolean {
  return mayMatch(pattern, text) && pattern.test(part);
}

/**
 * Every match of a global pattern, as `text.matchAll(pattern)` would find them, without a try where there can be
 * none. All at once, on the pattern itself: matchAll makes a copy of the expression for each call, which was a
 * sixth of a check.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return mayMatch(pattern, text) ? allMatches(pattern, text) : NONE;
}

/** The same for a pattern that nearly every text meets: asking the gate first would be in vain. */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    // A match of nothing would be found again at the same place; a character of two units is one step.
    if (match[0] === "")
      pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return matches;
}

const NONE: readonly RegExpExecArray[] = [];

/** For a build: told of each expression that is asked about for the first time, and its gate. */
export function watchGates(watcher: (pattern: RegExp, gate: Gate) => void): void {
  watch = watcher;
}

let watch: ((pattern: RegExp, gate: Gate) => void) | undefined;
let compiled: ReadonlyMap<number, Gate> | undefined;

function gateOf(pattern: RegExp): Gate {
  compiled ??= unpackGates(PACKED_GATES);
  const gate = compiled.get(keyOf(pattern)) ?? computeGate(pattern);
  watch?.(pattern, gate);
  return gate;
}

/** 32 bits of source and flags; a build refuses two expressions that share a key. */
export function keyOf({ source, flags }: RegExp): number {
  const text = `${flags}/${source}`;
  let key = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    key = Math.imul(key ^ text.charCodeAt(at), 0x85ebca6b);
    key ^= key >>> 15;
  }
  return key >>> 0;
}

function computeGate(pattern: RegExp): Gate {
  const { strings, kinds } = requirementOf(pattern);
  return {
    slots: strings && Uint16Array.from(new Set(strings.map(slotOf))),
    kinds: kinds === 0 ? ANY_KIND : kinds,
  };
}

const ANY_KIND = -1;

function noteOf(text: string): Note {
  if (text === latest.text) return latest;
  for (let at = 0; at < KEPT; at += 1) {
    const note = notes[at];
    if (note?.text !== text) continue;
    latest = note;
    return note;
  }
  // In turns: the texts of one check are few, and the next check brings its own.
  oldest = (oldest + 1) % KEPT;
  const note = notes[oldest] ?? newNote();
  note.text = text;
  note.kinds = take(text, note.taken);
  latest = note;
  return note;
}

/** @returns the kinds of characters that the text holds. */
function take(text: string, taken: Uint32Array): number {
  taken.fill(0);
  // An empty text too may match an expression that needs nothing.
  let kinds = text === "" ? ANY_KIND : 0;
  // slotOf of the one, the two and the three units that end here, each made of the one before. At the text's
  // beginning shorter strings stand for longer ones: slots taken in vain, and harmless.
  let one = 0;
  let two = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    kinds |= kindOfUnit(unit);
    const three = Math.imul(two ^ unit, FACTOR);
    two = Math.imul(one ^ unit, FACTOR);
    one = Math.imul(unit, FACTOR);
    taken[three >>> 21] = (taken[three >>> 21] ?? 0) | (1 << (three >>> 16));
    taken[two >>> 21] = (taken[two >>> 21] ?? 0) | (1 << (two >>> 16));
    taken[one >>> 21] = (taken[one >>> 21] ?? 0) | (1 << (one >>> 16));
  }
  return kinds;
}

/** The golden ratio of 32 bits: neighbouring units fall far apart. */
const FACTOR = 0x9e3779b1;

function slotOf(string: string): number {
  let hash = 0;
  for (let at = 0; at < string.length; at += 1) {
    hash = Math.imul(hash ^ string.charCodeAt(at), FACTOR);
  }
  return hash >>> 16;
}
