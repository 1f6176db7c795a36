import { browser } from "wxt/browser";
import {
  type ChainReport,
  checkpoint,
  isCheckpointOf,
  origin,
  seal,
  type VerifyOptions,
  verifyChain,
} from "./chain.ts";
import { type Database, isAlive, isThere, openDatabase } from "./database.ts";
import type { Checkpoint, Entry, GapEntry, Head, Sealed } from "./entry.ts";
import { hmac, type Keys, makeKeys } from "./keys.ts";
import { createReader, type JournalReader, pieces } from "./reading.ts";
import { cutOf } from "./retention.ts";

/**
 * The record's storage end: IndexedDB of the extension's own origin, which no page and no content
 * script can reach. Any context of the extension may write: an entry takes its place only if the
 * chain still ends where it was read.
 */
export interface Journal extends JournalReader {
  /**
   * Stores an entry at the chain's end, durably once this resolves. "known": its id is there already.
   * Rejects where it cannot be written.
   */
  append(entry: Entry): Promise<"stored" | "known">;
  /** That an entry could not be written: the next that can be will be preceded by an entry that says so. */
  miss(id: string, error: unknown): Promise<void>;
  /** Whether something was missed of which no gap tells yet. */
  isBehind(): Promise<boolean>;
  /** Whether anything was ever kept on this machine; asking leaves nothing behind. */
  exists(): Promise<boolean>;
  /** Writes down what could not be written before, if anything. Rejects where it still cannot. */
  settle(): Promise<void>;
  /** A text's fingerprint under this machine's key. */
  fingerprint(text: string): Promise<string>;
  /**
   * Removes entries from before this time (ISO 8601, UTC) from the front, and signs for that. How many.
   * What a wrong clock wrote decides nothing (see cutOf).
   */
  prune(before: string): Promise<number>;
  /** By number, both included; read in pieces, so that a long record needs no memory of its length. */
  entries(from?: number, to?: number): AsyncGenerator<Sealed>;
  state(): Promise<JournalState>;
  /** The whole of what is kept, under the keys of this machine. */
  verify(options?: Pick<VerifyOptions, "told" | "signal">): Promise<ChainReport>;
  keys(): Promise<Keys>;
}

export interface JournalState {
  head: Head;
  /** What the oldest entry that is kept follows. */
  start: Head;
  /** null: nothing was ever removed. */
  checkpoint: Checkpoint | null;
}

/** What could not be written. Kept in the browser's memory: it outlives the worker and needs no disk. */
type Pending = Pick<GapEntry, "missing" | "since" | "error">;
const PENDING_KEY = "journalPending";

export function openJournal(): Journal {
  let opening: Promise<Database> | null = null;
  let known: Promise<Keys> | null = null;
  /** One after the other: what is written first stands first. */
  let queue: Promise<unknown> = Promise.resolve();

  async function database(): Promise<Database> {
    const before = await connection();
    if (isAlive(before)) return before;
    forget();
    return connection();
  }

  function connection(): Promise<Database> {
    opening ??= openDatabase(forget);
    opening.catch(forget);
    return opening;
  }

  function forget(): void {
    opening = null;
    known = null;
  }

  function keys(): Promise<Keys> {
    known ??= loadKeys();
    known.catch(forget);
    return known;
  }

  async function loadKeys(): Promise<Keys> {
    const db = await database();
    const stored = await db.get("meta", "keys");
    if (isKeys(stored)) return stored;
    const made = await makeKeys();
    // Whoever else was making keys meanwhile may have been first.
    const change = db.transaction("meta", "readwrite", { durability: "strict" });
    const first = await change.store.get("keys");
    if (!isKeys(first)) await change.store.put(made, "keys");
    await change.done;
    return isKeys(first) ? first : made;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  async function state(): Promise<JournalState> {
    const { machine } = await keys();
    const read = (await database()).transaction(["entries", "meta"]);
    const meta = read.objectStore("meta");
    const [head, point, last] = await Promise.all([
      meta.get("head"),
      meta.get("checkpoint"),
      read.objectStore("entries").openKeyCursor(null, "prev"),
    ]);
    const removed = isCheckpoint(point) ? point : null;
    const start = removed ? { seq: removed.seq, hash: removed.hash } : origin(machine);
    const told = isHead(head) ? head : start;
    // Somebody took the note of the end away: the entries go on all the same.
    const end =
      last && last.key > told.seq ? await (await database()).get("entries", last.key) : null;
    return {
      head: end ? { seq: end.seq, hash: end.hash } : told,
      start,
      checkpoint: removed,
    };
  }

  /** Entries in one transaction, each with its place; nothing of them where the chain has moved on. */
  async function add(entries: readonly Entry[]): Promise<"stored" | "known" | "moved"> {
    const own = await keys();
    const { head } = await state();
    const sealed: Sealed[] = [];
    for (const entry of entries) sealed.push(await seal(own, sealed.at(-1) ?? head, entry));
    const last = sealed.at(-1);
    const wanted = entries.at(-1);
    if (!last || !wanted) return "known";
    const db = await database();
    const change = db.transaction(["entries", "meta"], "readwrite", { durability: "strict" });
    // Its failure is told below.
    change.done.catch(() => {});
    const stored = change.objectStore("entries");
    const now = await change.objectStore("meta").get("head");
    const isKnown = (await stored.index("id").getKey(wanted.id)) !== undefined;
    if (isKnown || (isHead(now) && now.seq > head.seq)) {
      await change.done;
      return isKnown ? "known" : "moved";
    }
    await Promise.allSettled([
      ...sealed.map((one) => stored.add(one)),
      change.objectStore("meta").put({ seq: last.seq, hash: last.hash }, "head"),
    ]);
    // A request that failed says only that all was taken back; this says why.
    await change.done;
    return "stored";
  }

  async function store(entry: Entry): Promise<"stored" | "known"> {
    const pending = await readPending();
    const missing = pending?.missing.filter((id) => id !== entry.id) ?? [];
    const gaps = pending && missing.length > 0 ? [gapOf({ ...pending, missing })] : [];
    let outcome: "stored" | "known" | "moved";
    do outcome = await add([...gaps, entry]);
    while (outcome === "moved");
    if (pending && (outcome === "stored" || missing.length === 0)) await writePending(null);
    return outcome;
  }

  async function noteMissing(id: string, error: unknown): Promise<void> {
    const pending = await readPending();
    await writePending({
      since: pending?.since ?? new Date().toISOString(),
      missing: [...new Set([...(pending?.missing ?? []), id])],
      // The first one is the cause; what is tried again on a full disk fails in other ways as well.
      error: pending?.error ?? (error instanceof Error ? error.name : "Error"),
    });
  }

  async function settle(): Promise<void> {
    const pending = await readPending();
    if (!pending || pending.missing.length === 0) return;
    let outcome: string;
    do outcome = await add([gapOf(pending)]);
    while (outcome === "moved");
    await writePending(null);
  }

  async function* entries(from = 0, to = Number.MAX_SAFE_INTEGER): AsyncGenerator<Sealed> {
    for await (const piece of pieces(await database(), from, to)) yield* piece;
  }

  async function prune(before: string): Promise<number> {
    const { start } = await state();
    const db = await database();
    const numbers = (range: IDBKeyRange) => db.getAllKeysFromIndex("entries", "at", range);
    const old = await numbers(IDBKeyRange.upperBound(before, true));
    if (old.length === 0) return 0;
    const now = new Date().toISOString();
    const future = await numbers(IDBKeyRange.lowerBound(before < now ? now : before, true));
    const cut = await db.get("entries", cutOf(start.seq, old, future));
    if (!cut) return 0;
    const last = { seq: cut.seq, hash: cut.hash };
    const point = await checkpoint(await keys(), last, new Date().toISOString());
    const change = db.transaction(["entries", "meta"], "readwrite", { durability: "strict" });
    const newest = await change.objectStore("meta").get("checkpoint");
    // Another context was at it meanwhile.
    const isDone = isCheckpoint(newest) && newest.seq >= last.seq;
    await Promise.all([
      ...(isDone
        ? []
        : [
            change.objectStore("entries").delete(IDBKeyRange.upperBound(last.seq)),
            change.objectStore("meta").put(point, "checkpoint"),
          ]),
      change.done,
    ]);
    return isDone ? 0 : last.seq - start.seq;
  }

  return {
    ...createReader(database),
    append: (entry) => inTurn(() => store(entry)),
    miss: (id, error) => inTurn(() => noteMissing(id, error)),
    isBehind: async () => (await readPending()) !== null,
    exists: isThere,
    settle: () => inTurn(settle),
    fingerprint: async (text) => hmac(await keys(), "text", text),
    prune: (before) => inTurn(() => prune(before)),
    entries,
    state,
    async verify(options) {
      const own = await keys();
      const { head, start, checkpoint: point } = await state();
      const report = await verifyChain(entries(0, head.seq), {
        ...options,
        start,
        end: head,
        keys: own,
      });
      if (point && !(await isCheckpointOf(own.publicKey, point))) {
        report.breaks.unshift({ kind: "start", seq: point.seq });
      }
      return report;
    },
    keys,
  };
}

function gapOf(pending: Pending): GapEntry {
  return { type: "gap", id: crypto.randomUUID(), at: new Date().toISOString(), ...pending };
}

async function readPending(): Promise<Pending | null> {
  const stored = (await browser.storage.session.get(PENDING_KEY))[PENDING_KEY];
  return isPending(stored) ? stored : null;
}

async function writePending(pending: Pending | null): Promise<void> {
  if (pending) await browser.storage.session.set({ [PENDING_KEY]: pending });
  else await browser.storage.session.remove(PENDING_KEY);
}

function isPending(value: unknown): value is Pending {
  return typeof value === "object" && value !== null && "missing" in value;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === "object" && value !== null && "secret" in value;
}

function isHead(value: unknown): value is Head {
  return typeof value === "object" && value !== null && "seq" in value && "hash" in value;
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return isHead(value) && "signature" in value;
}
