import type { Account, Platform, Policy } from "../contract.ts";
import { isAccount } from "./identity.ts";
import type { SeenProfile } from "./seen.ts";

export interface ProfileState {
  account: Account;
  /** Whether the profile names an address of the organisation's own sites. */
  isNamed: boolean;
}

/** How a registered account's profile stands with guideline 6(9); null: not registered, or no homepage is set. */
export function profileState(
  policy: Policy,
  platform: Platform,
  { account: seen, addresses }: SeenProfile,
): ProfileState | null {
  const account = policy.accounts.find(
    (entry) => entry.platform === platform && entry.status !== "廃止" && isAccount(entry, seen),
  );
  if (!account || !policy.homepageUrl) return null;
  return { account, isNamed: addresses.some((address) => isOwn(policy, address)) };
}

function isOwn({ ownDomains }: Policy, address: string): boolean {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const host = URL.parse(whole.trim())?.hostname;
  return host !== undefined && ownDomains.some((own) => host === own || host.endsWith(`.${own}`));
}
