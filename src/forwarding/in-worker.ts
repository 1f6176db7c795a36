import type { Journal } from "../journal/store.ts";
import type { PolicyStore } from "../policy/store.ts";

export type StartForwarding = (ends: {
  journal: Journal;
  policies: Pick<PolicyStore, "current" | "ready" | "onChange">;
}) => {
  /** Something was written in the record. */
  wake(): void;
};

/**
 * The ordinary build has nothing here: it can reach no collector. A build with forwarding puts worker.ts in
 * this module's place; see wxt.config.ts.
 */
export const startForwarding: StartForwarding | null = null;
