/** A live region speaks only what changes in it after it was seen empty. Milliseconds. */
const EMPTY_FOR = 60;

export interface LiveRegion {
  readonly element: HTMLElement;
  /** Said politely, after what is being read; words that come together are said together. */
  say(words: string): void;
}

export function createLiveRegion(document: Document, signal: AbortSignal): LiveRegion {
  const element = document.createElement("div");
  element.className = "quiet";
  element.setAttribute("role", "status");
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return {
    element,
    say(words) {
      waiting.push(words);
      element.textContent = "";
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.textContent = waiting.join(" ");
        waiting = [];
      }, EMPTY_FOR);
    },
  };
}
