import type { Lang } from "../contract.ts";
import { hasMessage, translate } from "../locales.ts";
import type { Shape } from "../policy/schema.ts";
import { choiceOf, type Path, titleOf } from "../policy/words.ts";
import { isoDate } from "./dates.ts";
import { withValue } from "./values.ts";

const LANGS: readonly Lang[] = ["ja", "en"];

/** One column of a sheet: a field of a record, or of a record in it. */
export interface Column {
  /** From the record to the field: ["terms", "conduct"]. */
  field: readonly string[];
  shape: Shape;
  words: Path;
}

/** Every field of a record that can stand in one cell, in the catalogue's order. */
export function columnsOf(shape: Shape, words: Path, field: readonly string[] = []): Column[] {
  if (shape.kind !== "record") return [{ field, shape, words }];
  return Object.entries(shape.fields).flatMap(([name, of]) =>
    columnsOf(of, [...words, name], [...field, name]),
  );
}

/**
 * Which column of the sheet is which field; null: it is not taken. Known by the titles in the first row,
 * in either language or as the field's own name; a sheet without titles goes by the order.
 */
export function matchColumns(
  columns: readonly Column[],
  first: readonly string[],
): { fields: (Column | null)[]; hasTitles: boolean } {
  const free = new Set(columns);
  const take = (fits: (column: Column) => boolean): Column | null => {
    const found = [...free].find(fits) ?? null;
    if (found) free.delete(found);
    return found;
  };
  const wanted = first.map(fold);
  const exact = wanted.map((cell) => take((column) => cell !== "" && namesOf(column).has(cell)));
  if (!exact.some(Boolean)) {
    return { fields: first.map((_, index) => columns[index] ?? null), hasTitles: false };
  }
  const fields = exact.map(
    (found, index) => found ?? take((column) => isPartOfName(column, wanted[index] ?? "")),
  );
  return { fields, hasTitles: true };
}

function namesOf({ field, words }: Column): Set<string> {
  const titles = LANGS.flatMap((lang) => {
    const key = titleOf(words);
    return hasMessage(lang, key) ? [translate(lang, key)] : [];
  });
  return new Set([field.join("."), field.at(-1) ?? "", ...titles].map(fold));
}

function isPartOfName(column: Column, cell: string): boolean {
  return cell.length >= 2 && [...namesOf(column)].some((name) => name.includes(cell));
}

function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/** The record that a row says. Cells that say nothing are left out; wrong ones stand as they are. */
export function recordOf(
  fields: readonly (Column | null)[],
  cells: readonly string[],
): Readonly<Record<string, unknown>> {
  let record: Readonly<Record<string, unknown>> = {};
  for (const [index, column] of fields.entries()) {
    const cell = (cells[index] ?? "").trim();
    if (column && cell !== "") record = withValue(record, column.field, cellValue(column, cell));
  }
  return record;
}

function cellValue({ shape, words }: Column, cell: string): unknown {
  switch (shape.kind) {
    case "text":
      return shape.form === "date" ? (isoDate(cell) ?? cell) : cell;
    case "choice":
      return shape.of.find((value) => choiceNames(shape, words, value).has(fold(cell))) ?? cell;
    case "flag":
      return isYes(cell);
    case "integer":
      return /^\d{1,15}$/.test(cell) ? Number(cell) : cell;
    case "list":
      return listOf(shape.of, words, cell);
    default:
      return cell;
  }
}

function choiceNames(
  shape: Extract<Shape, { kind: "choice" }>,
  words: Path,
  value: string,
): Set<string> {
  const named = LANGS.map((lang) => translate(lang, choiceOf(words, shape, value)));
  return new Set([value, ...named].map(fold));
}

/** ○ and ✓ are how a sheet says yes; an empty cell is not asked. */
function isYes(cell: string): boolean | string {
  const said = fold(cell);
  const yes = LANGS.flatMap((lang) => translate(lang, "settings_yes").split("|"));
  const no = LANGS.flatMap((lang) => translate(lang, "settings_no").split("|"));
  if (yes.map(fold).includes(said)) return true;
  return no.map(fold).includes(said) ? false : cell;
}

/** Texts by line or comma; records by line, their fields divided by a colon. */
function listOf(item: Shape, words: Path, cell: string): unknown[] {
  if (item.kind !== "record") {
    return cell
      .split(/[\n、，,;；]/)
      .map((text) => text.trim())
      .filter(Boolean);
  }
  const fields = columnsOf(item, words);
  return cell
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => recordOf(fields, line.split(/[:：]/)));
}
