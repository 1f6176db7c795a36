import { isField } from "../editors/textarea.ts";
import type { Site } from "../sites/site.ts";

export interface BoxWatcher {
  /** The text, or what stands around it, may be another; or the editor left the page. */
  changed(): void;
  composing(isComposing: boolean): void;
}

/** Tells of all that happens to one compose box, until the signal ends it. */
export function watchBox(
  root: HTMLElement,
  site: Site,
  signal: AbortSignal,
  { changed, composing }: BoxWatcher,
): void {
  const mutations = new MutationObserver(changed);
  const nodes = { childList: true, subtree: true };
  mutations.observe(root, { ...nodes, characterData: true, attributeFilter: ["alt"] });
  // A field has no mutations; an editor's `input` comes with its own.
  if (isField(root)) root.addEventListener("input", changed, { signal });
  // A node that leaves the page is resized to nothing: no need to watch the whole page for it.
  const size = new ResizeObserver(changed);
  size.observe(root);
  // What stands around the text is part of the draft: a picture attached, an account switched.
  const around = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !root.contains(target))) changed();
  });
  // What stands around a part stands around its post, which tells; and at the press all is read anew.
  if (!site.partOf(root)) {
    around.observe(site.box(root), { ...nodes, attributeFilter: ["alt", "aria-label"] });
  }
  signal.addEventListener("abort", () => {
    for (const observer of [mutations, size, around]) observer.disconnect();
  });
  // One that the page forges has no end; that Chromium's own end says it is not trusted was measured.
  root.addEventListener("compositionstart", ({ isTrusted }) => composing(isTrusted), { signal });
  root.addEventListener("compositionend", () => composing(false), { signal });
}
