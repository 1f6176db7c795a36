import type { Rule } from "./rule.ts";

/** Every rule, in the catalogue's order. A new rule is a new file and its line here; a test misses it otherwise. */
export const rules: readonly Rule[] = [];
