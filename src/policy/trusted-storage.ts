import { openDB } from "idb";

/** Storage that no content script can read. Values are plain data. */
export interface TrustedStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/**
 * IndexedDB of the extension's own origin, for a browser whose `storage.local` is open to content
 * scripts and cannot be closed: Firefox ESR 153 has no `storage.local.setAccessLevel`. A content script
 * has the page's origin there, and so another database.
 */
export function indexedStorage(): TrustedStorage {
  const database = openDB("tenken", 1, {
    upgrade: (db) => {
      db.createObjectStore("settings");
    },
  });
  // Its failure is told to whoever asks; here it would only be an unhandled rejection.
  database.catch(() => {});
  return {
    get: async (key) => (await database).get("settings", key),
    set: async (key, value) => {
      await (await database).put("settings", value, key);
    },
  };
}
