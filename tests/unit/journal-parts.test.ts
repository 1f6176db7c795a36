import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { anchorText, readAnchor } from "../../src/journal/anchor.ts";
import { exportSheet } from "../../src/journal/csv.ts";
import type { Anchor } from "../../src/journal/entry.ts";
import type { ExportReport } from "../../src/journal/export.ts";
import { Merged } from "../../src/journal/merge.ts";
import { exportWords, isWhole } from "../../src/journal/words.ts";
import { post } from "./journal-entries.ts";

vi.mock("wxt/browser", () => {
  const session = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  return { browser: { storage: { session } } };
});
const { openJournal } = await import("../../src/journal/store.ts");
const { exported, filled, rewrite, signed, verify } = await import("./journal-exports.ts");

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("an export", () => {
  describe("of a period", () => {
    const at = (date: string) => ({ at: `${date}T03:00:00.000Z` });
    const months = async () => {
      const journal = openJournal();
      for (const month of ["04", "05", "06", "07"]) {
        await journal.append(post(month, at(`2026-${month}-10`)));
      }
      return journal;
    };
    const of = (month: number) => ({
      from: `2026-0${month}-01T00:00:00.000Z`,
      to: `2026-0${month + 1}-01T00:00:00.000Z`,
    });

    it("is whole by the machine's signature, and says that it is a part", async () => {
      const journal = await months();
      const lines = await exported(journal, of(5));
      const [report] = await verify(lines);
      expect(report && isWhole(report)).toBe(true);
      expect(report).toMatchObject({
        period: of(5),
        chain: { count: 1, first: 2 },
        start: { seq: 1 },
      });
      // Its note of the export itself lies outside, and is vouched for all the same.
      expect(report?.head).toMatchObject({ seq: 5 });
      expect(exportWords(report as ExportReport).map(({ key }) => key)).toContain("journal_part");
    });

    it("shows a first or a last entry that was cut, and another period's name", async () => {
      const lines = await exported(await months(), { from: of(4).from, to: of(6).to });
      for (const index of [1, 2, 3]) {
        const [report] = await verify(lines.toSpliced(index, 1));
        expect(report && isWhole(report)).toBe(false);
      }
      const first = JSON.parse(lines[0] ?? "");
      for (const change of [
        { period: of(4) },
        { period: null },
        { start: { seq: 1, hash: "a" } },
      ]) {
        const [report] = await verify(lines.with(0, JSON.stringify({ ...first, ...change })));
        expect(report && isWhole(report)).toBe(false);
      }
    });

    it("is a part of nothing where nothing was written, and is whole", async () => {
      const [report] = await verify(await exported(await months(), of(1)));
      expect(report && isWhole(report)).toBe(true);
      expect(report?.chain.count).toBe(0);
    });

    it("fits to its neighbours, and says what stands in none of them", async () => {
      const journal = await months();
      const merged = new Merged();
      const parts = [await exported(journal, of(4)), await exported(journal, of(6))];
      for (const lines of parts) merged.add(await verify(lines, merged));
      expect(merged.contradictions()).toEqual([]);
      expect(merged.between().map(({ args }) => args?.slice(1))).toEqual([["2", "2"]]);
      merged.add(await verify(await exported(journal, of(5)), merged));
      expect(merged.between()).toEqual([]);
      expect(merged.entries).toBe(3);
    });

    it("contradicts a neighbour from before a rewrite", async () => {
      const journal = await months();
      const merged = new Merged();
      merged.add(await verify(await exported(journal, of(4)), merged));
      await rewrite(journal, [post("04", at("2026-04-11")), post("05", at("2026-05-10"))]);
      const later = await verify(await exported(openJournal(), of(5)), merged);
      expect(later.every(isWhole)).toBe(true);
      merged.add(later);
      // By what May follows, and by an end that lies before the one that April's export signed for.
      expect(merged.contradictions().map(({ key }) => key)).toEqual([
        "journal_rewritten",
        "journal_shortened",
      ]);
    });
  });

  describe("and what was noted of it", () => {
    it("holds, also where it is typed in with wide spaces and letters", async () => {
      const journal = await filled();
      const anchor = await signed(journal);
      const merged = new Merged();
      merged.add(await verify(await exported(journal), merged));
      expect(merged.against(anchor)).toBe("holds");
      const typed = anchorText(anchor).replaceAll(" ", "\u3000").toUpperCase();
      expect(merged.against(readAnchor(typed) as Anchor)).toBe("holds");
    });

    it("contradicts a rewrite by whoever has the key, and an end that was cut", async () => {
      const journal = await filled();
      const anchor = await signed(journal);
      await rewrite(journal, [post("z"), post("b"), post("c"), post("d"), post("e")]);
      const rewritten = new Merged();
      rewritten.add(await verify(await exported(openJournal()), rewritten));
      expect(rewritten.contradictions()).toEqual([]);
      expect(rewritten.against(anchor)).toBe("contradicts");
      await rewrite(journal, [post("a")]);
      const cut = new Merged();
      cut.add(await verify(await exported(openJournal()), cut));
      expect(cut.against(anchor)).toBe("contradicts");
    });

    it("is not here where its machine is another, or its time", async () => {
      const journal = await filled();
      const anchor = await signed(journal);
      const merged = new Merged();
      expect(merged.against(anchor)).toBe("absent");
      merged.add(await verify(await exported(journal), merged));
      expect(merged.against({ ...anchor, machine: "0".repeat(64) })).toBe("absent");
    });

    it.each(["", "1", "abc 1 def", `${"a".repeat(24)} -1 ${"a".repeat(24)}`])(
      "is not %j",
      (text) => {
        expect(readAnchor(text)).toBeNull();
      },
    );
  });

  it("as a sheet leaves a note as well, and its values to compare are an anchor", async () => {
    const journal = await filled();
    let sheet = "";
    for await (const line of exportSheet(journal, "ja")) sheet += line;
    expect(sheet.trimEnd().split("\r\n")).toHaveLength(5);
    const [note] = await journal.newest(1);
    expect(note?.entry).toMatchObject({ type: "export", from: 1, to: 3, format: "csv" });
    expect(sheet).toContain(note?.hash);
  });
});
