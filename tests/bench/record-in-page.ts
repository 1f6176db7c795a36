import { seal } from "../../src/journal/chain.ts";
import { openDatabase } from "../../src/journal/database.ts";
import { DECISIONS, type PostEntry, type Sealed } from "../../src/journal/entry.ts";
import { openJournal } from "../../src/journal/store.ts";

/** Runs in a page of the extension, whose record it fills and empties again. */

const FIRST = Date.UTC(2026, 0, 1);
/** Ten minutes between posts. */
const BETWEEN = 600_000;

const entry = (index: number): PostEntry => ({
  type: "post",
  id: crypto.randomUUID(),
  at: new Date(FIRST + index * BETWEEN).toISOString(),
  post: crypto.randomUUID(),
  decision: DECISIONS[index % DECISIONS.length] ?? "clean",
  platform: index % 3 ? "x" : "facebook",
  kind: "post",
  account: `account_${index % 12}`,
  findings: Array.from({ length: index % 4 }, (_, place) => ({
    rule: ["date.weekday", "link.shortener", "link.third-party", "pii.person"][place] ?? "",
    level: place % 2 ? "care" : "stop",
    fate: place % 2 ? "aside" : "repaired",
  })),
  reason: index % 5 ? "" : "主催者の指定のため",
  enforcement: "hold",
  mode: "normal",
  policyRevision: "2026-12",
  isManaged: true,
  length: 120,
  fingerprint: "ab".repeat(32),
});

async function measureRecord(count: number): Promise<Record<string, number[]>> {
  const journal = openJournal();
  const keys = await journal.keys();
  let { head } = await journal.state();
  const db = await openDatabase(() => {});
  for (let done = 0; done < count; ) {
    const piece: Sealed[] = [];
    for (; piece.length < 2_000 && done < count; done++) {
      const one = await seal(keys, head, entry(done));
      head = { seq: one.seq, hash: one.hash };
      piece.push(one);
    }
    const change = db.transaction(["entries", "meta"], "readwrite");
    for (const one of piece) void change.objectStore("entries").add(one);
    void change.objectStore("meta").put(head, "head");
    await change.done;
  }
  const month = {
    from: new Date(FIRST + 31 * 86_400_000).toISOString(),
    to: new Date(FIRST + 59 * 86_400_000).toISOString(),
  };
  const times: Record<string, number[]> = {};
  const time = async (name: string, runs: number, work: () => Promise<unknown>) => {
    times[name] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await work();
      times[name]?.push(performance.now() - start);
    }
  };
  const drain = async (pieces: AsyncIterable<unknown>) => {
    for await (const _ of pieces);
  };
  let next = count;
  await time("write one", 30, () => journal.append(entry(next++)));
  await time("newest page", 20, () => journal.newest(60));
  await time("count a month", 20, () => journal.count(month, "post"));
  await time("read a month", 10, () => drain(journal.summaries(month)));
  await time("read all", 3, () => drain(journal.summaries()));
  await time("verify all", 2, async () => {
    const { breaks } = await journal.verify();
    if (breaks.length > 0) throw new Error("the record that was made is not whole");
  });
  db.close();
  return times;
}

Object.assign(globalThis, { measureRecord });
