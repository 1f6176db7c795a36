import type { Account, Platform, Policy } from "../../contract.ts";
import { type Block, clean, filledLines } from "../blocks.ts";
import { dayOf, timeOf } from "./dates.ts";
import { markOf } from "./mark.ts";

/** Everything a document is made from. */
export interface Source {
  policy: Policy;
  /** Whose document it is; null: no account is chosen, or the document is about none. */
  account: Account | null;
  /** Where the settings have a registered account: "accounts[2]". */
  pathOf(account: Account): string;
  /** What was written into the form, by field; as written, possibly unfinished. */
  form: Readonly<Record<string, string>>;
  /** ISO date. */
  today: string;
}

/** Where something that is missing can be filled in. */
export type Place = { at: "form"; field: string } | { at: "settings"; path: string };

export interface Missing {
  /** As the mark in the document has it. */
  label: string;
  place: Place;
}

/**
 * Gives what there is, and where there is nothing a mark that says so, remembering where it can be filled in.
 * Nothing is ever made up.
 */
export interface Writer {
  readonly source: Source;
  readonly missing: Missing[];
  /** Of the form; "" where nothing is written and nothing has to be. */
  optional(field: string): string;
  form(field: string, label: string): string;
  /** The mark for what the form lacks, whatever is written in that field. */
  lacking(field: string, label: string): string;
  /** A day as Japanese documents write it: 令和8年11月2日. */
  day(field: string, label: string): string;
  /** The day that is written, else today. */
  dated(field: string): string;
  /** A day and a time: 令和8年11月2日 15時04分. */
  time(field: string, label: string): string;
  policy(
    key: "organizationName" | "homepageUrl" | "guidelineTitle" | "recordOfficer" | "contact",
    label: string,
  ): string;
  /** A text, a list joined by 、, or an address of the account. */
  account(path: readonly [keyof Account, ...string[]], label: string): string;
  /** The mark for what the organisation's settings lack. */
  setting(path: string, label: string): string;
  /** The same for another account; labels name it, since a list has many. */
  about(account: Account): Writer;
}

/** One document: what it is made with and what it says. */
export interface DocumentText {
  id: string;
  /** The guideline's clause that asks for it. */
  clause: string;
  fields: readonly FormField[];
  write(writer: Writer): Block[];
}

export interface FormField {
  /** Its words are `documents_field_…`. */
  name: string;
  /**
   * lines: several lines. day, time: of the machine's own calendar. account: one of the register. clauses: any of
   * `of`, kept one a line. choice: one of `of`, in Japanese as the document says it. rows: a table, see rowsOf.
   */
  kind: "text" | "lines" | "day" | "time" | "url" | "account" | "clauses" | "choice" | "rows";
  of?: readonly string[];
  /** The document is whole without it. */
  isOptional?: true;
  /**
   * The same in every document of this account. standing: beyond the matter in hand (a telephone number);
   * case: of this matter, and gone with it.
   */
  shared?: "standing" | "case";
}

export function createWriter(source: Source, missing: Missing[] = [], about = ""): Writer {
  const { policy, account, form } = source;

  function orMark(text: string, label: string, place: Place): string {
    const found = clean(text).trim();
    if (found !== "") return found;
    const whole = about === "" ? label : `${label}（${about}）`;
    const mark = markOf(whole);
    // The label as the mark has it: brackets of its own are gone.
    missing.push({ label: mark.slice(mark.indexOf("：") + 1, -1), place });
    return mark;
  }
  const written = (field: string) =>
    clean(Object.hasOwn(form, field) ? (form[field] ?? "") : "").trim();
  const ofForm = (text: string, field: string, label: string) =>
    orMark(text, label, { at: "form", field });

  return {
    source,
    missing,
    optional: (field) => urlOr(written(field)),
    form: (field, label) => ofForm(urlOr(written(field)), field, label),
    lacking: (field, label) => ofForm("", field, label),
    day: (field, label) => ofForm(dayOf(written(field)), field, label),
    dated: (field) => dayOf(written(field)) || dayOf(source.today),
    time: (field, label) => ofForm(timeOf(written(field)), field, label),
    policy: (key, label) => orMark(urlOr(policy[key]), label, { at: "settings", path: key }),
    account(path, label) {
      if (account === null) return orMark("", label, { at: "form", field: "account" });
      return orMark(textAt(account, path), label, {
        at: "settings",
        path: [source.pathOf(account), ...path].join("."),
      });
    },
    setting: (path, label) => orMark("", label, { at: "settings", path }),
    about: (other) =>
      createWriter(
        { ...source, account: other },
        missing,
        clean(nameOf(other)) || platformName(other.platform),
      ),
  };
}

/** How an account is called where it is chosen and listed; "": it has no name of any kind. */
export function nameOf({ name, handle, id }: Account): string {
  return (
    [name, handle, id].map((text) => clean(text ?? "").trim()).find((text) => text !== "") ?? ""
  );
}

export function platformName(platform: Platform): string {
  return { x: "X", facebook: "Facebook" }[platform];
}

/** What a field of kind "rows" holds: cells as JSON. Total; rows in which nothing stands are left out. */
export function rowsOf(text: string, columns: number): string[][] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(raw)) return [];
  return raw
    .filter((row): row is unknown[] => Array.isArray(row))
    .map((row) => Array.from({ length: columns }, (_, at) => clean(String(row[at] ?? "")).trim()))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** Lines of a field, without empty ones. */
export const linesOf = (text: string): string[] => filledLines(clean(text));

function textAt(account: Account, path: readonly string[]): string {
  let at: unknown = account;
  for (const step of path) at = typeof at === "object" && at !== null ? Reflect.get(at, step) : "";
  if (Array.isArray(at)) return at.filter((item) => String(item).trim() !== "").join("、");
  return typeof at === "string" ? urlOr(at) : "";
}

/** An address in ASCII, as a link has it in every format; every other text as it is. */
function urlOr(text: string): string {
  const isAddress = /^https?:\/\/\S+$/i.test(text);
  return isAddress ? (URL.parse(text)?.href ?? text) : text;
}
