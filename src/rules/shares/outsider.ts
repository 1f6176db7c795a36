import { isFamiliar, isSameAccount } from "../../accounts/register.ts";
import type { Draft, Platform, Policy } from "../../contract.ts";

/** An author who is neither of the organisation, nor trusted by it, nor the account that speaks. */
export function isOutsider(
  author: string,
  { account, platform }: Pick<Draft, "account"> & { platform: Platform },
  policy: Policy,
): boolean {
  if (account && isSameAccount(account, author)) return false;
  return !isFamiliar(policy, platform, author);
}
