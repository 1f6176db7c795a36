import type { PostEntry, Sealed } from "../../../src/journal/entry.ts";
import { openExtensionPage } from "./extension-page.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";

/**
 * The entries that stand in the record, read behind the extension's back; waits until there are so many,
 * of all types or of one.
 */
export async function recorded(
  { session }: Pick<BrowserUnderTest, "session">,
  count: number,
  type: Sealed["entry"]["type"] | "" = "",
): Promise<Sealed[]> {
  const page = await openExtensionPage(session, "guide.html");
  try {
    return JSON.parse(await page.evaluate(readRecord, count, type));
  } finally {
    await page.close();
  }
}

export function postsOf(entries: readonly Sealed[]): PostEntry[] {
  return entries.map(({ entry }) => entry).filter((entry) => entry.type === "post");
}

/** Runs in the extension's own page. Opens nothing that is not there. */
async function readRecord(count: number, type: string): Promise<string> {
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const read = async (): Promise<Sealed[]> => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === "tenken-journal")) return [];
    const database = await answered(indexedDB.open("tenken-journal"));
    try {
      if (!database.objectStoreNames.contains("entries")) return [];
      return await answered(database.transaction("entries").objectStore("entries").getAll());
    } finally {
      database.close();
    }
  };
  // What a killed process did not hear of is told again, ever more slowly.
  for (const end = Date.now() + 35_000; ; await new Promise((again) => setTimeout(again, 50))) {
    const entries = await read();
    const wanted = entries.filter(({ entry }) => !type || entry.type === type);
    if (wanted.length >= count || Date.now() > end) return JSON.stringify(entries);
  }
}
