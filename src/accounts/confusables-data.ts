import data from "unhomoglyph/data.json" with { type: "json" };

/** Scripts in which a look-alike of a Latin name can be typed and still be taken for one. */
const WRITTEN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** Of Japanese names, what Unicode's table does not have: 市 with a stroke less, the long vowel's mark as a one. */
const ALSO: readonly (readonly [string, string])[] = [
  ["巿", "市"],
  ["一", "ー"],
  ["―", "ー"],
];

/**
 * Letters that look like others, a line for each of those: "a ɑαа". Unicode's confusables.txt as far as
 * folding of width and case leaves it; a build computes it (wxt.config.ts).
 */
export const readConfusables = (): string => {
  const likes = new Map(ALSO);
  for (const [letter, prototype] of Object.entries(data)) {
    const [from, to] = [fold(letter), fold(prototype)];
    const isLatin = /^[a-z0-9]{1,2}$/.test(to) && WRITTEN.test(from) && !/^[a-z]$/.test(from);
    const isKana = /^\p{L}{2}$/u.test(from + to) && KANA.test(from) !== KANA.test(to);
    // Beyond the first plane stand letters of mathematics and of dead scripts.
    if (from.length === 1 && (isLatin || isKana) && !likes.has(from)) likes.set(from, to);
  }
  const letters = Map.groupBy(likes.keys(), (letter) => likes.get(letter) ?? letter);
  return [...letters].map(([like, all]) => `${like} ${all.join("")}`).join("\n");
};

const fold = (text: string) => text.normalize("NFKC").toLowerCase();
