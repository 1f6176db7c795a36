import type { Kind, Level, Platform } from "../contract.ts";
import type { PostEntry } from "./entry.ts";

/** A post that went out in an emergency with something left unlooked at. Not a word of its text. */
export interface LeftPost {
  /** Of its entry in the record, where there is one. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  platform: Platform;
  kind: Kind;
  account: string | null;
  /** By what they count for at other times, each rule once. None: it went out without a verdict. */
  left: { rule: string; level: Level }[];
}

/** More than a disaster's first days bring; beyond, the newest are kept. */
const MOST_POSTS = 300;
/** Where the list stands in the extension's own storage. */
const KEY = "afterwards";
const GRAVITY: Record<Level, number> = { stop: 0, care: 1, hint: 2 };

/** What is to be looked at afterwards; null: nothing. */
export function leftOf(entry: PostEntry): LeftPost | null {
  if (entry.mode !== "emergency" || entry.decision === "withdrawn") return null;
  const left = new Map<string, Level>();
  for (const { rule, level, usual = level, fate } of entry.findings) {
    if (fate !== "left" || usual === "hint") continue;
    const known = left.get(rule);
    if (!known || GRAVITY[usual] < GRAVITY[known]) left.set(rule, usual);
  }
  if (left.size === 0 && entry.decision !== "unchecked") return null;
  const { id, at, platform, kind, account } = entry;
  const rules = [...left].map(([rule, level]) => ({ rule, level }));
  return {
    id,
    at,
    platform,
    kind,
    account,
    left: rules.sort((a, b) => GRAVITY[a.level] - GRAVITY[b.level]),
  };
}

export interface Afterwards {
  all(): Promise<LeftPost[]>;
  /** One that is there already stays once. */
  keep(post: LeftPost): Promise<void>;
  /** Somebody looked at these. */
  remove(ids: readonly string[]): Promise<void>;
}

/** The list, oldest first. It does not wait for a record to be kept: an emergency is when it is needed. */
export function createAfterwards(storage: {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}): Afterwards {
  let queue: Promise<unknown> = Promise.resolve();

  async function all(): Promise<LeftPost[]> {
    const stored = await storage.get(KEY);
    return Array.isArray(stored) ? stored : [];
  }

  function change(next: (posts: LeftPost[]) => LeftPost[]): Promise<void> {
    const turn = queue.then(async () => storage.set(KEY, next(await all()).slice(-MOST_POSTS)));
    queue = turn.catch(() => {});
    return turn;
  }

  return {
    all,
    keep: (post) => change((posts) => [...posts.filter(({ id }) => id !== post.id), post]),
    remove: (ids) => change((posts) => posts.filter(({ id }) => !ids.includes(id))),
  };
}
