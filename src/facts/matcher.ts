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

/** Written characters begin here: no control character, and nothing that JSON escapes. */
export const FIRST_WRITTEN = 0x100;

/**
 * As a text that compresses well: by state one character for how many children it has and whether it ends a word, then
 * the units. The fallbacks follow from them, and would be the half of it.
 *
 * @throws RangeError where the words were not given in the order in which their states come, shorter ones first and
 * those of one length by their units: then they need no numbers.
 */
export function packAutomaton({ rows, units, words }: Automaton): string {
  let last = 0;
  let packed = "";
  words.forEach((word, state) => {
    if (word !== 0 && word !== last + 1) throw new RangeError(`word ${word} follows ${last}`);
    if (word !== 0) last = word;
    const children = (rows[state + 1] ?? 0) - (rows[state] ?? 0);
    packed += String.fromCharCode(FIRST_WRITTEN + 2 * children + (word === 0 ? 0 : 1));
  });
  for (const unit of units) packed += String.fromCharCode(unit);
  return packed;
}

/** What `packAutomaton` wrote. */
export function unpackAutomaton(packed: string): Automaton {
  // One state more than transitions, since only the root is no child.
  const count = (packed.length + 1) / 2;
  const rows = new Uint16Array(count + 1);
  const words = new Uint16Array(count);
  const units = new Uint16Array(count - 1);
  let last = 0;
  for (let state = 0; state < count; state += 1) {
    const written = packed.charCodeAt(state) - FIRST_WRITTEN;
    rows[state + 1] = (rows[state] ?? 0) + (written >> 1);
    if ((written & 1) === 0) continue;
    last += 1;
    words[state] = last;
  }
  for (let at = 0; at < units.length; at += 1) units[at] = packed.charCodeAt(count + at);
  const transitions = { rows, units };
  return { ...transitions, words, fallbacks: linkSuffixes(transitions) };
}

/** In the order that `packAutomaton` asks for. */
export function inStateOrder(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
