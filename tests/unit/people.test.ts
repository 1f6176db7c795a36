import { describe, expect, it } from "vitest";
import { findAddresses } from "../../src/facts/addresses.ts";
import { findPeople } from "../../src/facts/people.ts";
import { findSentences } from "../../src/facts/sentences.ts";

function people(text: string): string[] {
  return findPeople(text, findSentences(text)).map(
    ({ name, form, isPublic }) => `${name} ${form}${isPublic ? " public" : ""}`,
  );
}

describe("people called by name", () => {
  it.each([
    ["山田太郎さんが来ました。", ["山田太郎 full"]],
    ["山田 太郎様", ["山田太郎 full"]],
    ["日滝の黒岩さん", ["黒岩 family"]],
    ["佐藤ヨシさんと牧ヨシ子さん", ["佐藤ヨシ full", "牧ヨシ子 full"]],
    ["山﨑さくらさん", ["山崎さくら full"]],
    ["篠塚ヨネさん", ["篠塚ヨネ full"]],
    ["小河原町 荒井様", ["荒井 family"]],
    ["小山小6年1組・宮沢ひなの", ["宮沢ひなの full"]],
    ["丸山そら（8）", ["丸山そら full"]],
    ["ゆうとくん、みなみちゃん", ["ゆうと given", "みなみ given"]],
    ["グエン・ヴァン・アンさん", ["グエン・ヴァン・アン unknown"]],
    ["落語家の古今亭さん", ["古今亭 given public"]],
    ["講師は中村さんです。", ["中村 family public"]],
    ["館長の妻の田中春江さん", ["田中春江 full"]],
  ])("%s", (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it.each([
    "市民の皆さん、区長さん、看護師さん、お花屋さん、お客様、赤ちゃん",
    "小山小学校と中村公民館、須坂さくら公園",
    "須坂市は氏神さまのまちです。君たちの未来へ。",
    "カンガルーのハッチくん",
    "たくさんのさんまとサンタさん",
  ])("nobody in %s", (text) => {
    expect(people(text)).toEqual([]);
  });

  it("stand where they stand, whatever surrounds them", () => {
    const text = "🎉\ud800１位　山田　太郎さん";
    const [person] = findPeople(text, findSentences(text));
    expect(text.slice(person?.start, person?.end)).toBe("山田　太郎さん");
  });
});

describe("addresses down to the lot", () => {
  it.each([
    ["須坂市大字小山9999番地3 コーポ臥竜203号室です", "須坂市大字小山9999番地3 コーポ臥竜203号室"],
    ["墨坂南1丁目2番3号の", "墨坂南1丁目2番3号"],
    ["北原町１２番地３の住宅", "北原町１２番地３"],
    ["大字野辺1234の民家", "大字野辺1234"],
    ["旭ヶ丘団地3号棟205号室", "旭ヶ丘団地3号棟205号室"],
  ])("%s", (text, expected) => {
    expect(findAddresses(text).map((address) => address.text)).toEqual([expected]);
  });

  it.each([
    "電話 026-245-1400、会期 2026-12-05",
    "旭町、北原町1-5区の収集日、3丁目の一部",
    "12-1月の休館日は1-3日です。第1回 1-3年生の部",
    "須坂市 10時-12時、北原町2-1小山町",
  ])("none in %s", (text) => {
    expect(findAddresses(text)).toEqual([]);
  });
});
