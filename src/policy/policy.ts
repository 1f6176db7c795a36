import type { Policy } from "../contract.ts";
import { DEFAULT_POLICY } from "./defaults.ts";
import { KEY_NAMES, KEYS } from "./keys.ts";
import { isObject, type Rejection, readShape } from "./schema.ts";

export interface PolicyReading {
  /** Only the keys that were set and could be read. */
  policy: Partial<Policy>;
  /** Everything that was left out, with the reason. */
  rejected: Rejection[];
}

/**
 * Reads a policy as it comes from a browser, a registry or a file. Total: whatever `raw` is, what can
 * be read is kept and what cannot is listed.
 */
export function readPolicy(raw: unknown): PolicyReading {
  const rejected: Rejection[] = [];
  if (!isObject(raw)) {
    return { policy: {}, rejected: [{ key: "", path: "", reason: "not_object" }] };
  }
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(raw)) {
    const reject = (path: string, reason: Rejection["reason"]) =>
      rejected.push({ key: name, path, reason });
    if (!isKey(name)) {
      reject(name, "unknown_key");
      continue;
    }
    const read = readShape(KEYS[name].shape, value, name, reject);
    if (read.ok) entries.push([name, read.value]);
  }
  // Each value was read by the shape that the catalogue gives for its key.
  return { policy: Object.fromEntries(entries) as Partial<Policy>, rejected };
}

export interface PolicySources {
  managed?: Partial<Policy>;
  local?: Partial<Policy>;
  /**
   * Whether the browser's managed policy sets anything at all. By default: whether `managed` has a
   * key; say true where it was set but nothing of it could be read, so that a slip unlocks nothing.
   */
  isManaged?: boolean;
}

/**
 * What holds: managed, then local, then default. As soon as any key is managed, the keys that it does
 * not set stand at their defaults, unless it also sets `allowLocalSettings`: otherwise a member of
 * staff could switch rules off.
 */
export function resolvePolicy({ managed = {}, local = {}, isManaged }: PolicySources): Policy {
  const isLocked = (isManaged ?? Object.keys(managed).length > 0) && !managed.allowLocalSettings;
  const policy: Policy = {
    ...DEFAULT_POLICY,
    ...(isLocked ? {} : withoutManagedOnly(local)),
    ...managed,
  };
  if (managed.ownDomains || (!isLocked && local.ownDomains)) return policy;
  return { ...policy, ownDomains: hostOf(policy.homepageUrl) };
}

function withoutManagedOnly(local: Partial<Policy>): Partial<Policy> {
  const names = KEY_NAMES.filter((name) => !KEYS[name].managedOnly && Object.hasOwn(local, name));
  return Object.fromEntries(names.map((name) => [name, local[name]])) as Partial<Policy>;
}

/** Subdomains of an own domain are own, so "www." says nothing and would leave the others out. */
function hostOf(homepageUrl: string): string[] {
  if (!URL.canParse(homepageUrl)) return [];
  const host = new URL(homepageUrl).hostname.replace(/^www\./, "");
  return host ? [host] : [];
}

function isKey(name: string): name is keyof Policy {
  return Object.hasOwn(KEYS, name);
}
