import type { Account } from "../contract.ts";
import { clean } from "./blocks.ts";
import type { Edit, Edits } from "./edits.ts";

/** What a person wrote for one document of one account. */
export interface Draft {
  form: Readonly<Record<string, string>>;
  edits: Edits;
}

/** As much of the browser's `localStorage` as this takes; every call may fail (full, forbidden). */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const EMPTY: Draft = { form: {}, edits: {} };
const PREFIX = "documents";

/** Names an account beyond a change of the register's order; "": none. */
export function accountKey(account: Account | null): string {
  if (account === null) return "";
  const { platform, id, handle, name } = account;
  return `${platform}:${clean(handle || name || id || "").toLowerCase()}`;
}

/** Where a document's own draft is kept, and what all documents of an account share. */
export const draftKey = (document: string, account: string) => `${PREFIX}/${document}/${account}`;
export const sharedKey = (account: string) => `${PREFIX}//${account}`;
/** Which account was chosen last. */
export const CHOSEN_KEY = `${PREFIX}/chosen`;

/** What was kept; nothing where nothing was, or where it cannot be read. Total. */
export function readDraft(store: Store, key: string): Draft {
  let raw: unknown;
  try {
    raw = JSON.parse(store.getItem(key) ?? "null");
  } catch {
    return EMPTY;
  }
  if (typeof raw !== "object" || raw === null) return EMPTY;
  const { form, edits } = raw as { form?: unknown; edits?: unknown };
  return {
    form: entriesOf(form, (value) => typeof value === "string"),
    edits: entriesOf(edits, isEdit),
  };
}

/** false: it could not be kept. A draft in which nothing stands is removed. */
export function keepDraft(store: Store, key: string, draft: Draft): boolean {
  const isEmpty =
    Object.values(draft.form).every((value) => value === "") &&
    Object.keys(draft.edits).length === 0;
  try {
    if (isEmpty) store.removeItem(key);
    else store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Removes everything that was written for documents on this machine. */
export function forgetAll(store: Store): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
  for (const key of keys) if (key.startsWith(`${PREFIX}/`)) store.removeItem(key);
}

export function readChosen(store: Store): string {
  try {
    return store.getItem(CHOSEN_KEY) ?? "";
  } catch {
    return "";
  }
}

export function keepChosen(store: Store, account: string): void {
  try {
    store.setItem(CHOSEN_KEY, account);
  } catch {
    // It is chosen anew next time.
  }
}

function entriesOf<Value>(
  raw: unknown,
  isValue: (value: unknown) => value is Value,
): Record<string, Value> {
  if (typeof raw !== "object" || raw === null) return {};
  const entries = Object.entries(raw).filter((entry): entry is [string, Value] =>
    isValue(entry[1]),
  );
  return Object.fromEntries(entries);
}

function isEdit(value: unknown): value is Edit {
  if (typeof value !== "object" || value === null) return false;
  const { text, base } = value as Partial<Record<keyof Edit, unknown>>;
  return typeof text === "string" && typeof base === "string";
}
