/** Finds every one of many words in a text. */
export interface Matcher {
  /** All occurrences, overlapping ones too, by start, and from one start the shorter first. `word` indexes the list given. */
  find(text: string): { start: number; end: number; word: number }[];
}

/**
 * The automaton of all words' beginnings as plain numbers, so that a build can write it down. States are numbered breadth first, the children
 * of each in the order of their units (UTF-16): the child behind the transition at `n` is the state n + 1. State 0 is
 * the root.
 */
export interface Automaton {
  /** By state: where its transitions begin in `units`; one more at the end. */
  rows: Uint16Array;
  units: Uint16Array;
  /** By state: the word that ends there, from 1; 0 where none does. */
  words: Uint16Array;
}

const MOST_STATES = 0xffff;

export function createMatcher(words: readonly string[]): Matcher {
  return matcherOf(compileWords(words));
}

interface Node {
  children: Map<number, Node>;
  word: number;
}

/** @throws RangeError where the words have more than 65,535 states. */
export function compileWords(words: readonly string[]): Automaton {
  const root: Node = { children: new Map(), word: 0 };
  words.forEach((word, index) => {
    let node = root;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      let child = node.children.get(unit);
      if (!child) {
        child = { children: new Map(), word: 0 };
        node.children.set(unit, child);
      }
      node = child;
    }
    if (node !== root) node.word = index + 1;
  });
  const nodes = [root];
  const rows = [0];
  const units: number[] = [];
  for (const { children } of nodes) {
    for (const [unit, child] of [...children].sort(([one], [other]) => one - other)) {
      units.push(unit);
      nodes.push(child);
    }
    rows.push(units.length);
  }
  if (nodes.length > MOST_STATES) throw new RangeError(`${nodes.length} states`);
  return {
    rows: Uint16Array.from(rows),
    units: Uint16Array.from(units),
    words: Uint16Array.from(nodes, ({ word }) => word),
  };
}

/** 0 where a state has no such child: the root is nobody's. */
function childOf({ rows, units }: Automaton, state: number, unit: number): number {
  let low = rows[state] ?? 0;
  let high = rows[state + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = units[middle] ?? 0;
    if (found === unit) return middle + 1;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/** A power of two: how many slots the words' first pairs of units share. */
const PAIRS = 1 << 16;

function slotOfPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
}

/**
 * Walks down from every offset at which a word's first two units stand. That are so few that following a text
 * through all suffixes at once (Aho and Corasick, 1975) takes three times as long; a text made of beginnings costs the
 * longest word's length for each unit.
 */
export function matcherOf(automaton: Automaton): Matcher {
  const { rows, words } = automaton;
  const ofRoot = new Uint16Array(0x10000);
  /** A bit for each slot; two pairs may share one, and are told apart by the walk. */
  const pairs = new Uint32Array(PAIRS / 32);
  const { units } = automaton;
  for (let at = 0; at < (rows[1] ?? 0); at += 1) {
    const [first, state] = [units[at] ?? 0, at + 1];
    ofRoot[first] = state;
    for (let below = rows[state] ?? 0; below < (rows[state + 1] ?? 0); below += 1) {
      const slot = slotOfPair(first, units[below] ?? 0);
      pairs[slot >>> 5] = (pairs[slot >>> 5] ?? 0) | (1 << (slot & 31));
    }
  }

  return {
    find(text) {
      const found: { start: number; end: number; word: number }[] = [];
      const { length } = text;
      let unit = text.charCodeAt(0);
      for (let start = 0; start < length; start += 1) {
        const first = unit;
        unit = start + 1 < length ? text.charCodeAt(start + 1) : 0;
        const slot = slotOfPair(first, unit);
        const hasPair = ((pairs[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
        if (!hasPair && !isWord(first)) continue;
        let state = ofRoot[first] ?? 0;
        for (let at = start + 1; state !== 0; at += 1) {
          const word = (words[state] ?? 0) - 1;
          if (word >= 0) found.push({ start, end: at, word });
          state = at < length ? childOf(automaton, state, text.charCodeAt(at)) : 0;
        }
      }
      return found;
    },
  };

  /** Whether this one unit is a whole word. */
  function isWord(unit: number): boolean {
    return (words[ofRoot[unit] ?? 0] ?? 0) !== 0;
  }
}

/**
 * Words as a text that compresses well: each as a capital letter for how many units it shares with the one before (A
 * for none), and the units that differ. Tails that many words have stand together then, and no state is written.
 *
 * @param words sorted by their UTF-16 units, each once, none empty.
 * @throws RangeError for a word that is out of order, has a capital, or shares more than MOST_SHARED units.
 */
export function packWords(words: readonly string[]): string {
  let packed = "";
  let last = "";
  for (const word of words) {
    if (word <= last || /[A-Z]/.test(word)) throw new RangeError(`"${word}" behind "${last}"`);
    let shared = 0;
    while (shared < last.length && last[shared] === word[shared]) shared += 1;
    if (shared > MOST_SHARED) throw new RangeError(`"${word}" shares ${shared} units`);
    packed += String.fromCharCode(FIRST_MARK + shared) + word.slice(shared);
    last = word;
  }
  return packed;
}

const FIRST_MARK = 0x41;
const LAST_MARK = 0x5a;
const MOST_SHARED = LAST_MARK - FIRST_MARK;

/** The automaton of the words that `packWords` wrote, in their order. */
export function unpackWords(packed: string): Automaton {
  // In the order of the text: each word's new units are new states, and the root is the first.
  const most = packed.length + 1;
  const nodes: Nodes = {
    count: 1,
    parents: new Uint16Array(most),
    depths: new Uint16Array(most),
    units: new Uint16Array(most),
    words: new Uint16Array(most),
  };
  const path = new Uint16Array(MOST_SHARED + packed.length);
  let depth = 0;
  let word = 0;
  for (let at = 0; at <= packed.length; at += 1) {
    const unit = packed.charCodeAt(at);
    const isMark = unit >= FIRST_MARK && unit <= LAST_MARK;
    if ((isMark || at === packed.length) && at > 0) nodes.words[path[depth] ?? 0] = ++word;
    if (isMark) depth = unit - FIRST_MARK;
    else if (at < packed.length) {
      const node = nodes.count++;
      if (node >= MOST_STATES) throw new RangeError(`more than ${node} states`);
      nodes.parents[node] = path[depth] ?? 0;
      nodes.units[node] = unit;
      depth += 1;
      nodes.depths[node] = depth;
      path[depth] = node;
    }
  }
  return inBreadth(nodes);
}

/** States in any order in which a parent comes before its children, and siblings in the order of their units. */
interface Nodes {
  count: number;
  parents: Uint16Array;
  depths: Uint16Array;
  units: Uint16Array;
  words: Uint16Array;
}

/** States numbered breadth first; those of one depth keep their order, so that siblings stay sorted. */
function inBreadth({ count, ...nodes }: Nodes): Automaton {
  const next: number[] = [0];
  for (let node = 0; node < count; node += 1) {
    const deeper = (nodes.depths[node] ?? 0) + 1;
    next[deeper] = (next[deeper] ?? 0) + 1;
  }
  for (let depth = 1; depth < next.length; depth += 1)
    next[depth] = (next[depth] ?? 0) + (next[depth - 1] ?? 0);
  const states = new Uint16Array(count);
  const rows = new Uint16Array(count + 1);
  const units = new Uint16Array(count - 1);
  const words = new Uint16Array(count);
  for (let node = 0; node < count; node += 1) {
    const depth = nodes.depths[node] ?? 0;
    const state = next[depth] ?? 0;
    next[depth] = state + 1;
    states[node] = state;
    words[state] = nodes.words[node] ?? 0;
    if (node === 0) continue;
    units[state - 1] = nodes.units[node] ?? 0;
    // How many children each has, moved by one so that their sums begin the rows.
    const parent = (states[nodes.parents[node] ?? 0] ?? 0) + 1;
    rows[parent] = (rows[parent] ?? 0) + 1;
  }
  for (let state = 0; state < count; state += 1)
    rows[state + 1] = (rows[state + 1] ?? 0) + (rows[state] ?? 0);
  return { rows, units, words };
}
