import { describe, expect, it } from "vitest";
import type { Account } from "../../src/contract.ts";
import type { Block } from "../../src/documents/blocks.ts";
import { fileName } from "../../src/documents/compose.ts";
import { slotsOf } from "../../src/documents/edits.ts";
import { toText } from "../../src/documents/plain-text.ts";
import { dayOf, timeOf } from "../../src/documents/texts/dates.ts";
import { DOCUMENTS } from "../../src/documents/texts/index.ts";
import { check } from "../../src/engine/check.ts";
import { clauseOf } from "../../src/policy/clauses.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { ACCOUNT, FORM, make, named, POLICY } from "./documents-fixture.ts";

const textsOf = (blocks: readonly Block[]) => blocks.flatMap(slotsOf).map(({ text }) => text);
const clause = (number: string) => clauseOf(DEFAULT_POLICY, number, "ja").text;
const headings = (id: string) =>
  make(named(id)).blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

describe("every document", () => {
  it("has an address of its own", () => {
    expect(DOCUMENTS.map(({ id }) => id).toSorted()).toEqual([
      "account-list",
      "account-notice",
      "correction",
      "evidence-sheet",
      "explanation",
      "holding-statement",
      "impersonation-notice",
      "operation-policy",
      "record-notice",
      "removal-request",
      "reply-templates",
      "review-sheet",
      "terms-of-use",
      "triage-note",
    ]);
  });

  it.each(DOCUMENTS)("$id lacks nothing where everything is written", (document) => {
    expect(make(document).missing).toEqual([]);
  });

  it.each(DOCUMENTS)("$id marks what is missing, and knows the place for each", (document) => {
    const { blocks, missing } = make(document, {
      form: {},
      policy: { ...DEFAULT_POLICY, accounts: [] },
      account: null,
    });
    expect(missing.length).toBeGreaterThan(1);
    const fields = document.fields.map(({ name }) => name);
    for (const { label, place } of missing) {
      expect(toText(blocks)).toContain(`【要記入：${label}】`);
      expect(place).not.toBeNull();
      if (place?.at === "form") expect(fields).toContain(place.field);
    }
    // Every field that has to be filled in is marked as long as it is not.
    const marked = missing.flatMap(({ place }) => (place?.at === "form" ? [place.field] : []));
    const needed = document.fields.filter(({ isOptional }) => !isOptional);
    expect(needed.map(({ name }) => name).filter((name) => !marked.includes(name))).toEqual([]);
  });

  it.each(DOCUMENTS)("$id says what the form says, and nothing that nobody wrote", (document) => {
    const secret = "秘密の値";
    for (const { name, kind } of document.fields) {
      if (kind !== "text" && kind !== "lines") continue;
      const said = toText(make(document, { form: { ...FORM, [name]: secret } }).blocks);
      expect(said, name).toContain(secret);
    }
    // No number, name or address but those that were given.
    const given = JSON.stringify([POLICY, FORM]) + clause(document.clause);
    const bare = toText(make(document).blocks);
    for (const [found] of bare.matchAll(/https?:\/\/[!-~]+|@\w+|\d{2,4}-\d{2,4}-\d{4}/g))
      expect(given).toContain(found.replace("@", ""));
  });

  it.each(DOCUMENTS)("$id has a name for every text that can be edited", (document) => {
    const slots = make(document)
      .made.flatMap(slotsOf)
      .map(({ id }) => id);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it.each(DOCUMENTS)("$id is made of hostile values without harm", (document) => {
    const hostile = "<b>\ud800\u202e\u0000【】|*\n\n#";
    const form = Object.fromEntries(document.fields.map(({ name }) => [name, hostile]));
    const account = JSON.parse(
      JSON.stringify(ACCOUNT, (name, value) =>
        typeof value === "string" && !/^(platform|status)$/.test(name) ? hostile : value,
      ),
    ) as Account;
    const policy = { ...POLICY, organizationName: hostile, accounts: [account, account] };
    const { blocks, made } = make(document, { form, policy, account });
    expect(textsOf(blocks).join("").isWellFormed()).toBe(true);
    const slots = made.flatMap(slotsOf).map(({ id }) => id);
    expect(new Set(slots).size).toBe(slots.length);
  });
});

describe("what the clauses ask for", () => {
  const POLICY_ITEMS = [..."アイウエオ"].map((letter) => `${letter}　${clause(`6(3)${letter}`)}`);
  const TERMS_ITEMS = [..."アイウ"].map((letter) => `${letter}　${clause(`6(4)${letter}`)}`);

  it("6(3): the operation policy has items ア to オ and no other", () => {
    expect(headings("operation-policy")).toEqual(["星見市防災 運用ポリシー", ...POLICY_ITEMS]);
    const said = toText(make(named("operation-policy")).blocks);
    for (const words of [
      "種類\n\nX\n",
      "アカウント名：星見市防災",
      "アドレス（URL）：https://x.com/hoshimi_bousai",
      "管理者：危機管理課長",
      "担当者：防災係、広報係",
      "発信の目的：災害に関する情報の発信",
      "発信の内容：防災、避難",
      "運用時間：毎日 0:00-24:00",
      "意見や質問への対応：寄せられた情報は関係機関と共有します。",
      "個人情報を目的以外に利用しません。",
    ])
      expect(said).toContain(words);
  });

  it("6(1), 4(5)サ: a shared account's theme and a contractor's last day are asked for, and never made up", () => {
    const lacks = (more: Partial<typeof ACCOUNT>) =>
      make(named("operation-policy"), { account: { ...ACCOUNT, ...more } }).missing.map(
        ({ label }) => label,
      );
    const both = [{ name: "危機管理課" }, { name: "広報課" }];
    expect(lacks({ departments: both })).toEqual(["所属に共通するテーマ"]);
    expect(lacks({ departments: both.map((one) => ({ ...one, theme: "防災" })) })).toEqual([]);
    expect(lacks({ departments: both.slice(0, 1) })).toEqual([]);
    expect(lacks({ delegate: { name: "星見広告社", until: "" } })).toEqual(["委託の期限"]);
  });

  it("6(4): the terms of use have items ア to ウ and no other", () => {
    expect(headings("terms-of-use")).toEqual(["星見市防災 利用規約", ...TERMS_ITEMS]);
    const said = toText(make(named("terms-of-use")).blocks);
    for (const words of Object.values(ACCOUNT.terms ?? {})) expect(said).toContain(words);
  });

  it("6(2): the notice has both, for the reviewing division", () => {
    const all = headings("account-notice");
    for (const item of [...POLICY_ITEMS, ...TERMS_ITEMS]) expect(all).toContain(item);
    expect(toText(make(named("account-notice")).blocks)).toContain("広報課長　様");
  });

  it("6(2): the review sheet goes through every item, with the day of the notice from the register", () => {
    const { blocks } = make(named("review-sheet"));
    const items = blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.map(({ cells }) => cells[0]) : [],
    );
    for (const item of [...POLICY_ITEMS, ...TERMS_ITEMS]) expect(items).toContain(item);
    expect(toText(blocks)).toContain("届出の日：令和8年2月3日");
  });

  it("6(2): the homepage's list has the official accounts, each with policy and terms", () => {
    const { blocks } = make(named("account-list"));
    const said = toText(blocks);
    expect(said).toContain("■ 星見市防災（X）");
    expect(said).not.toContain("星見市観光");
    for (const words of ["運用ポリシー", "利用規約", ACCOUNT.purpose, ACCOUNT.terms?.conduct])
      expect(said).toContain(words);
    const none = make(named("account-list"), { policy: { ...POLICY, accounts: [] } });
    expect(none.missing).toEqual([
      { label: "公認のアカウント", place: { at: "settings", path: "accounts" } },
    ]);
  });

  it("6(2): what one of several accounts lacks leads to that account", () => {
    const bare: Account = { platform: "facebook", name: "星見市観光", status: "公認" };
    const policy = { ...POLICY, accounts: [ACCOUNT, bare] };
    const { missing } = make(named("account-list"), { policy });
    expect(missing).toContainEqual({
      label: "免責事項（星見市観光）",
      place: { at: "settings", path: "accounts[1].terms.disclaimer" },
    });
    expect(missing.every(({ label }) => label.endsWith("（星見市観光）"))).toBe(true);
  });

  it("7(1): the correction names the post, what was wrong and what is right, and apologises", () => {
    const said = toText(make(named("correction")).blocks);
    for (const words of ["誤：開始は10時", "正：開始は11時", "お詫び", FORM["post-url"]])
      expect(said).toContain(words);
  });

  it("7(3): the evidence sheet keeps the whole comment, and the words of what it breaks", () => {
    const said = toText(make(named("evidence-sheet")).blocks);
    expect(said).toContain("> 書き込みの\n> 全文");
    expect(said).toContain(`4(5)ア　${clause("4(5)ア")}`);
    expect(said).toContain("誤った情報を書き込まないでください。");
  });

  it("7(4): the warning leads nobody to the impostor", () => {
    expect(toText(make(named("impersonation-notice")).blocks)).not.toContain("b0usai/");
    expect(toText(make(named("impersonation-notice")).blocks)).not.toContain("com/hoshimi_b0usai");
    expect(toText(make(named("removal-request")).blocks)).toContain(FORM["impostor-url"]);
  });

  it("7(5): the holding statement says when there will be word; the explanation says it", () => {
    expect(toText(make(named("holding-statement")).blocks)).toContain(
      "令和8年11月4日 12時00分までにこのアカウントと市ホームページで",
    );
    expect(headings("explanation")).toEqual([
      "投稿についてのご説明",
      "確認した事実",
      "説明",
      "今後の対応",
    ]);
    const form = { ...FORM, apology: "お詫びします。" };
    expect(toText(make(named("explanation"), { form }).blocks)).toContain("■ お詫び");
  });

  it("6(6): reports are sorted by urgency, and what is not known of one is marked", () => {
    const { blocks } = make(named("triage-note"));
    const said = toText(blocks);
    expect(said.indexOf("取り残され")).toBeLessThan(said.indexOf("停電している"));
    expect(said).toContain("確認：未確認");
    const reports = JSON.stringify([["A 命に関わる", "", "", "助けて", "", "", "", ""]]);
    const { missing } = make(named("triage-note"), { form: { ...FORM, reports } });
    expect(missing.map(({ label }) => label)).toEqual(["場所", "共有先と時刻"]);
  });

  it("the notice to staff has purpose, responsible person and retention", () => {
    const said = toText(make(named("record-notice")).blocks);
    for (const words of ["6(5)に基づき", "記録の責任者：広報課長", "保存する期間：200日間"])
      expect(said).toContain(words);
    const off = { ...POLICY, journalEnabled: false };
    expect(make(named("record-notice"), { policy: off }).missing).toMatchObject([
      { place: { at: "settings", path: "journalEnabled" } },
    ]);
  });

  it("follows another city's clauses", () => {
    const clauses = { "6(3)オ": { label: "個人情報", text: "個人情報の守り方" } };
    const said = make(named("operation-policy"), { policy: { ...POLICY, clauses } });
    expect(textsOf(said.blocks)).toContain("オ　個人情報の守り方");
  });
});

describe("what is made to be posted", () => {
  /** Documents with texts that go into a compose box, as they stand. */
  const posts = ["correction", "holding-statement", "reply-templates"].flatMap((id) =>
    make(named(id)).blocks.flatMap((block) =>
      block.kind === "paragraph" && block.id.endsWith("-text") ? [[id, block.text] as const] : [],
    ),
  );

  it.each(posts)("%s passes the check: %s", (id, text) => {
    const kind = id === "reply-templates" ? "reply" : "post";
    const at = "2026-11-03T12:00:00+09:00";
    const draft = { text, platform: "x", kind, account: "hoshimi_bousai", at } as const;
    const found = check(draft, POLICY).filter(({ level }) => level !== "hint");
    expect(found.map(({ rule, text: words }) => `${rule} ${words}`)).toEqual([]);
  });
});

it.each([
  ["2026-11-02", "令和8年11月2日"],
  ["2019-05-01", "令和元年5月1日"],
  ["2026-04-31", ""],
  ["2026-1-2", ""],
  ["きのう", ""],
])("writes the day %s as %s", (iso, words) => expect(dayOf(iso)).toBe(words));

it.each([
  ["2026-11-02T09:05", "令和8年11月2日 9時05分"],
  ["2026-11-02T24:00", ""],
  ["2026-11-02", ""],
])("writes the time %s as %s", (iso, words) => expect(timeOf(iso)).toBe(words));

it("names a file so that every system takes it", () => {
  expect(fileName("須坂市防災/運用: ポリシー?", "2026-11-22", "html")).toBe(
    "須坂市防災-運用-ポリシー-2026-11-22.html",
  );
  expect(fileName("", "2026-11-22", "md")).toBe("2026-11-22.md");
});
