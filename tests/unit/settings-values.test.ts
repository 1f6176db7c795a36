import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingItems } from "../../src/accounts/required-items.ts";
import { isoDate } from "../../src/options/dates.ts";
import { change, redo, settle, startHistory, undo } from "../../src/options/history.ts";
import { problemsOf, tidy, toStore } from "../../src/options/problems.ts";
import { hashOf, PARTS, partOf, whereOf } from "../../src/options/sections.ts";
import { isSame, valueAt, withValue } from "../../src/options/values.ts";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";

describe("undo", () => {
  it("takes back one step after another, and brings them again", () => {
    let history = startHistory("a");
    history = change(history, "b", "name");
    history = change(history, "c", "phone");
    const back = undo(history);
    expect(back).toMatchObject({ place: "phone", history: { present: "b" } });
    const first = undo(back?.history ?? history);
    expect(first).toMatchObject({ place: "name", history: { present: "a" } });
    expect(first && undo(first.history)).toBeNull();
    const again = redo(first?.history ?? history);
    expect(again).toMatchObject({ place: "name", history: { present: "b" } });
    expect(redo(redo(again?.history ?? history)?.history ?? history)).toBeNull();
  });

  it("takes the letters typed into one field for one step, until the field is left", () => {
    let history = startHistory("");
    for (const text of ["a", "ab", "abc"]) history = change(history, text, "name", true);
    history = change(settle(history), "abcd", "name", true);
    expect(undo(history)?.history.present).toBe("abc");
    expect(undo(undo(history)?.history ?? history)?.history.present).toBe("");
  });

  it("forgets what was undone as soon as something else is done", () => {
    const history = change(startHistory("a"), "b", "name");
    const other = change(undo(history)?.history ?? history, "c", "name");
    expect(redo(other)).toBeNull();
    expect(undo(other)?.history.present).toBe("a");
  });
});

describe("a value in the settings", () => {
  const raw = { phoneBook: [{ name: "代表" }, { name: "健康課" }], accounts: [{ terms: {} }] };

  it("is read where it stands", () => {
    expect(valueAt(raw, ["phoneBook", 1, "name"])).toBe("健康課");
    expect(valueAt(raw, ["phoneBook", 2, "name"])).toBeUndefined();
    expect(valueAt(raw, ["accounts", 0, "terms", "conduct"])).toBeUndefined();
    expect(valueAt({ phoneBook: "text" }, ["phoneBook", 0, "name"])).toBeUndefined();
  });

  it("is changed in a copy, and whatever it stands in is made", () => {
    const changed = withValue(raw, ["accounts", 0, "terms", "conduct"], "x");
    expect(changed).toMatchObject({ accounts: [{ terms: { conduct: "x" } }] });
    expect(withValue({}, ["phoneBook", 0, "name"], "x")).toEqual({ phoneBook: [{ name: "x" }] });
    expect(raw.accounts).toEqual([{ terms: {} }]);
  });

  it("is taken away, and the rows below move up", () => {
    expect(withValue(raw, ["phoneBook", 0], undefined).phoneBook).toEqual([{ name: "健康課" }]);
    expect(withValue(raw, ["phoneBook", 0, "name"], undefined).phoneBook).toEqual([
      {},
      { name: "健康課" },
    ]);
  });

  it("is the same whatever the order of its fields, and not otherwise", () => {
    expect(isSame({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true);
    expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(isSame(undefined, undefined)).toBe(true);
    expect(isSame(undefined, [])).toBe(false);
  });
});

describe("problems", () => {
  it("are named item by item, and not for rows in which nothing stands yet", () => {
    const raw = {
      phoneBook: [{ name: "代表", phone: "1" }, {}, { name: "課" }],
      ownDomains: ["city.example.jp", "", "https://x"],
      accounts: [{ platform: "x", name: "市", reviewedOn: "2026-13-01", delegate: {} }],
      terms: [{ level: "stop" }, { level: "stop", message: "説明だけ" }],
    };
    expect([...problemsOf(raw).byPath]).toEqual([
      ["phoneBook[2].phone", "missing"],
      ["ownDomains[2]", "not_host"],
      ["accounts[0].reviewedOn", "not_date"],
      ["terms[1].term", "missing"],
    ]);
  });

  it("are not what only another version knows, which is kept", () => {
    const raw = { colour: "red", organizationName: " 星見市 ", phoneBook: [{}] };
    expect(problemsOf(raw).list).toEqual([]);
    expect(toStore(raw)).toEqual({ colour: "red", organizationName: "星見市" });
  });

  it("are not what cannot be edited, which stays as it is", () => {
    const raw = { mode: "calm", guidelineUrl: "guide", contact: " 広報係 " };
    const isFree = (key: string) => key !== "mode";
    expect([...problemsOf(raw, isFree).byPath.keys()]).toEqual(["guidelineUrl"]);
    expect(toStore({ ...raw, guidelineUrl: "" }, isFree)).toEqual({
      mode: "calm",
      contact: "広報係",
    });
  });

  it("never throw, whatever is set", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...KEY_NAMES, "colour"), fc.jsonValue({ maxDepth: 4 })),
        (raw) => {
          problemsOf(raw);
          // What is stored is stored the same again.
          expect(toStore(toStore(raw))).toEqual(toStore(raw));
          expect(tidy(tidy(raw))).toEqual(tidy(raw));
        },
      ),
    );
  });
});

describe("the parts of the settings", () => {
  it("have every key that a person may set, each once", () => {
    const shown = PARTS.flatMap(({ of }) =>
      KEY_NAMES.filter((key) => of.some((section) => section === KEYS[key].section)),
    );
    expect([...shown].sort()).toEqual([...KEY_NAMES].sort());
  });

  it("are found by the address, and by what a problem is about", () => {
    expect(whereOf("#accounts/3")).toMatchObject({ part: "accounts", account: 3 });
    expect(whereOf("#rules/3")).toMatchObject({ part: "rules", account: null });
    expect(whereOf("#nothing")).toMatchObject({ part: "organization", account: null });
    expect(partOf("phoneBook")).toBe("phones");
    expect(hashOf("accounts[2].status")).toBe("#accounts/2");
    expect(hashOf("trustedAccounts[2].name")).toBe("#accounts");
    expect(hashOf("terms[0].until")).toBe("#dictionary");
  });
});

describe("a day", () => {
  it.each([
    ["2026-12-18", "2026-12-18"],
    ["2026/12/8", "2026-12-08"],
    ["２０２６年１２月１８日", "2026-12-18"],
    ["令和8年1月2日", "2026-01-02"],
    ["R8.1.2", "2026-01-02"],
    ["令和元年5月1日", "2019-05-01"],
  ])("%s is %s", (written, day) => {
    expect(isoDate(written)).toBe(day);
  });

  it.each(["", "12/18", "来年の春", "2026-12", "20261218"])("%s is none", (written) => {
    expect(isoDate(written)).toBeNull();
  });
});

describe("an account", () => {
  const whole = {
    platform: "x",
    name: "星見市",
    url: "https://x.com/hoshimi",
    manager: "課長",
    operators: ["係"],
    purpose: "お知らせ",
    topics: ["市政"],
    hours: "平日 8:30-17:15",
    replies: "しません",
    privacy: "使いません",
    terms: { conduct: "a", intellectualProperty: "b", disclaimer: "c" },
  };

  it("says what 6(3) and 6(4) ask for that it does not have", () => {
    expect(missingItems(whole)).toEqual([]);
    const { operators: _, ...less } = { ...whole, terms: { conduct: " " } };
    expect(missingItems(less).map(({ clause, path }) => `${clause} ${path.join(".")}`)).toEqual([
      "6(3)イ operators",
      "6(4)ア terms.conduct",
      "6(4)イ terms.intellectualProperty",
      "6(4)ウ terms.disclaimer",
    ]);
  });

  it("lacks everything where it is no account at all", () => {
    expect(missingItems(null)).toHaveLength(13);
    expect(missingItems({ operators: ["", " "], topics: [] })).toHaveLength(13);
  });
});
