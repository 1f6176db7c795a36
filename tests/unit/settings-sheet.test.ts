import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { columnsOf, matchColumns, recordOf } from "../../src/options/columns.ts";
import { fileName, readFile, settingsFile } from "../../src/options/file.ts";
import { decodeSheet, readSheet } from "../../src/options/sheet.ts";
import { KEYS } from "../../src/policy/keys.ts";
import { resolvePolicy } from "../../src/policy/policy.ts";
import { keyStatuses } from "../../src/policy/status.ts";

describe("a sheet", () => {
  it("is read as Excel copies it: tabs, quoted cells with line breaks and marks", () => {
    const copied = '名称\t説明\r\n"一行目\n二行目"\t"「""特別""」"\r\n代表\t"24"" monitor"\r\n';
    expect(readSheet(copied)).toEqual({
      rows: [
        ["名称", "説明"],
        ["一行目\n二行目", '「"特別"」'],
        ["代表", '24" monitor'],
      ],
    });
  });

  it("is read as a file of commas or semicolons, with rows of several lengths", () => {
    expect(readSheet("a,b,c\n1,2\n\n3")).toEqual({
      rows: [
        ["a", "b", "c"],
        ["1", "2", ""],
        ["", "", ""],
        ["3", "", ""],
      ],
    });
    expect(readSheet("a;b\n1;2,5")).toEqual({
      rows: [
        ["a", "b"],
        ["1", "2,5"],
      ],
    });
  });

  it("takes a mark within a cell for itself, and names a line whose marks do not pair", () => {
    expect(readSheet('a\tb\n24" monitor\tx')).toEqual({
      rows: [
        ["a", "b"],
        ['24" monitor', "x"],
      ],
    });
    expect(readSheet('a,b\n1,2\n"open,3\n4,5')).toHaveProperty("badLine");
    expect(readSheet("")).toEqual({ rows: [] });
  });

  it.each([
    ["UTF-8", new TextEncoder().encode("名称,電話")],
    ["UTF-8 with its mark", new TextEncoder().encode("\ufeff名称,電話")],
    ["Shift_JIS", iconv.encode("名称,電話", "Shift_JIS")],
    ["UTF-16", iconv.encode("名称,電話", "utf-16le", { addBOM: true })],
  ])("is decoded from %s", (_, bytes) => {
    expect(readSheet(decodeSheet(new Uint8Array(bytes)))).toEqual({ rows: [["名称", "電話"]] });
  });
});

const phoneShape = KEYS.phoneBook.shape.kind === "list" ? KEYS.phoneBook.shape.of : null;
const accountShape = KEYS.accounts.shape.kind === "list" ? KEYS.accounts.shape.of : null;
const termShape = KEYS.terms.shape.kind === "list" ? KEYS.terms.shape.of : null;
if (!phoneShape || !accountShape || !termShape) throw new Error("these keys are lists");
const phones = columnsOf(phoneShape, ["phoneBook"]);
const accounts = columnsOf(accountShape, ["accounts"]);
const terms = columnsOf(termShape, ["terms"]);
const names = (fields: readonly ({ field: readonly string[] } | null)[]) =>
  fields.map((one) => one?.field.join(".") ?? null);

describe("columns", () => {
  it("are known by title in either language, by part of it, and by the field's own name", () => {
    expect(matchColumns(phones, ["電話番号", "部署・施設の名称"])).toMatchObject({
      hasTitles: true,
    });
    expect(names(matchColumns(phones, ["電話番号", "備考", "施設"]).fields)).toEqual([
      "phone",
      null,
      "name",
    ]);
    expect(names(matchColumns(phones, ["phone", "name"]).fields)).toEqual(["phone", "name"]);
    expect(names(matchColumns(accounts, ["Handle", "terms.conduct"]).fields)).toEqual([
      "handle",
      "terms.conduct",
    ]);
  });

  it("go by the order where there are no titles", () => {
    const { fields, hasTitles } = matchColumns(phones, ["代表", "026-245-1400", ""]);
    expect(hasTitles).toBe(false);
    expect(names(fields)).toEqual(["name", "phone", null]);
  });

  it("make records: choices by their words, days as people write them, lists by line", () => {
    const fields = matchColumns(terms, ["言葉", "強さ", "控える最後の日"]).fields;
    expect(recordOf(fields, ["新市民会館", "止める", "2026/12/18"])).toEqual({
      term: "新市民会館",
      level: "stop",
      until: "2026-12-18",
    });
    // What is wrong stands as it came, to be mended.
    expect(recordOf(fields, ["語", "強", "来春"])).toEqual({
      term: "語",
      level: "強",
      until: "来春",
    });

    const titles = ["platform", "name", "operators", "departments", "delegate.until", "longPosts"];
    const cells = ["Ｘ", "市", "係長、主査", "政策課：市政\n観光課：観光", "R9.3.31", "○"];
    expect(recordOf(matchColumns(accounts, titles).fields, cells)).toEqual({
      platform: "x",
      name: "市",
      operators: ["係長", "主査"],
      departments: [
        { name: "政策課", theme: "市政" },
        { name: "観光課", theme: "観光" },
      ],
      delegate: { until: "2027-03-31" },
      longPosts: true,
    });
  });
});

describe("a settings file", () => {
  const managed = { mode: "hold" as const, allowLocalSettings: true };
  const status = {
    policy: resolvePolicy({ managed }),
    keys: keyStatuses(managed, {}, true),
    rejected: [],
    isManaged: true,
    readAt: null,
    failure: null,
    extensionId: "",
    version: "",
    browser: "",
  };

  it("has what is written and what is managed, in the catalogue's order, and reads back", () => {
    const draft = { phoneBook: [{ name: "代表", phone: "1" }, {}], organizationName: "星見市" };
    const file = settingsFile({ ...draft, mode: "normal" }, status, false);
    const expected = {
      organizationName: "星見市",
      phoneBook: [{ name: "代表", phone: "1" }],
      mode: "hold",
      allowLocalSettings: true,
    };
    expect(Object.keys(JSON.parse(file))).toEqual(Object.keys(expected));
    expect(readFile(`\ufeff${file}`)).toEqual({ settings: expected, problems: [] });
  });

  it("keeps what cannot be used, to be mended, and names it", () => {
    const read = readFile('{"mode":"calm","journalEnabled":1,"colour":"red","hashtags":["#a",1]}');
    expect(read).toEqual({
      settings: { mode: "calm", journalEnabled: true, hashtags: ["#a", 1] },
      problems: [
        { key: "mode", path: "mode", reason: "not_choice" },
        { key: "colour", path: "colour", reason: "unknown_key" },
        { key: "hashtags", path: "hashtags[1]", reason: "not_text" },
      ],
    });
  });

  it("says what is none", () => {
    expect(readFile("{")).toEqual({ failure: "not_json" });
    expect(readFile("[]")).toEqual({ failure: "not_settings" });
    expect(readFile('{"colour":"red"}')).toEqual({ failure: "not_settings" });
  });

  it("is named after its revision", () => {
    expect(fileName("settings", "2026-11-01", "json")).toBe("tenken-settings-2026-11-01.json");
    expect(fileName("kit", "", "zip")).toBe("tenken-kit.zip");
    expect(fileName("settings", "../第2版 a/b", "json")).toBe("tenken-settings-第2版-a-b.json");
  });
});
