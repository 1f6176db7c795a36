import type { Anchor } from "./entry.ts";

/** Of the hash and of the machine's name: more than anybody can forge, and still copied by hand. */
const SHOWN = 24;

/** "9f3a… 123 ab12…": as it is printed, noted and typed in again. */
export function anchorText({ machine, seq, hash }: Anchor): string {
  return `${machine.slice(0, SHOWN)} ${seq} ${hash.slice(0, SHOWN)}`;
}

/** null: that is no anchor. `machine` and `hash` are the beginnings of those that are meant. */
export function readAnchor(text: string): Anchor | null {
  const [, machine, seq, hash] =
    /^\s*([0-9a-f]{24,64})\s+([0-9]{1,12})\s+([0-9a-f]{24,64})\s*$/.exec(
      text.normalize("NFKC").toLowerCase(),
    ) ?? [];
  return machine && seq && hash ? { machine, seq: Number(seq), hash } : null;
}

/** Whether an entry's place in its chain is the one that an anchor notes. */
export function isAt(anchor: Anchor, { machine, seq, hash }: Anchor): boolean {
  return seq === anchor.seq && machine.startsWith(anchor.machine) && hash.startsWith(anchor.hash);
}
