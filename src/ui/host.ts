import { STYLES } from "./styles.ts";
import { keepTyped } from "./typed.ts";

/**
 * The one element of ours in the page: a closed shadow root in the top layer, so that no stacking,
 * transform or overflow of the page reaches it.
 */
export interface Host {
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Puts the host where it can be seen and used beside `inside`; false once given up. */
  stand(inside: Element | null): boolean;
  /** Something of the page's came to lie above it: the next `stand` brings it back on top. */
  isCovered: boolean;
  /** Tells when the page makes it inert, or takes from it what holds it in the top layer. */
  onAttributes(changed: () => void): void;
  /** Whether an event came out of the shadow root, as seen from the page or from within. */
  owns(event: Event): boolean;
}

/**
 * A plain element: of one with a name of its own the page could define what it does, and from within
 * its definition reach a closed shadow root.
 */
const MARK = "data-tenken-overlay";

/** A page that keeps removing or hiding the host wins: so many tries in so many milliseconds. */
const TRIES = 10;
const PERIOD = 10_000;

/**
 * Inside one of these the page may hold the focus and hide all else from assistive technology; a
 * modal `<dialog>` makes all else inert. Facebook's dialogs do not all say `aria-modal`.
 */
const DIALOG = "dialog[open], [role=dialog], [role=alertdialog]";

export function dialogAround(inside: Element | null): Element | null {
  return inside?.isConnected ? inside.closest(DIALOG) : null;
}

/** An update of the extension ends the older script, in Firefox without a chance to clear up. */
export function removeStaleHosts(document: Document): void {
  for (const stale of document.querySelectorAll(`[${MARK}]`)) stale.remove();
}

/** Of several composers the one with the focus, else one in a dialog, which hides the others. */
export function composerInUse(document: Document, keys: readonly Element[]): Element | null {
  const live = keys.filter((key) => key.isConnected);
  const active = document.activeElement;
  const isFocused = (key: Element) =>
    active !== null && active !== document.body && (key.contains(active) || active.contains(key));
  return live.find(isFocused) ?? live.findLast((key) => dialogAround(key)) ?? live[0] ?? null;
}

/** `shadow`: "open" only for a gallery that is looked at by tools; a page must not reach in. */
export function createHost(
  document: Document,
  signal: AbortSignal,
  shadowMode: ShadowRootMode = "closed",
): Host {
  const element = document.createElement("div");
  element.setAttribute(MARK, "");
  element.popover = "manual";
  const shadow = element.attachShadow({ mode: shadowMode });
  // A page that knew the names of our variables could register them, and so choose our colours.
  const secret = crypto.getRandomValues(new Uint32Array(2)).join("");
  adoptStyles(shadow, STYLES.replaceAll("--", `--${secret}-`));

  let insertions: number[] = [];
  const mayInsert = () => {
    const now = performance.now();
    insertions = insertions.filter((at) => now - at < PERIOD);
    insertions.push(now);
    return insertions.length <= TRIES;
  };
  let gaveUpAt = Number.NEGATIVE_INFINITY;
  /** Where it was put last. */
  let home: Element | null = null;

  const isUntouched = () =>
    home === null ||
    (element.parentNode === home &&
      // One that left together with the page's own dialog was not hidden for its own sake.
      (!home.isConnected || element.matches(":popover-open")) &&
      !element.inert);

  const owns = (event: Event) =>
    event.target === element ||
    (event.target instanceof Node && event.target.getRootNode() === shadow);

  keepFromPage(element, owns, signal);
  keepTyped(shadow, signal);
  signal.addEventListener("abort", () => element.remove(), { once: true });

  return {
    element,
    shadow,
    owns,
    isCovered: false,
    onAttributes(changed) {
      const attributes = new MutationObserver(changed);
      attributes.observe(element, { attributeFilter: ["inert", "popover"] });
      signal.addEventListener("abort", () => attributes.disconnect());
    },
    stand(inside) {
      if (signal.aborted || performance.now() - gaveUpAt < PERIOD) return false;
      const wanted = dialogAround(inside) ?? document.body ?? document.documentElement;
      if (!wanted) return false;
      if (this.isCovered || !isUntouched()) {
        if (!mayInsert()) {
          gaveUpAt = performance.now();
          element.remove();
          return false;
        }
        element.inert = false;
        // Setting what is set already would hide it.
        if (element.popover !== "manual") element.popover = "manual";
        if (this.isCovered && element.matches(":popover-open")) element.hidePopover();
        this.isCovered = false;
      }
      // A page that opens a dialog hides all else so, and us with it before we move in.
      element.removeAttribute("aria-hidden");
      if (element.parentNode !== wanted) wanted.append(element);
      home = wanted;
      // Moving in the tree, or the page, may have taken it out of the top layer.
      if (!element.matches(":popover-open")) element.showPopover();
      return true;
    },
  };
}

/**
 * A constructed sheet is not subject to the page's `style-src` in either browser (measured: Chromium
 * 156, Firefox 153). Older Firefox refuses to adopt one through its wrappers around page objects; there
 * a style element serves, whose text a content script may set whatever the page's policy says.
 */
export function adoptStyles(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = shadow.ownerDocument.createElement("style");
    style.textContent = css;
    shadow.append(style);
  }
}

/** Events that our own controls need: they are stopped on their way out of the host. */
const STOP_LEAVING = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "beforeinput",
  "input",
  "change",
  "copy",
  "cut",
  "paste",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "dragstart",
  "drop",
] as const;

/**
 * Focus is stopped before any listener of the page that came later sees it: a focus trap would pull
 * the focus back, a menu of the page would close. Listeners of ours do not need it.
 */
const STOP_ENTERING = ["focus", "blur", "focusin", "focusout"] as const;

export function keepFromPage(
  element: HTMLElement,
  owns: (event: Event) => boolean,
  signal: AbortSignal,
): void {
  for (const type of STOP_LEAVING)
    element.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const view = element.ownerDocument.defaultView;
  for (const type of STOP_ENTERING)
    view?.addEventListener(
      type,
      (event) => {
        if (owns(event)) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
}
