import type { Account, Draft, Platform } from "../contract.ts";
import type { Editor } from "../editors/editor.ts";
import type { Correctable } from "./selectors.ts";

/** How a held post is let go: by its button, or by the key where the page has no button. */
export type Release = { by: "button"; button: HTMLElement } | { by: "enter"; editor: HTMLElement };

/**
 * Everything that knows a page's markup. Nothing here keeps state: the page is asked anew each time,
 * since both sites rebuild their nodes while somebody types.
 */
export interface Site extends Correctable {
  platform: Platform;
  /** The compose box that a node stands in, of a part its post's; null outside of one, and in messages and articles. */
  editorAt(node: Node): HTMLElement | null;
  /** A place that looks like a compose box of this site but is not one this file knows. */
  unknownEditorAt(node: Node): HTMLElement | null;
  /** How this box is read. */
  editor(root: HTMLElement): Editor;
  /** The publish button that a press in `node` hits; null for every other place. */
  buttonAt(node: Node): HTMLElement | null;
  /**
   * All texts that one press publishes: every item of a thread, a poll's options, pictures whose
   * alternative text is one; of a plain repost the button itself. Empty: the button was not understood.
   */
  editorsOf(button: HTMLElement): HTMLElement[];
  /**
   * The button that a press in `node` hits, of what the page asks between the publish press and the
   * publication. The same sheets ask about other things too: what went before tells.
   */
  confirmAt(node: Node): HTMLElement | null;
  /** What publishes this box; null: not recognised, so nothing can be held. */
  releaseOf(root: HTMLElement): Release | null;
  /** Whether this key publishes the box (send keys, Enter in a comment). */
  publishes(event: KeyboardEvent, root: HTMLElement): boolean;
  /** What stands around the text: kind, account and all that is shown of it, media, quoted post. */
  describe(root: HTMLElement): Omit<Draft, "text" | "id"> & {
    shown: Pick<Account, "id" | "handle" | "name">;
  };
  /** The account as the page names it ("@handle", a page's name); null where it does not. */
  accountName(root: HTMLElement): string | null;
  /** What a text is of a post besides the post's own words; null: those words. */
  partOf(root: HTMLElement): "option" | "alt" | null;
  /** Texts beside the post's own that go out with it and are written or shown in its box. */
  partsOf(root: HTMLElement): HTMLElement[];
  /** The address of the post that was just published, where this new part of the page shows it. */
  addressIn(added: Element, just: Published): string | null;
  /** The whole composer, for placing what is shown beside it. */
  box(root: HTMLElement): HTMLElement;
}

export interface Published {
  draft: Draft;
  /** When, in ms since 1970. */
  since: number;
  /** The post below which it was written, a comment. */
  article: Element | null;
}

/** All elements in a new part of the page, itself included, that match. */
export function within<T extends Element>(added: Element, selector: string): T[] {
  const all = [...added.querySelectorAll<T>(selector)];
  return added.matches(selector) ? [added as T, ...all] : all;
}

/** Whether a post that is shown opens with the words of a draft; sites draw emoji and links in their own ways. */
export function opensWith(shown: Element | null, { text }: Draft): boolean {
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, "");
  const start = letters(text.replace(/https?:.*/s, "")).slice(0, 40);
  return start.length > 3 && letters(shown?.textContent ?? "").startsWith(start);
}

/** The first ancestor, at most `levels` up, for which `test` holds. */
export function climb(
  from: Element,
  levels: number,
  test: (ancestor: Element) => boolean,
): Element | null {
  let at: Element | null = from;
  for (let level = 0; at && level <= levels; level++, at = at.parentElement) {
    if (test(at)) return at;
  }
  return null;
}

export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
