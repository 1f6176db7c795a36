import type { Draft, Expansion, Policy } from "../contract.ts";
import { readFacts } from "../facts/facts.ts";
import { askableAddresses } from "../links/askable.ts";
import { createExpander } from "../links/expand.ts";
import { ask } from "./ask.ts";

/** Where short addresses lead, and whether something was left out that the person should know of. */
export interface Destinations {
  /** What is known of a draft's short addresses; asks the shorteners only with `--expand`. */
  of(draft: Draft): Promise<ReadonlyMap<string, Expansion>>;
  /** Why a short address was not asked, as a `_locales` key; null where none was left out. */
  leftOut(): "cli_not_asked" | "cli_not_asked_by_policy" | null;
}

/** @param mayAsk `--expand`; policy's `expandShortUrls: false` wins. */
export function createDestinations(policy: Policy, mayAsk: boolean): Destinations {
  const expander = createExpander({
    ask,
    readSession: async () => ({}),
    writeSession: async () => {},
  });
  const isAllowed = mayAsk && policy.expandShortUrls;
  let isLeftOut = false;
  return {
    async of(draft) {
      const { links } = readFacts(draft);
      const askable = askableAddresses(links, { ...policy, expandShortUrls: true });
      if (isAllowed) {
        // Whoever was silent once in this run is not waited for again at the next row.
        await expander.expand(askable.filter((url) => !expander.known().has(url)));
      } else if (askable.length > 0) isLeftOut = true;
      return expander.known();
    },
    leftOut() {
      if (!isLeftOut) return null;
      return policy.expandShortUrls ? "cli_not_asked" : "cli_not_asked_by_policy";
    },
  };
}
