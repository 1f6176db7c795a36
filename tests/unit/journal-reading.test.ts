import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Sealed } from "../../src/journal/entry.ts";
import type { Journal } from "../../src/journal/store.ts";
import { chainOf, gap, post } from "./journal-entries.ts";

vi.mock("wxt/browser", () => {
  const session = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  return { browser: { storage: { session } } };
});
const { openJournal } = await import("../../src/journal/store.ts");
const { signOff } = await import("../../src/journal/signoff.ts");

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const day = (date: string) => ({ at: `${date}T03:00:00.000Z` });

async function filled(): Promise<Journal> {
  const journal = openJournal();
  await journal.append(post("a", day("2026-04-01")));
  await journal.append(post("b", { ...day("2026-05-01"), post: "post a", decision: "clean" }));
  await journal.append({ ...gap("g"), ...day("2026-05-02") });
  // A clock that was put back.
  await journal.append(post("c", day("2026-04-30")));
  await journal.append({
    type: "address",
    id: "d",
    ...day("2026-05-03"),
    of: "b",
    post: "post a",
    url: "https://x.com/hoshimi_city/status/1",
  });
  return journal;
}

async function all<T>(from: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of from) {
    expect(piece.length).toBeGreaterThan(0);
    found.push(...piece);
  }
  return found;
}
const ids = (entries: readonly Sealed[]) => entries.map(({ entry }) => entry.id);
const MAY = { from: "2026-05-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" };

describe("reading the record", () => {
  it("turns its pages from the newest", async () => {
    const journal = await filled();
    expect(ids(await journal.newest(2))).toEqual(["d", "c"]);
    expect(ids(await journal.newest(2, 4))).toEqual(["g", "b"]);
    expect(ids(await journal.newest(9, 2))).toEqual(["a"]);
    expect(await journal.newest(9, 1)).toEqual([]);
  });

  it("gives a period, also where the clock went back", async () => {
    const journal = await filled();
    expect(ids(await all(journal.period(MAY)))).toEqual(["b", "g", "d"]);
    expect(ids(await all(journal.period(MAY, "post")))).toEqual(["b"]);
    expect(ids(await all(journal.period({ to: MAY.from })))).toEqual(["a", "c"]);
    expect(ids(await all(journal.period({}, "gap")))).toEqual(["g"]);
    expect(await all(journal.period({ from: MAY.to }))).toEqual([]);
    expect(await all(journal.period())).toHaveLength(5);
  });

  it("counts without reading", async () => {
    const journal = await filled();
    expect(await journal.count()).toBe(5);
    expect(await journal.count(MAY)).toBe(3);
    expect(await journal.count(MAY, "post")).toBe(1);
    expect(await journal.count({}, "signoff")).toBe(0);
  });

  it("keeps of a decision what lists and filters need", async () => {
    const [one, ...others] = await all((await filled()).summaries(MAY));
    expect(others).toEqual([]);
    expect(one).toEqual({
      seq: 2,
      at: Date.parse("2026-05-01T03:00:00.000Z"),
      id: "b",
      post: "post a",
      decision: "clean",
      platform: "x",
      kind: "post",
      account: "hoshimi_city",
      enforcement: "hold",
      isManaged: true,
      findings: [{ rule: "date.weekday", level: "stop", fate: "left" }],
    });
  });

  it("finds one entry, and all about its post", async () => {
    const journal = await filled();
    expect((await journal.byId("c"))?.seq).toBe(4);
    expect(await journal.byId("nobody")).toBeNull();
    expect(ids(await journal.about("post a"))).toEqual(["a", "b", "d"]);
  });

  it("reads more than one piece", async () => {
    const journal = openJournal();
    const keys = await journal.keys();
    const chain = await chainOf(
      keys,
      Array.from({ length: 4_100 }, (_, index) => post(`${index}`)),
    );
    const db = await openDB("tenken-journal");
    const change = db.transaction("entries", "readwrite");
    for (const one of chain) void change.store.add(one);
    await change.done;
    expect((await all(journal.summaries())).map(({ seq }) => seq)).toEqual(
      chain.map(({ seq }) => seq),
    );
  });

  it("goes on with a record of the first version", async () => {
    const old = await openDB("tenken-journal", 1, {
      upgrade: (db) => {
        db.createObjectStore("entries", { keyPath: "seq" }).createIndex("id", "entry.id", {
          unique: true,
        });
        db.createObjectStore("meta");
      },
    });
    old.close();
    const journal = await filled();
    expect(await journal.count(MAY)).toBe(3);
  });

  it("lets go of its database for a newer version, and says so to whoever writes", async () => {
    const journal = await filled();
    const newer = await openDB("tenken-journal", 99);
    await expect(journal.append(post("late"))).rejects.toThrow();
    newer.close();
  });
});

describe("a sign-off", () => {
  it("is an entry, and an anchor of the end", async () => {
    const journal = await filled();
    const report = await journal.verify();
    const what = { by: "総務課長", from: "2026-05-01", to: "2026-05-31", remarks: "異常なし" };
    const anchor = await signOff(journal, what, report);
    const [entry] = await journal.newest(1);
    expect(entry).toMatchObject({
      entry: { type: "signoff", ...what, head: { seq: 5, hash: report.head.hash }, breaks: 0 },
    });
    expect(anchor).toEqual({
      machine: (await journal.keys()).machine,
      seq: 6,
      hash: entry?.hash,
    });
    expect((await journal.verify()).breaks).toEqual([]);
  });
});
