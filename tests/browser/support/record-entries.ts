import type { Entry, EntryFinding, Fate, PostEntry } from "../../../src/journal/entry.ts";

/** What people's posts would leave in a record, the same in every run. No browser and no Node needed. */
const RULES = [
  ["date.weekday", "stop"],
  ["link.shortener", "stop"],
  ["pii.mobile", "stop"],
  ["link.third-party", "care"],
  ["tone.absolute", "care"],
  ["fact.contact-missing", "hint"],
  ["read.length", "hint"],
  ["date.year-missing", "hint"],
] as const;
const ACCOUNTS = [
  ["x", "hoshimi_city"],
  ["x", "hoshimi_bousai"],
  ["facebook", "星見市"],
  ["x", null],
] as const;
const REASONS = ["主催者の指定のため", "課長の了解を得た", "他市の表記に合わせるため"];

export interface EntriesWanted {
  count: number;
  /** Milliseconds since 1970: when the last of them was written. */
  until: number;
  /** Between two of them, in ms. */
  step?: number;
  /** Tells two machines apart. Default 1. */
  seed?: number;
}

/** `count` entries, oldest first: posts, and among them marks as a false alarm and addresses. */
export function recordEntries({
  count,
  until,
  step = 3_600_000,
  seed = 1,
}: EntriesWanted): Entry[] {
  const entries: Entry[] = [];
  const random = numbers(seed);
  for (let index = 0; entries.length < count; index++) {
    const at = new Date(until - (count - entries.length - 1) * step).toISOString();
    const one = post(index, at, seed, random);
    entries.push(one);
    const room = count - entries.length;
    if (index % 9 === 4 && room > 0) {
      entries.push({
        type: "alarm",
        id: idOf(index, seed, "a"),
        at,
        post: one.post,
        platform: one.platform,
        kind: one.kind,
        account: one.account,
        rule: "link.third-party",
        level: "care",
        fingerprint: "cd".repeat(32),
        about: { host: index % 2 === 0 ? "www.jma.go.jp" : "kanko.example.jp" },
        policyRevision: "2026-12",
        isManaged: true,
      });
    }
    if (one.decision !== "withdrawn" && index % 3 === 0 && room > 1) {
      const url = `https://x.com/hoshimi_city/status/${1_700_000_000_000 + index}`;
      entries.push({
        type: "address",
        id: idOf(index, seed, "b"),
        at,
        of: one.id,
        post: one.post,
        url,
      });
    }
  }
  return entries;
}

function post(index: number, at: string, seed: number, random: () => number): PostEntry {
  const [platform, account] = ACCOUNTS[Math.floor(random() ** 2 * ACCOUNTS.length)] ?? ACCOUNTS[0];
  const findings = RULES.flatMap(([rule, level], place): EntryFinding[] =>
    random() < 0.35 / (1 + place * 0.4) ? [{ rule, level, fate: fateOf(level, random()) }] : [],
  );
  const isPilot = index % 10 >= 8;
  const stops = findings.filter(({ level }) => level === "stop");
  const isLeft = stops.some(({ fate }) => fate === "left");
  const decision =
    isLeft && random() < 0.3
      ? "withdrawn"
      : isLeft
        ? isPilot
          ? "unheld"
          : "overridden"
        : random() < 0.02
          ? "unchecked"
          : stops.length > 0
            ? "repaired"
            : "clean";
  return {
    type: "post",
    id: idOf(index, seed, "0"),
    at,
    post: idOf(index, seed, "f"),
    decision,
    platform,
    kind: index % 5 === 0 ? "reply" : "post",
    account,
    findings,
    reason: decision === "overridden" ? (REASONS[index % REASONS.length] ?? "") : "",
    enforcement: isPilot ? "observe" : "hold",
    mode: "normal",
    policyRevision: "2026-12",
    isManaged: true,
    length: 40 + (index % 100),
    fingerprint: "ab".repeat(32),
  };
}

function fateOf(level: string, chance: number): Fate {
  if (level === "stop") return chance < 0.4 ? "left" : "repaired";
  return chance < 0.3 ? "aside" : chance < 0.6 ? "left" : "repaired";
}

function idOf(index: number, seed: number, kind: string): string {
  return `${String(seed).padStart(8, "0")}-${kind.repeat(4)}-4000-8000-${String(index).padStart(12, "0")}`;
}

/** From 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
