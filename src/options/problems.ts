import { KEY_NAMES, KEYS } from "../policy/keys.ts";
import { isKey, readPolicy } from "../policy/policy.ts";
import type { Reason, Rejection, Shape } from "../policy/schema.ts";
import { isObject } from "../policy/schema.ts";
import { isBlank, type Raw, withoutBlanks } from "./values.ts";

export interface Problems {
  /** By the path of validation (`accounts[2].status`). */
  byPath: ReadonlyMap<string, Reason>;
  /** In the order of the settings. */
  list: readonly Rejection[];
}

/**
 * What of these settings cannot be taken, item by item. Rows in which nothing is written yet are left
 * alone, and what this version does not know is no problem of the person's who edits.
 * @param isFree whether a key may be edited; of others nothing is said. Default: all.
 */
export function problemsOf(raw: Raw, isFree = (_key: string) => true): Problems {
  const blank = KEY_NAMES.flatMap((key) => blankPaths(KEYS[key].shape, raw[key], key));
  const list = readPolicy(raw).rejected.filter(
    ({ key, path, reason }) =>
      reason !== "unknown_key" &&
      isFree(key) &&
      !blank.some((at) => path === at || isInside(path, at)),
  );
  return { byPath: new Map(list.map(({ path, reason }) => [path, reason])), list };
}

/**
 * What is stored: without blanks, and every value in the form in which it will be read.
 * @param isFree whether a key may be edited; others stay as they are. Default: all.
 */
export function toStore(raw: Raw, isFree = (_key: string) => true): Raw {
  const { policy } = readPolicy(tidy(raw));
  const untouched = Object.entries(raw).filter(([name]) => !isKey(name) || !isFree(name));
  return { ...tidy(policy), ...Object.fromEntries(untouched) };
}

/** Without rows, fields and keys in which nothing is written. */
export function tidy(raw: Raw): Raw {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (!isKey(name)) return [[name, value]];
      const { shape } = KEYS[name];
      return isBlank(shape, value) ? [] : [[name, withoutBlanks(shape, value)]];
    }),
  );
}

/** Items of lists and optional parts of records in which nothing was written. */
function blankPaths(shape: Shape, value: unknown, path: string): string[] {
  if (value === undefined) return [];
  if (isBlank(shape, value)) return [path];
  if (shape.kind === "list" && Array.isArray(value)) {
    return value.flatMap((item, index) => blankPaths(shape.of, item, `${path}[${index}]`));
  }
  if (shape.kind === "map" && isObject(value)) {
    return Object.entries(value).flatMap(([name, item]) =>
      // A name without words is unfinished, not blank.
      isBlank(shape.of, item) ? [] : blankPaths(shape.of, item, `${path}[${JSON.stringify(name)}]`),
    );
  }
  if (shape.kind === "record" && isObject(value)) {
    return Object.entries(shape.fields).flatMap(([name, field]) =>
      shape.required?.includes(name) ? [] : blankPaths(field, value[name], `${path}.${name}`),
    );
  }
  return [];
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
