import type { Answer, Kind, Level, Platform, Policy } from "../contract.ts";

/**
 * What the record keeps (guideline 6(5), 6(10)): who decided what about a post, on which findings.
 * Never the words of a draft: a fingerprint recognises a text that somebody already holds.
 *
 * This file is the whole format. `FORMAT` grows where a reader of today would misread an entry: where
 * a field changes its meaning or goes. A new type of entry or a new field does not make it grow, so
 * whoever reads entries passes over types and fields that they do not know.
 */
export const FORMAT = 1;

export type Entry =
  | PostEntry
  | AlarmEntry
  | AddressEntry
  | GapEntry
  | ExportEntry
  | SignoffEntry
  | ModeEntry
  | AfterwardsEntry;

/**
 * What became of a post. `unheld`: a pilot let go what would have been held. `unchecked`: it went out
 * without a verdict. `answered`: what held it was answered, with a decision's number, say.
 */
export const DECISIONS = [
  "clean",
  "repaired",
  "answered",
  "overridden",
  "withdrawn",
  "unheld",
  "unchecked",
] as const;
export type Decision = (typeof DECISIONS)[number];

/** What became of one finding: it stood to the end, or how it went. */
export const FATES = ["left", "repaired", "answered", "aside", "alarm"] as const;
export type Fate = (typeof FATES)[number];

export interface EntryFinding {
  rule: string;
  level: Level;
  /** In an emergency: its level at other times, where that is graver. */
  usual?: Level;
  /** `aside`: put aside for this post. `alarm`: marked as a false alarm. */
  fate: Fate;
  answer?: Answer;
}

interface Base {
  /** Made where the entry was made, so that one that is delivered twice is stored once. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface PostEntry extends Base {
  type: "post";
  /** The same for all that was decided about one post while it was written: withdrawn, then published, say. */
  post: string;
  decision: Decision;
  platform: Platform;
  kind: Kind;
  /** As the page named it; null: it did not, or the account is not the organisation's. */
  account: string | null;
  findings: EntryFinding[];
  /** Why it was published all the same, in the person's own words; "": none was asked. */
  reason: string;
  enforcement: Policy["enforcement"];
  mode: Policy["mode"];
  policyRevision: string;
  isManaged: boolean;
  /** UTF-16 code units. null: nothing of the text may be kept (an account outside the register). */
  length: number | null;
  /** HMAC-SHA-256 of the text under this machine's key, hexadecimal. */
  fingerprint: string | null;
}

/**
 * Somebody marked a finding as mistaken, whether or not the post ever went out. Marks are counted here;
 * the fate "alarm" of a post's finding only says that it stood under such a mark.
 */
export interface AlarmEntry extends Base {
  type: "alarm";
  /** As of a post's entry. */
  post: string;
  platform: Platform;
  kind: Kind;
  account: string | null;
  rule: string;
  level: Level;
  /** HMAC-SHA-256 of the marked words under this machine's key: the same words show as the same. null: it marks none. */
  fingerprint: string | null;
  /** The host or the account that it was about: what might be trusted. null: neither. */
  about: { host: string } | { account: string } | null;
  policyRevision: string;
  isManaged: boolean;
}

/** Where the page showed a published post to stand. */
export interface AddressEntry extends Base {
  type: "address";
  /** `id` of the post's own entry. */
  of: string;
  /** `post` of that entry. */
  post: string;
  url: string;
}

/** Entries that could not be written (a full disk). One that came after all stands in the record itself. */
export interface GapEntry extends Base {
  type: "gap";
  /** Their ids. */
  missing: string[];
  since: string;
  /** The browser's own name of the error, such as "QuotaExceededError". */
  error: string;
}

/** An export left the machine: from then on a copy elsewhere vouches for all that stands before. */
export interface ExportEntry extends Base {
  type: "export";
  /** Numbers of the first and the last entry in it. */
  from: number;
  to: number;
  format: "jsonl" | "csv";
}

/** Somebody looked through a period and signs for it. */
export interface SignoffEntry extends Base {
  type: "signoff";
  by: string;
  /** ISO dates, both included. */
  from: string;
  to: string;
  remarks: string;
  /** The end of the chain that was looked through, and what was found wrong in it. */
  head: Head;
  breaks: number;
}

/** From now on another mode is in force. */
export interface ModeEntry extends Base {
  type: "mode";
  mode: Policy["mode"];
  /** The settings, a member of staff, or a member of staff's emergency whose time was over. */
  by: "policy" | "staff" | "time";
  /** ISO 8601, UTC: when it ends by itself; null: when the settings say so. */
  until: string | null;
}

/** Somebody looked at what an emergency had left. */
export interface AfterwardsEntry extends Base {
  type: "afterwards";
  /** Ids of the posts' entries. */
  posts: string[];
}

/** An entry in its place in the chain. */
export interface Sealed {
  /** `FORMAT` when it was written. */
  format: number;
  /** From 1, without a hole. */
  seq: number;
  /** `hash` of the entry before; of the first: the machine's name. */
  prev: string;
  entry: Entry;
  /** SHA-256 over all of the above, hexadecimal: anybody can compute it. */
  hash: string;
  /** HMAC-SHA-256 of `hash` under the machine's key, hexadecimal: only the machine can. */
  seal: string;
}

/** The end of the chain as it was when something vouched for it. */
export interface Head {
  /** 0: nothing was written yet, and `hash` is the machine's name. */
  seq: number;
  hash: string;
}

/** What stands for the entries that were removed after their time. */
export interface Checkpoint extends Head {
  at: string;
  /** ECDSA P-256 over all of this, base64. */
  signature: string;
}

/**
 * A place in a machine's chain, kept elsewhere (on paper, say): whatever stood up to it can't be
 * changed or cut any more without contradicting it.
 */
export interface Anchor extends Head {
  machine: string;
}
