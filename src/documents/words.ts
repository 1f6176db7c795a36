import { OCCASIONS } from "./texts/index.ts";

/** A document's or a field's words: `documents_name_operation_policy`, `documents_field_post_url`. */
export function wordsOf(what: "name" | "lead" | "note" | "field" | "hint", id: string): string {
  return `documents_${what}_${id.replace(/-/g, "_")}`;
}

/** Every such key: `needed` must be there, `possible` may. */
export function documentWords(): { needed: string[]; possible: string[] } {
  const all = OCCASIONS.flatMap(({ documents }) => documents);
  const fields = [...new Set(all.flatMap((one) => one.fields.map(({ name }) => name)))];
  return {
    needed: [
      ...OCCASIONS.map(({ id }) => `documents_occasion_${id}`),
      ...all.flatMap(({ id }) => [wordsOf("name", id), wordsOf("lead", id)]),
      ...fields.map((name) => wordsOf("field", name)),
    ],
    possible: [
      ...all.map(({ id }) => wordsOf("note", id)),
      ...fields.map((name) => wordsOf("hint", name)),
    ],
  };
}
