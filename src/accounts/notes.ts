import type { Platform, Policy } from "../contract.ts";
import { imitated } from "./lookalike.ts";
import { type ProfileState, profileState } from "./profile.ts";
import type { SeenAccount, SeenProfile } from "./seen.ts";

export interface Imitation {
  /** Place among those that were asked about. */
  index: number;
  of: { name?: string; handle?: string };
  note: string;
}

/** What is said of accounts on a page, and under which name it can be dismissed for good. */
export function notesOn(
  policy: Policy,
  platform: Platform,
  seen: readonly SeenAccount[],
  profile: SeenProfile | null,
): { imitations: Imitation[]; profile: (ProfileState & { note: string }) | null } {
  const state = profile && profileState(policy, platform, profile);
  return {
    imitations: seen.flatMap((one, index) => {
      const of = imitated(policy, platform, one);
      return of ? [{ index, of, note: `imitation ${keyOf(platform, one)}` }] : [];
    }),
    profile:
      profile && state
        ? {
            ...state,
            note: `${state.isNamed ? "named" : "unnamed"} ${keyOf(platform, profile.account)}`,
          }
        : null,
  };
}

function keyOf(platform: Platform, { id, handle, name }: SeenAccount): string {
  return `${platform} ${id ?? handle?.toLowerCase() ?? name}`;
}
