/**
 * Kinds of characters: coarse enough that which of them a text holds is one number, fine enough that a post holds few.
 * An expression that needs a character of a kind which the text has none of cannot match there. A set of kinds is a
 * number with a bit for each; 0 is no set, since nothing is known.
 */

/** First UTF-16 unit of each kind, and in how many posts of ten one stands, roughly. */
const KINDS: readonly (readonly [first: number, posts: number])[] = [
  [0x00, 0.1],
  // The line break.
  [0x0a, 8],
  [0x0b, 0.1],
  [0x20, 5],
  [0x21, 5],
  [0x2e, 5],
  [0x2f, 5],
  // Digits.
  [0x30, 9],
  [0x3a, 5],
  [0x40, 1],
  // Latin letters, capital and small.
  [0x41, 4],
  [0x5b, 1],
  [0x61, 5],
  [0x7b, 1],
  [0x80, 0.5],
  [0x300, 0.1],
  [0x370, 0.3],
  // Punctuation, then arrows, ornament and signs.
  [0x2000, 2],
  [0x2070, 5],
  [0x2e80, 0.1],
  [0x3000, 10],
  [0x3041, 10],
  [0x3099, 0.1],
  [0x30a0, 9],
  [0x3100, 0.5],
  [0x3400, 10],
  [0xa000, 0.1],
  // Halves of what lies beyond: most emoji.
  [0xd800, 4],
  [0xe000, 0.2],
  // Full-width signs, digits, and the rest.
  [0xff00, 6],
  [0xff10, 3],
  [0xff1a, 7],
];

const kinds = new Uint8Array(0x10000);
KINDS.forEach(([first], kind) => {
  kinds.fill(kind, first);
});

/** The set of this one unit's kind; beyond a text's end a unit is NaN, and some kind is as good as any. */
export function kindOfUnit(unit: number): number {
  return 1 << (kinds[unit] ?? 0);
}

/** The kinds of the first units of these code points; both ends count. */
export function kindsOfRange(first: number, last: number): number {
  let set = last > 0xffff ? kindOfUnit(0xd800) : 0;
  if (first > 0xffff) return set;
  const end = kinds[Math.min(last, 0xffff)] ?? 0;
  for (let kind = kinds[first] ?? 0; kind <= end; kind += 1) set |= 1 << kind;
  return set;
}

const ASTRAL = [0x10000, 0x10ffff] as const;
const PICTURES = [
  [0xa9, 0xa9],
  [0xae, 0xae],
  [0x203c, 0x2bff],
  [0x3030, 0x303d],
  [0x3297, 0x3299],
  ASTRAL,
] as const;
/** Classes by their names, as wide as they are in any version of Unicode; what is not listed is not known. */
const NAMED: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  s: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x1680, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
  "p{Script=Hiragana}": [[0x3041, 0x309f], ASTRAL],
  "p{Script=Katakana}": [[0x30a0, 0x33ff], [0xff66, 0xff9d], ASTRAL],
  "p{Script=Han}": [[0x2e80, 0x303b], [0x3400, 0x9fff], [0xf900, 0xfaff], ASTRAL],
  "p{Extended_Pictographic}": PICTURES,
  "p{Emoji_Presentation}": [[0x2300, 0x2bff], ASTRAL],
  "p{Emoji}": [[0x23, 0x23], [0x2a, 0x2a], [0x30, 0x39], ...PICTURES],
  "p{RI}": [ASTRAL],
  "p{EMod}": [ASTRAL],
};

/** The kinds of a class such as \\d or \\p{RI}, named without its backslash; 0 where it is not known. */
export function kindsOfName(name: string): number {
  return (NAMED[name] ?? []).reduce((set, [first, last]) => set | kindsOfRange(first, last), 0);
}

/** Where case is ignored, a letter stands for others too; some of them are far away (K for k, ſ for s, ꙋ for ᲈ). */
export function withoutCase(set: number): number {
  const letters = [0x41, 0x61, 0x80, 0x300, 0x370, 0x2070, 0xa000].reduce(
    (all, unit) => all | kindOfUnit(unit),
    0,
  );
  return (set & letters) === 0 ? set : set | letters;
}

/** Of two sets that are both needed, the one that fewer posts hold a character of. */
export function rarer(one: number, other: number): number {
  if (one === 0 || other === 0) return one | other;
  return postsWith(one) <= postsWith(other) ? one : other;
}

/** Where either will do; nothing is needed where one of them needs nothing. */
export function either(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one | other;
}

const posts = Float64Array.from(KINDS, ([, posts]) => posts);

function postsWith(set: number): number {
  let sum = 0;
  for (let left = set; left !== 0; left &= left - 1)
    sum += posts[31 - Math.clz32(left & -left)] ?? 0;
  return sum;
}
