/** Finds every one of many words in a text in one walk: the automaton of Aho and Corasick (1975). */
export interface Matcher {
  /** All occurrences, overlapping ones too, in the order of their ends. `word` indexes the list given. */
  find(text: string): { start: number; end: number; word: number }[];
}

/**
 * The automaton as plain numbers, so that a build can write it down. States are numbered breadth first, the children
 * of each in the order of their units (UTF-16): the child behind the transition at `n` is the state n + 1. State 0 is
 * the root.
 */
export interface Automaton {
  /** By state: where its transitions begin in `units`; one more at the end. */
  rows: Uint16Array;
  units: Uint16Array;
  /** By state: the longest proper suffix that is a state. */
  fallbacks: Uint16Array;
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
  const transitions = { rows: Uint16Array.from(rows), units: Uint16Array.from(units) };
  return {
    ...transitions,
    fallbacks: linkSuffixes(transitions),
    words: Uint16Array.from(nodes, ({ word }) => word),
  };
}

type Transitions = Pick<Automaton, "rows" | "units">;

/** Breadth first: a suffix is shallower than what it ends. */
function linkSuffixes(transitions: Transitions): Uint16Array {
  const { rows, units } = transitions;
  const fallbacks = new Uint16Array(rows.length - 1);
  for (let state = 1; state < fallbacks.length; state += 1)
    for (let at = rows[state] ?? 0; at < (rows[state + 1] ?? 0); at += 1) {
      const unit = units[at] ?? 0;
      let suffix = fallbacks[state] ?? 0;
      while (suffix !== 0 && childOf(transitions, suffix, unit) === 0)
        suffix = fallbacks[suffix] ?? 0;
      fallbacks[at + 1] = childOf(transitions, suffix, unit);
    }
  return fallbacks;
}

/** 0 where a state has no such child: the root is nobody's. */
function childOf({ rows, units }: Transitions, state: number, unit: number): number {
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

export function matcherOf(automaton: Automaton): Matcher {
  const { rows, units, fallbacks, words } = automaton;
  // Most of a text begins no word: its first unit is looked up in a table, not in a row.
  const first = new Uint16Array(0x10000);
  for (let at = 0; at < (rows[1] ?? 0); at += 1) first[units[at] ?? 0] = at + 1;
  /** By state: the longest proper suffix that ends a word, 0 where there is none; and how deep it lies. */
  const shorter = new Uint16Array(words.length);
  const depths = new Uint16Array(words.length);
  for (let state = 0; state < words.length; state += 1) {
    const suffix = fallbacks[state] ?? 0;
    shorter[state] = (words[suffix] ?? 0) === 0 ? (shorter[suffix] ?? 0) : suffix;
    for (let at = rows[state] ?? 0; at < (rows[state + 1] ?? 0); at += 1)
      depths[at + 1] = (depths[state] ?? 0) + 1;
  }

  return {
    find(text) {
      const found: { start: number; end: number; word: number }[] = [];
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        let target = 0;
        while (state !== 0) {
          target = childOf(automaton, state, unit);
          if (target !== 0) break;
          state = fallbacks[state] ?? 0;
        }
        state = target === 0 ? (first[unit] ?? 0) : target;
        for (let hit = state; hit !== 0; hit = shorter[hit] ?? 0) {
          const word = (words[hit] ?? 0) - 1;
          if (word < 0) continue;
          const end = at + 1;
          found.push({ start: end - (depths[hit] ?? 0), end, word });
        }
      }
      return found;
    },
  };
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
  return { rows, units, words, fallbacks: linkSuffixes({ rows, units }) };
}
