import { type Checkpoint, type Entry, FORMAT, type Head, type Sealed } from "./entry.ts";
import { canonical, hmac, isSigned, type Keys, sha256, sign } from "./keys.ts";

/** Where a chain begins: its first entry names the machine it belongs to. */
export function origin(machine: string): Head {
  return { seq: 0, hash: machine };
}

/** The entry in its place behind `head`. */
export async function seal(keys: Keys, head: Head, entry: Entry): Promise<Sealed> {
  const seq = head.seq + 1;
  const unsealed = { format: FORMAT, seq, prev: head.hash, entry };
  const hash = await hashOf(unsealed);
  return { ...unsealed, hash, seal: await hmac(keys, "entry", hash) };
}

function hashOf({ format, seq, prev, entry }: Omit<Sealed, "hash" | "seal">): Promise<string> {
  return sha256(canonical([format, seq, prev, entry]));
}

/** Removes nothing by itself: what says that all up to `last` was removed after its time. */
export async function checkpoint(keys: Keys, last: Head, at: string): Promise<Checkpoint> {
  const { seq, hash } = last;
  return { seq, hash, at, signature: await sign(keys, checkpointText({ seq, hash, at })) };
}

/** Whether the machine with this key made the checkpoint. */
export function isCheckpointOf(publicKey: string, point: Checkpoint): Promise<boolean> {
  return isSigned(publicKey, checkpointText(point), point.signature);
}

function checkpointText({ seq, hash, at }: Omit<Checkpoint, "signature">): string {
  return canonical(["checkpoint", seq, hash, at]);
}

/** One thing that is wrong in a chain; `seq` is where it shows. */
export interface Break {
  /**
   * `changed`: not what its hash says. `sealed`: its seal is not this machine's. `missing`: numbers up
   * to here are not there. `order`: a number came twice or backwards. `link`: it follows something else.
   * `start`, `end`: what vouches for the chain's first or last entry says otherwise.
   */
  kind: "changed" | "sealed" | "missing" | "order" | "link" | "start" | "end";
  seq: number;
}

export interface ChainReport {
  count: number;
  /** null where there is no entry. */
  first: number | null;
  head: Head;
  breaks: Break[];
  /** Entries that say themselves that others could not be written. */
  gaps: number;
}

export interface VerifyOptions {
  /** What the first entry must follow. */
  start: Head;
  /** What the last entry must be, where something outside of the entries says so. */
  end?: Head;
  /** Only on the machine itself: else seals are not looked at. */
  keys?: Keys;
  /** Gets how many entries were looked at so far, every now and then. */
  told?: ((count: number) => void) | undefined;
  /** Ends it early: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Entries whose hashes are computed at once: a browser does that beside the page and in parallel, and
 * asking it for one after the other takes several times as long.
 */
const AT_ONCE = 500;

/**
 * Reads a chain from its first entry to its last, in the order in which they stand, and lists all that
 * is wrong. Keeps few entries at a time.
 */
export async function verifyChain(
  entries: Iterable<Sealed> | AsyncIterable<Sealed>,
  { start, end, keys, told, signal }: VerifyOptions,
): Promise<ChainReport> {
  const report: ChainReport = { count: 0, first: null, head: start, breaks: [], gaps: 0 };
  for await (const piece of inPieces(entries)) {
    const faults = await Promise.all(piece.map((one) => faultOf(one, keys)));
    signal?.throwIfAborted();
    for (const [index, one] of piece.entries()) place(report, one, faults[index] ?? null);
    told?.(report.count);
  }
  const { head } = report;
  if (end && (end.seq !== head.seq || end.hash !== head.hash)) {
    report.breaks.push({ kind: "end", seq: end.seq });
  }
  return report;
}

/** What is wrong with an entry by itself. */
async function faultOf(one: Sealed, keys: Keys | undefined): Promise<"changed" | "sealed" | null> {
  // Both at once: nearly always both are right.
  const [hash, seal] = await Promise.all([
    hashOf(one),
    keys ? hmac(keys, "entry", one.hash) : one.seal,
  ]);
  if (hash !== one.hash) return "changed";
  return seal === one.seal ? null : "sealed";
}

/** The next entry of a chain: whether it follows the one before. */
function place(report: ChainReport, one: Sealed, fault: Break["kind"] | null): void {
  const { head } = report;
  const say = (kind: Break["kind"]) => report.breaks.push({ kind, seq: one.seq });
  if (one.seq > head.seq + 1) say("missing");
  else if (one.seq <= head.seq) say("order");
  else if (one.prev !== head.hash) say(report.count === 0 ? "start" : "link");
  if (fault) say(fault);
  report.count += 1;
  report.first ??= one.seq;
  report.head = { seq: one.seq, hash: one.hash };
  if (one.entry.type === "gap") report.gaps += 1;
}

/** The same entries, a few at a time; a piece is never empty. */
async function* inPieces(
  entries: Iterable<Sealed> | AsyncIterable<Sealed>,
): AsyncGenerator<readonly Sealed[]> {
  let piece: Sealed[] = [];
  for await (const one of entries) {
    if (piece.push(one) < AT_ONCE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
