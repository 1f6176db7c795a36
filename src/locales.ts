import type { Lang } from "./contract.ts";
import { CATALOGUES } from "./words.ts";

/** A key of `_locales` and its arguments ($1, $2, …). Keys have [A-Za-z0-9_] only. */
export interface Message {
  key: string;
  args?: readonly string[];
}

export function hasMessage(lang: Lang, key: string): boolean {
  return Object.hasOwn(CATALOGUES[lang], key);
}

/**
 * The words of a key, so that engine and command line say the same as the pages; throws on a key that no locale has, since that is a slip of
 * ours. Only $1 … $9 and $$ are used, no named placeholders.
 */
export function translate(lang: Lang, key: string, args: readonly string[] = []): string {
  const entry = Object.hasOwn(CATALOGUES[lang], key) ? CATALOGUES[lang][key] : undefined;
  if (!entry) throw new Error(`no message "${key}" in ${lang}`);
  if (!entry.message.includes("$")) return entry.message;
  return entry.message.replace(/\$(\$|[1-9])/g, (_, mark: string) =>
    mark === "$" ? "$" : (args[Number(mark) - 1] ?? ""),
  );
}
