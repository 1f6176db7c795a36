/** Where pictures stand, and beside them what was to be read in each when it was made. */
export const ALBUMS = {
  guides: { folder: "assets/help", said: "assets/help/pictures.json" },
  README: { folder: "assets/pictures", said: "assets/pictures/pictures.json" },
} as const;

/** A file's pixels for one of CSS: small letters stay clear, and files small. */
export const PIXELS = 1.5;

/** By picture: its size in CSS pixels, and its words in order. */
export type Said = Partial<Record<string, { width: number; height: number; words: string }>>;
