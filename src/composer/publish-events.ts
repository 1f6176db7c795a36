/** Stops an event on its way to the page. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function isDisabled(button: HTMLElement): boolean {
  return button.getAttribute("aria-disabled") === "true" || button.hasAttribute("disabled");
}

/** Where a comment has no button, its own key is played again; `keyCode` is what the page reads. */
export function pressEnter(editor: HTMLElement): void {
  editor.focus({ preventScroll: true });
  editor.dispatchEvent(
    new KeyboardEvent("keydown", {
      key: "Enter",
      code: "Enter",
      keyCode: 13,
      which: 13,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
}
