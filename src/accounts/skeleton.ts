import { readConfusables } from "./confusables-data.ts";

let prototypes: ReadonlyMap<string, string> | undefined;

/** Each letter that looks like another, with that other; read when it is first asked for. */
function table(): ReadonlyMap<string, string> {
  prototypes ??= new Map(
    readConfusables()
      .split("\n")
      .flatMap((line) => {
        const [like = "", letters = ""] = line.split(" ");
        return [...letters].map((letter) => [letter, like] as const);
      }),
  );
  return prototypes;
}

/** Looks the same in most letters, as pairs within one alphabet. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
  [/[i1]/g, "l"],
  [/0/g, "o"],
];

/**
 * What a name looks like: two names with one skeleton are taken for each other at a glance (UTS #39 calls
 * it so). Case, width, accents, spaces, marks and invisible characters do not count.
 */
export function skeleton(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    // Not the marks of kana: か is not が.
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}―]/gu, "");
  const letters = [...plain].map((letter) => table().get(letter) ?? letter).join("");
  return PAIRS.reduce((text, [pair, like]) => text.replace(pair, like), letters);
}
