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

/** How a page names an account: by one or several of these. */
export type ShownAccount = Pick<Account, "id" | "handle" | "name">;

/** Longer than any name of an account, in UTF-16 units. */
const LONGEST_NAME = 1_000;

/** The shape, before anything in it is used; a page's process may have sent anything. */
export function isShownAccount(value: unknown): value is ShownAccount {
  if (typeof value !== "object" || value === null) return false;
  const { id, handle, name } = value as Partial<Record<keyof ShownAccount, unknown>>;
  return [id, handle, name].every(
    (one) => one === undefined || (typeof one === "string" && one.length <= LONGEST_NAME),
  );
}

/**
 * The registered account that a page shows; "contradictory" where what it shows belongs to two.
 * A handle is nobody else's and decides alone. A name can be taken by anybody: beside a handle it proves
 * nothing of an account that has one. An id comes from a cookie, which another tab may have changed since:
 * it says nothing against a name, and nothing for an account that is shown by another name.
 */
export function identify(
  policy: Policy,
  platform: Platform,
  shown: ShownAccount,
): Account | "contradictory" | null {
  const by = (key: keyof ShownAccount) => {
    const wanted = fold(shown[key] ?? "");
    return policy.accounts.find(
      (entry) => entry.platform === platform && wanted !== "" && fold(entry[key] ?? "") === wanted,
    );
  };
  const byHandle = by("handle");
  if (byHandle) return byHandle;
  const byId = by("id");
  const named = by("name");
  const byName = named?.handle && shown.handle ? undefined : named;
  if (byId && byName) return byId === byName ? byId : "contradictory";
  if (byId?.name && shown.name) return "contradictory";
  return byId ?? byName ?? null;
}

/** A draft with the name that the register finds its account by; null where the page contradicts itself. */
export function withAccount<
  T extends { platform?: Platform; account?: string | null; shown?: ShownAccount },
>({ shown, ...draft }: T, policy: Policy): Omit<T, "shown"> {
  if (!shown) return draft;
  const platform = draft.platform ?? "x";
  const found = identify(policy, platform, shown);
  if (found === "contradictory") return { ...draft, account: null };
  if (!found || findAccount(policy, platform, draft.account) === found) return draft;
  return { ...draft, account: found.handle ?? found.name ?? found.id ?? null };
}

/**
 * Whether a draft's account is none of the organisation's: somebody's own, of which nothing is read. Where
 * nobody is named, or there is no register, that cannot be said.
 */
export function isOutside(
  policy: Policy,
  platform: Platform,
  named: string | null | undefined,
): boolean {
  return (
    policy.accounts.length > 0 &&
    (named ?? "").trim() !== "" &&
    findAccount(policy, platform, named) === null
  );
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
  if (!named) return null;
  const wanted = fold(named);
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
