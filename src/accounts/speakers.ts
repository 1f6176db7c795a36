import type { Account, Platform, Policy } from "../contract.ts";
import { findAccount } from "./register.ts";

/** Words of a `_locales` key. */
type Translate = (key: string, ...args: string[]) => string;

/**
 * Who may post on the account that a draft names (guideline 4(1), 4(5)サ), a sentence a line; where nobody
 * can say so, why not.
 */
export function speakersOf(
  policy: Policy,
  platform: Platform,
  named: string | null | undefined,
  t: Translate,
): string[] {
  if (policy.accounts.length === 0) return [t("speakers_no_register")];
  const account = findAccount(policy, platform, named);
  if (account) return linesOf(account, t);
  return [t((named ?? "").trim() === "" ? "speakers_unknown" : "speakers_outside")];
}

function linesOf({ operators = [], delegate, manager }: Account, t: Translate): string[] {
  return [
    operators.length > 0
      ? t("speakers_operators", operators.join(t("speakers_separator")))
      : t("speakers_nobody"),
    ...(delegate ? [t("speakers_delegate", delegate.name, delegate.until)] : []),
    ...(manager ? [t("speakers_manager", manager)] : []),
  ];
}

/** Whose account it is; of a shared one all its departments, with what each speaks about; "": not stated. */
export function departmentOf({ department, departments = [] }: Account): string {
  if (department) return department;
  return departments.map(({ name, theme }) => (theme ? `${name}（${theme}）` : name)).join("、");
}
