import { besideWords, keepClear } from "./placement.ts";
import { caretLine, viewportOf } from "./surroundings.ts";

/** How near the caret's line must be for the card to keep clear of it as well. CSS pixels. */
const CARET_REACH = 240;
/** Less room than this, and buttons that stay in sight would leave too little for what they are about. */
const LOW = 320;

/** Stands the card below or above the words, never on them nor on the line that is being typed. */
export function placeCard(card: HTMLElement, words: DOMRect, inside: Element): void {
  const view = inside.ownerDocument.defaultView;
  if (!view) return;
  // Measured at full height, which may lose how far a reader had scrolled.
  const scrolled = [card, ...card.querySelectorAll(".body")].map(
    (part) => [part, part.scrollTop] as const,
  );
  card.style.maxHeight = "";
  const { left, top, room } = besideWords(
    { width: card.offsetWidth, height: card.offsetHeight },
    keepClear(words, caretLine(inside), CARET_REACH),
    viewportOf(view),
  );
  card.style.maxHeight = `${room}px`;
  card.toggleAttribute("data-low", room < LOW);
  card.style.left = `${Math.round(left)}px`;
  card.style.top = `${Math.round(top)}px`;
  for (const [part, top] of scrolled) part.scrollTop = top;
}
