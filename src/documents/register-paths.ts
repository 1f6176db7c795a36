import type { Account } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";

/**
 * Where the settings' form has each account of the register: "accounts[2]". The form shows what was written on this
 * machine, in which an account that could not be read has a place as well.
 */
export function registerPaths({ status }: SettingsAnswer): (account: Account) => string {
  const { policy, keys, rejected } = status;
  const isOwn = keys.accounts.source === "local";
  const left = new Set(
    rejected
      .filter(
        ({ source, path }) =>
          isOwn && source === "local" && /^accounts\[\d+\](\.platform)?$/.test(path),
      )
      .map(({ path }) => Number.parseInt(path.slice("accounts[".length), 10)),
  );
  const places: number[] = [];
  for (let place = 0; places.length < policy.accounts.length; place++)
    if (!left.has(place)) places.push(place);
  return (account) => `accounts[${places[policy.accounts.indexOf(account)] ?? 0}]`;
}
