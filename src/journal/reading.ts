import type { Database } from "./database.ts";
import type { Entry, EntryFinding, PostEntry, Sealed } from "./entry.ts";

/** By an entry's own time (ISO 8601, UTC): `from` included, `to` not. What is left out is open. */
export interface Period {
  from?: string;
  to?: string;
}

/**
 * What the review asks of the record. Nothing here computes a hash: whether what is read stands as it
 * was written, `Journal.verify` says.
 */
export interface JournalReader {
  /** A page of entries, newest first, before this number (absent: from the end). */
  newest(limit: number, before?: number): Promise<Sealed[]>;
  /** All entries of a period in their order, in pieces; a piece is never empty. */
  period(period?: Period, type?: Entry["type"]): AsyncGenerator<readonly Sealed[]>;
  /** The same of posts, and as little of each as lists, filters and plots need: 100,000 stay in memory. */
  summaries(period?: Period): AsyncGenerator<readonly Summary[]>;
  count(period?: Period, type?: Entry["type"]): Promise<number>;
  /** Numbers of the first and the last entry of a period; null: there is none. */
  bounds(period: Period, type?: Entry["type"]): Promise<readonly [number, number] | null>;
  byId(id: string): Promise<Sealed | null>;
  /** All about one post, oldest first: what was decided, marks as a false alarm, where it stands. */
  about(post: string): Promise<Sealed[]>;
}

/** One decision. Names are those of its entry. */
export interface Summary
  extends Pick<
    PostEntry,
    "id" | "post" | "decision" | "platform" | "kind" | "account" | "enforcement" | "isManaged"
  > {
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  findings: readonly EntryFinding[];
}

/** Entries read at once: few enough for a frame, many enough that asking costs little. */
const PIECE = 2_000;

export function createReader(database: () => Promise<Database>): JournalReader {
  // The clock may have gone back in between.
  async function bounds(
    period: Period,
    type?: Entry["type"],
  ): Promise<readonly [number, number] | null> {
    const db = await database();
    const numbers = type
      ? await db.getAllKeysFromIndex("entries", "type", typeRange(type, period))
      : await db.getAllKeysFromIndex("entries", "at", timeRange(period));
    if (numbers.length === 0) return null;
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const seq of numbers) {
      first = Math.min(first, seq);
      last = Math.max(last, seq);
    }
    return [first, last];
  }

  async function* period(within: Period = {}, type?: Entry["type"]) {
    const found = await bounds(within, type);
    if (!found) return;
    const [first, last] = found;
    for await (const piece of pieces(await database(), first, last)) {
      const wanted = piece.filter(
        ({ entry }) => isWithin(entry.at, within) && (!type || entry.type === type),
      );
      if (wanted.length > 0) yield wanted;
    }
  }

  return {
    async newest(limit, before = Number.MAX_SAFE_INTEGER) {
      const db = await database();
      const found: Sealed[] = [];
      const range = IDBKeyRange.upperBound(before, true);
      let cursor = await db.transaction("entries").store.openCursor(range, "prev");
      for (; cursor && found.length < limit; cursor = await cursor.continue()) {
        found.push(cursor.value);
      }
      return found;
    },
    period,
    bounds,
    async *summaries(within) {
      for await (const piece of period(within, "post")) yield piece.flatMap(summaryOf);
    },
    async count(within = {}, type) {
      const db = await database();
      return type
        ? db.countFromIndex("entries", "type", typeRange(type, within))
        : db.countFromIndex("entries", "at", timeRange(within));
    },
    byId: async (id) => (await (await database()).getFromIndex("entries", "id", id)) ?? null,
    about: async (post) =>
      (await (await database()).getAllFromIndex("entries", "post", post)).sort(
        (a, b) => a.seq - b.seq,
      ),
  };
}

/**
 * Entries by number, both included, in pieces: a long record needs no memory of its length. The browser
 * reads the next piece while one is looked at.
 */
export async function* pieces(
  db: Database,
  first: number,
  last: number,
): AsyncGenerator<readonly Sealed[]> {
  const read = async (from: number) =>
    from > last ? [] : db.getAll("entries", IDBKeyRange.bound(from, last), PIECE);
  let reading = read(first);
  for (;;) {
    const piece = await reading;
    const end = piece.at(-1);
    if (!end) return;
    reading = read(end.seq + 1);
    // It is told when it is asked for, if ever.
    reading.catch(() => {});
    yield piece;
  }
}

function summaryOf({ seq, entry }: Sealed): Summary[] {
  if (entry.type !== "post") return [];
  const { id, post, decision, platform, kind, account, enforcement, isManaged, findings } = entry;
  const at = Date.parse(entry.at);
  return [
    { seq, at, id, post, decision, platform, kind, account, enforcement, isManaged, findings },
  ];
}

/** Behind every time. */
const EVER = "\uffff";

function timeRange({ from = "", to = EVER }: Period): IDBKeyRange {
  return IDBKeyRange.bound(from, to, false, true);
}

function typeRange(type: Entry["type"], { from = "", to = EVER }: Period): IDBKeyRange {
  return IDBKeyRange.bound([type, from], [type, to], false, true);
}

function isWithin(at: string, { from = "", to = EVER }: Period): boolean {
  return at >= from && at < to;
}
