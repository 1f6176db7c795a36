/** Finds every one of many words in a text in one walk: the automaton of Aho and Corasick (1975). */
export interface Matcher {
  /** All occurrences, overlapping ones too, in the order of their ends. `word` indexes the list given. */
  find(text: string): { start: number; end: number; word: number }[];
}

/**
 * The automaton as plain numbers, so that a build can write it down. The states of one parent stand in one row, in the
 * order of their units (UTF-16); state 0 is the root.
 */
export interface Automaton {
  /** By state: where its row begins in `units` and `targets`; one more at the end. */
  rows: Uint16Array;
  units: Uint16Array;
  targets: Uint16Array;
  /** By state: the longest proper suffix that is a state. */
  fallbacks: Uint16Array;
  /** By state: the longest proper suffix that ends a word; 0 where there is none. */
  shorter: Uint16Array;
  /** By state: the word that ends there, from 1; 0 where none does. */
  words: Uint16Array;
  /** By word: its length in units. */
  lengths: Uint16Array;
}

const PARTS = ["rows", "units", "targets", "fallbacks", "shorter", "words", "lengths"] as const;
const MOST_STATES = 0xffff;

export function createMatcher(words: readonly string[]): Matcher {
  return matcherOf(compileWords(words));
}

/** @throws RangeError where the words have more than 65,535 states. */
export function compileWords(words: readonly string[]): Automaton {
  const children: Map<number, number>[] = [new Map()];
  const wordOf: number[] = [0];
  words.forEach((word, index) => {
    let state = 0;
    for (let at = 0; at < word.length; at += 1) {
      const row = children[state];
      const unit = word.charCodeAt(at);
      let target = row?.get(unit);
      if (target === undefined) {
        target = children.push(new Map()) - 1;
        wordOf.push(0);
        row?.set(unit, target);
      }
      state = target;
    }
    if (state !== 0) wordOf[state] = index + 1;
  });
  if (children.length > MOST_STATES) throw new RangeError(`${children.length} states`);
  const rows = [0];
  const units: number[] = [];
  const targets: number[] = [];
  for (const row of children) {
    for (const [unit, target] of [...row].sort(([one], [other]) => one - other)) {
      units.push(unit);
      targets.push(target);
    }
    rows.push(units.length);
  }
  return {
    rows: Uint16Array.from(rows),
    units: Uint16Array.from(units),
    targets: Uint16Array.from(targets),
    ...linkSuffixes(children, wordOf),
    words: Uint16Array.from(wordOf),
    lengths: Uint16Array.from(words, ({ length }) => length),
  };
}

/** Breadth first: a suffix is shallower than what it ends. */
function linkSuffixes(children: readonly ReadonlyMap<number, number>[], wordOf: readonly number[]) {
  const fallbacks = new Uint16Array(children.length);
  const shorter = new Uint16Array(children.length);
  const queue: number[] = [0];
  for (const state of queue) {
    for (const [unit, target] of children[state] ?? []) {
      queue.push(target);
      if (state === 0) continue;
      let suffix = fallbacks[state] ?? 0;
      while (suffix !== 0 && !children[suffix]?.has(unit)) suffix = fallbacks[suffix] ?? 0;
      const link = children[suffix]?.get(unit) ?? 0;
      fallbacks[target] = link;
      shorter[target] = wordOf[link] ? link : (shorter[link] ?? 0);
    }
  }
  return { fallbacks, shorter };
}

export function matcherOf(automaton: Automaton): Matcher {
  const { rows, units, targets, fallbacks, shorter, words, lengths } = automaton;
  // Most of a text begins no word: its first unit is looked up in a table, not in a row.
  const first = new Uint16Array(0x10000);
  for (let at = 0; at < (rows[1] ?? 0); at += 1) first[units[at] ?? 0] = targets[at] ?? 0;

  /** 0 where the row has no such unit: the root is nobody's child. */
  function childOf(state: number, unit: number): number {
    let low = rows[state] ?? 0;
    let high = rows[state + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = units[middle] ?? 0;
      if (found === unit) return targets[middle] ?? 0;
      if (found < unit) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  return {
    find(text) {
      const found: { start: number; end: number; word: number }[] = [];
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        let target = 0;
        while (state !== 0) {
          target = childOf(state, unit);
          if (target !== 0) break;
          state = fallbacks[state] ?? 0;
        }
        state = target === 0 ? (first[unit] ?? 0) : target;
        for (let hit = state; hit !== 0; hit = shorter[hit] ?? 0) {
          const word = (words[hit] ?? 0) - 1;
          if (word < 0) continue;
          const end = at + 1;
          found.push({ start: end - (lengths[word] ?? 0), end, word });
        }
      }
      return found;
    },
  };
}

/** In Base64: the lengths of the parts, then the parts, each number as two bytes, the low one first. */
export function packAutomaton(automaton: Automaton): string {
  const numbers = [
    ...PARTS.map((part) => automaton[part].length),
    ...PARTS.flatMap((part) => [...automaton[part]]),
  ];
  let bytes = "";
  for (const number of numbers) bytes += String.fromCharCode(number & 0xff, number >> 8);
  return btoa(bytes);
}

/** What `packAutomaton` wrote. */
export function unpackAutomaton(packed: string): Automaton {
  const bytes = atob(packed);
  const numbers = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < numbers.length; at += 1)
    numbers[at] = bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8);
  let next = PARTS.length;
  const take = (part: number) => {
    const length = numbers[part] ?? 0;
    next += length;
    return numbers.subarray(next - length, next);
  };
  const [rows, units, targets, fallbacks, shorter, words, lengths] = PARTS.map((_, part) =>
    take(part),
  );
  if (!rows || !units || !targets || !fallbacks || !shorter || !words || !lengths)
    throw new RangeError("not an automaton");
  return { rows, units, targets, fallbacks, shorter, words, lengths };
}
