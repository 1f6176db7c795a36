import type { Account, Platform, Policy } from "../contract.ts";
import { imitated } from "./lookalike.ts";
import { type ProfileState, profileState } from "./profile.ts";
import type { AccountsAnswer, SeenAccount, SeenProfile } from "./seen.ts";

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

/** `notesOn`, as a page is told of it: without what was dismissed, and with no more of the register than names. */
export function answerOn(
  policy: Policy,
  platform: Platform | null,
  { seen, profile }: { seen: readonly SeenAccount[]; profile: SeenProfile | null },
  dismissed: ReadonlySet<string>,
  clause: (number: string) => string,
): AccountsAnswer {
  const notes = platform
    ? notesOn(policy, platform, seen, profile)
    : { imitations: [], profile: null };
  const isOpen = ({ note }: { note: string }) => !dismissed.has(note);
  const own = notes.profile;
  return {
    hasRegister: policy.accounts.some((account) => account.platform === platform),
    imitations: notes.imitations
      .filter(isOpen)
      .map(({ index, of, note }) => ({ index, of: nameOf(of), note })),
    profile:
      own && isOpen(own)
        ? {
            account: nameOf(own.account),
            isNamed: own.isNamed,
            homepage: policy.homepageUrl,
            note: own.note,
          }
        : null,
    clauses: { imitation: clause("7(4)"), profile: clause("6(9)") },
  };
}

function nameOf({ name, handle }: Pick<Account, "name" | "handle">) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(handle === undefined ? {} : { handle }),
  };
}

/** What the removal request's form is told of an imitation, for its address. `page`: where it was seen. */
export function removalRequest(
  { id, handle = "", name }: SeenAccount,
  of: string,
  page: string,
): URLSearchParams {
  const path = id ? `/profile.php?id=${encodeURIComponent(id)}` : `/${encodeURIComponent(handle)}`;
  return new URLSearchParams({
    account: of,
    "impostor-name": name,
    "impostor-handle": handle,
    "impostor-url": URL.parse(path, page)?.href ?? "",
  });
}
