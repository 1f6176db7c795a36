import type { Account } from "../contract.ts";

/** How long an account may go without being looked at, or without a word, before somebody is told. */
const REVIEW_MONTHS = 12;
const SILENCE_MONTHS = 6;

/** ISO date since which the account has the status that it has; null: the register does not say. */
export function statusSince({ status, statusHistory = [] }: Account): string | null {
  return latest(statusHistory.filter((entry) => entry.status === status).map(({ on }) => on));
}

/**
 * ISO date on which somebody last looked at how the account is run: its review, or the one before it was
 * made official (guideline 6(2)). null: the register knows of none.
 */
export function lastReview({ reviewedOn, statusHistory = [] }: Account): string | null {
  const admitted = statusHistory.filter(({ status }) => status === "公認").map(({ on }) => on);
  return latest(reviewedOn ? [reviewedOn, ...admitted] : admitted);
}

/** Whether a review is due: none within a year. One that was abolished has none to come. */
export function isReviewDue(account: Account, today: string): boolean {
  if (account.status === "廃止") return false;
  const last = lastReview(account);
  return last === null || last <= monthsBefore(today, REVIEW_MONTHS);
}

/**
 * Accounts that are in use and have said nothing for six months.
 * @param lastPost ISO date or time of an account's last post; null: none is known.
 * @param today ISO date.
 */
export function silentAccounts(
  accounts: readonly Account[],
  lastPost: (account: Account) => string | null,
  today: string,
): Account[] {
  const since = monthsBefore(today, SILENCE_MONTHS);
  return accounts.filter((account) => {
    if (account.status !== undefined && account.status !== "公認") return false;
    const last = lastPost(account);
    return last === null || last.slice(0, 10) <= since;
  });
}

/** The same day that many months earlier; the month's last one where it has no such day. */
function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

function latest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}
