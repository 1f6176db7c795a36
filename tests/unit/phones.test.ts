import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/engine/check.ts";
import { readBook, slipBetween } from "../../src/facts/phone-book.ts";
import { findPhones, phoneDigits } from "../../src/facts/phones.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

describe("forms of one number", () => {
  it.each([
    "026-245-1400",
    "026‐245‐1400",
    "026‑245–1400",
    "026−245ー1400",
    "０２６－２４５－１４００",
    "026・245・1400",
    "026 245 1400",
    "026.245.1400",
    "(026)245-1400",
    "026(245)1400",
    "（０２６）２４５−１４００",
    "026の245の1400",
    "0262451400",
    "+81-26-245-1400",
    "+81(0)26-245-1400",
  ])("%s", (text) => {
    const [phone, ...others] = findPhones(`電話 ${text} へ`);
    expect(phone?.e164).toBe("+81262451400");
    expect(phone?.text).toBe(text);
    expect(phone?.digits).toBe("0262451400");
    expect(others).toEqual([]);
  });
});

it.each([
  ["245-1800", "local", "245-1800"],
  ["【電話】248-9018", "local", "248-9018"],
  ["電話22-1234", "local", "22-1234"],
  ["110番", "short", "110"],
  ["救急は#7119", "short", "#7119"],
  ["0268-55-12345", "full", "0268-55-12345"],
  ["TEL026-245-140(内線3)", "full", "026-245-140"],
])("%s has no international form", (text, form, marked) => {
  expect(findPhones(text)).toMatchObject([{ form, text: marked, e164: null }]);
});

describe("what is no number", () => {
  it.each([
    "〒382-8511 須坂市",
    "382-8511須坂市大字須坂",
    "郵便番号 382-8511",
    "お客様番号 01234567890",
    "お客様番号 12345678901",
    "2025-2026",
    "2026-12-01",
    "10:30-12:00",
    "192.168.0.1",
    "第123-4567号",
    "1,245-1800円",
    "090-XXXX-XXXX",
    "https://example.jp/026-245-1400.html",
    "110人",
  ])("%s", (text) => {
    expect(findPhones(text)).toEqual([]);
  });
});

it("gives ranges that stand in any text, in order and apart", () => {
  const pieces = fc.constantFrom(
    "0",
    "26",
    "245",
    "1400",
    "-",
    "（",
    ")",
    "＋81",
    "電話",
    " ",
    "〒",
    "\ud83d",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      let end = 0;
      for (const phone of findPhones(text)) {
        expect(phone.start).toBeGreaterThanOrEqual(end);
        expect(phone.text).toBe(text.slice(phone.start, phone.end));
        end = phone.end;
      }
    }),
  );
});

describe("a phone book", () => {
  const book = [
    { name: "市役所代表", phone: "026-245-1400" },
    { name: "政策推進課広聴広報係", phone: "０２６−２４８−９０１７" },
    { name: "健康づくり課庶務係", phone: "+81-26-248-9018" },
    { name: "税務課庶務係", phone: "026-248-9003" },
  ];

  it("is read in any form of writing", () => {
    expect(book.map(({ phone }) => phoneDigits(phone))).toEqual([
      "0262451400",
      "0262489017",
      "0262489018",
      "0262489003",
    ]);
  });

  it("knows an office by the parts of its name that no other office bears", () => {
    const [main, press, health] = readBook(book);
    expect(main?.aliases).toEqual(["市役所代表", "市役所"]);
    expect(press?.aliases).toEqual(["政策推進課広聴広報係", "政策推進課", "広聴広報係"]);
    expect(health?.aliases).toEqual(["健康づくり課庶務係", "健康づくり課"]);
  });

  it.each([
    ["026-245-1401", "one"],
    ["026-254-1400", "swap"],
    ["026-245-0410", "far-swap"],
    ["026-245-1433", "two"],
    ["026-245-140", "one"],
    ["245-1480", "one"],
    ["026-245-1400", null],
    ["026-245-2511", null],
  ])("%s", (text, slip) => {
    const [main] = readBook(book);
    const [phone] = findPhones(text);
    expect(main && phone && slipBetween(main, phone)).toBe(slip);
  });

  const typos = (text: string) =>
    check({ text }, { ...DEFAULT_POLICY, phoneBook: book })
      .filter(({ rule }) => rule === "fact.phone-typo")
      .map(({ fixes }) => fixes.map(({ replacement }) => replacement));

  it("offers every office that is as near where nobody is named", () => {
    expect(typos("お問い合わせは026-248-9010へ")).toEqual([["026-248-9017", "026-248-9018"]]);
    expect(typos("健康づくり課 026-248-9010")).toEqual([["026-248-9018"]]);
  });

  it("keeps brackets, width and +81", () => {
    expect(typos("（０２６）２４５－１４０１")).toEqual([["（０２６）２４５－１４００"]]);
    expect(typos("+81-26-245-1401")).toEqual([["+81-26-245-1400"]]);
  });

  it("leaves strangers in the same exchange alone", () => {
    expect(typos("井上商店 026-245-1401、ながの農協 026-245-1480")).toEqual([]);
    expect(typos("北の会 026-245-1433")).toEqual([]);
    expect(typos("山の家 026-245-2511")).toEqual([]);
  });

  it("takes the switchboard beside any office, and an office under the city hall", () => {
    expect(typos("税務課 026-245-1400、須坂市役所 026-248-9003")).toEqual([]);
    expect(typos("市役所代表 026-248-9003")).toEqual([["026-245-1400"]]);
  });
});
