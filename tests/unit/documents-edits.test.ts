import { describe, expect, it } from "vitest";
import { addressOf } from "../../src/documents/address.ts";
import type { Block } from "../../src/documents/blocks.ts";
import {
  accountKey,
  draftKey,
  forgetAll,
  keepDraft,
  readDraft,
  type Store,
} from "../../src/documents/drafts.ts";
import {
  type Edits,
  overtaken,
  slotsOf,
  withAddendum,
  withEdit,
  withEdits,
} from "../../src/documents/edits.ts";
import { toText } from "../../src/documents/plain-text.ts";
import { fieldHashOf, whereOf } from "../../src/options/sections.ts";

const MADE: Block[] = [
  { kind: "heading", id: "title", level: 1, text: "お知らせ" },
  { kind: "paragraph", id: "lead", text: "会場は市民会館です。" },
  { kind: "list", id: "list", items: ["一つ", "二つ"] },
  { kind: "field", id: "phone", label: "電話", value: "026-245-1400" },
  { kind: "table", id: "table", caption: "", head: ["時刻"], rows: [{ id: "a", cells: ["9時"] }] },
  { kind: "table", id: "hand", caption: "", head: ["所見"], rows: [{ id: "a", cells: [""] }] },
];
const edit = (id: string, text: string, base?: string): Edits => {
  const slot = withAddendum(MADE)
    .flatMap(slotsOf)
    .find((one) => one.id === id);
  if (!slot) throw new Error(`no slot ${id}`);
  return withEdit({}, { id, text: base ?? slot.text }, text);
};
const said = (edits: Edits) => toText(withEdits(withAddendum(MADE), edits));

describe("an edit", () => {
  it.each([
    ["title", "知らせ", "知らせ\n\n会場"],
    ["lead", "会場は公民館です。\n\n駐車場はありません。", "公民館です。\n\n駐車場は"],
    ["list", "一つ\n\n三つ\n四つ", "・一つ\n・三つ\n・四つ"],
    ["phone", "026-245-1401", "電話：026-245-1401"],
    ["phone/label", "連絡先", "連絡先：026-245-1400"],
    ["table/a/0", "10時", "時刻：10時"],
    ["table/head/0", "開始", "開始：9時"],
    ["addendum", "以上", "所見：\n\n以上\n"],
  ])("of %s takes the place of what was made", (id, text, found) => {
    expect(said(edit(id, text))).toContain(found);
  });

  it("leaves every text to be edited", () => {
    const slots = withAddendum(MADE).flatMap(slotsOf);
    const edits = Object.fromEntries(
      slots.map(({ id, text }) => [id, { text: `<${id}>`, base: text }]),
    );
    for (const { id } of slots) {
      if (id.endsWith("/caption")) continue;
      expect(said(edits)).toContain(`<${id}>`);
    }
  });

  it.each(["title", "lead", "list", "table/a/0"])("that empties %s leaves it out", (id) => {
    const slot = MADE.flatMap(slotsOf).find((one) => one.id === id);
    const [line = ""] = slot?.text.split("\n") ?? [];
    expect(said(edit(id, " \n "))).not.toContain(line);
    // A row that was empty from the start is there to be written by hand.
    expect(said(edit(id, ""))).toContain("所見：");
  });

  it("stays when the form changes, and is told apart from what is made now", () => {
    const edits = edit("lead", "会場は公民館です。");
    const now = MADE.map((block) =>
      block.id === "lead" && block.kind === "paragraph"
        ? { ...block, text: "会場は体育館です。" }
        : block,
    );
    expect(toText(withEdits(now, edits))).toContain("公民館");
    expect(overtaken(MADE, edits)).toEqual([]);
    expect(overtaken(now, edits)).toEqual([{ id: "lead", text: "会場は体育館です。" }]);
    // Kept as it is, or given up for what is made now: in both cases it is settled.
    const slot = { id: "lead", text: "会場は体育館です。" };
    expect(overtaken(now, withEdit(edits, slot, "会場は公民館です。"))).toEqual([]);
    expect(withEdit(edits, slot, slot.text)).toEqual({});
  });

  it("of a text with a strange name is none of another", () => {
    expect(
      said({ __proto__x: { text: "a", base: "" }, constructor: { text: "b", base: "" } }),
    ).toBe(said({}));
  });
});

/** A browser's store, which may be full. */
function store(isFull = false): Store & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

describe("a draft", () => {
  const draft = { form: { wrong: "10時" }, edits: { lead: { text: "a", base: "b" } } };
  const key = draftKey("correction", "x:suzaka_city");

  it("is read as it was kept, by document and account", () => {
    const here = store();
    expect(keepDraft(here, key, draft)).toBe(true);
    expect(readDraft(here, key)).toEqual(draft);
    expect(readDraft(here, draftKey("correction", ""))).toEqual({ form: {}, edits: {} });
  });

  it("that is empty leaves nothing behind", () => {
    const here = store();
    keepDraft(here, key, draft);
    keepDraft(here, key, { form: { wrong: "" }, edits: {} });
    expect(here.kept.size).toBe(0);
  });

  it("says when it cannot be kept", () => {
    expect(keepDraft(store(true), key, draft)).toBe(false);
  });

  it.each(["{", "null", "3", '{"form":3,"edits":[]}', '{"form":{"a":1},"edits":{"b":{"text":1}}}'])(
    "is empty where %s was kept",
    (text) => {
      const here = store();
      here.kept.set(key, text);
      expect(readDraft(here, key)).toEqual({ form: {}, edits: {} });
    },
  );

  it("goes with all others, and nothing else does", () => {
    const here = store();
    keepDraft(here, key, draft);
    keepDraft(here, draftKey("removal-request", "x:a"), draft);
    here.kept.set("else", "1");
    forgetAll(here);
    expect([...here.kept.keys()]).toEqual(["else"]);
  });

  it("stays with an account whose place in the register changes", () => {
    expect(accountKey({ platform: "x", handle: "Suzaka", name: "市" })).toBe("x:suzaka");
    expect(accountKey({ platform: "facebook", name: "市" })).toBe("facebook:市");
    expect(accountKey(null)).toBe("");
  });
});

describe("an address", () => {
  it("names a document and hands values over to its form", () => {
    const { document, values } = addressOf(
      "#removal-request?impostor-url=https%3A%2F%2Fx.com%2Fa%3Fb%3D1&account=x%3Aa&unknown=1",
    );
    expect(document?.id).toBe("removal-request");
    expect(values).toEqual({ "impostor-url": "https://x.com/a?b=1", account: "x:a" });
  });

  it.each(["", "#", "#overview", "#accounts", "#nothing?account=x", "#%"])(
    "%s is the overview",
    (hash) => expect(addressOf(hash)).toEqual({ document: null, values: {} }),
  );

  it.each([
    ["accounts[2].terms.conduct", "#accounts/2/terms.conduct"],
    ["organizationName", "#organization//organizationName"],
    ["journalEnabled", "#behaviour//journalEnabled"],
  ])("of the settings leads to %s", (path, hash) => {
    expect(fieldHashOf(path)).toBe(hash);
    expect(whereOf(hash).field).toBe(path);
  });

  it("of a part or an account alone names no field", () => {
    expect(whereOf("#accounts/2")).toEqual({ part: "accounts", account: 2, field: null });
    expect(whereOf("#accounts")).toEqual({ part: "accounts", account: null, field: null });
  });
});
