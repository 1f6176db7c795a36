import type { Policy } from "../contract.ts";
import { keyOf, watchGates } from "../facts/gate.ts";
import { type Gate, packGates } from "../facts/gates-packed.ts";
import { rules } from "../rules/index.ts";
import { check } from "./check.ts";

/** Of more, two fifths of all that is written down are a few gates': those are read off at their first use too. */
const MOST_SLOTS = 40;

/**
 * For a build: the gates of every expression that the rules' own examples meet, which are nearly all. One that none of
 * them meets is read off at its first use, as it is without a build. To be called once, before anything is checked.
 *
 * @throws Error where two expressions share a key.
 */
export function compileGates(defaults: Policy): string {
  const gates = new Map<number, Gate>();
  const sources = new Map<number, string>();
  watchGates((pattern, gate) => {
    const key = keyOf(pattern);
    const other = sources.get(key);
    if (other !== undefined && other !== String(pattern))
      throw new Error(`${pattern} and ${other} share a key`);
    sources.set(key, String(pattern));
    if ((gate.slots?.length ?? 0) <= MOST_SLOTS) gates.set(key, gate);
  });
  for (const { examples } of rules)
    for (const example of [...examples.fires, ...examples.quiet]) {
      const { text, draft, policy } = typeof example === "string" ? { text: example } : example;
      check({ at: "2026-11-22T12:00:00+09:00", ...draft, text }, { ...defaults, ...policy });
    }
  return packGates(gates);
}
