import { computePosition, flip, offset, type Platform, shift, size } from "@floating-ui/core";
import { keepClear } from "./placement.ts";
import { caretLine, viewportOf } from "./surroundings.ts";

/** How near the caret's line must be for the card to keep clear of it as well. CSS pixels. */
const CARET_REACH = 240;
const LEAST_HEIGHT = 96;
/** Less room than this, and buttons that stay in sight would leave too little for what they are about. */
const LOW = 320;
const MARGIN = 8;

/**
 * In the top layer the viewport alone clips and positions, so that floating-ui's knowledge of offset
 * parents and scroll containers would only be misled by the page around the host.
 */
function topLayer(view: Window): Platform {
  const sizeOf = (element: HTMLElement) => ({
    width: element.offsetWidth,
    height: element.offsetHeight,
  });
  return {
    getElementRects: ({ reference, floating }) => ({
      reference,
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    }),
    getDimensions: sizeOf,
    getClippingRect() {
      const { left, top, right, bottom } = viewportOf(view);
      return { x: left, y: top, width: right - left, height: bottom - top };
    },
  };
}

/** Stands the card below or above the words, never on them nor on the line that is being typed. */
export async function placeCard(card: HTMLElement, words: DOMRect, inside: Element): Promise<void> {
  const view = inside.ownerDocument.defaultView;
  if (!view) return;
  const clear = keepClear(words, caretLine(inside), CARET_REACH);
  const reference = {
    x: clear.left,
    y: clear.top,
    width: clear.right - clear.left,
    height: clear.bottom - clear.top,
  };
  // Measured at full height, which may lose how far a reader had scrolled.
  const scrolled = [card, ...card.querySelectorAll(".body")].map(
    (part) => [part, part.scrollTop] as const,
  );
  card.style.maxHeight = "";
  const { x, y } = await computePosition(reference, card, {
    platform: topLayer(view),
    strategy: "fixed",
    placement: "bottom-start",
    middleware: [
      offset(6),
      flip({ padding: MARGIN, crossAxis: false }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply({ availableHeight }) {
          card.style.maxHeight = `${Math.max(LEAST_HEIGHT, Math.floor(availableHeight))}px`;
          card.toggleAttribute("data-low", availableHeight < LOW);
        },
      }),
    ],
  });
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
  for (const [part, top] of scrolled) part.scrollTop = top;
}
