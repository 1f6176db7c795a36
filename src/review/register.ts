import { isReviewDue, lastReview, silentAccounts } from "../accounts/overdue.ts";
import { findAccount } from "../accounts/register.ts";
import type { Account, Policy } from "../contract.ts";
import { DECISIONS } from "../journal/entry.ts";
import { type Columns, dateOfDay, dayOf, OUTCOMES } from "./columns.ts";

export interface AccountState {
  account: Account;
  /** ISO date; null: never, as far as the register says. */
  reviewedOn: string | null;
  /** For a year or longer nobody has reviewed it (guideline 6(5)). */
  isOverdue: boolean;
  /** ISO date in Japan; null: the record knows of no post. */
  lastPost: string | null;
  /** unknown: the record itself is younger than half a year. */
  isSilent: "yes" | "no" | "unknown";
}

/** Every account of the register. `now`: milliseconds since 1970. */
export function accountStates(policy: Policy, columns: Columns, now: number): AccountState[] {
  const today = dateOf(now);
  const { beginning, last } = lastPosts(columns);
  const lastOf = new Map<Account, number>();
  for (const [place, named] of columns.accounts.entries()) {
    const at = last[place] ?? 0;
    const account = named && at > 0 ? findAccount(policy, named.platform, named.name) : null;
    if (account) lastOf.set(account, Math.max(at, lastOf.get(account) ?? 0));
  }
  const lastPost = (account: Account) => {
    const at = lastOf.get(account);
    return at === undefined ? null : dateOf(at);
  };
  const silent = new Set(silentAccounts(policy.accounts, lastPost, today));
  // As if they had spoken last when the record began.
  const since = beginning === null ? today : dateOf(beginning);
  const certain = new Set(silentAccounts([...silent], (one) => lastPost(one) ?? since, today));
  return policy.accounts.map((account) => ({
    account,
    reviewedOn: lastReview(account),
    isOverdue: isReviewDue(account, today),
    lastPost: lastPost(account),
    isSilent: certain.has(account) ? "yes" : silent.has(account) ? "unknown" : "no",
  }));
}

const dateOf = (at: number) => dateOfDay(dayOf(at));

/** When the record begins (null: it is empty), and by account when it last published. */
function lastPosts(columns: Columns): { beginning: number | null; last: Float64Array } {
  const last = new Float64Array(columns.accounts.length);
  const posted = OUTCOMES.map(
    (one) => one !== "withdrawn" && (DECISIONS as readonly string[]).includes(one),
  );
  let beginning: number | null = null;
  for (let row = 0; row < columns.rows; row++) {
    const at = columns.at[row] ?? 0;
    if (at > 0 && (beginning === null || at < beginning)) beginning = at;
    const account = columns.account[row] ?? 0;
    if (posted[columns.outcome[row] ?? 0] && at > (last[account] ?? 0)) last[account] = at;
  }
  return { beginning, last };
}
