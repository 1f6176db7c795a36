import { browser } from "wxt/browser";
import { isShownAccount, type ShownAccount } from "./accounts/register.ts";
import type { AccountsAnswer, SeenAccount, SeenProfile } from "./accounts/seen.ts";
import type { Account, Draft, Expansion, Finding, Lang, Policy } from "./contract.ts";
import type { LeftPost } from "./journal/afterwards.ts";
import { isRecordEvent, type PostEvent, type RecordEvent } from "./journal/event.ts";
import type { PolicyStatus } from "./policy/status.ts";

export type { AccountsAnswer, PostEvent, RecordEvent };

/**
 * What a content script may ask the worker, and what it gets. Policy, dictionary and record never
 * enter a page's process: an answer carries findings, the words to show, and the account's line.
 */
export type Request =
  | { type: "check"; draft: PageDraft }
  /** Who may post on the account of this draft, whose text is not looked at. */
  | { type: "speakers"; draft: PageDraft }
  /** Ask the shorteners about these addresses of the draft; answers when each has an outcome. */
  | { type: "expand"; urls: readonly string[] }
  | { type: "guide"; rule: string }
  /** How a managed policy corrects the selectors of the site that asks. */
  | { type: "selectors" }
  /** Accounts that the page shows, and the profile that it is; asked with nothing first. */
  | { type: "accounts"; seen: readonly SeenAccount[]; profile: SeenProfile | null }
  /** Never to be told again. */
  | { type: "dismiss"; note: string }
  /** Opens the documents where the removal of an imitation is asked for; `of` names the registered account. */
  | { type: "removal-request"; impostor: SeenAccount; of: string }
  /** Why a device is used that the organisation does not manage. */
  | { type: "device"; reason: string }
  /** Opens the extension's own page on which a person may declare an emergency: no page of the web may. */
  | { type: "emergency" }
  /** What became of a post, where it stands, a mark as a false alarm. Answers when it is kept for good. */
  | { type: "record"; event: RecordEvent };

/** A draft with all that the page shows of who would publish it: the register may know any of it. */
export interface PageDraft extends Draft {
  shown?: ShownAccount;
}

export interface Verdict {
  findings: Finding[];
  /** By clause number: how the guideline calls it and what it says. Only the clauses of the findings. */
  clauses: Record<string, { label: string; text: string }>;
  guidelineTitle: string;
  guidelineUrl: string;
  /** How the organisation calls the settings in force; "": nothing is set on this machine. */
  policyRevision: string;
  /** The registered account that is about to speak; null: not in the register, or there is none. */
  account: Pick<Account, "name" | "handle" | "department"> | null;
  hasRegister: boolean;
  /** The account is outside the register and by policy left alone: nothing of the draft was read. */
  isIgnored: boolean;
  enforcement: Policy["enforcement"];
  override: Policy["override"];
  mode: Policy["mode"];
  /** When a member of staff's emergency ends by itself, in ms since the epoch; null: the settings decide. */
  until: number | null;
  /** Whether a member of staff may declare an emergency, and all that holds the post would then let it go. */
  mayDeclare: boolean;
  /** Whether what becomes of a post is recorded here. */
  isRecorded: boolean;
  /** The newest that should have been written down could not be, whichever page told it. */
  isUnrecorded: boolean;
  /** Short addresses of this draft whose destination is not known yet and may be asked. */
  askable: string[];
  lang: Lang;
}

export interface Answers {
  check: Verdict;
  /** A sentence a line. */
  speakers: string[];
  expand: Record<string, Expansion>;
  guide: null;
  /** By part; as they were set, so that some may be no selectors. */
  selectors: Readonly<Record<string, string>>;
  accounts: AccountsAnswer;
  dismiss: null;
  "removal-request": null;
  device: null;
  emergency: null;
  /** `failed`: it should have been kept, and could not be. */
  record: "kept" | "off" | "failed";
}

/** Asks the worker from a page; fails where the extension is gone, or its worker does not answer. */
export async function ask<T extends Request["type"]>(
  request: Extract<Request, { type: T }>,
): Promise<Answers[T]> {
  const answer: Answers[T] | undefined = await browser.runtime.sendMessage(request);
  // The worker's polyfill sends what it could not answer as an object of this shape; a page has no polyfill.
  if (answer === undefined || Object.hasOwn(Object(answer), "__mozWebExtensionPolyfillReject__")) {
    throw new Error("the worker did not answer");
  }
  return answer;
}

/**
 * What only the extension's own pages may ask: it carries the policy itself. A content script that asks
 * gets no answer.
 */
export type SettingsRequest =
  | { type: "policy-status" }
  /** The same, after the browser was asked for its managed policy once more. */
  | { type: "policy-refresh" }
  /** The whole of what is set on this machine; a key that is locked keeps what it had. */
  | { type: "set-local"; raw: Readonly<Record<string, unknown>> };

/** The mode in force and what an emergency left; `change`: what a person decided, by a press that the browser vouches for. */
export interface ModeRequest {
  type: "mode";
  change?: "begin" | "end" | "looked";
  /** looked: ids of the posts. */
  posts?: readonly string[];
}

export interface ModeState {
  mode: Policy["mode"];
  /** As in Verdict. */
  until: number | null;
  /** How long a member of staff's emergency would last; 0: nobody may. */
  minutes: number;
  /** What went out unlooked at, oldest first. */
  left: readonly LeftPost[];
  /** What may be said while an answer takes its time. */
  statement: string;
}

/** Asks the worker from one of the extension's own pages; fails where it does not answer. */
export async function askMode(request: Omit<ModeRequest, "type"> = {}): Promise<ModeState> {
  const answer: ModeState | undefined = await browser.runtime.sendMessage({
    ...request,
    type: "mode",
  });
  if (answer === undefined) throw new Error("the worker did not answer");
  return answer;
}

export function isModeRequest(message: unknown): message is ModeRequest {
  if (typeof message !== "object" || message === null) return false;
  const { type, change, posts } = message as Partial<Record<keyof ModeRequest, unknown>>;
  return (
    type === "mode" &&
    (change === undefined || change === "begin" || change === "end" || change === "looked") &&
    (posts === undefined || isStrings(posts))
  );
}

export interface SettingsAnswer {
  /** What could not be taken of this very request stands in `rejected`, with source "local". */
  status: PolicyStatus;
  /** What is set on this machine, as it was set: in force only where `status.keys` says "local". */
  local: Readonly<Record<string, unknown>>;
}

/** A worker starts and reads in well under a second; a browser's managed policy takes up to 2.5 s. In ms. */
const SETTINGS_PATIENCE = 5_000;

/** Asks the worker from one of the extension's own pages; fails where it does not answer in time. */
export async function askSettings(request: SettingsRequest): Promise<SettingsAnswer> {
  const asked: Promise<SettingsAnswer | undefined> = browser.runtime.sendMessage(request);
  const answer = await Promise.race([asked, nothingWithin(SETTINGS_PATIENCE)]);
  if (answer === undefined) throw new Error("the worker did not answer");
  return answer;
}

function nothingWithin(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

/** What settings that are not saved would say about a draft; for the extension's own pages alone. */
export interface TrialRequest {
  type: "try";
  draft: Draft;
  policy: Readonly<Record<string, unknown>>;
}

/** Asks the worker from one of the extension's own pages; fails where it does not answer. */
export async function askTrial(request: TrialRequest): Promise<Verdict> {
  const answer: Verdict | undefined = await browser.runtime.sendMessage(request);
  if (answer === undefined) throw new Error("the worker did not answer");
  return answer;
}

export function isTrialRequest(message: unknown): message is TrialRequest {
  if (typeof message !== "object" || message === null) return false;
  const { type, draft, policy } = message as Partial<Record<keyof TrialRequest, unknown>>;
  return type === "try" && isDraft(draft) && typeof policy === "object" && policy !== null;
}

export function isSettingsRequest(message: unknown): message is SettingsRequest {
  if (typeof message !== "object" || message === null || !("type" in message)) return false;
  if (message.type === "policy-status" || message.type === "policy-refresh") return true;
  if (message.type !== "set-local" || !("raw" in message)) return false;
  const { raw } = message;
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

const POLICY_CHANGED = "policy-changed";

/** Tells the extension's open pages that `policy-status` would answer anew; carries nothing else. */
export async function tellPolicyChanged(): Promise<void> {
  // Where no page is open, nobody listens, and the browser calls that an error.
  await browser.runtime.sendMessage({ type: POLICY_CHANGED }).catch(() => {});
}

/** Tells the content scripts of these tabs that a check would be judged by other settings. */
export async function tellTabsPolicyChanged(tabs: readonly number[]): Promise<void> {
  await Promise.allSettled(
    tabs.map((tab) => browser.tabs.sendMessage(tab, { type: POLICY_CHANGED })),
  );
}

/** Calls back whenever the worker tells one of the two: as one of the extension's pages, or in a tab. */
export function onPolicyChanged(listener: () => void, signal: AbortSignal): void {
  const hear = (message: unknown) => {
    if ((message as { type?: unknown } | null)?.type === POLICY_CHANGED) listener();
    // Answers nothing: whatever else comes by is meant for the worker.
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(hear));
}

/** The shape of a request, before anything in it is used; a page's process may have sent anything. */
export function isRequest(message: unknown): message is Request {
  if (typeof message !== "object" || message === null || !("type" in message)) return false;
  switch (message.type) {
    case "check":
    case "speakers":
      return "draft" in message && isDraft(message.draft);
    case "expand":
      return "urls" in message && isStrings(message.urls);
    case "guide":
      return "rule" in message && typeof message.rule === "string";
    case "device":
      return "reason" in message && typeof message.reason === "string";
    case "emergency":
    case "selectors":
      return true;
    case "removal-request":
      return (
        "impostor" in message &&
        isSeenAccount(message.impostor) &&
        "of" in message &&
        typeof message.of === "string"
      );
    case "accounts":
      return (
        "seen" in message &&
        Array.isArray(message.seen) &&
        message.seen.length <= MOST_ACCOUNTS &&
        message.seen.every(isSeenAccount) &&
        "profile" in message &&
        (message.profile === null || isSeenProfile(message.profile))
      );
    case "dismiss":
      return "note" in message && typeof message.note === "string" && message.note.length <= 300;
    case "record":
      return "event" in message && isRecordEvent(message.event);
    default:
      return false;
  }
}

function isDraft(value: unknown): value is PageDraft {
  if (typeof value !== "object" || value === null || !("text" in value)) return false;
  const { text, platform, kind, account, at, media, shown } = value as Partial<
    Record<keyof PageDraft, unknown>
  >;
  return (
    typeof text === "string" &&
    (platform === undefined || platform === "x" || platform === "facebook") &&
    (kind === undefined || typeof kind === "string") &&
    (account === undefined || account === null || typeof account === "string") &&
    (at === undefined || typeof at === "string") &&
    (media === undefined || Array.isArray(media)) &&
    (shown === undefined || isShownAccount(shown))
  );
}

/** More than a page shows at once. */
const MOST_ACCOUNTS = 100;

function isSeenAccount(value: unknown): value is SeenAccount {
  return isShownAccount(value) && typeof value.name === "string";
}

function isSeenProfile(value: unknown): value is SeenProfile {
  if (typeof value !== "object" || value === null) return false;
  const { account, addresses } = value as Partial<Record<keyof SeenProfile, unknown>>;
  return isSeenAccount(account) && isStrings(addresses) && addresses.length <= MOST_ACCOUNTS;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
