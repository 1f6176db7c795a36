import { openDB } from "idb";
import type { Anchor, Entry, Sealed } from "../../src/journal/entry.ts";
import { type ExportReport, exportLines, verifyExports } from "../../src/journal/export.ts";
import type { Merged } from "../../src/journal/merge.ts";
import type { Period } from "../../src/journal/reading.ts";
import { signOff } from "../../src/journal/signoff.ts";
import { type Journal, openJournal } from "../../src/journal/store.ts";
import { chainOf, post } from "./journal-entries.ts";

export async function exported(journal = openJournal(), period?: Period): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(journal, period)) lines.push(line);
  return lines;
}

export async function filled(ids: readonly string[] = ["a", "b", "c"]) {
  const journal = openJournal();
  for (const id of ids) await journal.append(post(id));
  return journal;
}

export async function signed(journal: Journal): Promise<Anchor> {
  const what = { by: "課長", from: "2026-12-01", to: "2026-12-31", remarks: "" };
  return signOff(journal, what, await journal.verify());
}

/** As whoever controls the machine can: with its own key. */
export async function rewrite(journal: Journal, entries: readonly Entry[]): Promise<void> {
  const chain = await chainOf(await journal.keys(), entries);
  const db = await openDB("tenken-journal");
  const change = db.transaction(["entries", "meta"], "readwrite");
  void change.objectStore("entries").clear();
  for (const one of chain) void change.objectStore("entries").add(one);
  const { seq, hash } = chain.at(-1) as Sealed;
  void change.objectStore("meta").put({ seq, hash }, "head");
  await change.done;
  db.close();
}

export async function verify(lines: readonly string[], merged?: Merged): Promise<ExportReport[]> {
  const numbered = async function* () {
    for (const [index, line] of lines.entries()) yield { number: index + 1, text: line };
  };
  return verifyExports(numbered(), (machine, one) => merged?.see(machine, one));
}
