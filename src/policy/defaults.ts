import type { Policy } from "../contract.ts";
import { KEY_NAMES, KEYS } from "./keys.ts";

/** The built-in policy: what holds where an organisation said nothing. */
export const DEFAULT_POLICY: Policy = Object.fromEntries(
  // KEYS has an entry of the right type for every key of Policy; fromEntries cannot say so.
  KEY_NAMES.map((name) => [name, KEYS[name].default]),
) as unknown as Policy;
