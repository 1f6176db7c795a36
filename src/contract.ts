/**
 * The fixed names: what is checked (Draft), what comes back (Finding), what an organisation decides
 * (Policy). Extension, command line and corpora share them; they change only together.
 * All offsets are UTF-16 code units of `Draft.text`.
 */

export type Platform = "x" | "facebook";
export type Kind = "post" | "reply" | "quote" | "thread" | "repost" | "comment" | "share";
export type Level = "stop" | "care" | "hint";

export interface Media {
  type: "image" | "video" | "gif";
  alt: string | null;
}

export interface Draft {
  /** The caller's own name for this draft. */
  id?: string;
  /** As the editor's model has it; paragraphs joined by "\n"; may be empty (a plain repost). */
  text: string;
  /** Default "x". */
  platform?: Platform;
  /** Default "post". */
  kind?: Kind;
  /** null: the page did not show it. Absent: not stated, and no `account.*` rule speaks. */
  account?: string | null;
  /** ISO 8601 with offset: when it would be published. The caller fills in "now"; the engine has no clock. */
  at?: string;
  media?: readonly Media[];
  quoted?: { author: string; text: string } | null;
}

export interface Fix {
  label: string;
  replacement: string;
  start: number;
  end: number;
}

/** Where a shortened or wrapped link leads, as far as it is known. */
export interface Destination {
  url: string;
  host: string;
  /** Registrable domain, or the host where there is none. */
  domain: string;
  kind: LinkClass;
}

/** One class per link, the first that fits, in this order (catalogue, "Links"). */
export type LinkClass =
  | "internal"
  | "lookalike"
  | "retired"
  | "shortener"
  | "wrapped"
  | "brand-short"
  | "own"
  | "trusted"
  | "public-body"
  | "third-party";

/**
 * What no rule can judge and a person is asked: the number of the decision behind an official view (guideline 6(5)),
 * what has been looked at in pictures (4(4)), whether a page of somebody else was read whole (6(8)), why a device is
 * used that the organisation does not manage (6(10)).
 */
export type Question = "decision" | "media" | "page" | "device";

/** What a person answered; it ends the finding for this post. */
export type Answer =
  | { to: "decision"; number: string }
  | { to: "media"; lookedAt: readonly MediaConcern[] }
  | { to: "page" }
  /** Counts until the browser ends, for every post. */
  | { to: "device"; reason: string };

export const MEDIA_CONCERNS = ["rights", "faces", "minors", "plates", "papers"] as const;
export type MediaConcern = (typeof MEDIA_CONCERNS)[number];

export interface Finding {
  /** An id of the catalogue, such as "link.shortener". */
  rule: string;
  level: Level;
  /** In an emergency: its level at other times, where that is graver. */
  usual?: Level;
  /** 0,0 for a finding about the post as a whole. */
  start: number;
  end: number;
  /** `draft.text.slice(start, end)`, so that a stale finding can be recognised. */
  text: string;
  message: string;
  /** "6(7)", "4(5)オ", "5(2)". */
  clause: string;
  fixes: Fix[];
  destination?: Destination;
  /** An answer to it ends this finding, also a `stop` and also where nothing else may. */
  asks?: Question;
}

export interface Account {
  platform: Platform;
  id?: string;
  handle?: string;
  name?: string;
  url?: string;
  department?: string;
  departments?: { name: string; theme?: string }[];
  manager?: string;
  operators?: string[];
  purpose?: string;
  topics?: string[];
  hours?: string;
  replies?: string;
  privacy?: string;
  terms?: { conduct?: string; intellectualProperty?: string; disclaimer?: string };
  delegate?: { name: string; until: string };
  status?: "届出" | "審査中" | "公認" | "休止" | "廃止";
  statusHistory?: { status: string; on: string }[];
  policyUrl?: string;
  reviewedOn?: string;
  longPosts?: boolean;
  characterVoice?: boolean;
}

export interface Term {
  term: string;
  level: Level;
  message?: string;
  suggest?: string;
  /** ISO date; the last day on which the term is still held. */
  until?: string;
}

export type RuleSetting = Level | "off";

/** What an organisation decides, complete: every key has its value or its default. */
export interface Policy {
  policyRevision: string;
  organizationName: string;
  homepageUrl: string;
  guidelineTitle: string;
  guidelineUrl: string;
  contact: string;
  recordOfficer: string;
  clauses: Readonly<Record<string, { label: string; text: string }>>;
  ownDomains: readonly string[];
  trustedDomains: readonly string[];
  retiredDomains: readonly string[];
  extraShorteners: readonly string[];
  allowedShorteners: readonly string[];
  phoneBook: readonly { name: string; phone: string }[];
  accounts: readonly Account[];
  trustedAccounts: readonly { platform: Platform; id?: string; handle?: string; name?: string }[];
  unregisteredAccounts: "stop" | "ignore";
  requireManagedDevice: boolean;
  rules: Readonly<Record<string, RuleSetting>>;
  terms: readonly Term[];
  consentedNames: readonly string[];
  hashtags: readonly string[];
  enforcement: "hold" | "warn" | "observe";
  override: "allow" | "reason" | "never";
  mode: "normal" | "emergency" | "hold";
  emergencyByStaffMinutes: number;
  expandShortUrls: boolean;
  siteSelectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  journalEnabled: boolean;
  journalRetentionDays: number;
  journalForwarding: boolean;
  allowLocalSettings: boolean;
}

export type Lang = "ja" | "en";

/** What became of one question to a shortener. Keys of a map of these are the addresses asked. */
export type Expansion =
  | { state: "leads"; url: string }
  /** Answered with a page of its own, so the address cannot be read. */
  | { state: "opaque" }
  | { state: "dead" }
  | { state: "timeout" }
  | { state: "refused" }
  /** Off by policy, or a host that may not be asked. */
  | { state: "not-asked" };
