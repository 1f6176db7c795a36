import { origin, seal } from "../../../src/journal/chain.ts";
import { openDatabase } from "../../../src/journal/database.ts";
import { FORMAT, type Sealed } from "../../../src/journal/entry.ts";
import { makeKeys } from "../../../src/journal/keys.ts";
import { type EntriesWanted, recordEntries } from "../support/record-entries.ts";

/**
 * Runs in an own page of the extension, whose record is still empty: writes one, as the extension would
 * have, had people posted so much. `isSealed` false: without hashes, where nobody verifies.
 */
async function seedRecord(wanted: EntriesWanted, isSealed: boolean): Promise<string> {
  const db = await openDatabase(() => {});
  const keys = await makeKeys();
  const entries = recordEntries(wanted);
  let head = origin(keys.machine);
  const sealed: Sealed[] = [];
  for (const entry of entries) {
    const one = isSealed
      ? await seal(keys, head, entry)
      : {
          format: FORMAT,
          seq: head.seq + 1,
          prev: head.hash,
          entry,
          hash: String(head.seq + 1).padStart(64, "0"),
          seal: "0".repeat(64),
        };
    sealed.push(one);
    head = { seq: one.seq, hash: one.hash };
  }
  const PIECE = 10_000;
  for (let from = 0; from < sealed.length; from += PIECE) {
    const write = db.transaction("entries", "readwrite", { durability: "relaxed" });
    for (const one of sealed.slice(from, from + PIECE)) void write.store.add(one);
    await write.done;
  }
  const meta = db.transaction("meta", "readwrite");
  await Promise.all([meta.store.put(keys, "keys"), meta.store.put(head, "head"), meta.done]);
  db.close();
  return keys.machine;
}

Object.assign(globalThis, { seedRecord });
