import { kindOfUnit } from "./required-kinds.ts";
import type { Span } from "./span.ts";

/**
 * Which strings of one to three UTF-16 units stand in a text, and whereabouts. Two strings may share a slot: then one
 * of them is believed to stand where it does not, and none is missed.
 */
export interface TextNote {
  text: string;
  /** The kinds of characters that it holds (required-kinds.ts). */
  kinds: number;
  isLong: boolean;
  /** Of a short text: a bit for each slot that is taken, small enough to stay in the processor's nearest cache. */
  taken: Uint32Array;
  /** Of a long one; made when the first comes. */
  blocks: Blocks | null;
}

/** A long text in 32 blocks of one size. */
interface Blocks {
  /** UTF-16 units. */
  size: number;
  /** For each slot in which blocks a string of it ends: bit 0 is the first block. */
  slots: Uint32Array;
  /** For each block the kinds of characters that it holds. */
  kinds: Int32Array;
}

const SLOTS = 1 << 16;
const BLOCKS = 32;
/** UTF-16 units. In a shorter text an expression's surroundings are most of it: it is read whole. */
const SHORT = 600;
/** The longest string that is noted. */
const LONGEST = 3;

export const newNote = (): TextNote => ({
  text: "",
  kinds: 0,
  isLong: false,
  taken: new Uint32Array(SLOTS / 32),
  blocks: null,
});

/** The golden ratio of 32 bits: neighbouring units fall far apart. */
const FACTOR = 0x9e3779b1;

/** @param string of one to three units. */
export function slotOf(string: string): number {
  let hash = 0;
  for (let at = 0; at < string.length; at += 1) {
    hash = Math.imul(hash ^ string.charCodeAt(at), FACTOR);
  }
  return hash >>> 16;
}

/** Makes the note that of another text. */
export function noteDown(note: TextNote, text: string): void {
  note.text = text;
  note.isLong = text.length > SHORT;
  if (note.isLong) {
    note.blocks ??= { size: 0, slots: new Uint32Array(SLOTS), kinds: new Int32Array(BLOCKS) };
    note.kinds = noteBlocks(note.blocks, text);
  } else note.kinds = noteTaken(note.taken, text);
}

/** Whether one of the slots may be taken. */
export function isAnyTaken({ isLong, taken, blocks }: TextNote, slots: Uint16Array): boolean {
  if (isLong) return blocks !== null && blocksWith(blocks, slots) !== 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    if (((taken[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) return true;
  }
  return false;
}

function blocksWith({ slots: blocksOf }: Blocks, slots: Uint16Array): number {
  let found = 0;
  for (let at = 0; at < slots.length; at += 1) found |= blocksOf[slots[at] ?? 0] ?? 0;
  return found;
}

/**
 * The parts of a long text outside of which an expression cannot match. What matches within one of them, read by
 * itself, matches in the text too: each goes so far beyond what is required that no match of the expression looks at
 * the part's own ends.
 *
 * @param reach as `Requirement` has it.
 * @returns null where that is most of the text.
 */
export function surroundings(
  { text, blocks }: TextNote,
  { slots, kinds, reach }: { slots: Uint16Array | null; kinds: number; reach: number },
): readonly Span[] | null {
  if (!blocks || reach > blocks.size * BLOCKS) return null;
  const found = slots ? blocksWith(blocks, slots) : blocksWithKinds(blocks, kinds);
  // What is required may have begun in the block before; what begins or ends beside a reach is none of its match.
  const margin = 2 * reach + LONGEST;
  const parts: { start: number; end: number }[] = [];
  let sum = 0;
  for (let block = 0; block < BLOCKS; block += 1) {
    if ((found & (1 << block)) === 0) continue;
    const start = Math.max(0, block * blocks.size - margin);
    const end = Math.min(text.length, (block + 1) * blocks.size + margin);
    const last = parts.at(-1);
    if (last && start <= last.end) {
      sum += end - last.end;
      last.end = end;
    } else {
      sum += end - start;
      parts.push({ start, end });
    }
  }
  return sum > text.length * MOST ? null : parts;
}

/** More than this part of a text is read at once. */
const MOST = 0.7;

function blocksWithKinds({ kinds: kindsOf }: Blocks, kinds: number): number {
  let found = 0;
  for (let block = 0; block < BLOCKS; block += 1)
    if (((kindsOf[block] ?? 0) & kinds) !== 0) found |= 1 << block;
  return found;
}

// In both, slotOf of the one, the two and the three units that end at a place, each made of the one before. At the
// text's beginning shorter strings stand for longer ones: slots taken in vain, and harmless.

function noteTaken(taken: Uint32Array, text: string): number {
  taken.fill(0);
  // An empty text too may match an expression that needs nothing.
  let kinds = text === "" ? -1 : 0;
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

function noteBlocks(blocks: Blocks, text: string): number {
  const { slots } = blocks;
  slots.fill(0);
  blocks.kinds.fill(0);
  blocks.size = Math.ceil(text.length / BLOCKS);
  let all = 0;
  let one = 0;
  let two = 0;
  for (let block = 0; block < BLOCKS; block += 1) {
    const bit = 1 << block;
    const end = Math.min(text.length, (block + 1) * blocks.size);
    let kinds = 0;
    for (let at = block * blocks.size; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      kinds |= kindOfUnit(unit);
      const three = Math.imul(two ^ unit, FACTOR);
      two = Math.imul(one ^ unit, FACTOR);
      one = Math.imul(unit, FACTOR);
      slots[three >>> 16] = (slots[three >>> 16] ?? 0) | bit;
      slots[two >>> 16] = (slots[two >>> 16] ?? 0) | bit;
      slots[one >>> 16] = (slots[one >>> 16] ?? 0) | bit;
    }
    blocks.kinds[block] = kinds;
    all |= kinds;
  }
  return all;
}
