import type { Expansion } from "../contract.ts";
import { isAskable } from "./askable.ts";
import { type Asker, followHops } from "./hops.ts";

export interface Expander {
  /** What is known so far, by the address asked (`Link.url`). */
  known(): ReadonlyMap<string, Expansion>;
  /** Asks what is not known yet; never rejects. Every address given has its outcome in the answer. */
  expand(urls: readonly string[]): Promise<Map<string, Expansion>>;
}

/** What it stands on: a browser (ask.ts), or the command line. */
export interface ExpanderEnds {
  ask: Asker;
  readSession(): Promise<Record<string, Expansion>>;
  writeSession(expansions: Record<string, Expansion>): Promise<void>;
}

/** More than a post holds; a page that asks for thousands gets no answer for the rest. */
const ASKED_AT_ONCE = 20;
const REMEMBERED = 500;
/** Answers that will be the same in an hour; a time-out or a refusal may pass. */
const LASTING: readonly Expansion["state"][] = ["leads", "dead", "opaque"];

export function createExpander(ends: ExpanderEnds): Expander {
  const known = new Map<string, Expansion>();
  const pending = new Map<string, Promise<Expansion>>();
  const ready = ends.readSession().then((stored) => {
    for (const [url, expansion] of Object.entries(stored))
      if (!known.has(url)) known.set(url, expansion);
  });

  async function ask(url: string): Promise<Expansion> {
    await ready;
    const before = known.get(url);
    if (before && LASTING.includes(before.state)) return before;
    const outcome = await followHops(url, ends.ask, isAskable).catch(
      (): Expansion => ({ state: "refused" }),
    );
    remember(url, outcome);
    return outcome;
  }

  function remember(url: string, outcome: Expansion): void {
    known.delete(url);
    known.set(url, outcome);
    const oldest = known.keys().next();
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
    const lasting = [...known].filter(([, expansion]) => LASTING.includes(expansion.state));
    void ends.writeSession(Object.fromEntries(lasting));
  }

  /** Two composers, or two presses, that ask the same thing at once share one question. */
  function shared(url: string): Promise<Expansion> {
    const running = pending.get(url) ?? ask(url).finally(() => pending.delete(url));
    pending.set(url, running);
    return running;
  }

  return {
    known: () => known,
    async expand(urls) {
      const distinct = [...new Set(urls)].slice(0, ASKED_AT_ONCE);
      const outcomes = await Promise.all(distinct.map(shared));
      return new Map(distinct.map((url, index) => [url, outcomes[index] ?? { state: "refused" }]));
    },
  };
}
