import { PACKED_GATES } from "./gates-compiled.ts";
import { type Gate, unpackGates } from "./gates-packed.ts";
import { requirementOf } from "./required.ts";
import type { Span } from "./span.ts";
import { isAnyTaken, newNote, noteDown, slotOf, surroundings, type TextNote } from "./text-note.ts";

/**
 * The rules know hundreds of expressions, and a post meets few of them. Which strings of one to three units stand in a
 * text is noted once; an expression whose required strings are none of them cannot match, and is not tried. In a long
 * text it is tried where they stand.
 */
/** One check asks about its text, its folded form and a bounded part of it, in turns. */
const KEPT = 4;

const gates = new WeakMap<RegExp, Gate>();

const notes: TextNote[] = Array.from({ length: KEPT }, newNote);
let oldest = 0;
/** Nearly every question is about the text of the one before. */
let latest: TextNote = notes[0] ?? newNote();
const passing = newNote();

/** False only where the expression cannot match anywhere in the text. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  return isOpen(gateFor(pattern), noteOf(text));
}

/**
 * Those of a list that may match in a text. Most lists are passed over whole: what all of them need is asked first.
 *
 * @param patterns remembered by identity: a list that is made anew each time gains nothing.
 */
export function likely(patterns: readonly RegExp[], text: string): readonly RegExp[] {
  return openFor(patterns, noteOf(text));
}

/** The same for a sentence or another short part, which nobody asks about again. */
export function likelyIn(patterns: readonly RegExp[], part: string): readonly RegExp[] {
  noteDown(passing, part);
  return openFor(patterns, passing);
}

function openFor(patterns: readonly RegExp[], note: TextNote): readonly RegExp[] {
  const list = listOf(patterns);
  if (!isOpen(list.any, note)) return NO_PATTERNS;
  return patterns.filter((_, index) => isOpen(list.gates[index] ?? OPEN, note));
}

const NO_PATTERNS: readonly RegExp[] = [];
const OPEN: Gate = { slots: null, kinds: -1, reach: Number.POSITIVE_INFINITY };

interface GateList {
  gates: readonly Gate[];
  /** What all of them need: one of the strings, and one of the kinds. */
  any: Pick<Gate, "slots" | "kinds">;
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

function isOpen({ kinds, slots }: Pick<Gate, "slots" | "kinds">, note: TextNote): boolean {
  if ((note.kinds & kinds) === 0) return false;
  return slots === null || isAnyTaken(note, slots);
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
  const note = noteOf(text);
  const gate = gateFor(pattern);
  if (!isOpen(gate, note)) return NONE;
  const parts = note.isLong && !pattern.hasIndices ? surroundings(note, gate) : null;
  return parts
    ? parts.flatMap((part) => matchesWithin(pattern, text, part))
    : allMatches(pattern, text);
}

function matchesWithin(
  pattern: RegExp,
  text: string,
  { start, end }: Span,
): readonly RegExpExecArray[] {
  const matches = allMatches(pattern, text.slice(start, end));
  for (const match of matches) {
    match.index += start;
    match.input = text;
  }
  return matches;
}

/** The same for a pattern that nearly every text meets: asking the gate first would be in vain. */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    // A match of nothing would be found again at the same place; with u a character of two units is one step.
    if (match[0] === "") {
      const isPair = pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff;
      pattern.lastIndex += isPair ? 2 : 1;
    }
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
  const { strings, kinds, reach } = requirementOf(pattern);
  return {
    slots: strings && Uint16Array.from(new Set(strings.map(slotOf))),
    kinds: kinds === 0 ? ANY_KIND : kinds,
    reach,
  };
}

const ANY_KIND = -1;

function noteOf(text: string): TextNote {
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
  noteDown(note, text);
  latest = note;
  return note;
}
