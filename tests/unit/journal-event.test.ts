import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressEntryOf,
  alarmEntryOf,
  type Circumstances,
  entryOf,
} from "../../src/journal/entry-of.ts";
import { type AlarmEvent, isRecordEvent, type PostEvent } from "../../src/journal/event.ts";
import { postAddress } from "../../src/journal/post-address.ts";
import { resolvePolicy } from "../../src/policy/policy.ts";
import { post } from "./journal-entries.ts";

const TEXT = "2026年12月5日(日)に開きます。";
const ID = "0b6c1d1e-0000-4000-8000-000000000001";

const event = (more: Partial<PostEvent> = {}): PostEvent => ({
  type: "post",
  id: ID,
  post: ID.replace(/1$/, "2"),
  became: "published",
  isChecked: true,
  draft: { text: TEXT, platform: "x", kind: "post", account: "hoshimi_city" },
  findings: [],
  reason: "",
  ...more,
});
const alarm = (more: Partial<AlarmEvent> = {}): AlarmEvent => ({
  type: "alarm",
  id: ID,
  post: ID.replace(/1$/, "2"),
  draft: { platform: "x", kind: "post", account: "hoshimi_city" },
  finding: { rule: "link.third-party", level: "care" },
  words: "https://kanko.example.org/a?b",
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
    expect(isRecordEvent(event())).toBe(true);
    expect(isRecordEvent(event({ draft: { ...event().draft, account: null } }))).toBe(true);
    expect(isRecordEvent(alarm())).toBe(true);
    expect(isRecordEvent({ type: "address", id: ID, of: ID, url: "https://x.com/" })).toBe(true);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["no id", { ...event(), id: "1" }],
    ["a time to come", { ...event(), late: -1 }],
    ["no time at all", { ...event(), late: Number.NaN }],
    ["no type", { ...event(), type: undefined }],
    ["a mark on no finding", { ...alarm(), finding: { rule: "あ", level: "care" } }],
    ["a mark on nothing", { ...alarm(), words: null }],
    ["an address of nothing", { type: "address", id: ID, of: "1", url: "https://x.com/" }],
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
    expect(isRecordEvent(value)).toBe(false);
  });

  it("is looked at without a fall, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isRecordEvent(value)).toBe(false);
      }),
    );
    const field = fc.constantFrom(...Object.keys(event()));
    fc.assert(
      fc.property(field, fc.anything(), (name, value) => {
        expect(typeof isRecordEvent({ ...event(), [name]: value })).toBe("boolean");
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

describe("the entry of a mark as a false alarm", () => {
  it("keeps of the marked words a fingerprint, and the host that might be trusted", async () => {
    expect(await alarmEntryOf(alarm(), now())).toEqual({
      type: "alarm",
      id: ID,
      at: "2026-12-01T00:00:00.000Z",
      post: ID.replace(/1$/, "2"),
      platform: "x",
      kind: "post",
      account: "hoshimi_city",
      rule: "link.third-party",
      level: "care",
      fingerprint: "f".repeat(64),
      about: { host: "kanko.example.org" },
      policyRevision: "2026-12",
      isManaged: true,
    });
  });

  it.each<[string, string, object | null]>([
    ["link.shortener", "bit.ly/3abc", { host: "bit.ly" }],
    ["share.mention", "@kishou_demo", { account: "kishou_demo" }],
    ["share.repost", "星見市観光協会", { account: "星見市観光協会" }],
    // Never a person's name, an inner address, or any other word.
    ["link.internal", "https://intra.city.example.jp/", null],
    ["pii.person", "山田太郎さん", null],
    ["date.weekday", "12月5日(日)", null],
    ["link.third-party", "http://[", null],
    ["share.mention", "", null],
  ])("says of %s on %j only what may be trusted", async (rule, words, about) => {
    const entry = await alarmEntryOf(alarm({ finding: { rule, level: "care" }, words }), now());
    expect(entry?.about).toEqual(about);
    expect(entry?.fingerprint === null).toBe(words === "");
    if (!about && words) expect(JSON.stringify(entry)).not.toContain(words);
  });

  it("is none on somebody's own account", async () => {
    const policy = { accounts: [{ platform: "x", handle: "hoshimi_city" }] };
    const own = alarm({ draft: { platform: "x", kind: "post", account: "watashi" } });
    expect(await alarmEntryOf(own, now(policy))).toBeNull();
  });
});

describe("a published post's address", () => {
  it.each([
    [
      "x",
      "https://x.com/hoshimi_city/status/1860000000000000001?s=20",
      "https://x.com/hoshimi_city/status/1860000000000000001",
    ],
    ["x", "https://mobile.twitter.com/a/status/1/photo/1", "https://x.com/a/status/1"],
    [
      "facebook",
      "https://m.facebook.com/hoshimi.city/posts/pfbid02a?__cft__[0]=AZ&__tn__=%2CO",
      "https://www.facebook.com/hoshimi.city/posts/pfbid02a",
    ],
    [
      "facebook",
      "https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=61550&ref=x",
      "https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=61550",
    ],
    [
      "facebook",
      "https://www.facebook.com/hoshimi.city/posts/1?comment_id=22&__tn__=R",
      "https://www.facebook.com/hoshimi.city/posts/1?comment_id=22",
    ],
    [
      "facebook",
      "https://www.facebook.com/photo/?fbid=12&set=a.1",
      "https://www.facebook.com/photo?fbid=12",
    ],
  ] as const)("on %s, %s, is kept without what follows people", (platform, url, kept) => {
    expect(postAddress(platform, url)).toBe(kept);
  });

  it.each([
    ["x", "https://x.com/hoshimi_city"],
    ["x", "http://x.com/a/status/1"],
    ["x", "https://x.com.example.org/a/status/1"],
    ["x", "https://www.facebook.com/a/posts/1"],
    ["x", "javascript:alert(1)"],
    ["facebook", "https://www.facebook.com/hoshimi.city"],
    ["facebook", "https://l.facebook.com/l.php?u=https://a.example/posts/1"],
    ["facebook", "https://user@www.facebook.com/a/posts/1"],
    ["facebook", "https://www.facebook.com/permalink.php?id=1"],
    ["facebook", ""],
  ] as const)("is none on %s at %s", (platform, url) => {
    expect(postAddress(platform, url)).toBeNull();
  });

  it("refers to its post's entry, and none is kept of a post that names nobody", async () => {
    const told = { type: "address", id: ID, of: ID, url: "https://x.com/a/status/1" } as const;
    const at = "2026-12-01T00:00:01.000Z";
    const of = post("of", { post: "both" });
    expect(addressEntryOf(told, of, at)).toEqual({
      ...told,
      at,
      of: "of",
      post: "both",
    });
    expect(addressEntryOf(told, { ...of, length: null }, at)).toBeNull();
    expect(addressEntryOf(told, { ...of, decision: "withdrawn" }, at)).toBeNull();
    expect(addressEntryOf(told, { ...of, platform: "facebook" }, at)).toBeNull();
  });
});
