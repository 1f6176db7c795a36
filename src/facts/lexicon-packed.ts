import type { Frame, Framed, FrameOf, Kind, Lexicon } from "./lexicon-entries.ts";

/**
 * What the words of the lexicons mean, as short texts: a build writes them down, and a worker reads them at its start.
 * Fields and what is listed in them stand apart by marks that no word has.
 */
const ROW = "~";
const FIELD = ";";
const ITEM = "|";

/** @throws RangeError for a field that has a mark. */
function packRows(rows: readonly (readonly (readonly string[])[])[]): string {
  for (const item of rows.flat(2))
    if (/[~;|]/.test(item)) throw new RangeError(`"${item}" has a mark`);
  return rows.map((fields) => fields.map((items) => items.join(ITEM)).join(FIELD)).join(ROW);
}

const unpackRows = (packed: string): string[][] => packed.split(ROW).map((row) => row.split(FIELD));
const itemsOf = (field = ""): string[] => (field === "" ? [] : field.split(ITEM));

function packKinds(kinds: readonly Kind[]): string {
  return packRows(
    kinds.map(({ lexicon, use, isHarmless, suggestions, frames }) => [
      [lexicon],
      [use ?? ""],
      [isHarmless ? "1" : ""],
      suggestions,
      frames.map(String),
    ]),
  );
}

export function unpackKinds(packed: string): Kind[] {
  return unpackRows(packed).map(([lexicon, use, isHarmless, suggestions, frames]) => ({
    lexicon: lexicon as Lexicon,
    use: (use || null) as Kind["use"],
    isHarmless: isHarmless === "1",
    suggestions: itemsOf(suggestions),
    frames: itemsOf(frames).map(Number),
  }));
}

/** Of what a frame is about, the rules ask its sort alone: the word before the colon. */
export function packFrames(frames: readonly (Frame & { of: Framed })[]): string {
  return packRows(
    frames.map(({ of, about, alone, unless }) => [
      [of],
      [/^[a-z]+(?=:)/.exec(about)?.[0] ?? ""],
      [alone ? "1" : ""],
      unless,
    ]),
  );
}

export function unpackFrames(packed: string): FrameOf[] {
  return unpackRows(packed).map(([of, sort = "", alone, unless]) => ({
    of: of as Framed,
    sort,
    alone: alone === "1",
    unless: itemsOf(unless),
  }));
}

/** Indexes of kinds are written as letters from here on: two bytes each, and none is a mark. */
const FIRST_LETTER = 0x100;

/**
 * Half of all meanings are one kind alone. The kinds are put in the order of these, and each is then written as nothing:
 * the next kind.
 *
 * @param meanings indexes of `kinds`, all of which some meaning has.
 */
export function packMeanings(
  kinds: readonly Kind[],
  meanings: readonly (readonly number[])[],
): { kinds: string; meanings: string } {
  const alone = meanings.flatMap((meaning) => (meaning.length === 1 ? meaning : []));
  const order = [...new Set([...alone, ...kinds.keys()])];
  const places = new Map(order.map((kind, place) => [kind, place]));
  const letterOf = (kind: number) => String.fromCharCode(FIRST_LETTER + (places.get(kind) ?? 0));
  return {
    kinds: packKinds(order.flatMap((kind) => kinds[kind] ?? [])),
    meanings: meanings
      .map((meaning) => (meaning.length === 1 ? "" : meaning.map(letterOf).join("")))
      .join(ROW),
  };
}

export function unpackMeanings(packed: string): number[][] {
  let next = 0;
  return packed
    .split(ROW)
    .map((letters) =>
      letters === "" ? [next++] : [...letters].map((letter) => letter.charCodeAt(0) - FIRST_LETTER),
    );
}
