import type { Account, Answer, MediaConcern, Policy } from "../contract.ts";
import type { AddressEntry, AlarmEntry, Decision, EntryFinding, PostEntry } from "./entry.ts";
import type { AddressEvent, AlarmEvent, PostEvent } from "./event.ts";
import { postAddress } from "./post-address.ts";

/** What a person writes, and what names something: longer ones are cut, not refused. */
const LONGEST_WORDS = 1_000;
const LONGEST_NAME = 200;

/** What holds in the moment in which an event arrives. */
export interface Circumstances {
  at: string;
  policy: Policy;
  isManaged: boolean;
  /** Why a device that is not managed is used, as somebody said in this session of the browser; null: nobody did. */
  deviceReason?: string | null;
  /** The registered account that the event names. */
  account: Account | null;
  fingerprint(text: string): Promise<string>;
}

/** The entry of an event; null: nothing of it may be kept. Only what is named here is taken over. */
export async function entryOf(told: PostEvent, now: Circumstances): Promise<PostEntry | null> {
  const event = withDeviceReason(told, now);
  const { policy } = now;
  const { text, platform, kind, account } = event.draft;
  const isForeign = isSomebodysOwn(account, now);
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

/** An account that the page names and the register does not know. */
function isSomebodysOwn(
  account: string | null,
  { policy, account: known }: Circumstances,
): boolean {
  return policy.accounts.length > 0 && account !== null && known === null;
}

/** The entry of a mark as a false alarm; null: nothing of it may be kept. */
export async function alarmEntryOf(
  { id, post, draft, finding, words }: AlarmEvent,
  now: Circumstances,
): Promise<AlarmEntry | null> {
  if (isSomebodysOwn(draft.account, now)) return null;
  const { rule, level } = finding;
  return {
    type: "alarm",
    id,
    at: now.at,
    post,
    platform: draft.platform,
    kind: draft.kind,
    account: draft.account?.slice(0, LONGEST_NAME) ?? null,
    rule,
    level,
    fingerprint: words === "" ? null : await now.fingerprint(words),
    about: aboutOf(rule, words),
    policyRevision: now.policy.policyRevision,
    isManaged: now.isManaged,
  };
}

/** Rules that a list of trusted hosts quietens. */
const ON_HOSTS: ReadonlySet<string> = new Set(
  ["third-party", "public-body", "shortener", "brand-short", "lookalike"].map(
    (name) => `link.${name}`,
  ),
);

/** The public names among what rules mark: an organisation may come to trust them. */
function aboutOf(rule: string, words: string): AlarmEntry["about"] {
  if (rule.startsWith("share.")) {
    const name = words.replace(/^[@＠]/, "");
    return /^[\p{L}\p{N}]/u.test(name) ? { account: name.slice(0, LONGEST_NAME) } : null;
  }
  if (!ON_HOSTS.has(rule)) return null;
  const host = URL.parse(words.includes("://") ? words : `https://${words}`)?.hostname;
  return host?.includes(".") ? { host: host.slice(0, LONGEST_NAME) } : null;
}

/** The entry of a published post's address. `of`: its own entry. null: nothing of it may be kept. */
export function addressEntryOf(
  { id, url }: AddressEvent,
  of: PostEntry,
  at: string,
): AddressEntry | null {
  const address = postAddress(of.platform, url);
  // An address on X names the account, and of somebody's own none is kept.
  const isNobodys = of.length === null || of.decision === "withdrawn";
  if (!address || isNobodys) return null;
  return { type: "address", id, at, of: of.id, post: of.post, url: address };
}

const DEVICE_RULE = "account.device";

/** Asked once, it was answered for every post of the session, whatever the page still knows of it. */
function withDeviceReason(event: PostEvent, now: Circumstances): PostEvent {
  const { deviceReason: reason = null, policy, isManaged } = now;
  if (reason === null || isManaged || !policy.requireManagedDevice) return event;
  const asked = event.findings.find(({ rule }) => rule === DEVICE_RULE);
  const answered: EntryFinding = {
    rule: DEVICE_RULE,
    level: asked?.level ?? "care",
    fate: "answered",
    answer: { to: "device", reason },
  };
  const others = event.findings.filter(({ rule }) => rule !== DEVICE_RULE);
  return { ...event, findings: [...others, answered] };
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

function copy({ rule, level, usual, fate, answer }: EntryFinding): EntryFinding {
  return {
    rule,
    level,
    ...(usual ? { usual } : {}),
    fate,
    ...(answer ? { answer: copyAnswer(answer) } : {}),
  };
}

function copyAnswer(answer: Answer): Answer {
  switch (answer.to) {
    case "decision":
      return { to: "decision", number: answer.number.slice(0, LONGEST_NAME) };
    case "media":
      return { to: "media", lookedAt: [...new Set<MediaConcern>(answer.lookedAt)] };
    case "page":
      return { to: "page" };
    case "device":
      return { to: "device", reason: answer.reason.slice(0, LONGEST_WORDS) };
  }
}
