import { beforeEach, expect, it } from "vitest";
import { createAfterwards, leftOf } from "../../src/journal/afterwards.ts";
import type { EntryFinding, PostEntry } from "../../src/journal/entry.ts";

const finding = (rule: string, more: Partial<EntryFinding> = {}): EntryFinding => ({
  rule,
  level: "hint",
  fate: "left",
  ...more,
});

const entry = (more: Partial<PostEntry>): PostEntry => ({
  type: "post",
  id: "1",
  at: "2026-10-12T10:00:00.000Z",
  post: "2",
  decision: "clean",
  platform: "x",
  kind: "post",
  account: "hoshimi_city",
  findings: [],
  reason: "",
  enforcement: "hold",
  mode: "emergency",
  policyRevision: "",
  isManaged: false,
  length: 10,
  fingerprint: "f",
  ...more,
});

it("keeps what would have counted at other times, the gravest first, each rule once", () => {
  const findings = [
    finding("readable.long"),
    finding("fact.alert-slots", { usual: "care" }),
    finding("link.shortener", { usual: "care" }),
    finding("link.shortener", { usual: "stop" }),
    finding("tone.insult", { usual: "stop", fate: "repaired" }),
    finding("rights.media", { usual: "care", fate: "answered", answer: { to: "page" } }),
    finding("civic.bias", { usual: "care", fate: "aside" }),
    finding("pii.mobile", { level: "stop" }),
  ];
  expect(leftOf(entry({ findings }))).toEqual({
    id: "1",
    at: "2026-10-12T10:00:00.000Z",
    platform: "x",
    kind: "post",
    account: "hoshimi_city",
    left: [
      { rule: "link.shortener", level: "stop" },
      { rule: "pii.mobile", level: "stop" },
      { rule: "fact.alert-slots", level: "care" },
    ],
  });
});

it("keeps a post that went out without a verdict, and none of which nothing is left", () => {
  expect(leftOf(entry({ decision: "unchecked" }))?.left).toEqual([]);
  expect(leftOf(entry({ findings: [finding("readable.long")] }))).toBeNull();
  const findings = [finding("link.shortener", { usual: "stop" })];
  expect(leftOf(entry({ findings, decision: "withdrawn" }))).toBeNull();
  expect(leftOf(entry({ findings, mode: "normal" }))).toBeNull();
});

let stored: Map<string, unknown>;
beforeEach(() => {
  stored = new Map();
});
const list = () =>
  createAfterwards({
    get: async (key) => stored.get(key),
    set: async (key, value) => void stored.set(key, structuredClone(value)),
  });

it("lists each post once until somebody looked at it", async () => {
  const one = list();
  const posts = ["a", "b", "c"].map((id) => leftOf(entry({ decision: "unchecked", id })));
  for (const each of [...posts, ...posts]) if (each) void one.keep(each);
  await one.remove(["b", "z"]);
  expect((await list().all()).map(({ id }) => id)).toEqual(["a", "c"]);
});

it("does not grow without end: the newest stay", async () => {
  const one = list();
  for (let index = 0; index < 310; index++) {
    const each = leftOf(entry({ decision: "unchecked", id: `${index}` }));
    if (each) void one.keep(each);
  }
  await one.remove([]);
  const ids = (await one.all()).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([300, "10", "309"]);
});
