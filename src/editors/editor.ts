import type { Reading } from "./reading.ts";

/** "stale": text, selection or focus were no longer what they were; nothing was written. */
export type Replacement = "done" | "stale" | "failed";

/** One way to read an editor. Writing is the same for all (replace.ts), but for a textarea. */
export interface Editor {
  read(root: HTMLElement): Reading;
  /** Whether letters can be marked in place; a textarea's cannot. */
  readonly hasRanges: boolean;
}
