import type { Draft } from "../contract.ts";

/**
 * What a text says, read once per draft and shared by the rules. Each fact is computed at its first use.
 */
export interface Facts {
  readonly text: string;
}

export function readFacts(draft: Draft): Facts {
  return { text: draft.text };
}
