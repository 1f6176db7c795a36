import type { Verdict } from "../messages.ts";
import { untilNextMinute } from "../ui/duration.ts";
import type { StatusView } from "../ui/model.ts";

const MINUTE = 60_000;

export interface InForceOptions {
  /** Says a `_locales` key to a screen reader. */
  announce(key: string): void;
  /** A minute of an emergency is over, or all of it. */
  onMinute(isOver: boolean): void;
  signal: AbortSignal;
}

/** What the newest verdict of any box said of how things stand, whichever draft it was for. */
export class InForce {
  readonly #options: InForceOptions;
  #newest: Verdict | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: InForceOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** false: nothing new. */
  see(verdict: Verdict | null): verdict is Verdict {
    if (!verdict || verdict === this.#newest) return false;
    const before = this.#newest?.mode ?? "normal";
    this.#newest = verdict;
    if (verdict.mode !== before) this.#options.announce(`ui_mode_${verdict.mode}`);
    this.#count();
    return true;
  }

  /** Also where this box has no verdict: as the newest said. */
  of(verdict: Verdict | null): Pick<StatusView, "enforcement" | "minutes"> {
    const { enforcement = "hold", mode, until = null } = verdict ?? this.#newest ?? {};
    const minutes = until && Math.ceil((until - Date.now()) / MINUTE);
    return mode === "emergency" ? { enforcement, minutes } : { enforcement };
  }

  #count(): void {
    clearTimeout(this.#timer);
    const end = this.#newest?.until ?? 0;
    const left = end - Date.now();
    if (left <= 0) return;
    this.#timer = setTimeout(() => {
      this.#options.onMinute(Date.now() >= end);
      this.#count();
    }, untilNextMinute(left));
  }
}
