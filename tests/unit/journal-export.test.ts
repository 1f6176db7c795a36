import "fake-indexeddb/auto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anchorText } from "../../src/journal/anchor.ts";
import { NoExport } from "../../src/journal/export.ts";
import { makeKeys } from "../../src/journal/keys.ts";
import { exportWords, isWhole } from "../../src/journal/words.ts";
import { translate } from "../../src/locales.ts";
import { chainOf, gap, post } from "./journal-entries.ts";

vi.mock("wxt/browser", () => {
  const session = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  return { browser: { storage: { session } } };
});
const { openJournal } = await import("../../src/journal/store.ts");
const { exported, filled, signed, verify } = await import("./journal-exports.ts");

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("an export", () => {
  it("is whole, ends with the entry that says so, and has no key in it", async () => {
    const journal = await filled();
    const lines = await exported(journal);
    const [report] = await verify(lines);
    expect(report && isWhole(report)).toBe(true);
    expect(report).toMatchObject({
      machine: (await journal.keys()).machine,
      prunedTo: null,
      chain: { count: 4, first: 1, gaps: 0 },
    });
    expect(JSON.parse(lines.at(-2) ?? "")).toMatchObject({
      entry: { type: "export", from: 1, to: 3, format: "jsonl" },
    });
    expect(Object.keys(JSON.parse(lines[0] ?? "")).toSorted()).toEqual([
      "checkpoint",
      "machine",
      "period",
      "publicKey",
      "record",
      "start",
      "version",
    ]);
  });

  it("shows any line that was taken out, changed or moved, and an end that is not there", async () => {
    const lines = await exported(await filled());
    const inner = fc.integer({ min: 1, max: lines.length - 2 });
    await fc.assert(
      fc.asyncProperty(inner, inner, async (index, other) => {
        const cut = await verify(lines.toSpliced(index, 1));
        expect(cut.every(isWhole)).toBe(false);
        const changed = lines.with(index, (lines[index] ?? "").replace('"at":"2', '"at":"1'));
        expect((await verify(changed)).every(isWhole)).toBe(false);
        if (index === other) return;
        const moved = lines.toSpliced(index, 1).toSpliced(other, 0, lines[index] ?? "");
        expect((await verify(moved)).every(isWhole)).toBe(false);
      }),
    );
    const [open] = await verify(lines.slice(0, -1));
    expect(open).toMatchObject({ at: null, isSigned: false });
  });

  it("shows a record that somebody wrote anew, in their own name or in the machine's", async () => {
    const lines = await exported(await filled());
    const first = JSON.parse(lines[0] ?? "");
    const forger = await makeKeys();
    const forged = (await chainOf(forger, [post("z")], first.start)).map((one) =>
      JSON.stringify(one),
    );
    const end = JSON.parse(lines.at(-1) ?? "");
    const [report] = await verify([lines[0] ?? "", ...forged, JSON.stringify(end)]);
    expect(report && isWhole(report)).toBe(false);
    // With another key, the machine's name no longer belongs to it.
    const renamed = JSON.stringify({ ...first, publicKey: forger.publicKey });
    const [taken] = await verify(lines.with(0, renamed));
    expect(taken).toMatchObject({ isSigned: false });
  });

  it("begins at what was removed after its time, by the machine's own signature alone", async () => {
    const journal = openJournal();
    await journal.append(post("old", { at: "2020-01-01T00:00:00.000Z" }));
    await journal.append(post("new"));
    await journal.prune("2021-01-01T00:00:00.000Z");
    const lines = await exported(journal);
    const [report] = await verify(lines);
    expect(report).toMatchObject({ prunedTo: 1, chain: { first: 2 } });
    expect(report && isWhole(report)).toBe(true);
    const first = JSON.parse(lines[0] ?? "");
    const [unsigned] = await verify(lines.with(0, JSON.stringify({ ...first, checkpoint: null })));
    expect(unsigned?.chain.breaks).toContainEqual({ kind: "start", seq: 2 });
  });

  it("tells what the machine itself found wrong, and cannot be talked out of it", async () => {
    const journal = await filled();
    const open = indexedDB.open("tenken-journal");
    await new Promise((done) => {
      open.onsuccess = done;
    });
    const change = open.result.transaction("entries", "readwrite");
    change.objectStore("entries").delete(2);
    await new Promise((done) => {
      change.oncomplete = done;
    });
    const lines = await exported(journal);
    const [report] = await verify(lines);
    expect(report?.told).toEqual([{ kind: "missing", seq: 3 }]);
    const last = JSON.parse(lines.at(-1) ?? "");
    const [silenced] = await verify(lines.with(-1, JSON.stringify({ ...last, breaks: [] })));
    expect(silenced).toMatchObject({ isSigned: false });
  });

  it.each([["a text"], ["[]"], ['{"record":"tenken","version":2}'], ["null"]])(
    "is not %s",
    async (line) => {
      await expect(verify([line])).rejects.toBeInstanceOf(NoExport);
    },
  );

  it("says all of it in words of both languages", async () => {
    const journal = await filled();
    await journal.append(gap("gap"));
    const lines = await exported(journal);
    const reports = [
      ...(await verify(lines)),
      ...(await verify(lines.toSpliced(2, 1).slice(0, -1))),
    ];
    for (const lang of ["ja", "en"] as const) {
      for (const { key, args } of reports.flatMap(exportWords)) {
        expect(translate(lang, key, args)).not.toMatch(/\$\d|undefined/);
      }
    }
  });
});

describe("npm run verify", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tenken-verify-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, lines: readonly string[]) => {
    await writeFile(join(folder, name), lines.join(""));
    return join(folder, name);
  };
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, ["src/cli/verify.ts", ...args], { stdio: "pipe" });
    const [out, err, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { out, err, status };
  };

  it("says of a whole export that it is whole, and what that is worth", async () => {
    const { out, status } = await run(await file("whole.jsonl", await exported(await filled())));
    expect(out).toContain("記録4件（1番から4番まで）");
    expect(out).toContain("分からないこと");
    expect(status).toBe(0);
  });

  it("says where an export was changed", async () => {
    const lines = await exported(await filled());
    const changed = lines.with(2, (lines[2] ?? "").replace("主催者", "課長"));
    const { out, status } = await run(await file("changed.jsonl", changed), "--lang", "en");
    expect(out).toContain("Number 2: what it says was changed");
    expect(status).toBe(1);
  });

  it("puts many machines together, each entry once", async () => {
    const journal = await filled();
    const early = await file("early.jsonl", await exported(journal));
    const late = await file("late.jsonl", await exported(journal));
    globalThis.indexedDB = new IDBFactory();
    const other = await file("other.jsonl", await exported(await filled(["x"])));
    const { out, status } = await run(early, late, other);
    expect(out).toContain("端末2台、記録は合わせて7件です。");
    expect(status).toBe(0);
  });

  it("writes what it put together as a table and as an excerpt, over no file", async () => {
    const early = await file("first.jsonl", await exported(await filled()));
    globalThis.indexedDB = new IDBFactory();
    const other = await file("second.jsonl", await exported(await filled(["x"])));
    const [csv, jsonl] = [join(folder, "merged.csv"), join(folder, "merged.jsonl")];
    const { out, status } = await run("--csv", csv, "--jsonl", jsonl, early, other, early);
    expect(status).toBe(0);
    expect(out).toContain(`記録6件を ${csv} に書き出しました。`);
    const sheet = await readFile(csv, "utf8");
    expect(sheet.startsWith("\u{FEFF}")).toBe(true);
    expect(sheet.split("\r\n")).toHaveLength(1 + 6 + 1);
    const [head = "", ...entries] = (await readFile(jsonl, "utf8")).trimEnd().split("\n");
    expect(JSON.parse(head)).toEqual({ record: "tenken", version: 1, isExcerpt: true });
    expect(new Set(entries.map((line) => JSON.parse(line).machine)).size).toBe(2);
    // What is there already may be the only copy.
    expect(await run("--csv", csv, early)).toMatchObject({ status: 2 });
    expect(await readFile(csv, "utf8")).toBe(sheet);
    const refused = await run(jsonl);
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.err).toContain("抜き書き");
  });

  it("shows by an older export an end that was cut, although the machine signed the rest", async () => {
    const journal = await filled();
    const early = await exported(journal);
    const open = indexedDB.open("tenken-journal");
    await new Promise((done) => {
      open.onsuccess = done;
    });
    // As whoever controls the machine can: the last two entries and the note of the end.
    const change = open.result.transaction(["entries", "meta"], "readwrite");
    const entries = change.objectStore("entries");
    const second = entries.get(2);
    entries.delete(IDBKeyRange.lowerBound(3));
    second.onsuccess = () =>
      change.objectStore("meta").put({ seq: 2, hash: second.result.hash }, "head");
    await new Promise((done) => {
      change.oncomplete = done;
    });
    const late = await exported(openJournal());
    expect((await verify(late)).every(isWhole)).toBe(true);
    const { out, status } = await run(await file("1.jsonl", early), await file("2.jsonl", late));
    expect(out).toContain("3番が、ファイルによって違います");
    expect(out).toContain("終わりが削られています");
    expect(status).toBe(1);
  });

  it("compares with what was noted at a sign-off", async () => {
    const journal = await filled();
    const noted = anchorText(await signed(journal));
    const whole = await file("signed.jsonl", await exported(journal));
    const held = await run(whole, "--anchor", noted);
    expect(held.out).toContain("4番の照合値は、記録と合っています");
    expect(held.status).toBe(0);
    const other = noted.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const broken = await run("--anchor", noted, "--anchor", other, whole, "--lang", "en");
    expect(broken.out).toContain("does not fit the record");
    expect(broken.status).toBe(1);
    const wrong = await run(whole, "--anchor", "4番");
    expect(wrong).toMatchObject({ status: 2, out: "" });
    expect(wrong.err).toContain("「4番」を読めません");
  });

  it("says what it cannot use", async () => {
    expect(await run()).toMatchObject({ status: 2 });
    expect(await run(join(folder, "none.jsonl"))).toMatchObject({ status: 2, out: "" });
    const { err, status } = await run(await file("drafts.jsonl", ['{"text":"a"}\n']));
    expect(err).toContain("drafts.jsonl の1行目");
    expect(status).toBe(2);
    expect((await run("--help")).out).toContain("npm run -s verify");
  });
});
