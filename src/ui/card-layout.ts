import { computePosition, flip, offset, shift, size } from "@floating-ui/dom";
import { keepClear } from "./placement.ts";
import { caretLine } from "./surroundings.ts";

/** How near the caret's line must be for the card to keep clear of it as well. CSS pixels. */
const CARET_REACH = 240;
const LEAST_HEIGHT = 96;
const MARGIN = 8;

/** Stands the card below or above the words, never on them nor on the line that is being typed. */
export async function placeCard(card: HTMLElement, words: DOMRect, inside: Element): Promise<void> {
  const clear = keepClear(words, caretLine(inside), CARET_REACH);
  const box = new DOMRect(
    clear.left,
    clear.top,
    clear.right - clear.left,
    clear.bottom - clear.top,
  );
  const body = card.querySelector(".body");
  const scrolled = body?.scrollTop ?? 0;
  card.style.maxHeight = "";
  // The page's scroll containers do not clip what stands in the top layer.
  const limits = { boundary: [], rootBoundary: "viewport", padding: MARGIN } as const;
  const { x, y } = await computePosition({ getBoundingClientRect: () => box }, card, {
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [
      offset(6),
      flip({ ...limits, boundary: [], crossAxis: false }),
      shift({ ...limits, boundary: [] }),
      size({
        ...limits,
        boundary: [],
        apply({ availableHeight }) {
          card.style.maxHeight = `${Math.max(LEAST_HEIGHT, Math.floor(availableHeight))}px`;
        },
      }),
    ],
  });
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
  if (body) body.scrollTop = scrolled;
}
