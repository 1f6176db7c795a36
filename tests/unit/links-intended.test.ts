import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks } from "../../src/facts/links.ts";
import { findIntendedAddresses } from "../../src/facts/links-intended.ts";

function read(text: string) {
  return findIntendedAddresses(text, findLinks(text, "x"));
}

describe("an address that will not be the link that was meant", () => {
  it.each([
    ["https://www．city.example.jp/a", "full-width", "https://www.city.example.jp/a"],
    [
      "https://www.city.example.jp／koho／1.html",
      "full-width",
      "https://www.city.example.jp/koho/1.html",
    ],
    ["https：//www.city.example.jp/", "full-width", "https://www.city.example.jp/"],
    ["www。city.example.jp/a", "full-width", "www.city.example.jp/a"],
    ["ｃｉｔｙ．ｅｘａｍｐｌｅ．ｊｐ／ａ", "full-width", "city.example.jp/a"],
    ["https//www.city.example.jp/", "scheme", "https://www.city.example.jp/"],
    ["htp://www.city.example.jp/", "scheme", "http://www.city.example.jp/"],
    ["ttps://www.city.example.jp/", "scheme", "https://www.city.example.jp/"],
    ["https;//www.city.example.jp/", "scheme", "https://www.city.example.jp/"],
    ["https:\\\\www.city.example.jp", "scheme", "https://www.city.example.jp"],
    ["https://www .city.example.jp/", "space", "https://www.city.example.jp/"],
    ["https:// www.city.example.jp/", "space", "https://www.city.example.jp/"],
    ["https://www.city.suzaka.nagano/", "no-top-level-domain", null],
    [
      "https://www.city.example.jp/広報/",
      "japanese-path",
      "https://www.city.example.jp/%E5%BA%83%E5%A0%B1/",
    ],
    [
      "https://www.city.example.jp/?q=市",
      "japanese-path",
      "https://www.city.example.jp/?q=%E5%B8%82",
    ],
    ["http://203.0.113.5/a", "unlinked", null],
    ["http://192.168.1.1/a", "internal", null],
    ["http://koho-server/a", "internal", null],
    ["http://user:word@www.city.example.jp/", "internal", null],
    ["http://[fe80::1]/", "internal", null],
    ["\\\\fs01\\総務課\\a.docx", "internal", null],
    ["10.20.30.40", "internal", null],
  ])("%s: %s", (text, fault, repaired) => {
    expect(read(text)).toMatchObject([{ start: 0, end: text.length, fault, repaired }]);
  });

  it("is marked alone, without the words around it", () => {
    const text = "申込先（https//www.city.example.jp/a.html）。次に";
    expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "https//www.city.example.jp/a.html",
    ]);
  });

  it("goes on in Japanese as far as its path does", () => {
    const text = "https://www.city.example.jp/イベント/をご覧ください";
    expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "https://www.city.example.jp/イベント/",
    ]);
  });
});

describe("ordinary words and good addresses", () => {
  it.each([
    "PDF/Excel、10:00~12:00、１０：００～１２：００、R8.12.1、Ａ．Ｍ．、Ｎｏ．１、Wi-Fi/LAN",
    "距離は約20km。www.city.example.jp/a をどうぞ。",
    "URLは「http://」「https://」「https://www.」で始まります。HTTP/1.1",
    "（https://www.city.example.jp/）、https://www.city.example.jp/！ https://www.city.example.jp/：案内",
    "https://www.city.example.jp/a.htmlをご覧ください。https://www.city.example.jp/をどうぞ",
    "https://www.city.example.jp/a.html／TEL 026-245-1400",
    "https://www.city.example.jp/koho１２月号",
    "FAX.026-248-9019。E-mail：kenko＠city.example.jp",
    "ｋｏｈｏ＠ｃｉｔｙ．ｅｘａｍｐｌｅ．ｊｐ",
    "＼＼募集中／／ \\\\NEW\\\\ (^_\\)",
    "10.4.1.2 25.4.1 3.11",
    "https://須坂.jp/ https://www.cíty.jp/",
    "Dr.Suzuki、Node.js、ASP.NET",
  ])("are left alone: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

it("gives ranges in order, inside any text", () => {
  const pieces = [
    ..."あ。．：／＠ａ. \n/\\:@-_?1aA",
    ...[
      "http",
      "https://",
      "www.",
      "example.jp",
      "ｈｔｔｐ：／／",
      "192.168.1.1",
      "[::1]",
      "/イベント/",
    ],
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  const check = (text: string) => {
    let before = 0;
    for (const { start, end } of read(text)) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      before = end;
    }
  };
  fc.assert(fc.property(texts, check), { numRuns: 2000 });
});
