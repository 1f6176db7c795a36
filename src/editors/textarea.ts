import type { Editor } from "./editor.ts";
import { ReadingBuilder } from "./reading.ts";

/** Words that have no place in the page (an attribute, a field's value), so that none are marked. */
export function plainText(textOf: (root: HTMLElement) => string): Editor {
  return {
    hasRanges: false,
    read: (root) => ({ ...new ReadingBuilder().build(), text: textOf(root) }),
  };
}

/** A plain field: X's editor on a narrow page, an option of a poll. */
export const textarea = plainText((root) => (isField(root) ? root.value : ""));

export function isField(root: Element): root is HTMLTextAreaElement | HTMLInputElement {
  return root instanceof HTMLTextAreaElement || root instanceof HTMLInputElement;
}
