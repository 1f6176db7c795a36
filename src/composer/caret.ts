import { isField } from "../editors/textarea.ts";
import type { Card } from "./card.ts";
import type { Shown } from "./composer.ts";

/** Back to a word: the caret behind it, its card beside it, the focus in the editor. */
export function goTo(shown: Shown, card: Card): void {
  const { box, finding } = shown;
  const { root } = box;
  root.focus({ preventScroll: false });
  root.scrollIntoView({ block: "nearest" });
  const place = box.reading.rangeOf(finding.start, finding.end);
  if (isField(root)) root.setSelectionRange(finding.end, finding.end);
  else if (place) document.getSelection()?.collapse(place.to.node, place.to.offset);
  card.open(box, shown, false);
}

/** The finding that holds the caret, else the next one behind it, else the first. */
export function nearestToCaret(all: readonly Shown[], box: Shown["box"]): Shown | undefined {
  const caret = caretIn(box);
  const near = all.filter((shown) => shown.box === box);
  const next = near.find(({ finding }) => caret !== null && finding.end >= caret);
  return next ?? near[0] ?? all[0];
}

function caretIn({ root, reading }: Shown["box"]): number | null {
  if (isField(root)) return root.selectionStart;
  const { focusNode, focusOffset = 0 } = document.getSelection() ?? {};
  return focusNode ? reading.offsetAt(focusNode, focusOffset) : null;
}
