import type { Policy } from "../contract.ts";
import { KEYS } from "../policy/keys.ts";
import { isObject, type Shape } from "../policy/schema.ts";
import { choiceOf, type Path, titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";

/** A value as a person reads it. */
export type Readable =
  | { kind: "none" }
  | { kind: "words"; words: string }
  /** A list or a map: each item in a line. */
  | { kind: "items"; items: string[] };

export function readable(name: keyof Policy, policy: Policy, t: Translate): Readable {
  const { shape } = KEYS[name];
  const value: unknown = policy[name];
  if (shape.kind === "list" || shape.kind === "map") {
    const items = itemsOf(shape, value, [name], t);
    return items.length === 0 ? { kind: "none" } : { kind: "items", items };
  }
  const words = wordsOf(shape, value, [name], t);
  return words === "" ? { kind: "none" } : { kind: "words", words };
}

/**
 * A value without anything that an organisation wrote: how it is set, not whom or what it names. Levels
 * by rule are the product's own names, and the revision is there to be compared.
 */
export function discreetValue(name: keyof Policy, policy: Policy, t: Translate): string {
  const { shape } = KEYS[name];
  const value: unknown = policy[name];
  switch (shape.kind) {
    case "text":
      if (value === "") return t("status_none");
      return name === "policyRevision"
        ? String(value)
        : t("status_letters", String(Array.from(String(value)).length));
    case "choice":
    case "flag":
    case "integer":
      return String(value);
    case "list":
      return t("status_count", String(Array.isArray(value) ? value.length : 0));
    case "map": {
      const entries = isObject(value) ? Object.entries(value) : [];
      if (shape.of.kind !== "choice") return t("status_count", String(entries.length));
      return entries.map(([rule, level]) => `${rule}=${level}`).join(" ") || t("status_none");
    }
    case "record":
      return t("status_count", String(isObject(value) ? Object.keys(value).length : 0));
  }
}

function itemsOf(
  shape: Extract<Shape, { kind: "list" | "map" }>,
  value: unknown,
  path: Path,
  t: Translate,
): string[] {
  if (shape.kind === "list") {
    return (Array.isArray(value) ? value : []).map((item) => wordsOf(shape.of, item, path, t));
  }
  return Object.entries(isObject(value) ? value : {}).map(([name, item]) =>
    t("status_pair", name, wordsOf(shape.of, item, path, t)),
  );
}

/** One value in one line; "" where nothing is set. */
function wordsOf(shape: Shape, value: unknown, path: Path, t: Translate): string {
  switch (shape.kind) {
    case "text":
    case "integer":
      return String(value ?? "");
    case "choice":
      return t(choiceOf(path, shape, String(value)));
    case "flag":
      return t(value ? "status_on" : "status_off");
    case "list":
    case "map":
      return itemsOf(shape, value, path, t).join(t("ui_list_separator"));
    case "record": {
      const record = isObject(value) ? value : {};
      const [first, ...rest] = Object.entries(shape.fields)
        .filter(([field]) => Object.hasOwn(record, field))
        .map(([field, of]) => ({
          title: t(titleOf([...path, field])),
          words: wordsOf(of, record[field], [...path, field], t),
        }))
        .filter(({ words }) => words !== "");
      if (!first) return "";
      // The first field is what the item is called by; the others need their titles.
      return [first.words, ...rest.map(({ title, words }) => t("status_pair", title, words))].join(
        t("status_field_separator"),
      );
    }
  }
}
