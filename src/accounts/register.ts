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
  if (!named) return null;
  const wanted = fold(named);
  return (
    policy.accounts.find(
      (account) =>
        account.platform === platform &&
        [account.id, account.handle, account.name].some(
          (name) => name !== undefined && fold(name) === wanted,
        ),
    ) ?? null
  );
}

function fold(name: string): string {
  return name.normalize("NFKC").trim().replace(/^@/, "").toLowerCase();
}
