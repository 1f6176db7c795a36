import type { Pictured } from "../../../src/help/pictures.ts";

/** Where the guides' pictures stand, and what was to be read in each when it was made. */
export const FOLDER = "assets/help";
export const SAID = `${FOLDER}/pictures.json`;

/** A file's pixels for one of CSS: small letters stay clear, and files small. */
export const PIXELS = 1.5;

/** By picture: its size in CSS pixels, and its words in order. */
export type Said = Partial<Record<Pictured, { width: number; height: number; words: string }>>;
