import { origin, seal } from "../../src/journal/chain.ts";
import type {
  AlarmEntry,
  Entry,
  GapEntry,
  Head,
  PostEntry,
  Sealed,
} from "../../src/journal/entry.ts";
import type { Keys } from "../../src/journal/keys.ts";
import { Columns } from "../../src/review/columns.ts";

export function post(id: string, more: Partial<PostEntry> = {}): PostEntry {
  return {
    type: "post",
    id,
    at: "2026-12-05T01:00:00.000Z",
    post: `post ${id}`,
    decision: "overridden",
    platform: "x",
    kind: "post",
    account: "hoshimi_city",
    findings: [{ rule: "date.weekday", level: "stop", fate: "left" }],
    reason: "主催者の指定のため",
    enforcement: "hold",
    mode: "normal",
    policyRevision: "2026-12",
    isManaged: true,
    length: 20,
    fingerprint: "ab".repeat(32),
    ...more,
  };
}

export const gap = (id: string): GapEntry => ({
  type: "gap",
  id,
  at: "2026-12-05T01:00:00.000Z",
  missing: ["lost"],
  since: "2026-12-05T00:00:00.000Z",
  error: "QuotaExceededError",
});

export const alarm = (id: string): AlarmEntry => ({
  type: "alarm",
  id,
  at: "2026-12-05T01:00:00.000Z",
  post: `post ${id}`,
  platform: "x",
  kind: "post",
  account: "hoshimi_city",
  rule: "link.third-party",
  level: "care",
  fingerprint: "cd".repeat(32),
  about: { host: "kanko.example.org" },
  policyRevision: "2026-12",
  isManaged: true,
});

export const signoff: Entry = {
  type: "signoff",
  id: "signed",
  at: "2026-12-08T01:00:00.000Z",
  by: "課長",
  from: "2026-12-01",
  to: "2026-12-07",
  remarks: "",
  head: { seq: 3, hash: "ab" },
  breaks: 0,
};

export function columnsOf(entries: readonly Entry[], machine = "m"): Columns {
  const columns = new Columns();
  for (const [index, entry] of entries.entries()) columns.add(machine, index + 1, entry);
  return columns;
}

export async function chainOf(
  keys: Keys,
  entries: readonly Entry[],
  start: Head = origin(keys.machine),
): Promise<Sealed[]> {
  const chain: Sealed[] = [];
  for (const entry of entries) chain.push(await seal(keys, chain.at(-1) ?? start, entry));
  return chain;
}
