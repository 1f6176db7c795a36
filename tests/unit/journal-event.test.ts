import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Circumstances,
  entryOf,
  isPostEvent,
  type PostEvent,
} from "../../src/journal/event.ts";
import { resolvePolicy } from "../../src/policy/policy.ts";

const TEXT = "2026年12月5日(日)に開きます。";
const ID = "0b6c1d1e-0000-4000-8000-000000000001";

const event = (more: Partial<PostEvent> = {}): PostEvent => ({
  id: ID,
  post: ID.replace(/1$/, "2"),
  became: "published",
  isChecked: true,
  draft: { text: TEXT, platform: "x", kind: "post", account: "hoshimi_city" },
  findings: [],
  reason: "",
  ...more,
});
const stop = (fate: PostEvent["findings"][number]["fate"], rule = "date.weekday") => ({
  rule,
  level: "stop" as const,
  fate,
});
const now = (policy: object = {}, more: Partial<Circumstances> = {}): Circumstances => ({
  at: "2026-12-01T00:00:00.000Z",
  policy: resolvePolicy({ managed: { policyRevision: "2026-12", ...policy } }),
  isManaged: true,
  account: null,
  fingerprint: async () => "f".repeat(64),
  ...more,
});

describe("what a page tells of a post", () => {
  it("is taken where it has the shape", () => {
    expect(isPostEvent(event())).toBe(true);
    expect(isPostEvent(event({ draft: { ...event().draft, account: null } }))).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["no id", { ...event(), id: "1" }],
    ["another outcome", { ...event(), became: "deleted" }],
    ["no text", { ...event(), draft: { ...event().draft, text: 1 } }],
    [
      "a text that nobody writes",
      { ...event(), draft: { ...event().draft, text: "あ".repeat(200_001) } },
    ],
    ["another kind", { ...event(), draft: { ...event().draft, kind: "story" } }],
    ["words for a rule", { ...event(), findings: [stop("left", "市長の発言は")] }],
    ["another fate", { ...event(), findings: [{ ...stop("left"), fate: "lost" }] }],
    ["more findings than there are", { ...event(), findings: Array(301).fill(stop("left")) }],
    ["another answer", { ...event(), findings: [{ ...stop("answered"), answer: { to: "?" } }] }],
  ])("is not taken with %s", (_, value) => {
    expect(isPostEvent(value)).toBe(false);
  });

  it("is looked at without a fall, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isPostEvent(value)).toBe(false);
      }),
    );
    const field = fc.constantFrom(...Object.keys(event()));
    fc.assert(
      fc.property(field, fc.anything(), (name, value) => {
        expect(typeof isPostEvent({ ...event(), [name]: value })).toBe("boolean");
      }),
    );
  });
});

describe("the entry of a post", () => {
  it.each<[string, Partial<PostEvent>, object]>([
    ["clean", {}, {}],
    ["repaired", { findings: [stop("repaired")] }, {}],
    ["answered", { findings: [stop("answered"), stop("repaired")] }, {}],
    ["overridden", { findings: [stop("left"), stop("answered")] }, {}],
    // A mark as a false alarm is no leave to publish.
    ["overridden", { findings: [stop("alarm")] }, {}],
    ["withdrawn", { became: "withdrawn", findings: [stop("left")] }, {}],
    ["unheld", { findings: [stop("left")] }, { enforcement: "observe" }],
    ["unheld", { findings: [stop("left")] }, { enforcement: "warn" }],
    ["unchecked", { isChecked: false }, {}],
  ])("says %s", async (decision, more, policy) => {
    expect(await entryOf(event(more), now(policy))).toMatchObject({ decision });
  });

  it("has no word of the draft, and nothing that nobody asked for", async () => {
    const told = {
      ...event({ reason: "主催者の指定", findings: [{ ...stop("left"), text: TEXT } as never] }),
      text: TEXT,
    };
    const entry = await entryOf(told, now());
    expect(JSON.stringify(entry)).not.toContain("12月5日");
    expect(entry).toEqual({
      type: "post",
      id: ID,
      at: "2026-12-01T00:00:00.000Z",
      post: ID.replace(/1$/, "2"),
      decision: "overridden",
      platform: "x",
      kind: "post",
      account: "hoshimi_city",
      findings: [stop("left")],
      reason: "主催者の指定",
      enforcement: "hold",
      mode: "normal",
      policyRevision: "2026-12",
      isManaged: true,
      length: TEXT.length,
      fingerprint: "f".repeat(64),
    });
  });

  it("keeps answers, and cuts what is too long", async () => {
    const answer = { to: "decision" as const, number: "令".repeat(500) };
    const entry = await entryOf(
      event({ findings: [{ ...stop("answered"), answer }], reason: "長".repeat(5_000) }),
      now(),
    );
    expect(entry?.findings[0]?.answer).toEqual({ to: "decision", number: "令".repeat(200) });
    expect(entry?.reason).toHaveLength(1_000);
  });

  it("keeps of an account outside the register only that it is", async () => {
    const policy = { accounts: [{ platform: "x", handle: "hoshimi_city" }] };
    const own = event({
      draft: { ...event().draft, account: "watashi" },
      findings: [stop("left"), stop("left", "account.unregistered")],
    });
    const entry = await entryOf(own, now(policy));
    expect(entry).toMatchObject({
      account: null,
      findings: [stop("left", "account.unregistered")],
      length: null,
      fingerprint: null,
    });
    expect(JSON.stringify(entry)).not.toContain("watashi");
    expect(await entryOf(own, now({ ...policy, unregisteredAccounts: "ignore" }))).toBeNull();
    const known = now(policy, { account: { platform: "x", handle: "hoshimi_city" } });
    expect(await entryOf(event(), known)).toMatchObject({ account: "hoshimi_city" });
  });
});
