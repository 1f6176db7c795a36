import type { Draft } from "../contract.ts";
import { elementOf, type Site } from "../sites/site.ts";

/** How long after a press a page may take to say where the post stands, in ms: films are uploaded first. */
const PATIENCE = 60_000;

/** Calls back with the address of what was just published, once, if the page shows it before `signal` ends that. */
export function watchAddress(
  site: Site,
  root: HTMLElement,
  draft: Draft,
  found: (address: string) => void,
  signal: AbortSignal,
): void {
  const since = Date.now();
  const until = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const article = root.closest('[role="article"]');
  const observer = new MutationObserver((changes) => {
    // Only what is new: the page is full of older posts.
    for (const { type, target, addedNodes } of changes) {
      // A link that got its address later, when the pointer came near.
      const late = elementOf(target)?.closest('article, [role="article"]') ?? target;
      for (const node of type === "childList" ? addedNodes : [late]) {
        const address =
          node instanceof Element ? site.addressIn(node, { draft, since, article }) : null;
        if (!address) continue;
        observer.disconnect();
        found(address);
        return;
      }
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["href"] });
  until.addEventListener("abort", () => observer.disconnect());
}
