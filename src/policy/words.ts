import type { Policy } from "../contract.ts";
import { KEY_NAMES, KEYS, SECTIONS, type Section } from "./keys.ts";
import type { Shape } from "./schema.ts";

/**
 * The names, in `_locales`, of what people read about a policy's keys. A path is a key and the fields
 * within it, without list positions and a map's own names: ["accounts", "terms", "conduct"].
 */
export type Path = readonly [keyof Policy, ...string[]];
type Choice = Extract<Shape, { kind: "choice" }>;

/** What it is called: `policy_accounts_terms_conduct_title`. Every key and every field has one. */
export const titleOf = (path: Path): string => nameOf(path, "title");

/** What it is for. Every key has one; a field only where its title does not say it all. */
export const descriptionOf = (path: Path): string => nameOf(path, "description");

/** What a map's own names are (a rule's id, a clause's number). */
export const nameTitleOf = (path: Path): string => nameOf(path, "name_title");

/** One value of a choice: `policy_override_reason`. */
export const choiceOf = (path: Path, shape: Choice, value: string): string =>
  nameOf(path, shape.words?.[value] ?? value);

export const sectionTitleOf = (section: Section): string => `policy_section_${section}`;

/** How a managed and a local value meet, in a sentence. */
export const mergeOf = (merge: "replace"): string => `policy_merge_${merge}`;

/** Every name above, of the whole catalogue: `needed` must be there, `possible` may. */
export function catalogueWords(): { needed: string[]; possible: string[] } {
  const needed = new Set<string>(SECTIONS.map(sectionTitleOf));
  const possible = new Set<string>();
  const walk = (shape: Shape, path: Path): void => {
    switch (shape.kind) {
      case "choice":
        for (const value of shape.of) needed.add(choiceOf(path, shape, value));
        return;
      case "list":
        walk(shape.of, path);
        return;
      case "map":
        needed.add(nameTitleOf(path));
        walk(shape.of, path);
        return;
      case "record":
        for (const [field, of] of Object.entries(shape.fields)) {
          needed.add(titleOf([...path, field]));
          possible.add(descriptionOf([...path, field]));
          walk(of, [...path, field]);
        }
    }
  };
  for (const key of KEY_NAMES) {
    needed.add(titleOf([key]));
    needed.add(descriptionOf([key]));
    needed.add(mergeOf(KEYS[key].merge));
    walk(KEYS[key].shape, [key]);
  }
  return { needed: [...needed], possible: [...possible] };
}

function nameOf(path: Path, last: string): string {
  const snake = path.map((part) => part.replace(/([A-Z])/g, "_$1").toLowerCase());
  return ["policy", ...snake, last].join("_");
}
