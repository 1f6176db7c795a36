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

export function packKinds(kinds: readonly Kind[]): string {
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

export const packMeanings = (meanings: readonly (readonly number[])[]): string =>
  packRows(meanings.map((kinds) => [kinds.map(String)]));

export const unpackMeanings = (packed: string): number[][] =>
  unpackRows(packed).map(([kinds]) => itemsOf(kinds).map(Number));
