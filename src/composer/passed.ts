import type { Draft } from "../contract.ts";
import type { ComposeBox } from "./box.ts";
import { isSame } from "./checker.ts";

/** A submit that the page itself sends after a press belongs to that press, for so long, in ms. */
const SUBMIT_FOLLOWS = 2000;

/**
 * The publish press that the page got last, and with which drafts. What the page asks before it
 * publishes (a sheet, a second step of the dialog) belongs to it: not asked about twice, and nothing
 * else goes with it.
 */
export class Passed {
  #last: {
    boxes: readonly ComposeBox[];
    drafts: readonly Draft[];
    label: string;
    at: number;
  } | null = null;

  #isNewest = false;

  /** `button`: which one was pressed for a person who was asked; null where nobody was, or a key published. */
  keep(boxes: readonly ComposeBox[], button: HTMLElement | null): void {
    const drafts = boxes.map((box) => box.draft());
    this.#isNewest = true;
    this.#last = { boxes, drafts, label: labelOf(button), at: performance.now() };
  }

  forget(): void {
    this.#last = null;
  }

  /** Something else was pressed: what the page asks from now on is not about this press. */
  overtake(): void {
    this.#isNewest = false;
  }

  /** What that press would publish, and stands in the page still. */
  get roots(): HTMLElement[] {
    return ((this.#isNewest && this.#last?.boxes) || [])
      .map(({ root }) => root)
      .filter((root) => root.isConnected);
  }

  /** Whether these are its drafts, letter by letter. */
  covers(boxes: readonly ComposeBox[]): boolean {
    const last = this.#last;
    return (
      last !== null &&
      boxes.every((box) => {
        const draft = last.drafts[last.boxes.indexOf(box)];
        return draft !== undefined && isSame(draft, box.draft());
      })
    );
  }

  isRecent(): boolean {
    return this.#last !== null && performance.now() - this.#last.at <= SUBMIT_FOLLOWS;
  }

  /** Whether that was the step before this button: "Next", and now "Post". The same name is the same press anew. */
  isStepBefore(button: HTMLElement): boolean {
    return Boolean(this.#last?.label) && this.#last?.label !== labelOf(button);
  }
}

function labelOf(button: HTMLElement | null): string {
  return button?.getAttribute("aria-label") ?? button?.textContent ?? "";
}
