import type { Policy } from "../contract.ts";
import { KEY_NAMES, KEYS, type Section } from "../policy/keys.ts";
import { isKey } from "../policy/policy.ts";

/** The settings' pages, in the order of their list. `of`: the catalogue's sections that stand on each. */
export const PARTS = [
  { id: "organization", of: ["organization", "links"] },
  { id: "phones", of: ["phones"] },
  { id: "dictionary", of: ["dictionary"] },
  { id: "rules", of: ["rules"] },
  { id: "accounts", of: ["accounts"] },
  { id: "behaviour", of: ["behaviour", "record", "administration"] },
  { id: "transfer", of: [] },
] as const satisfies readonly { id: string; of: readonly Section[] }[];

export type Part = (typeof PARTS)[number]["id"];

/** What the address says: the part, and in the register which account (null: the list). */
export interface Where {
  part: Part;
  account: number | null;
  /** Path of the field that is to be filled in: "accounts[0].purpose"; null: none is named. */
  field: string | null;
}

export function whereOf(hash: string): Where {
  const [id, item, field = ""] = hash.replace(/^#/, "").split("/");
  const part = PARTS.find((one) => one.id === id)?.id ?? "organization";
  const isAccount = part === "accounts" && item !== undefined && /^\d{1,6}$/.test(item);
  const account = isAccount ? Number(item) : null;
  const isField = /^\w+(\.\w+)*$/.test(field);
  return {
    part,
    account,
    field: !isField ? null : account === null ? field : `accounts[${account}].${field}`,
  };
}

export function keysOf(section: Section): (keyof Policy)[] {
  return KEY_NAMES.filter((name) => KEYS[name].section === section);
}

export function partOf(key: string): Part {
  if (!isKey(key)) return "transfer";
  const { section } = KEYS[key];
  return PARTS.find(({ of }) => (of as readonly Section[]).includes(section))?.id ?? "transfer";
}

/** The address of what a validation's path names. */
export function hashOf(path: string): string {
  const part = partOf(/^\w*/.exec(path)?.[0] ?? "");
  const account = /^accounts\[(\d+)\]/.exec(path)?.[1];
  return account === undefined ? `#${part}` : `#accounts/${account}`;
}

/** The same, and the field to begin at, for links from other pages. */
export function fieldHashOf(path: string): string {
  const field = path.replace(/^accounts\[\d+\]\.?/, "");
  const isAccount = field !== path;
  return field === "" ? hashOf(path) : `${hashOf(path)}${isAccount ? "" : "/"}/${field}`;
}
