import { describe, expect, it } from "vitest";
import { findPhrases, joinSpans, nextSentence } from "../../src/facts/phrases.ts";
import { findQuotations } from "../../src/facts/quotations.ts";
import { findSentences } from "../../src/facts/sentences.ts";
import { isAgainstAct, isAgainstPrejudice, isConsultation } from "../../src/facts/stance.ts";

function read(text: string) {
  return { text, sentences: findSentences(text), quotations: findQuotations(text) };
}

describe("stance", () => {
  it.each([
    "外国人だからと断るのは差別です。",
    "女性は政治に向かないという思い込みを見直しましょう。",
    "怠けているのではありません。",
  ])("against prejudice: %s", (sentence) => expect(isAgainstPrejudice(sentence)).toBe(true));

  it.each(["差別ではありませんが、信用できません。", "偏見かもしれませんが、怖いです。"])(
    "a disclaimer is none: %s",
    (sentence) => expect(isAgainstPrejudice(sentence)).toBe(false),
  );

  it.each(["飲酒運転は犯罪です。", "川に捨てないでください。", "野焼きは禁止されています。"])(
    "against an act: %s",
    (sentence) => expect(isAgainstAct(sentence)).toBe(true),
  );

  it.each(["少しなら問題ないでしょう。", "こっそりつないで使いましょう。"])(
    "ないで is not always a prohibition: %s",
    (sentence) => expect(isAgainstAct(sentence)).toBe(false),
  );

  it("knows a consultation from a council that will decide", () => {
    expect(isConsultation("素案へのご意見をお寄せください。")).toBe(true);
    expect(isConsultation("値上げする案を、来月の審議会に出す予定です。")).toBe(false);
  });
});

describe("phrases", () => {
  it("come with their sentence and the quotation around them", () => {
    const found = [...findPhrases(read("前の文。「草」と書く。草です。"), /草/gu)];
    expect(found.map(({ isQuoted, sentence }) => [isQuoted, sentence])).toEqual([
      [true, "「草」と書く。"],
      [false, "草です。"],
    ]);
  });

  it("are bounded in number on any text", () => {
    expect([...findPhrases(read("草".repeat(5_000)), /草/gu)].length).toBe(300);
  });

  it("find the sentence behind, also on the next line", () => {
    expect(nextSentence(read("一つ目。\n二つ目。三つ目。"), 0)).toBe("二つ目。");
    expect(nextSentence(read("一つだけ。"), 0)).toBe("");
  });

  it("join where they touch", () => {
    const spans = [
      { start: 4, end: 6 },
      { start: 0, end: 4 },
      { start: 8, end: 9 },
    ];
    expect(joinSpans(spans)).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 9 },
    ]);
  });
});
