import type { Kind, Policy } from "../contract.ts";
import { isObject } from "./schema.ts";
import type { TrustedStorage } from "./trusted-storage.ts";

const MINUTE = 60_000;
/** A clock that is set right moves by seconds; one that was years ahead must not leave an emergency for years. In ms. */
const CLOCK_SLIP = MINUTE;

/** Kept over restarts of worker and browser. */
const STAFF_KEY = "staffEmergency";
const NOTED_KEY = "notedMode";

/** A member of staff's own emergency; both in ms since the epoch. */
interface StaffEmergency {
  since: number;
  until: number;
}

export interface ModeInForce {
  mode: Policy["mode"];
  /** When a member of staff's own emergency ends by itself, in ms since the epoch; null: the settings decide. */
  until: number | null;
}

/** The mode in force is another. `time`: a member of staff's emergency was over by itself. */
export interface ModeChange extends ModeInForce {
  by: "policy" | "staff" | "time";
}

export interface Modes {
  /** What was switched on in an earlier life of this worker is known; never rejects. */
  readonly ready: Promise<void>;
  inForce(): ModeInForce;
  /** The policy as it holds for a draft of this kind now. The same object while nothing changes. */
  policyFor(kind: Kind): Policy;
  /** Emergency for as long as the policy lets a member of staff; nothing where it does not. Rejects where it cannot be kept. */
  begin(): Promise<void>;
  /** Ends what a member of staff began, and nothing else. */
  end(): Promise<void>;
  /** Tells a change that has not been told, also one that came about while no worker ran. */
  settle(): Promise<ModeChange | null>;
}

export interface ModesOptions {
  storage: TrustedStorage;
  policy(): Policy;
  /** Called once for each change. */
  onChange(change: ModeChange): void;
}

/**
 * Which mode is in force: the policy's, or an emergency that a member of staff declared, which also
 * holds where the mode is locked. The policy says how long, and can take it back at any time.
 */
export function createModes({ storage, policy, onChange }: ModesOptions): Modes {
  let staff: StaffEmergency | null = null;
  let noted: ModeInForce = { mode: "normal", until: null };
  /** One after the other, so that each change is told once. */
  let queue: Promise<unknown> = Promise.resolve();
  /** By the policy they were made of: rules remember what they made of a policy by its identity. */
  const inEmergency = new WeakMap<Policy, Policy>();

  async function load(): Promise<void> {
    const [storedStaff, storedNoted] = await Promise.all([
      storage.get(STAFF_KEY),
      storage.get(NOTED_KEY),
    ]);
    if (isStaffEmergency(storedStaff)) staff = storedStaff;
    if (isModeInForce(storedNoted)) noted = storedNoted;
  }
  const ready = load().catch((error: unknown) => console.warn("modes:", error));

  function inForce(): ModeInForce {
    const { mode, emergencyByStaffMinutes } = policy();
    const now = Date.now();
    const until = staff
      ? Math.min(staff.until, staff.since + emergencyByStaffMinutes * MINUTE)
      : Number.NEGATIVE_INFINITY;
    const isOn = now < until && staff !== null && staff.since <= now + CLOCK_SLIP;
    return isOn && mode !== "emergency" ? { mode: "emergency", until } : { mode, until: null };
  }

  async function set(next: StaffEmergency | null): Promise<void> {
    await ready;
    await storage.set(STAFF_KEY, next);
    staff = next;
  }

  async function settle(isPressed: boolean): Promise<ModeChange | null> {
    await ready;
    const before = noted;
    const is = inForce();
    if (is.mode === before.mode && is.until === before.until) return null;
    noted = is;
    await storage.set(NOTED_KEY, is).catch((error: unknown) => console.warn("modes:", error));
    const isOver = before.until !== null && before.until <= Date.now() && is.mode !== "emergency";
    const by = is.until !== null || isPressed ? "staff" : isOver ? "time" : "policy";
    const change: ModeChange = { ...is, by };
    onChange(change);
    return change;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  }

  return {
    ready,
    inForce,
    policyFor(kind) {
      const base = policy();
      const { until } = inForce();
      // A department's decision on answers to a post under fire stands, whoever else declares an emergency.
      if (until === null || (base.mode === "hold" && isAnswer(kind))) return base;
      const known = inEmergency.get(base) ?? { ...base, mode: "emergency" };
      inEmergency.set(base, known);
      return known;
    },
    begin: () =>
      inTurn(async () => {
        const since = Date.now();
        const until = since + policy().emergencyByStaffMinutes * MINUTE;
        if (until > since && policy().mode !== "emergency") await set({ since, until });
        await settle(true);
      }),
    end: () =>
      inTurn(async () => {
        const { until } = inForce();
        await set(null);
        await settle(until !== null);
      }),
    settle: () => inTurn(() => settle(false)),
  };
}

function isAnswer(kind: Kind): boolean {
  return kind === "reply" || kind === "comment" || kind === "quote";
}

function isStaffEmergency(value: unknown): value is StaffEmergency {
  return isObject(value) && typeof value.since === "number" && typeof value.until === "number";
}

function isModeInForce(value: unknown): value is ModeInForce {
  return (
    isObject(value) &&
    ["normal", "emergency", "hold"].includes(String(value.mode)) &&
    (value.until === null || typeof value.until === "number")
  );
}
