import {
  type Account,
  type Answer,
  type Draft,
  MEDIA_CONCERNS,
  type MediaConcern,
  type Policy,
} from "../contract.ts";
import { type Decision, type EntryFinding, FATES, type Fate, type PostEntry } from "./entry.ts";

/** What a page tells of a post, in the moment in which it goes out or does not. */
export interface PostEvent {
  id: string;
  post: string;
  became: "published" | "withdrawn";
  /** Whether the findings are those of exactly this text. */
  isChecked: boolean;
  /** Its text is measured and fingerprinted, and then forgotten. */
  draft: Required<Pick<Draft, "text" | "platform" | "kind" | "account">>;
  findings: readonly EntryFinding[];
  reason: string;
}

/** More than both sites take, in UTF-16 units. */
const LONGEST_TEXT = 200_000;
/** What a person writes, and what names something: longer ones are cut, not refused. */
const LONGEST_WORDS = 1_000;
const LONGEST_NAME = 200;
const MOST_FINDINGS = 300;
const MOST_ANSWERS = MEDIA_CONCERNS.length;

const ID = /^[0-9a-f-]{36}$/;
/** "link.brand-short". */
const RULE = /^[a-z]{1,32}\.[a-z-]{1,48}$/;

/** The shape of an event, before anything in it is used; a page's process may have sent anything. */
export function isPostEvent(value: unknown): value is PostEvent {
  if (!isRecord(value)) return false;
  const { id, post, became, isChecked, draft, findings, reason } = value;
  return (
    isId(id) &&
    isId(post) &&
    (became === "published" || became === "withdrawn") &&
    typeof isChecked === "boolean" &&
    isRecord(draft) &&
    isText(draft.text, LONGEST_TEXT) &&
    (draft.platform === "x" || draft.platform === "facebook") &&
    KINDS.has(draft.kind) &&
    (draft.account === null || isText(draft.account, LONGEST_WORDS)) &&
    Array.isArray(findings) &&
    findings.length <= MOST_FINDINGS &&
    findings.every(isFinding) &&
    isText(reason, LONGEST_TEXT)
  );
}

const KINDS: ReadonlySet<unknown> = new Set<PostEntry["kind"]>([
  "post",
  "reply",
  "quote",
  "thread",
  "repost",
  "comment",
  "share",
]);
const LEVELS: ReadonlySet<unknown> = new Set(["stop", "care", "hint"]);

function isFinding(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { rule, level, fate, answer } = value;
  return (
    typeof rule === "string" &&
    RULE.test(rule) &&
    LEVELS.has(level) &&
    FATES.includes(fate as Fate) &&
    (answer === undefined || isAnswer(answer))
  );
}

function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.to === "decision") return isText(value.number, LONGEST_TEXT);
  if (value.to !== "media") return value.to === "page";
  const { lookedAt } = value;
  return (
    Array.isArray(lookedAt) &&
    lookedAt.length <= MOST_ANSWERS &&
    lookedAt.every((concern) => MEDIA_CONCERNS.includes(concern))
  );
}

/** What holds in the moment in which an event arrives. */
export interface Circumstances {
  at: string;
  policy: Policy;
  isManaged: boolean;
  /** The registered account that the event names. */
  account: Account | null;
  fingerprint(text: string): Promise<string>;
}

/** The entry of an event; null: nothing of it may be kept. Only what is named here is taken over. */
export async function entryOf(event: PostEvent, now: Circumstances): Promise<PostEntry | null> {
  const { policy } = now;
  const { text, platform, kind, account } = event.draft;
  // An account that the page names and the register does not know is somebody's own.
  const isForeign = policy.accounts.length > 0 && account !== null && now.account === null;
  if (isForeign && policy.unregisteredAccounts === "ignore") return null;
  const findings = isForeign
    ? event.findings.filter(({ rule }) => rule === "account.unregistered")
    : event.findings;
  return {
    type: "post",
    id: event.id,
    at: now.at,
    post: event.post,
    decision: decisionOf(event, policy.enforcement),
    platform,
    kind,
    account: isForeign || account === null ? null : account.slice(0, LONGEST_NAME),
    findings: findings.map(copy),
    reason: event.reason.slice(0, LONGEST_WORDS),
    enforcement: policy.enforcement,
    mode: policy.mode,
    policyRevision: policy.policyRevision,
    isManaged: now.isManaged,
    length: isForeign ? null : text.length,
    fingerprint: isForeign ? null : await now.fingerprint(text),
  };
}

function decisionOf(event: PostEvent, enforcement: Policy["enforcement"]): Decision {
  if (event.became === "withdrawn") return "withdrawn";
  const stops = event.findings.filter(({ level }) => level === "stop");
  // A mark as a false alarm does not end a `stop`.
  const isLeft = stops.some(({ fate }) => fate !== "repaired" && fate !== "answered");
  if (isLeft) return enforcement === "hold" ? "overridden" : "unheld";
  if (!event.isChecked) return "unchecked";
  if (stops.some(({ fate }) => fate === "answered")) return "answered";
  return stops.length > 0 ? "repaired" : "clean";
}

function copy({ rule, level, fate, answer }: EntryFinding): EntryFinding {
  return { rule, level, fate, ...(answer ? { answer: copyAnswer(answer) } : {}) };
}

function copyAnswer(answer: Answer): Answer {
  switch (answer.to) {
    case "decision":
      return { to: "decision", number: answer.number.slice(0, LONGEST_NAME) };
    case "media":
      return { to: "media", lookedAt: [...new Set<MediaConcern>(answer.lookedAt)] };
    case "page":
      return { to: "page" };
  }
}

function isId(value: unknown): boolean {
  return typeof value === "string" && ID.test(value);
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === "string" && value.length <= longest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
