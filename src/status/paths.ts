import { KEYS } from "../policy/keys.ts";
import { isKey } from "../policy/policy.ts";
import type { Shape } from "../policy/schema.ts";
import { type Path, titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";

/** One step of a path of validation: `accounts[2].status` has three, `rules["link.*"]` two. */
type Step = { kind: "field" | "name"; name: string } | { kind: "item"; index: number };

const STEP = /\.([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** What a path of validation names. Total: of a path that is not understood the key is all there is. */
export function place(path: string): { key: string; steps: Step[] } {
  const key = /^[^.[\]]*/.exec(path)?.[0] ?? "";
  const steps: Step[] = [];
  STEP.lastIndex = key.length;
  for (let match = STEP.exec(path); match; match = STEP.exec(path)) {
    const [, field, index, name] = match;
    if (field !== undefined) steps.push({ kind: "field", name: field });
    else if (index !== undefined) steps.push({ kind: "item", index: Number(index) });
    else if (name !== undefined) steps.push({ kind: "name", name: readName(name) });
  }
  return { key, steps };
}

/** JSON text of a name, as validation writes it. */
function readName(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

/** The path in a person's words ("Register › no. 3 › Status"), as far as the catalogue knows it; and its shape. */
export function named(path: string, t: Translate): { words: string[]; shape: Shape | null } {
  const { key, steps } = place(path);
  if (!isKey(key)) return { words: [], shape: null };
  const words = [t(titleOf([key]))];
  let shape: Shape | undefined = KEYS[key].shape;
  let fields: Path = [key];
  for (const step of steps) {
    if (step.kind === "field" && shape?.kind === "record") {
      shape = Object.hasOwn(shape.fields, step.name) ? shape.fields[step.name] : undefined;
      if (!shape) return { words, shape: null };
      fields = [...fields, step.name];
      words.push(t(titleOf(fields)));
    } else if (step.kind === "item" && shape?.kind === "list") {
      shape = shape.of;
      words.push(t("status_nth", String(step.index + 1)));
    } else if (step.kind === "name" && shape?.kind === "map") {
      shape = shape.of;
      words.push(t("status_named", step.name));
    } else {
      return { words, shape: null };
    }
  }
  return { words, shape: shape ?? null };
}

/**
 * The path for eyes that must not see what an organisation wrote: names that are not plain identifiers
 * (a person's, typed in the wrong place) are counted instead.
 */
export function discreet(path: string, t: Translate): string {
  const { key, steps } = place(path);
  const hide = (name: string) =>
    /^(?=.*[A-Za-z])[A-Za-z0-9_.*()-]{1,60}$/.test(name) && !/\d{4}/.test(name)
      ? name
      : t("status_letters", String(Array.from(name).length));
  return [
    hide(key),
    ...steps.map((step) => {
      if (step.kind === "item") return `[${step.index}]`;
      return step.kind === "field" ? `.${hide(step.name)}` : `[${hide(step.name)}]`;
    }),
  ].join("");
}
