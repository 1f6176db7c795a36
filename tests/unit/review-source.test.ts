import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { excerptLines } from "../../src/journal/export.ts";
import { blobLines } from "../../src/review/blob-lines.ts";
import { Columns } from "../../src/review/columns.ts";
import { newestFirst } from "../../src/review/filter.ts";
import { filesSource, machineSource } from "../../src/review/source.ts";
import { alarm, post } from "./journal-entries.ts";

vi.mock("wxt/browser", () => {
  const session = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  return { browser: { storage: { session } } };
});
const { openJournal } = await import("../../src/journal/store.ts");
const { exported, filled, signed } = await import("./journal-exports.ts");

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const fileOf = (name: string, lines: readonly string[]) => new File([lines.join("")], name);

async function loaded(source: ReturnType<typeof filesSource>) {
  const columns = new Columns();
  const outcome = await source.load(
    columns,
    () => {},
    () => {},
  );
  return { columns, ...outcome };
}

const idsOf = async (source: ReturnType<typeof filesSource>, columns: Columns) => {
  const ids: string[] = [];
  for (const row of newestFirst(columns)) {
    ids.push((await source.entry(columns, row))?.entry.id ?? "gone");
  }
  return ids;
};

describe("lines of a file", () => {
  it("are the file's, each with its place, however it is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", ""))),
        async (texts) => {
          const blob = new Blob(texts.map((text) => `${text}\n`));
          const found: string[] = [];
          for await (const { text, start, end } of blobLines(blob)) {
            found.push(text);
            expect(await blob.slice(start, end).text()).toBe(text);
          }
          // A decoder takes a mark at the very front for no letter.
          expect(found).toEqual(texts.map((text) => text.replace(/^\u{FEFF}/u, "").toWellFormed()));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("end without a line feed, too", async () => {
    const found: string[] = [];
    for await (const { text } of blobLines(new Blob(["a\nb"]))) found.push(text);
    expect(found).toEqual(["a", "b"]);
  });
});

describe("this machine's record", () => {
  it("is read whole, the newest first of all, and can be asked entry by entry", async () => {
    const journal = await filled(["a", "b", "c"]);
    const source = machineSource(journal);
    const columns = new Columns();
    const previews: number[] = [];
    await source.load(
      columns,
      () => {},
      (newest) => previews.push(newest.rows),
    );
    expect(previews).toEqual([3]);
    expect(await idsOf(source, columns)).toEqual(["c", "b", "a"]);
    const found: string[] = [];
    for await (const { entry, machine } of source.entries(columns, Uint32Array.of(2, 0))) {
      found.push(`${entry.id} ${machine === (await journal.keys()).machine}`);
    }
    expect(found).toEqual(["a true", "c true"]);
  });

  it("leaves nothing behind where there is none", async () => {
    const { columns } = await loaded(machineSource(openJournal()));
    expect(columns.rows).toBe(0);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it("fits what was noted at a sign-off, or says that it does not", async () => {
    const journal = await filled();
    const source = machineSource(journal);
    const anchor = await signed(journal);
    expect(await source.against(anchor)).toBe("holds");
    expect(await source.against({ ...anchor, hash: "0".repeat(24) })).toBe("contradicts");
    expect(await source.against({ ...anchor, seq: anchor.seq + 1 })).toBe("contradicts");
    expect(await source.against({ ...anchor, machine: "0".repeat(24) })).toBe("absent");
    // What had its time cannot be compared any more, but for the place where it ends.
    await journal.prune("2027-01-01T00:00:00.000Z");
    expect(await source.against({ ...anchor, seq: 1 })).toBe("absent");
  });
});

describe("opened files", () => {
  it("merge: two machines, one of them twice, each entry once", async () => {
    const first = await filled(["a", "b"]);
    const older = await exported(first);
    await first.append(post("c"));
    const newer = await exported(first);
    globalThis.indexedDB = new IDBFactory();
    const other = await exported(await filled(["x"]));
    const source = filesSource([
      fileOf("newer.jsonl", newer),
      // Several exports may stand in one file.
      fileOf("both.jsonl", [...older, ...other]),
    ]);
    const { columns, reports, problems, together } = await loaded(source);
    expect(problems).toEqual([]);
    expect(reports.map(({ file, report }) => [file, report.isSigned])).toEqual([
      ["newer.jsonl", true],
      ["both.jsonl", true],
      ["both.jsonl", true],
    ]);
    expect(columns.machines).toHaveLength(2);
    // a, b, the older export's own entry, c, the newer's; x and its export's.
    expect(columns.rows).toBe(7);
    expect(together?.args).toEqual(["2", "7"]);
    const ids = await idsOf(source, columns);
    expect(ids).toEqual(expect.arrayContaining(["a", "b", "c", "x"]));
    const taken: string[] = [];
    for await (const { entry, machine } of source.entries(columns, newestFirst(columns))) {
      taken.push(entry.id);
      expect(columns.machines).toContain(machine);
    }
    expect(taken.toSorted()).toEqual(ids.toSorted());
  });

  it("say what does not fit, and show the rest", async () => {
    const lines = await exported(await filled(["a", "b", "c"]));
    const changed = lines.map((line) => line.replace("主催者の指定のため", "なし"));
    const excerpt: string[] = [];
    for await (const line of excerptLines([])) excerpt.push(line);
    const source = filesSource([
      fileOf("changed.jsonl", changed),
      fileOf("excerpt.jsonl", excerpt),
      fileOf("letter.txt", ["拝啓\n"]),
      fileOf("empty.jsonl", []),
    ]);
    const { columns, reports, problems } = await loaded(source);
    expect(columns.rows).toBe(4);
    expect(reports[0]?.report.chain.breaks.map(({ kind }) => kind)).toContain("changed");
    expect(problems).toEqual([
      { key: "cli_verify_excerpt", args: ["excerpt.jsonl"] },
      { key: "cli_verify_no_export", args: ["letter.txt", "1"] },
      { key: "cli_verify_no_export", args: ["empty.jsonl", "1"] },
    ]);
  });

  it("pass over entries of a kind that this version does not know, and count them", async () => {
    const lines = await exported(await filled(["a"]));
    const strange = lines.map((line) => line.replace('"type":"post"', '"type":"poem"'));
    const { columns, problems } = await loaded(filesSource([fileOf("later.jsonl", strange)]));
    expect(columns.rows).toBe(1);
    expect(problems).toContainEqual({ key: "review_files_unknown", args: ["1"] });
  });

  it("never throw, whatever an entry holds", async () => {
    const [head = "", ...rest] = await exported(await filled(["a"]));
    const first = JSON.parse(rest[0] ?? "");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(post("a")), ...Object.keys(alarm("a"))),
        fc.jsonValue(),
        async (field, value) => {
          const entry = { ...first.entry, [field]: value };
          const line = `${JSON.stringify({ ...first, entry })}\n`;
          const source = filesSource([fileOf("strange.jsonl", [head, line])]);
          const { columns } = await loaded(source);
          for (let row = 0; row < columns.rows; row++) {
            columns.outcomeAt(row);
            columns.findingsAt(row);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
