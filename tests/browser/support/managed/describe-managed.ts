import { describe } from "vitest";
import { whyNoPrivateEtc } from "./private-etc.ts";

/** Tests that need a machine of their own policies; where it cannot be had, skipped, and said why. */
export function describeManaged(browser: string, define: () => void): void {
  const why = whyNoPrivateEtc();
  if (why) console.warn(`managed policy in ${browser} is not tested here: ${why}`);
  describe.skipIf(why !== null)(`managed policy in ${browser}`, define);
}
