import type { Policy } from "../contract.ts";
import { DEFAULT_POLICY } from "./defaults.ts";
import { KEY_NAMES, KEYS } from "./keys.ts";
import { isObject, type Rejection, readShape } from "./schema.ts";
import { keyStatuses } from "./status.ts";

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

/** Reads what a person set on this machine; keys that only managed policy may set are left out too. */
export function readLocalPolicy(raw: unknown): PolicyReading {
  const { policy, rejected } = readPolicy(raw);
  const isLeftOut = (name: string) => isKey(name) && KEYS[name].managedOnly;
  const entries = Object.entries(policy);
  return {
    policy: Object.fromEntries(entries.filter(([name]) => !isLeftOut(name))) as Partial<Policy>,
    rejected: [
      ...rejected,
      ...entries.flatMap(([key]): Rejection[] =>
        isLeftOut(key) ? [{ key, path: key, reason: "managed_only" }] : [],
      ),
    ],
  };
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
  const statuses = keyStatuses(managed, local, isManaged ?? Object.keys(managed).length > 0);
  const sources = { managed, local, default: DEFAULT_POLICY };
  const entries = KEY_NAMES.map((name) => [name, sources[statuses[name].source][name]]);
  // Each value is of its key's type in every source, and the last source has every key.
  const policy = Object.fromEntries(entries) as unknown as Policy;
  if (statuses.ownDomains.source !== "default") return policy;
  return { ...policy, ownDomains: hostOf(policy.homepageUrl) };
}

/** Subdomains of an own domain are own, so "www." says nothing and would leave the others out. */
function hostOf(homepageUrl: string): string[] {
  if (!URL.canParse(homepageUrl)) return [];
  const host = new URL(homepageUrl).hostname.replace(/^www\./, "");
  return host ? [host] : [];
}

export function isKey(name: string): name is keyof Policy {
  return Object.hasOwn(KEYS, name);
}
