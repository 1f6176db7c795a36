import type { SettingsAnswer } from "../messages.ts";
import { facebook } from "../sites/facebook.ts";
import { isSelector, type Selectors } from "../sites/selectors.ts";
import { x } from "../sites/x.ts";

const SITES: Readonly<Record<string, { selectors: Selectors }>> = { x, facebook };

/** Lists among what was left out the corrections that no page takes; only a page can tell a selector. */
export function withUnusedSelectors(answer: SettingsAnswer): SettingsAnswer {
  const { policy, rejected } = answer.status;
  const unused = Object.entries(policy.siteSelectors).flatMap(([site, parts]) =>
    Object.entries(parts).flatMap(([part, selector]) => {
      const known = SITES[site];
      const reason =
        known && Object.hasOwn(known.selectors, part)
          ? isSelector(selector)
            ? null
            : ("not_selector" as const)
          : ("unknown_part" as const);
      const path = `siteSelectors[${JSON.stringify(site)}][${JSON.stringify(part)}]`;
      return reason ? [{ key: "siteSelectors", path, reason, source: "managed" as const }] : [];
    }),
  );
  return { ...answer, status: { ...answer.status, rejected: [...rejected, ...unused] } };
}
