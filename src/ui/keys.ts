import type { CardHandlers, CardView, DialogAnswer } from "./model.ts";

/**
 * A key that was already down when the overlay took the focus, such as the Enter that published,
 * must not press a button of ours by repeating.
 */
export function isHeldDown(event: KeyboardEvent): boolean {
  return event.repeat && (event.key === "Enter" || event.key === " ");
}

/** Escape goes back to the draft. Enter in the reason never publishes; it leads to the button that does. */
export function onDialogKey(
  event: KeyboardEvent,
  focused: Element | null,
  answer: (answer: DialogAnswer | null) => void,
): void {
  // These keys belong to the conversion; some input methods say so by keyCode alone.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape") {
    event.preventDefault();
    answer(null);
  } else if (event.key === "Enter" && focused?.localName === "input") {
    event.preventDefault();
    focused.closest("dialog")?.querySelector<HTMLElement>("[data-publish]")?.focus();
  }
}

/** Escape closes, arrows page, Tab stays within: the card stands at the page's end, where Tab leads nowhere. */
export function onCardKey(
  event: KeyboardEvent,
  focused: Element | null,
  element: HTMLElement | null,
  { view, handlers }: { view: CardView; handlers: CardHandlers },
): void {
  const isInside = element?.contains(focused) === true && focused !== null;
  if (event.key === "Escape") {
    event.preventDefault();
    handlers.close(true);
  } else if (!isInside) {
    return;
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    // With Alt as well, which would otherwise leave the page.
    event.preventDefault();
    const step = event.key === "ArrowRight" ? 1 : -1;
    const count = view.findings.length;
    if (count > 1) handlers.show((view.current + count + step) % count);
  } else if (event.key === "Tab") {
    const stops = [...element.querySelectorAll<HTMLElement>("button:not(:disabled)")];
    const at = stops.findIndex((stop) => stop.matches(":focus"));
    const next = event.shiftKey ? at - 1 : at + 1;
    if (at >= 0 && next >= 0 && next < stops.length) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
  }
}
