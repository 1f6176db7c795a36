import type { Account } from "../contract.ts";

export interface RequiredItem {
  /** The guideline's clause that asks for it. */
  clause: string;
  /** Where it stands in an account: ["terms", "conduct"]. */
  path: readonly [keyof Account, ...string[]];
}

/** What an operation policy (6(3)) and terms of use (6(4)) must say, in the guideline's order. */
export const REQUIRED_ITEMS: readonly RequiredItem[] = [
  { clause: "6(3)ア", path: ["platform"] },
  { clause: "6(3)イ", path: ["name"] },
  { clause: "6(3)イ", path: ["url"] },
  { clause: "6(3)イ", path: ["manager"] },
  { clause: "6(3)イ", path: ["operators"] },
  { clause: "6(3)ウ", path: ["purpose"] },
  { clause: "6(3)ウ", path: ["topics"] },
  { clause: "6(3)エ", path: ["hours"] },
  { clause: "6(3)エ", path: ["replies"] },
  { clause: "6(3)オ", path: ["privacy"] },
  { clause: "6(4)ア", path: ["terms", "conduct"] },
  { clause: "6(4)イ", path: ["terms", "intellectualProperty"] },
  { clause: "6(4)ウ", path: ["terms", "disclaimer"] },
];

/** What the guideline asks for and the register does not have yet. Total, also for what is unfinished. */
export function missingItems(account: unknown): RequiredItem[] {
  return REQUIRED_ITEMS.filter(({ path }) => isMissing(valueAt(account, path)));
}

function valueAt(account: unknown, path: readonly string[]): unknown {
  let at = account;
  for (const name of path) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
  }
  return at;
}

function isMissing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isMissing);
  return typeof value !== "string" || value.trim() === "";
}
