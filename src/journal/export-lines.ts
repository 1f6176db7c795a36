import type { Break } from "./chain.ts";
import { type Checkpoint, FORMAT, type Head, type Sealed } from "./entry.ts";
import type { Period } from "./reading.ts";

/**
 * An export as JSON Lines: a first line that names the machine, the entries as they stand in the chain,
 * and a last line that the machine signed. Several may stand one behind the other in one file.
 */
export interface First {
  record: "tenken";
  version: 1;
  machine: string;
  publicKey: string;
  /** What the first entry follows. */
  start: Head;
  checkpoint: Checkpoint | null;
  /** null: all that is kept. Else the entries from the period's first to its last, without a hole. */
  period: Period | null;
}

export interface Last {
  end: Head;
  /** The end of the whole record at that time: `end`, but for an older period. */
  head: Head;
  /** ISO 8601, UTC. */
  at: string;
  /** What the machine itself found wrong, with the seals that nobody else can check. */
  breaks: Break[];
  /** ECDSA P-256 over all of this, machine, start and period, base64. */
  signature: string;
}

export function isFirst(value: unknown): value is First {
  return (
    isRecord(value) &&
    value.record === "tenken" &&
    value.version === 1 &&
    typeof value.machine === "string" &&
    typeof value.publicKey === "string" &&
    isHead(value.start) &&
    (value.checkpoint === null || isCheckpoint(value.checkpoint)) &&
    (value.period === null || isRecord(value.period))
  );
}

/** What begins a selection of entries (`excerptLines`). */
export function isExcerpt(value: unknown): boolean {
  return isRecord(value) && value.record === "tenken" && value.isExcerpt === true;
}

export function isLast(value: unknown): value is Last {
  return (
    isRecord(value) &&
    isHead(value.end) &&
    isHead(value.head) &&
    typeof value.at === "string" &&
    typeof value.signature === "string" &&
    Array.isArray(value.breaks)
  );
}

/** Of this format or an older one; a newer one might mean something else by the same words. */
export function isSealed(value: unknown): value is Sealed {
  return (
    isRecord(value) &&
    isHead(value) &&
    "format" in value &&
    typeof value.format === "number" &&
    value.format <= FORMAT &&
    "prev" in value &&
    typeof value.prev === "string" &&
    "seal" in value &&
    typeof value.seal === "string" &&
    "entry" in value &&
    isRecord(value.entry) &&
    typeof value.entry.id === "string" &&
    typeof value.entry.type === "string"
  );
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    isRecord(value) &&
    isHead(value) &&
    "at" in value &&
    typeof value.at === "string" &&
    "signature" in value &&
    typeof value.signature === "string"
  );
}

function isHead(value: unknown): value is Head {
  return isRecord(value) && Number.isSafeInteger(value.seq) && typeof value.hash === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
