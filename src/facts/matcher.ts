/** Finds every one of many words in a text in one walk: the automaton of Aho and Corasick (1975). */
export interface Matcher {
  /** All occurrences, overlapping ones too, in the order of their ends. `word` indexes the list given. */
  find(text: string): { start: number; end: number; word: number }[];
}

/** Wider than any UTF-16 unit, so that state and unit make one key without collision. */
const UNITS = 0x10000;

export function createMatcher(words: readonly string[]): Matcher {
  const next = new Map<number, number>();
  const wordOf: number[] = [-1];
  /** Whether a word begins with this unit: most of a text begins none, and needs no look-up. */
  const isFirst = new Uint8Array(UNITS);
  words.forEach((word, index) => {
    let state = 0;
    if (word !== "") isFirst[word.charCodeAt(0)] = 1;
    for (let at = 0; at < word.length; at += 1) {
      const key = state * UNITS + word.charCodeAt(at);
      let target = next.get(key);
      if (target === undefined) {
        target = wordOf.push(-1) - 1;
        next.set(key, target);
      }
      state = target;
    }
    if (state !== 0) wordOf[state] = index;
  });
  const { fallback, shorter } = linkSuffixes(next, wordOf);

  function step(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const target = next.get(state * UNITS + unit);
      if (target !== undefined) return target;
      if (state === 0) return 0;
      state = fallback[state] ?? 0;
    }
  }

  return {
    find(text) {
      const found: { start: number; end: number; word: number }[] = [];
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (state === 0 && isFirst[unit] === 0) continue;
        state = step(state, unit);
        for (let hit = state; hit !== 0; hit = shorter[hit] ?? 0) {
          const word = wordOf[hit] ?? -1;
          if (word < 0) continue;
          const end = at + 1;
          found.push({ start: end - (words[word]?.length ?? 0), end, word });
        }
      }
      return found;
    },
  };
}

/** For each state: the longest proper suffix that is a state, and the next one that ends a word. */
function linkSuffixes(next: ReadonlyMap<number, number>, wordOf: readonly number[]) {
  const fallback = new Array<number>(wordOf.length).fill(0);
  const shorter = new Array<number>(wordOf.length).fill(0);
  // A state is always made after the one it grows from, so the keys come parents first; a walk by
  // depth is needed all the same, since a suffix is shallower but may be made later.
  const children = new Map<number, [number, number][]>();
  for (const [key, target] of next) {
    const state = Math.floor(key / UNITS);
    const list = children.get(state) ?? [];
    list.push([key % UNITS, target]);
    children.set(state, list);
  }
  const queue: number[] = [0];
  for (const state of queue) {
    for (const [unit, target] of children.get(state) ?? []) {
      queue.push(target);
      if (state === 0) continue;
      let suffix = fallback[state] ?? 0;
      while (suffix !== 0 && !next.has(suffix * UNITS + unit)) suffix = fallback[suffix] ?? 0;
      const link = next.get(suffix * UNITS + unit) ?? 0;
      fallback[target] = link;
      shorter[target] = (wordOf[link] ?? -1) >= 0 ? link : (shorter[link] ?? 0);
    }
  }
  return { fallback, shorter };
}
