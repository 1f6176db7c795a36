declare global {
  /** What Chromium adds for exactly this purpose, and TypeScript does not know. */
  interface IntersectionObserverInit {
    trackVisibility?: boolean;
    /** Milliseconds; 100 is the least. */
    delay?: number;
  }
  interface IntersectionObserverEntry {
    readonly isVisible?: boolean;
  }
}

/**
 * Whether something is painted over an element, even if it lets presses through: then a person may
 * have read other words than ours. Known in Chromium alone; elsewhere it counts as seen.
 */
export class Sight {
  isCovered = false;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      this.isCovered = entries.at(-1)?.isVisible === false;
    },
    { trackVisibility: true, delay: 100 },
  );

  /** null: nothing is looked at any more. */
  readonly on = (element: Element | null): void => {
    this.#observer.disconnect();
    if (element) this.#observer.observe(element);
  };
}
