import { isShownAccount, type ShownAccount } from "../accounts/register.ts";
import { type Draft, MEDIA_CONCERNS } from "../contract.ts";
import { type EntryFinding, FATES, type Fate, type PostEntry } from "./entry.ts";

/** What a page tells, each with an id of its own: told twice, it is kept once. */
export type RecordEvent = (PostEvent | AlarmEvent | AddressEvent) & {
  /** How long ago it happened, in ms: it may have been told in vain before. */
  late?: number;
};

/** Where something would have been published, and as whom: all that the page shows of it. */
type Place = Required<Pick<Draft, "platform" | "kind" | "account">> & { shown?: ShownAccount };

/** What a page tells of a post, in the moment in which it goes out or does not. */
export interface PostEvent {
  type: "post";
  id: string;
  post: string;
  became: "published" | "withdrawn";
  /** Whether the findings are those of exactly this text. */
  isChecked: boolean;
  /** Its text is measured and fingerprinted, and then forgotten. */
  draft: Place & Pick<Draft, "text">;
  findings: readonly EntryFinding[];
  reason: string;
}

/** Somebody says that a finding is mistaken. */
export interface AlarmEvent {
  type: "alarm";
  id: string;
  post: string;
  draft: Place;
  finding: Pick<EntryFinding, "rule" | "level">;
  /** The words that were marked, or whose post is shared: fingerprinted, and then forgotten. */
  words: string;
}

/** The page showed where a published post stands. */
export interface AddressEvent {
  type: "address";
  id: string;
  /** `id` of the event that told of the post. */
  of: string;
  url: string;
}

/** More than both sites take, in UTF-16 units. */
const LONGEST_TEXT = 200_000;
/** A machine may have slept meanwhile; in ms. */
const LATEST = 7 * 86_400_000;
const LONGEST_ADDRESS = 2_000;
const LONGEST_WORDS = 1_000;
const MOST_FINDINGS = 300;
const MOST_ANSWERS = MEDIA_CONCERNS.length;

const ID = /^[0-9a-f-]{36}$/;
/** "link.brand-short". */
const RULE = /^[a-z]{1,32}\.[a-z-]{1,48}$/;

/** The shape of an event, before anything in it is used; a page's process may have sent anything. */
export function isRecordEvent(value: unknown): value is RecordEvent {
  if (!isRecord(value) || !isId(value.id) || !isLate(value.late)) return false;
  switch (value.type) {
    case "post":
      return isPost(value);
    case "alarm":
      return isAlarm(value);
    case "address":
      return isId(value.of) && isText(value.url, LONGEST_ADDRESS);
    default:
      return false;
  }
}

function isLate(late: unknown): boolean {
  return late === undefined || (typeof late === "number" && late >= 0 && late <= LATEST);
}

function isAlarm({ post, draft, finding, words }: Record<string, unknown>): boolean {
  return (
    isId(post) &&
    isPlace(draft) &&
    isRecord(finding) &&
    isFinding({ ...finding, fate: "alarm" }) &&
    isText(words, LONGEST_TEXT)
  );
}

function isPlace(draft: unknown): draft is Record<string, unknown> {
  return (
    isRecord(draft) &&
    (draft.platform === "x" || draft.platform === "facebook") &&
    KINDS.has(draft.kind) &&
    (draft.account === null || isText(draft.account, LONGEST_WORDS)) &&
    (draft.shown === undefined || isShownAccount(draft.shown))
  );
}

function isPost(value: Record<string, unknown>): boolean {
  const { post, became, isChecked, draft, findings, reason } = value;
  return (
    isId(post) &&
    (became === "published" || became === "withdrawn") &&
    typeof isChecked === "boolean" &&
    isPlace(draft) &&
    isText(draft.text, LONGEST_TEXT) &&
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
  const { rule, level, usual, fate, answer } = value;
  return (
    typeof rule === "string" &&
    RULE.test(rule) &&
    LEVELS.has(level) &&
    (usual === undefined || LEVELS.has(usual)) &&
    FATES.includes(fate as Fate) &&
    (answer === undefined || isAnswer(answer))
  );
}

function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.to === "decision") return isText(value.number, LONGEST_TEXT);
  if (value.to === "device") return isText(value.reason, LONGEST_TEXT);
  if (value.to !== "media") return value.to === "page";
  const { lookedAt } = value;
  return (
    Array.isArray(lookedAt) &&
    lookedAt.length <= MOST_ANSWERS &&
    lookedAt.every((concern) => MEDIA_CONCERNS.includes(concern))
  );
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
