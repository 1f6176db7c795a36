import { browser } from "wxt/browser";
import type { Policy } from "../contract.ts";
import { isKey, readLocalPolicy, readPolicy, resolvePolicy } from "./policy.ts";
import { isObject, type Rejection } from "./schema.ts";
import { keyStatuses, type Lock, type PolicyStatus } from "./status.ts";
import { indexedStorage, type TrustedStorage } from "./trusted-storage.ts";

/** What the browser or a person set, as it came: validated anew at each start, by the version that runs. */
type Raw = Record<string, unknown>;

export interface PolicyStore {
  /** What holds now, as far as it is known; never waits. Until `ready`: the defaults. */
  current(): Policy;
  /** The policy of the last session is loaded (a few milliseconds); never rejects. */
  readonly ready: Promise<void>;
  /** Called after what `status()` says has changed. Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
  /** Reads the managed policy anew, long enough after the browser's start for its answer to be certain. */
  refresh(): Promise<void>;
  /** Resolves once the browser has said for certain whether there is a managed policy. */
  readonly certain: Promise<void>;
  /** Whether a policy is managed, or was ever set on this machine, be it to nothing. */
  isSetUp(): boolean;
  status(): StoreStatus;
  /** What is set on this machine, as it was set, in force or not. */
  local(): Raw;
  /**
   * Sets this machine's own policy, the whole of it. A key that is locked keeps what it had, and is
   * listed in the answer; what cannot be read stands in `status().rejected`.
   */
  setLocal(raw: Raw): Promise<Rejection[]>;
}

export interface Change {
  policy: Policy;
  /** What holds is not what held since the last session, so that what was judged by it is out of date. */
  isOther: boolean;
}

export type StoreStatus = Omit<PolicyStatus, "extensionId" | "version" | "browser">;

const LOCAL_KEY = "policy";
/** The managed policy as it was last seen: the browser needs up to 2.5 s after its start to tell it. */
const LAST_MANAGED_KEY = "lastManagedPolicy";
/** How long an empty answer must last before a policy that was there counts as withdrawn, in ms. */
const EMPTY_IS_CERTAIN_AFTER = 5_000;

/**
 * Reads managed and local policy and keeps what holds. To be called synchronously at the worker's
 * start, so that no change is missed. One store per worker, which lives as long as the worker.
 */
export function createPolicyStore(storage: TrustedStorage = trustedStorage()): PolicyStore {
  const listeners = new Set<(change: Change) => void>();
  let managed: Raw = {};
  let local: Raw = {};
  let state = resolve(managed, local);
  /** Newest reading of the managed policy wins; 0: only the last session's is known. */
  let managedReading = 0;
  let isReady = false;
  let isLocalKnown = false;
  let isLocalSet = false;
  /** What the storage holds of the managed policy, as JSON; null: not known yet. */
  let remembered: string | null = null;
  let readAt: Date | null = null;
  let failure: string | null = null;

  let becomeCertain = () => {};
  const certain = new Promise<void>((resolve) => {
    becomeCertain = resolve;
  });

  function update(next: {
    managed?: Raw;
    local?: Raw;
    readAt?: Date;
    failure?: string | null;
  }): void {
    const said = () => JSON.stringify([managed, local, readAt === null, failure]);
    const before = said();
    managed = next.managed ?? managed;
    local = next.local ?? local;
    readAt = next.readAt ?? readAt;
    if (next.failure !== undefined) failure = next.failure;
    isLocalSet ||= next.local !== undefined;
    const held = JSON.stringify(state.policy);
    state = resolve(managed, local);
    if (said() === before) return;
    const isOther = isReady && JSON.stringify(state.policy) !== held;
    for (const listener of listeners) listener({ policy: state.policy, isOther });
  }

  function remember(raw: Raw): void {
    const json = JSON.stringify(raw);
    if (json === remembered) return;
    remembered = json;
    storage.set(LAST_MANAGED_KEY, raw).catch(report);
  }

  /**
   * `isEmptyCertain`: an empty answer means that there is no policy. At a start it does not: the first
   * one after a forced installation is {} for two seconds.
   */
  async function readManaged(isEmptyCertain: boolean): Promise<void> {
    managedReading += 1;
    const reading = managedReading;
    const answer = await getManaged();
    if (reading !== managedReading) return;
    if ("failure" in answer) return update({ failure: answer.failure });
    if (Object.keys(answer.raw).length > 0 || isEmptyCertain) {
      update({ managed: answer.raw, readAt: new Date(), failure: null });
      becomeCertain();
      return remember(answer.raw);
    }
    setTimeout(() => {
      if (reading === managedReading) void readManaged(true);
    }, EMPTY_IS_CERTAIN_AFTER);
  }

  async function loadLastKnown(): Promise<void> {
    const [lastManaged, lastLocal] = await Promise.all([
      storage.get(LAST_MANAGED_KEY),
      storage.get(LOCAL_KEY),
    ]);
    remembered ??= JSON.stringify(lastManaged ?? {});
    update({
      // The truth may have been quicker than this.
      ...(isObject(lastManaged) && readAt === null ? { managed: lastManaged } : {}),
      ...(isObject(lastLocal) && !isLocalKnown ? { local: lastLocal } : {}),
    });
  }

  browser.storage.onChanged.addListener((changes, area) => {
    // A removed key carries only its old value, so the whole is read anew (2–4 ms by now).
    if (area === "managed") void readManaged(true);
    if (area === "local" && Object.hasOwn(changes, LOCAL_KEY)) {
      isLocalKnown = true;
      const value = changes[LOCAL_KEY]?.newValue;
      update({ local: isObject(value) ? value : {} });
    }
  });
  const ready = loadLastKnown()
    .catch(report)
    .then(() => {
      isReady = true;
    });
  // After the last-known policy, which an early "there is none" (Firefox) must be able to withdraw.
  void ready.then(() => readManaged(false));

  return {
    current: () => state.policy,
    ready,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => readManaged(true),
    certain,
    isSetUp: () => state.isManaged || isLocalSet,
    status: () => ({ ...state, readAt: readAt?.toISOString() ?? null, failure }),
    local: () => local,
    async setLocal(raw) {
      await ready;
      const isLocked = (name: string) => isKey(name) && isLockedByPolicy(state.keys[name].lock);
      const free = Object.entries(raw).filter(([name]) => !isLocked(name));
      const kept = Object.entries(local).filter(([name]) => isLocked(name));
      const next = Object.fromEntries([...free, ...kept]);
      await storage.set(LOCAL_KEY, next);
      isLocalKnown = true;
      update({ local: next });
      return Object.keys(raw)
        .filter((name) => JSON.stringify(raw[name]) !== JSON.stringify(next[name]))
        .map((name) => ({ key: name, path: name, reason: "locked" }));
    },
  };
}

function isLockedByPolicy(lock: Lock | null): boolean {
  return lock === "set" || lock === "unset";
}

function resolve(managedRaw: Raw, localRaw: Raw) {
  const managed = readPolicy(managedRaw);
  const local = readLocalPolicy(localRaw);
  const isManaged = Object.keys(managedRaw).length > 0;
  return {
    policy: resolvePolicy({ managed: managed.policy, local: local.policy, isManaged }),
    keys: keyStatuses(managed.policy, local.policy, isManaged),
    isManaged,
    rejected: [
      ...managed.rejected.map((one) => ({ ...one, source: "managed" as const })),
      ...local.rejected.map((one) => ({ ...one, source: "local" as const })),
    ],
  };
}

/** {}: none. A failure: the browser could not say. */
async function getManaged(): Promise<{ raw: Raw } | { failure: string }> {
  try {
    return { raw: await browser.storage.managed.get(null) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    // Firefox without a policy rejects: "Managed storage manifest not found".
    if (/not found/i.test(failure)) return { raw: {} };
    report(error);
    return { failure };
  }
}

/** `storage.local` is open to content scripts unless it is closed (both measured). */
export function trustedStorage(): TrustedStorage {
  const area = browser.storage.local;
  const closed = closeToPages(area);
  if (!closed) return indexedStorage();
  closeToPages(browser.storage.managed)?.catch(report);
  // Closed before anything is written; what stands in it already was closed when it was written.
  return {
    get: async (key) => (await area.get(key))[key],
    set: async (key, value) => {
      await closed;
      await area.set({ [key]: value });
    },
  };
}

/** Until the browser ends; no content script can read it unless it is opened to them. */
export function sessionStorage(): TrustedStorage {
  const area = browser.storage.session;
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
  };
}

/** null where the browser has no way to (the types do not know it either). */
function closeToPages(area: object): Promise<void> | null {
  if (!("setAccessLevel" in area) || typeof area.setAccessLevel !== "function") return null;
  return area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

function report(error: unknown): void {
  console.warn("policy:", error);
}
