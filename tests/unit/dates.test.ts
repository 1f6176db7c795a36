import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDates } from "../../src/facts/dates.ts";
import { findDatesThrough } from "../../src/facts/dates-invisible.ts";
import { writeWeekday } from "../../src/facts/dates-weekday.ts";
import { readNumber, writeLike } from "../../src/facts/digits.ts";

const NOVEMBER = "2026-11-20T10:00:00+09:00";

/** "iso weekday" of each day, "-" where one is not known. */
function read(text: string, at: string | undefined = NOVEMBER): string[] {
  return findDates(text, at).map(({ iso, weekday }) => `${iso ?? "-"} ${weekday ?? "-"}`);
}

describe("forms of one day", () => {
  it.each([
    "12月1日(日)",
    "12/1（日）",
    "１２／１（日）",
    "2026/12/01(日)",
    "2026-12-01(日)",
    "2026年12月1日日曜日",
    "令和8年12月1日（日）",
    "令和８年１２月１日（日）",
    "R8.12.1(日)",
    "㋿8年12月1日（日）",
    "2026(令和8)年12月1日(日)",
    "令和8年(2026年)12月1日（日）",
    "二〇二六年十二月一日（日）",
    "十二月一日(日)",
    "12月1日㈰",
    "12月1日㊐",
    "12月1日（日曜）",
    "12月1日(日・祝)",
    "12月1日(祝日・日)",
    "12/1(SUN)",
    "12.1 SUN",
    "Dec. 1 (Sun.)",
    "Sunday, December 1",
    "12月 1日 (日)",
    "12 / 1 (日)",
    "12月1日（第1日曜日）",
    "26/12/01(日)",
    "8.12.1(日)",
    "12⽉1⽇(⽇)",
    "12月1日の日曜日",
    "日曜日(12月1日)",
  ])("%s", (text) => {
    expect(read(text)).toEqual(["2026-12-01 日"]);
    const [mention] = findDates(text, NOVEMBER);
    expect(mention?.text).toBe(text);
  });
});

describe("what is no day", () => {
  it.each([
    "補助率は2/3以内、または4/5です。",
    "1/2の確率",
    "(1/4)",
    "026-12-1234",
    "192.168.12.5",
    "ver. 12.5.1",
    "12:30",
    "24/7",
    "第2・第4水曜日",
    "3日間、5日前、1日1回、7日以内",
    "大さじ1/2 水 400ml",
    "原液1.5(水1Lに対し)",
    "https://example.jp/2026/12/01/",
    "月2日(土・日)",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("reads no weekday into another word or a condition", () => {
    expect(read("12月5日(日本時間)")).toEqual(["2026-12-05 -"]);
    expect(read("12月15日(日曜・祝日の場合は翌日)")).toEqual(["2026-12-15 -"]);
    expect(read("12月2日(月・水)")).toEqual(["2026-12-02 -"]);
    expect(read("毎週日曜日(12月1日~3月31日)")).toEqual(["2026-12-01 -", "2027-03-31 -"]);
  });
});

describe("ranges and lists", () => {
  it.each([
    ["10月5日(火)・6日(水)", ["2026-10-05 火", "2026-10-06 水"]],
    ["12月5日(土)~6日(日)", ["2026-12-05 土", "2026-12-06 日"]],
    ["12月29日〜1月4日", ["2026-12-29 -", "2027-01-04 -"]],
    ["12月29日(火)～3日(日)", ["2026-12-29 火", "2027-01-03 日"]],
    ["12月5・6日(土・日)", ["2026-12-05 土", "2026-12-06 日"]],
    ["12月19,20日(土日)", ["2026-12-19 土", "2026-12-20 日"]],
    ["2026/12/5(土)-12/6(日)", ["2026-12-05 土", "2026-12-06 日"]],
    ["12月1日~5日(火~土)", ["2026-12-01 火", "2026-12-05 土"]],
    ["12/5(土)・6(日)、12(土)", ["2026-12-05 土", "2026-12-06 日", "2026-12-12 土"]],
    ["12月1日から3日まで", ["2026-12-01 -", "2026-12-03 -"]],
    ["12月1日から3日間", ["2026-12-01 -"]],
    ["1月10日(日)、12月20日(日)", ["2027-01-10 日", "2026-12-20 日"]],
    ["12月の休館日:7日(月)、14日(月)", ["2026-12-07 月", "2026-12-14 月"]],
    ["1月3日(日)まで。年内は28日(月)", ["2027-01-03 日", "2026-12-28 月"]],
    ["12月30日(水)まで、年始は4日(月)から", ["2026-12-30 水", "2027-01-04 月"]],
    ["見学は5日~6日(日)。", ["2026-12-05 -", "2026-12-06 日"]],
  ])("%s", (text, days) => {
    expect(read(text)).toEqual(days);
  });
});

describe("the year left out", () => {
  it.each([
    // The nearest, whatever weekday was copied from last year.
    ["1/10(土)に開催します。", NOVEMBER, "2027-01-10 土"],
    ["11月3日に閉幕しました。", NOVEMBER, "2026-11-03 -"],
    // Half a year off, the sentence says which way.
    ["5月30日の参加者を募集します。", NOVEMBER, "2027-05-30 -"],
    ["5月10日の大会では多くの方が来場しました。", NOVEMBER, "2026-05-10 -"],
    // A report of the past, told by its weekday.
    ["前回は2月8日(日)に開きました。", NOVEMBER, "2026-02-08 日"],
    // 決まりました reports nothing past.
    ["1月10日(土)に決まりました。", NOVEMBER, "2027-01-10 土"],
    ["昨年12月6日(土)", NOVEMBER, "2025-12-06 土"],
    ["来年度の入園式は4月3日(土)", NOVEMBER, "2027-04-03 土"],
    ["令和9年度の式典は1月9日(日)", "2027-04-02T10:00:00+09:00", "2028-01-09 日"],
    ["令和6年の地震は1月1日(月)でした。", NOVEMBER, "2024-01-01 月"],
  ])("%s", (text, at, day) => {
    expect(read(text, at)).toEqual([day]);
  });

  it("carries a year that was said before", () => {
    expect(read("2027年10月9日(土)開催。申込は8月1日(日)から。")).toEqual([
      "2027-10-09 土",
      "2027-08-01 日",
    ]);
    expect(read("昭和51年1月15日(木)の写真。1月16日(土)まで。")).toEqual([
      "1976-01-15 木",
      "2027-01-16 土",
    ]);
  });

  it("reads the day of publication as written there, and has no clock", () => {
    expect(read("1月1日", "2026-12-31T23:59:00-10:00")).toEqual(["2027-01-01 -"]);
    for (const at of [undefined, "", "soon", "2026-13-45T00:00"]) {
      expect(findDates("12月1日(火)", at).map(({ iso }) => iso)).toEqual([null]);
      expect(findDates("令和8年12月1日~5日", at).map(({ iso }) => iso)).toEqual([
        "2026-12-01",
        "2026-12-05",
      ]);
    }
  });

  it("gives no date to a day that does not exist", () => {
    expect(read("2月30日、11月31日、13月5日、令和9年2月29日")).toEqual([
      "- -",
      "- -",
      "- -",
      "- -",
    ]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."1 12 月 日 年 /- ( ) 土 ~ ・ 、 令和 R8 2026 . \n 午後 時 から まで 来年 年内 \ud800 ２ 〜 毎週 SUN".split(
      " ",
    ),
  );

  it("gives ranges that stand in it, in order and apart", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const mention of findDates(text, NOVEMBER)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.text).toBe(text.slice(mention.start, mention.end));
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.dayAt.end;
        }
      }),
    );
  });

  it("is read in the time that its length takes", () => {
    for (const piece of ["12月5日(土)・", "5日(土)\n", "１２/５（日）", "1", "12月5日 "]) {
      const text = piece.repeat(100_000 / piece.length);
      const start = performance.now();
      findDates(text, NOVEMBER);
      // Squared time takes half a minute; linear time a tenth of a second.
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});

describe("writing like the words that stand there", () => {
  it.each([
    ["5", 6, "6"],
    ["05", 6, "06"],
    ["０５", 16, "１６"],
    ["五", 21, "二十一"],
    ["十", 10, "十"],
    ["二〇二五", 2026, "二〇二六"],
  ])("%s", (sample, value, words) => {
    expect(writeLike(sample, value)).toBe(words);
  });

  it("reads every kanji number that it writes", () => {
    for (let value = 1; value < 100; value++) {
      expect(readNumber(writeLike("一", value))).toBe(value);
    }
  });

  it.each([
    ["日", "土", "土"],
    ["㈰", "土", "㈯"],
    ["㊐", "月", "㊊"],
    ["SUN", "土", "SAT"],
    ["Sun", "水", "Wed"],
    ["Sunday", "木", "Thursday"],
  ])("%s", (sample, day, words) => {
    expect(writeWeekday(sample, day)).toBe(words);
  });
});

it("reads a date through characters that nobody sees", () => {
  const text = "12\u200b月5日\u200b(日)に開催";
  const [mention] = findDatesThrough(text, NOVEMBER);
  expect(mention).toMatchObject({ iso: "2026-12-05", weekday: "日", start: 0 });
  expect(mention?.text).toBe(text.slice(0, mention?.end));
  const { start = 0, end = 0 } = mention?.weekdayAt ?? {};
  expect(text.slice(start, end)).toBe("日");
});
