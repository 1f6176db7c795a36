import type { CardHandlers, CardView, DialogAnswer } from "./model.ts";

/**
 * A key that was already down when the overlay took the focus, such as the Enter that published,
 * must not press a button of ours by repeating.
 */
function isHeldDown(event: KeyboardEvent): boolean {
  return event.repeat && (event.key === "Enter" || event.key === " ");
}

/** The button of the question that a field belongs to. */
function ownButton(field: Element): HTMLElement | null {
  return field.closest(".question")?.querySelector("button") ?? null;
}

/** Escape goes back to the draft. Enter in a field never publishes; it leads to the button that does. */
function onDialogKey(
  event: KeyboardEvent,
  focused: Element | null,
  answer: (answer: DialogAnswer | null) => void,
): void {
  // These keys belong to the conversion; some input methods say so by keyCode alone.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape") {
    event.preventDefault();
    answer(null);
  } else if (event.key === "Tab") {
    // Left to the browser, Tab leaves a dialog in a shadow root for the page or the browser's own bar.
    const dialog = focused?.closest("dialog");
    if (dialog) turnWithin(event, dialog, "button:not(:disabled), input, summary");
  } else if (event.key === "Enter" && focused?.localName === "input") {
    event.preventDefault();
    const publish = focused.closest("dialog")?.querySelector<HTMLElement>("[data-publish]");
    (ownButton(focused) ?? publish)?.focus();
  }
}

/** Escape closes, arrows page, Tab stays within: the card stands at the page's end, where Tab leads nowhere. */
function onCardKey(
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
  } else if (event.key === "Enter" && focused.localName === "input") {
    event.preventDefault();
    ownButton(focused)?.focus();
  } else if (focused.matches("input[type=text]") && event.key.startsWith("Arrow")) {
    // They move the caret in what is written there.
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    // With Alt as well, which would otherwise leave the page.
    event.preventDefault();
    const step = event.key === "ArrowRight" ? 1 : -1;
    const count = view.findings.length;
    if (count > 1) handlers.show((view.current + count + step) % count);
  } else if (event.key === "Tab") {
    turnWithin(event, element, "button:not(:disabled), input");
  }
}

/** Tab from the last stop leads to the first, and Shift+Tab from the first to the last. */
function turnWithin(event: KeyboardEvent, element: Element, selector: string): void {
  const stops = [...element.querySelectorAll<HTMLElement>(selector)].filter((stop) =>
    stop.checkVisibility(),
  );
  const at = stops.findIndex((stop) => stop.matches(":focus"));
  const next = event.shiftKey ? at - 1 : at + 1;
  if (at >= 0 && next >= 0 && next < stops.length) return;
  event.preventDefault();
  stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
}

interface Keyboard {
  owns(event: Event): boolean;
  /** The focused element within the shadow root. */
  focused(): Element | null;
  card(): { view: CardView; handlers: CardHandlers; element: HTMLElement | null } | null;
  dialog(): { answer(answer: DialogAnswer | null): void } | null;
}

/**
 * Keys typed into the overlay are none of the page's business: X's single-key shortcuts and its
 * Escape would act. Stopped at the window, they are answered here and not by the components. Listeners
 * that the page put on the window before us still hear them.
 */
export function listenToKeys(view: Window, signal: AbortSignal, keyboard: Keyboard): void {
  // A key that went down for us also comes up for us, although the focus may have gone back by then.
  const held = new Set<string>();
  for (const type of ["keydown", "keypress", "keyup"] as const)
    view.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        const card = keyboard.card();
        const isFromUs = keyboard.owns(event);
        // Escape in the editor closes the card, and not the page's own dialog around it.
        const closesCard =
          type === "keydown" && card !== null && event.key === "Escape" && !event.isComposing;
        const wasHeld = type === "keyup" && held.delete(event.code);
        if (!isFromUs && !closesCard && !wasHeld) return;
        event.stopImmediatePropagation();
        if (type !== "keydown") return;
        held.add(event.code);
        const dialog = keyboard.dialog();
        if (isFromUs && isHeldDown(event)) event.preventDefault();
        else if (dialog) onDialogKey(event, keyboard.focused(), dialog.answer);
        else if (card) onCardKey(event, keyboard.focused(), card.element, card);
      },
      { capture: true, signal },
    );
}
