import { browser } from "wxt/browser";
import type { Policy } from "../contract.ts";
import { readPolicy, resolvePolicy } from "./policy.ts";
import { isObject, type Rejection } from "./schema.ts";
import { indexedStorage, type TrustedStorage } from "./trusted-storage.ts";

/** What the browser or a person set, as it came: validated anew at each start, by the version that runs. */
type Raw = Record<string, unknown>;

export interface PolicyStore {
  /** What holds now, as far as it is known; never waits. Until `ready`: the defaults. */
  current(): Policy;
  /** The policy of the last session is loaded (a few milliseconds); never rejects. */
  readonly ready: Promise<void>;
  /** Called after `current()` has become another policy. Returns how to stop. */
  onChange(listener: (policy: Policy) => void): () => void;
  /** Reads the managed policy anew, long enough after the browser's start for its answer to be certain. */
  refresh(): Promise<void>;
  status(): { isManaged: boolean; rejected: { managed: Rejection[]; local: Rejection[] } };
  /** Sets this machine's own policy, the whole of it. */
  setLocal(raw: Raw): Promise<void>;
}

const LOCAL_KEY = "policy";
/** The managed policy as it was last seen: the browser needs up to 2.5 s after its start to tell it. */
const LAST_MANAGED_KEY = "lastManagedPolicy";
/** How long an empty answer must last before a policy that was there counts as withdrawn, in ms. */
const EMPTY_IS_CERTAIN_AFTER = 5_000;

/**
 * Reads managed and local policy and keeps what holds. To be called synchronously at the worker's
 * start, so that no change is missed. One store per worker, which lives as long as the worker.
 */
export function createPolicyStore(): PolicyStore {
  const storage = trustedStorage();
  const listeners = new Set<(policy: Policy) => void>();
  let managed: Raw = {};
  let local: Raw = {};
  let state = resolve(managed, local);
  /** Newest reading of the managed policy wins; 0: only the last session's is known. */
  let managedReading = 0;
  let isLocalKnown = false;

  function update(next: { managed?: Raw; local?: Raw }): void {
    managed = next.managed ?? managed;
    local = next.local ?? local;
    const before = JSON.stringify(state.policy);
    state = resolve(managed, local);
    if (JSON.stringify(state.policy) === before) return;
    for (const listener of listeners) listener(state.policy);
  }

  function takeManaged(raw: Raw): void {
    update({ managed: raw });
    storage.set(LAST_MANAGED_KEY, raw).catch(report);
  }

  /**
   * `isEmptyCertain`: an empty answer means that there is no policy. At a start it does not: the first
   * one after a forced installation is {} for two seconds.
   */
  async function readManaged(isEmptyCertain: boolean): Promise<void> {
    managedReading += 1;
    const reading = managedReading;
    const raw = await getManaged();
    if (reading !== managedReading || raw === "unknown") return;
    if (Object.keys(raw).length > 0 || isEmptyCertain) return takeManaged(raw);
    if (Object.keys(managed).length === 0) return;
    setTimeout(() => {
      if (reading === managedReading) void readManaged(true);
    }, EMPTY_IS_CERTAIN_AFTER);
  }

  async function loadLastKnown(): Promise<void> {
    const [lastManaged, lastLocal] = await Promise.all([
      storage.get(LAST_MANAGED_KEY),
      storage.get(LOCAL_KEY),
    ]);
    update({
      // The truth may have been quicker than this.
      ...(isObject(lastManaged) && Object.keys(managed).length === 0
        ? { managed: lastManaged }
        : {}),
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
  const ready = loadLastKnown().catch(report);
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
    status: () => ({ isManaged: state.isManaged, rejected: state.rejected }),
    async setLocal(raw) {
      isLocalKnown = true;
      update({ local: raw });
      await storage.set(LOCAL_KEY, raw);
    },
  };
}

function resolve(managedRaw: Raw, localRaw: Raw) {
  const managed = readPolicy(managedRaw);
  const local = readPolicy(localRaw);
  const isManaged = Object.keys(managedRaw).length > 0;
  return {
    policy: resolvePolicy({ managed: managed.policy, local: local.policy, isManaged }),
    isManaged,
    rejected: { managed: managed.rejected, local: local.rejected },
  };
}

/** {}: none; "unknown": the browser could not say, so what was known stands. */
async function getManaged(): Promise<Raw | "unknown"> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    // Firefox without a policy rejects: "Managed storage manifest not found".
    if (error instanceof Error && /not found/i.test(error.message)) return {};
    report(error);
    return "unknown";
  }
}

/** `storage.local` is open to content scripts unless it is closed (both measured). */
function trustedStorage(): TrustedStorage {
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

/** null where the browser has no way to (the types do not know it either). */
function closeToPages(area: object): Promise<void> | null {
  if (!("setAccessLevel" in area) || typeof area.setAccessLevel !== "function") return null;
  return area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

function report(error: unknown): void {
  console.warn("policy:", error);
}
