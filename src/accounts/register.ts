import type { Account, Platform, Policy } from "../contract.ts";

/**
 * The registered account that a draft names: by id, handle or name, whatever the letter case or width
 * (contract, "Questions settled"). null: not in the register, or nothing was named.
 */
export function findAccount(
  policy: Policy,
  platform: Platform,
  named: string | null | undefined,
): Account | null {
  return findIn(policy.accounts, platform, named);
}

/** Whether this is an account of the organisation, or one that it trusts (reposts, quotes, mentions). */
export function isFamiliar(policy: Policy, platform: Platform, named: string): boolean {
  return (
    findIn(policy.accounts, platform, named) !== null ||
    findIn(policy.trustedAccounts, platform, named) !== null
  );
}

/** Whether two names of accounts are the same, whatever the letter case or width. */
export function isSameAccount(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function findIn<T extends { platform: Platform; id?: string; handle?: string; name?: string }>(
  entries: readonly T[],
  platform: Platform,
  named: string | null | undefined,
): T | null {
  const wanted = fold(named ?? "");
  if (wanted === "") return null;
  return (
    entries.find(
      (entry) =>
        entry.platform === platform &&
        [entry.id, entry.handle, entry.name].some(
          (name) => name !== undefined && fold(name) === wanted,
        ),
    ) ?? null
  );
}

function fold(name: string): string {
  return name.normalize("NFKC").trim().replace(/^@/, "").toLowerCase();
}
