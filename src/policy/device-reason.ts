import type { TrustedStorage } from "./trusted-storage.ts";

const KEY = "deviceReason";
/** As long as a person writes one; a longer one is cut, not refused. In UTF-16 units. */
const LONGEST = 1_000;

/** Why a device is used that the organisation does not manage: asked once in each session of the browser (guideline 6(10)). */
export interface DeviceReason {
  /** What was said earlier in this session is known; never rejects. */
  readonly ready: Promise<void>;
  /** null: nobody was asked yet, or nobody answered. */
  current(): string | null;
  /** Kept until the browser ends, or this worker where the browser has no such place. */
  give(reason: string): Promise<void>;
}

/** `session`: forgotten when the browser ends. */
export function createDeviceReason(session: TrustedStorage): DeviceReason {
  let current: string | null = null;
  const ready = session.get(KEY).then(
    (stored) => {
      if (typeof stored === "string") current ??= stored;
    },
    (error: unknown) => console.warn("device:", error),
  );
  return {
    ready,
    current: () => current,
    async give(reason) {
      current = reason.slice(0, LONGEST);
      await session.set(KEY, current).catch((error: unknown) => console.warn("device:", error));
    },
  };
}
