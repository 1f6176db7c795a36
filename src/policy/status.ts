import type { Policy } from "../contract.ts";
import { KEY_NAMES, KEYS } from "./keys.ts";
import type { Rejection } from "./schema.ts";

/** Where the value in force came from. A default may be made from other keys (`ownDomains`). */
export type Source = "managed" | "local" | "default";

/**
 * Why this machine cannot set a key: managed policy sets it; managed policy is there and does not permit
 * local settings; it is never read from a machine.
 */
export type Lock = "set" | "unset" | "managed_only";

export interface KeyStatus {
  source: Source;
  /** null: it may be set on this machine. */
  lock: Lock | null;
}

/** Everything there is to say about the settings in force, for the extension's own pages alone. */
export interface PolicyStatus {
  /** What holds. */
  policy: Policy;
  keys: Readonly<Record<keyof Policy, KeyStatus>>;
  /** What was left out of either source, in its order. */
  rejected: readonly (Rejection & { source: "managed" | "local" })[];
  /**
   * Whether the browser's managed policy sets anything at all, readable or not. While `readAt` is null:
   * whether it did in the last session.
   */
  isManaged: boolean;
  /** ISO 8601, UTC: when the browser last told its managed policy; null: only the last session's is known. */
  readAt: string | null;
  /** The browser's own words where it could not tell its managed policy; what was known stands. */
  failure: string | null;
  extensionId: string;
  version: string;
  /** The browser's own name for itself (user agent). */
  browser: string;
}

/** Where each key comes from, by the same precedence as `resolvePolicy`. */
export function keyStatuses(
  managed: Partial<Policy>,
  local: Partial<Policy>,
  isManaged: boolean,
): Record<keyof Policy, KeyStatus> {
  const entries = KEY_NAMES.map((name): [string, KeyStatus] => {
    const lock = lockOf(name, managed, isManaged);
    if (Object.hasOwn(managed, name)) return [name, { source: "managed", lock }];
    const isLocal = lock === null && Object.hasOwn(local, name);
    return [name, { source: isLocal ? "local" : "default", lock }];
  });
  // One entry for every key; fromEntries cannot say so.
  return Object.fromEntries(entries) as Record<keyof Policy, KeyStatus>;
}

function lockOf(
  name: keyof Policy,
  managed: Partial<Policy>,
  isManaged: boolean,
): KeyStatus["lock"] {
  if (Object.hasOwn(managed, name)) return "set";
  if (KEYS[name].managedOnly) return "managed_only";
  return isManaged && !managed.allowLocalSettings ? "unset" : null;
}
