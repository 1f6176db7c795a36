import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLines } from "../../src/journal/csv.ts";
import { makeKeys } from "../../src/journal/keys.ts";
import { alarm, chainOf, gap, post } from "./journal-entries.ts";

describe("an export as a sheet", () => {
  const sheetOf = async (more: Parameters<typeof post>[1]) => {
    const chain = await chainOf(await makeKeys(), [post("1", more), gap("2")]);
    let sheet = "";
    for await (const line of csvLines(chain, "ja")) sheet += line;
    return sheet;
  };

  it("opens in Excel: its mark, CRLF, one row an entry", async () => {
    const sheet = await sheetOf({});
    expect(sheet.startsWith("\u{FEFF}")).toBe(true);
    expect(sheet.split("\r\n")).toHaveLength(4);
    expect(sheet.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const [row] = parse(sheet, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      "日時（日本時間）": "2026-12-05 10:00:00",
      判断: "そのまま投稿",
      指摘: "日付と曜日の食い違い date.weekday (止める, そのまま)",
      投稿の形: "投稿",
      止め方: "投稿を止める（本番）",
      モード: "通常",
      管理された設定: "はい",
      アカウント: "hoshimi_city",
    });
  });

  it("says everything in words, in both languages", async () => {
    const chain = await chainOf(await makeKeys(), [
      post("1", {
        kind: "thread",
        isManaged: false,
        mode: "emergency",
        enforcement: "warn",
        findings: [
          { rule: "some.new-rule", level: "hint", fate: "aside" },
          {
            rule: "rights.media",
            level: "care",
            fate: "answered",
            answer: { to: "media", lookedAt: ["faces"] },
          },
          { rule: "link.third-party", level: "care", fate: "answered", answer: { to: "page" } },
        ],
      }),
      gap("2"),
      alarm("3"),
      { type: "export", id: "4", at: post("4").at, from: 1, to: 3, format: "jsonl" },
    ]);
    for (const lang of ["ja", "en"] as const) {
      let sheet = "";
      for await (const line of csvLines(chain, lang)) sheet += line;
      expect(sheet).not.toMatch(/undefined|QuotaExceeded|"thread"|"emergency"|"warn"|faces|"page"/);
      expect(sheet).toContain("some.new-rule");
      expect(sheet).toContain("kanko.example.org");
    }
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "＠a",
  ])("runs no %j", async (reason) => {
    const rows = parse(await sheetOf({ reason, account: reason }), { bom: true, columns: true });
    expect(rows[0]).toMatchObject({ 理由: `'${reason}`, アカウント: `'${reason}` });
  });

  it("keeps any words in their own cell", async () => {
    const chain = await chainOf(await makeKeys(), [post("1")]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (reason) => {
        const [one] = chain;
        let sheet = "";
        const entries = one ? [{ ...one, entry: post("1", { reason }) }] : [];
        for await (const line of csvLines(entries, "ja")) sheet += line;
        const [row] = parse(sheet, { bom: true, columns: true }) as Record<string, string>[];
        expect([reason, `'${reason}`]).toContain(row?.理由);
      }),
    );
  });
});
