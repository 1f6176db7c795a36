import { valueAt } from "./values.ts";

/** What an account is called in lists: its name, or what there is; "" for one that was just added. */
export function nameOf(account: unknown): string {
  const texts = ["name", "handle", "id"].map((field) => valueAt(account, [field]));
  return texts.find((text) => typeof text === "string" && text.trim() !== "")?.toString() ?? "";
}
