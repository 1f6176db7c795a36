import type { Platform } from "../contract.ts";
import { isSameAccount } from "./register.ts";
import type { SeenAccount } from "./seen.ts";

/** An account of the register or of those that are trusted, as far as it says who it is. */
export interface Entry {
  platform: Platform;
  id?: string;
  handle?: string;
  name?: string;
  url?: string;
}

/**
 * Whether what a page shows is this very account: by number or handle where both say one, since a name
 * can be given to any account; by name only where nothing else can be compared.
 */
export function isAccount(entry: Entry, seen: SeenAccount): boolean {
  const handle = handleOf(entry);
  const pairs = [
    [entry.id, seen.id],
    [handle, seen.handle],
  ].filter((pair): pair is [string, string] => pair.every(Boolean));
  if (pairs.length > 0) return pairs.some(([a, b]) => isSameAccount(a, b));
  return Boolean(entry.name) && isSameAccount(entry.name ?? "", seen.name);
}

/** As it was set, else as the account's address has it. */
export function handleOf({ handle, url }: Entry): string | undefined {
  if (handle) return handle;
  const path = URL.parse(url ?? "")?.pathname ?? "";
  return /^\/([\w.]+)\/?$/.exec(path)?.[1];
}
