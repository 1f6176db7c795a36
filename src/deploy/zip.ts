import { zipSync } from "fflate";

export interface File {
  /** With "/" between its parts, relative. */
  path: string;
  bytes: Uint8Array;
}

/**
 * A zip of these files: the same bytes for the same files, whenever, wherever and in whatever order
 * they come. Every file bears the oldest date that a zip can hold.
 */
export function zipOf(files: readonly File[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // A zip's dates have no time zone and are written in the machine's: so this one is said in it, too.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes])), {
    level: 9,
    mtime,
  });
}
