import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sealed } from "../../src/journal/entry.ts";
import { post } from "./journal-entries.ts";

const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
        remove: async (key: string) => void session.delete(key),
      },
    },
  },
}));

const { openJournal } = await import("../../src/journal/store.ts");
type Journal = ReturnType<typeof openJournal>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  session.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function all(journal: Journal, from?: number, to?: number): Promise<Sealed[]> {
  const found: Sealed[] = [];
  for await (const one of journal.entries(from, to)) found.push(one);
  return found;
}
const idsOf = async (journal: Journal) => (await all(journal)).map(({ entry }) => entry.id);

describe("the record", () => {
  it("keeps entries in a chain that the machine finds whole", async () => {
    const journal = openJournal();
    expect(await journal.append(post("a"))).toBe("stored");
    expect(await journal.append(post("b"))).toBe("stored");
    const { machine } = await journal.keys();
    expect((await all(journal)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await all(journal))[0]?.prev).toBe(machine);
    expect(await journal.verify()).toMatchObject({ count: 2, breaks: [] });
  });

  it("stores once what is delivered twice, also at the same time", async () => {
    const journal = openJournal();
    const outcomes = await Promise.all([post("a"), post("a"), post("a")].map(journal.append));
    expect(outcomes.toSorted()).toEqual(["known", "known", "stored"]);
    expect(await idsOf(openJournal())).toEqual(["a"]);
  });

  it("loses none of two writers at once, and has one pair of keys for both", async () => {
    const [one, other] = [openJournal(), openJournal()];
    const ids = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(ids.map((id) => (Number(id) % 2 === 0 ? one : other).append(post(id))));
    expect((await idsOf(one)).toSorted()).toEqual(ids.toSorted());
    expect((await one.keys()).machine).toBe((await other.keys()).machine);
    expect(await other.verify()).toMatchObject({ count: 20, breaks: [] });
  });

  it("is read piece by piece, and by number", async () => {
    const journal = openJournal();
    for (let index = 0; index < 12; index++) await journal.append(post(`${index}`));
    expect((await all(journal, 3, 5)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(await all(journal, 13)).toEqual([]);
  });

  it("says of a gap as soon as it can", async () => {
    const journal = openJournal();
    await journal.append(post("a"));
    const full = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    for (const id of ["b", "c"]) {
      const error = await journal.append(post(id)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DOMException);
      await journal.miss(id, error);
    }
    await expect(journal.settle()).rejects.toThrow("full");
    full.mockRestore();
    // Another worker by now; c is delivered once more, b never is.
    const later = openJournal();
    await later.append(post("c"));
    const [, gap, last] = (await all(later)).map(({ entry }) => entry);
    expect(gap).toMatchObject({ type: "gap", missing: ["b"], error: "QuotaExceededError" });
    expect(last?.id).toBe("c");
    await later.append(post("d"));
    expect(await later.verify()).toMatchObject({ count: 4, gaps: 1, breaks: [] });
    await later.settle();
    expect((await later.verify()).count).toBe(4);
  });

  it("goes on where the browser ended its connection without a word", async () => {
    const open = vi.spyOn(IDBFactory.prototype, "open");
    const journal = openJournal();
    await journal.append(post("a"));
    for (const { value } of open.mock.results) (value as IDBOpenDBRequest).result.close();
    await journal.append(post("b"));
    for (const { value } of open.mock.results) (value as IDBOpenDBRequest).result.close();
    expect(await idsOf(journal)).toEqual(["a", "b"]);
    expect(open).toHaveBeenCalledTimes(3);
  });

  it("writes of a gap by itself, and nothing where all came after all", async () => {
    const journal = openJournal();
    await journal.miss("a", new Error("broken"));
    await journal.append(post("a"));
    await journal.settle();
    expect(await idsOf(journal)).toEqual(["a"]);
    await journal.miss("b", new Error("broken"));
    await journal.settle();
    expect((await all(journal))[1]?.entry).toMatchObject({ type: "gap", missing: ["b"] });
  });

  it("leaves nothing behind where it is only asked for", async () => {
    expect(await openJournal().exists()).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
    await openJournal().append(post("a"));
    expect(await openJournal().exists()).toBe(true);
  });

  it("removes what is older, signs for it, and the chain goes on", async () => {
    const journal = openJournal();
    const days = ["2025-01-01", "2025-06-01", "2026-01-01"];
    for (const day of days) await journal.append(post(day, { at: `${day}T00:00:00.000Z` }));
    expect(await journal.prune("2025-12-01T00:00:00.000Z")).toBe(2);
    expect(await journal.prune("2025-12-01T00:00:00.000Z")).toBe(0);
    expect(await idsOf(journal)).toEqual(["2026-01-01"]);
    expect((await journal.state()).start.seq).toBe(2);
    expect(await journal.verify()).toMatchObject({ count: 1, first: 3, breaks: [] });
    // Everything gone: the next one still follows the last.
    expect(await journal.prune("2027-01-01T00:00:00.000Z")).toBe(1);
    await journal.append(post("new"));
    expect((await all(journal))[0]).toMatchObject({ seq: 4 });
    expect(await openJournal().verify()).toMatchObject({ count: 1, breaks: [] });
  });

  it.each([
    ["far ahead, with the entries after it", ["2025-01", "2999-01", "2025-02", "2026-05"], 3],
    ["far ahead, with one entry after it", ["2999-01", "2025-02", "2026-05"], 2],
    ["ahead by half a year", ["2025-06", "2026-02", "2025-08", "2025-09", "2026-05"], 4],
    ["far ahead, the newest: it stays", ["2025-01", "2026-05", "2999-01"], 1],
    ["far ahead, alone: it stays", ["2999-01"], 0],
    ["far behind: nothing goes with it", ["2026-02", "2026-03", "1970-01", "2026-05"], 0],
    ["far behind, and others had their time", ["2025-01", "2026-03", "2026-04", "1970-01"], 1],
  ])("prunes what has had its time where a clock was %s", async (_, months, gone) => {
    vi.setSystemTime("2026-11-01");
    const journal = openJournal();
    for (const [index, month] of months.entries())
      await journal.append(post(`${index}`, { at: `${month}-01T00:00:00.000Z` }));
    expect(await journal.prune("2026-01-01T00:00:00.000Z")).toBe(gone);
    expect(await idsOf(journal)).toEqual(months.map((_, index) => `${index}`).slice(gone));
    expect((await journal.verify()).breaks).toEqual([]);
  });

  it.each<[string, (seq: number) => Promise<void>, string]>([
    ["an entry that was changed", (seq) => change(seq, { reason: "べつ" }), "changed"],
    ["an entry that was taken out", (seq) => remove(seq), "missing"],
    ["a front that was cut", () => remove(1), "missing"],
    ["a tail that was cut", () => remove(3), "end"],
  ])("shows %s behind its back", async (_, tamper, kind) => {
    const journal = openJournal();
    for (const id of ["a", "b", "c"]) await journal.append(post(id));
    await tamper(2);
    expect((await journal.verify()).breaks.map((one) => one.kind)).toContain(kind);
  });

  it("goes on where the note of its end was taken away", async () => {
    const journal = openJournal();
    await journal.append(post("a"));
    await (await raw()).delete("meta", "head");
    await journal.append(post("b"));
    expect(await journal.verify()).toMatchObject({ count: 2, breaks: [] });
  });

  it("fingerprints a text the same on one machine, and otherwise on another", async () => {
    const journal = openJournal();
    const first = await journal.fingerprint("粗大ごみの日");
    expect(await openJournal().fingerprint("粗大ごみの日")).toBe(first);
    expect(await journal.fingerprint("粗大ごみの日。")).not.toBe(first);
    globalThis.indexedDB = new IDBFactory();
    expect(await openJournal().fingerprint("粗大ごみの日")).not.toBe(first);
  });
});

const raw = () => openDB("tenken-journal");

async function change(seq: number, more: object): Promise<void> {
  const db = await raw();
  const stored: Sealed = await db.get("entries", seq);
  await db.put("entries", { ...stored, entry: { ...stored.entry, ...more } });
}

async function remove(seq: number): Promise<void> {
  await (await raw()).delete("entries", seq);
}
