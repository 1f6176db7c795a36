import type { Account } from "../../contract.ts";
import { clauseOf, guidelineTitleOf } from "../../policy/clauses.ts";
import { type Block, clean } from "../blocks.ts";
import { platformName, type Writer } from "./writer.ts";

export const heading = (id: string, level: 1 | 2 | 3, text: string): Block => ({
  kind: "heading",
  id,
  level,
  text,
});
export const paragraph = (id: string, text: string, place?: "end" | "quote"): Block =>
  place === undefined ? { kind: "paragraph", id, text } : { kind: "paragraph", id, text, place };
export const list = (id: string, items: readonly string[]): Block => ({ kind: "list", id, items });
export const field = (id: string, label: string, value: string): Block => ({
  kind: "field",
  id,
  label,
  value,
});
export const table = (
  id: string,
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly number[],
): Block => ({
  kind: "table",
  id,
  caption,
  head,
  rows: rows.map((cells, index) => ({ id: String(index), cells })),
  ...(widths ? { widths } : {}),
});

/** A field that is left out where nothing is written. */
export const fieldIf = (id: string, label: string, value: string): Block[] =>
  value === "" ? [] : [field(id, label, value)];

/** The number and words of a clause, as the organisation or the built-in guideline has them. */
export function clauseText({ source: { policy } }: Writer, number: string): string {
  const { text, label } = clauseOf(policy, number, "ja");
  return clean(text || label).trim();
}

export const guideline = ({ source: { policy } }: Writer): string =>
  clean(guidelineTitleOf(policy)).trim();

export const organization = (w: Writer) => w.policy("organizationName", "市町村の名称");

export const accountName = (w: Writer) => w.account(["name"], "アカウント名");

/** 「須坂市防災」（X、@suzaka_bousai） */
export function accountWords(w: Writer): string {
  const { account } = w.source;
  const handle = handleOf(account);
  const kind = account ? platformName(account.platform) : "";
  const beside = [kind, handle].filter((text) => text !== "").join("、");
  return `「${accountName(w)}」${beside === "" ? "" : `（${beside}）`}`;
}

/** A user name as people write it; "": there is none. */
export function handleOf(account: Account | null): string {
  const handle = clean(account?.handle ?? "").trim();
  if (handle === "" || account === null) return "";
  return account.platform === "x" ? `@${handle}` : handle;
}

/** Every department that has a part in the account, with its theme where it is shared (6(1)). */
export function departmentsOf(account: Account | null): string[] {
  const shared = account?.departments ?? [];
  const all = shared.map(({ name, theme }) => (theme ? `${name}（${theme}）` : name));
  const first = clean(account?.department ?? "").trim();
  return [...new Set([...(first === "" ? [] : [first]), ...all.map((one) => clean(one).trim())])];
}

/** The department that speaks. */
export function department(w: Writer): string {
  const shared = w.source.account?.departments?.map(({ name }) => clean(name).trim()) ?? [];
  if (!w.source.account?.department?.trim() && shared.length > 0) return shared.join("、");
  return w.account(["department"], "所属");
}

/** Whom to ask: the department, and the telephone number that the form has. */
export const askAt = (w: Writer, id: string): Block =>
  field(
    id,
    "お問い合わせ",
    `${organization(w)}${department(w)}　電話 ${w.form("phone", "電話番号")}`,
  );
