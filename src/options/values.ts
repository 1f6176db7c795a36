import type { Shape } from "../policy/schema.ts";
import { isObject } from "../policy/schema.ts";

/** Settings as a person writes them: possibly unfinished, possibly wrong, never thrown away. */
export type Raw = Readonly<Record<string, unknown>>;

/** From the settings' top to one value: keys, positions in lists, names in maps. */
export type Place = readonly (string | number)[];

/** undefined where nothing stands. */
export function valueAt(raw: unknown, place: Place): unknown {
  let at = raw;
  for (const step of place) {
    if (typeof step === "number") at = Array.isArray(at) ? at[step] : undefined;
    else at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

/** A copy with another value there; undefined takes it away (from a list too, where the rest moves up). */
export function withValue(raw: Raw, place: Place, value: unknown): Raw {
  const changed = replaced(raw, place, value);
  return isObject(changed) ? changed : {};
}

function replaced(at: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list: unknown[] = Array.isArray(at) ? [...at] : [];
    const item = replaced(list[step], rest, value);
    if (item === undefined) list.splice(step, 1);
    else list[step] = item;
    return list;
  }
  const record: Record<string, unknown> = isObject(at) ? { ...at } : {};
  const item = replaced(record[step], rest, value);
  if (item === undefined) delete record[step];
  else record[step] = item;
  return record;
}

/**
 * Nothing was written here yet: a row that was just added. What only chooses among values (a level, a
 * platform) is filled in from the start and says nothing.
 */
export function isBlank(shape: Shape, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  switch (shape.kind) {
    case "text":
      return typeof value === "string" && value.trim() === "";
    case "choice":
    case "flag":
    case "integer":
      return value === "";
    case "list":
      return Array.isArray(value) && value.every((item) => isBlank(shape.of, item));
    case "map":
      return isObject(value) && Object.keys(value).length === 0;
    case "record":
      return (
        isObject(value) &&
        Object.entries(value).every(([name, item]) => {
          const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
          return field !== undefined && (field.kind === "choice" || isBlank(field, item));
        })
      );
  }
}

/** Without rows and fields in which nothing was written. What is wrong stays as it is. */
export function withoutBlanks(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case "list":
      if (!Array.isArray(value)) return value;
      return value
        .filter((item) => !isBlank(shape.of, item))
        .map((item) => withoutBlanks(shape.of, item));
    case "map":
      if (!isObject(value)) return value;
      return mapValues(value, (item) => withoutBlanks(shape.of, item));
    case "record": {
      if (!isObject(value)) return value;
      const kept = Object.entries(value).filter(([name, item]) => {
        const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
        return field === undefined || !isBlank(field, item);
      });
      return mapValues(Object.fromEntries(kept), (item, name) => {
        const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
        return field ? withoutBlanks(field, item) : item;
      });
    }
    default:
      return value;
  }
}

function mapValues(
  record: Record<string, unknown>,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value, name)]),
  );
}

/** Whether two values say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) =>
      isObject(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    ) ?? ""
  );
}
