import { type DBSchema, openDB } from "idb";
import { NOTHING_YET, type Stored } from "./state.ts";

/** Where the queue stands, on disk: IndexedDB of the extension's own origin, as the record itself. */
export interface QueueStore {
  /** Where nothing can be read: as if nothing was ever sent. */
  read(): Promise<Stored>;
  /** Rejects where it cannot be written. */
  write(stored: Stored): Promise<void>;
}

interface Schema extends DBSchema {
  state: { key: "state"; value: Stored };
}

const DATABASE = "tenken-forwarding";

export function openQueueStore(): QueueStore {
  const database = () =>
    openDB<Schema>(DATABASE, 1, {
      upgrade: (db) => {
        db.createObjectStore("state");
      },
    });
  return {
    async read() {
      // Asking leaves nothing behind.
      const isThere = (await indexedDB.databases()).some(({ name }) => name === DATABASE);
      if (!isThere) return NOTHING_YET;
      const db = await database();
      const stored = await db.get("state", "state");
      db.close();
      // What a later version adds stands at its beginning.
      return { ...NOTHING_YET, ...stored };
    },
    async write(stored) {
      const db = await database();
      const change = db.transaction("state", "readwrite", { durability: "strict" });
      await Promise.all([change.store.put(stored, "state"), change.done]);
      db.close();
    },
  };
}
