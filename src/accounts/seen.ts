import type { Account } from "../contract.ts";
import type { ShownAccount } from "./register.ts";

/** An account that a page names; its id is the number in an address. */
export type SeenAccount = ShownAccount & { name: string };

export interface SeenProfile {
  account: SeenAccount;
  /** The addresses that the profile names, whole or as the page shortens them ("city.hoshimi.lg.jp"). */
  addresses: readonly string[];
}

/** What is to be said of the accounts on a page; nothing of what was dismissed. */
export interface AccountsAnswer {
  /** Whether there is anything to compare with: else nothing of the page need be looked at. */
  hasRegister: boolean;
  /** Which of those that were asked about imitate whom. */
  imitations: { index: number; of: AccountName; note: string }[];
  profile: {
    account: AccountName;
    /** Whether it names an address of the organisation's own. */
    isNamed: boolean;
    /** What to paste into it. */
    homepage: string;
    note: string;
  } | null;
  /** How the guideline's clauses behind the two are called. */
  clauses: { imitation: string; profile: string };
}

type AccountName = Pick<Account, "name" | "handle">;
