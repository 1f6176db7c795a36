/**
 * Calls `moved` for whatever may have moved or uncovered something in the page, and before that
 * `opened` for what opens in the top layer.
 */
export function listenToMoves(
  view: Window,
  signal: AbortSignal,
  moved: () => void,
  opened: (event: Event) => void,
): void {
  view.addEventListener("scroll", moved, { capture: true, passive: true, signal });
  view.addEventListener("resize", moved, { signal });
  // A dialog or popover of the page that closes uncovers a composer, and resizes nothing.
  for (const type of ["close", "toggle"]) {
    view.addEventListener(
      type,
      (event) => {
        if ("newState" in event && event.newState === "open") opened(event);
        moved();
      },
      { capture: true, signal },
    );
  }
  view.visualViewport?.addEventListener("resize", moved, { signal });
  view.visualViewport?.addEventListener("scroll", moved, { signal });
  view.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", moved, { signal });
}
