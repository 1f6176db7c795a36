import type { Finding } from "../contract.ts";
import { isField } from "../editors/textarea.ts";
import type { Overlay, Rect } from "../ui/model.ts";
import type { ComposeBox } from "./box.ts";

type Words = Pick<Finding, "start" | "end">;

/** Where a finding's words are seen, one rectangle a line; empty where they stand nowhere. */
export function rectsOf(box: ComposeBox, words: Words, overlay: () => Overlay): Rect[] {
  const { start, end } = words;
  if (isField(box.root)) return end > start ? overlay().rectsIn(box.root, start, end) : [];
  return [...(rangeOf(box, words)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
}

/** The page's range of a finding's words; null where they have no place in it. */
export function rangeOf(box: ComposeBox, { start, end }: Words): Range | null {
  if (!box.hasRanges || end === start) return null;
  const place = box.reading.rangeOf(start, end);
  if (!place) return null;
  const range = box.root.ownerDocument.createRange();
  try {
    range.setStart(place.from.node, place.from.offset);
    range.setEnd(place.to.node, place.to.offset);
  } catch {
    // The page changed since the reading; the next mutation brings a new one.
    return null;
  }
  return range;
}
