import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Checkpoint, Head, Sealed } from "./entry.ts";
import type { Keys } from "./keys.ts";

/** The record as it lies in IndexedDB of the extension's own origin. */
interface Schema extends DBSchema {
  entries: {
    key: number;
    value: Sealed;
    indexes: {
      id: string;
      /** ISO 8601, UTC: such texts stand in the order of their times. */
      at: string;
      type: [string, string];
      /** All about one post: what was decided, marks, its address. */
      post: string;
    };
  };
  meta: { key: "keys" | "head" | "checkpoint"; value: Keys | Head | Checkpoint };
}

export type Database = IDBPDatabase<Schema>;

export const DATABASE = "tenken-journal";
const VERSION = 2;

/** Opens it, and makes it where there is none. `closed`: it is of no use any more, another may be opened. */
export function openDatabase(closed: () => void): Promise<Database> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade: (db, before, _, change) => {
      if (before < 1) {
        db.createObjectStore("entries", { keyPath: "seq" }).createIndex("id", "entry.id", {
          unique: true,
        });
        db.createObjectStore("meta");
      }
      if (before < 2) {
        const entries = change.objectStore("entries");
        entries.createIndex("at", "entry.at");
        entries.createIndex("type", ["entry.type", "entry.at"]);
        entries.createIndex("post", "entry.post");
      }
    },
    // A newer version of the extension waits for this one to let go.
    blocking: (_before, _wanted, event) => {
      (event.target as IDBDatabase | null)?.close();
      closed();
    },
    // The browser closed it (its data were cleared).
    terminated: closed,
  });
}

/**
 * Whether it is still of use. A full disk ends Chromium's connections, also of those who did not write,
 * and nobody is told: not even by the event that says so.
 */
export function isAlive(db: Database): boolean {
  try {
    db.transaction("meta");
    return true;
  } catch {
    return false;
  }
}

/** Whether anything was ever kept on this machine; asking leaves nothing behind. */
export async function isThere(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
