import type { Rect } from "./model.ts";
import { besideWords, keepClear } from "./placement.ts";
import { caretLine, viewportOf } from "./surroundings.ts";

/** How near the caret's line must be for the card to keep clear of it as well. CSS pixels. */
const CARET_REACH = 240;
/** Less room than this, and buttons that stay in sight would leave too little for what they are about. */
const LOW = 320;

/** Stands the card below or above the words, never on them nor on the line that is being typed. */
export function placeCard(
  card: HTMLElement,
  { left, top, width, height }: Rect,
  inside: Element,
): void {
  const view = inside.ownerDocument.defaultView;
  if (!view) return;
  // Measured at full height, which may lose how far a reader had scrolled.
  const scrolled = [card, ...card.querySelectorAll(".body")].map(
    (part) => [part, part.scrollTop] as const,
  );
  card.style.maxHeight = "";
  const words = { left, top, right: left + width, bottom: top + height };
  const place = besideWords(
    { width: card.offsetWidth, height: card.offsetHeight },
    keepClear(words, caretLine(inside), CARET_REACH),
    viewportOf(view),
  );
  card.style.maxHeight = `${place.room}px`;
  card.toggleAttribute("data-low", place.room < LOW);
  card.style.left = `${Math.round(place.left)}px`;
  card.style.top = `${Math.round(place.top)}px`;
  for (const [part, at] of scrolled) part.scrollTop = at;
}
