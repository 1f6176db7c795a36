import type { PageDraft, Verdict } from "../messages.ts";

/** How long a worker may take before its answer counts as missing, in ms (a person waits no longer). */
export const PATIENCE = 1500;

export interface Checked {
  draft: PageDraft;
  verdict: Verdict;
}

/**
 * One draft's questions to the worker: one on its way at a time, the newest wins, and an answer is kept
 * only for exactly the draft it was asked for.
 */
export class Checker {
  readonly #ask: (draft: PageDraft) => Promise<Verdict>;
  readonly #onSettled: (outcome: "answered" | "missing") => void;
  #latest: Checked | null = null;
  #wanted: PageDraft | null = null;
  #running: symbol | null = null;
  /** Questions are numbered as they go out; the newest answer is the one with the highest number. */
  #asked = 0;
  #answered = 0;

  constructor(
    ask: (draft: PageDraft) => Promise<Verdict>,
    onSettled: (outcome: "answered" | "missing") => void,
  ) {
    this.#ask = ask;
    this.#onSettled = onSettled;
  }

  /** The newest answer, whichever draft it was for. */
  get latest(): Checked | null {
    return this.#latest;
  }

  /** The verdict on exactly this draft, or null where none has come yet. */
  verdictOn(draft: PageDraft): Verdict | null {
    if (!this.#latest) return null;
    const { draft: known, verdict } = this.#latest;
    // An account that is left alone is so whatever is written on it: no more of it leaves the page's process.
    const isSettled = verdict.isIgnored && isSame(speakerOf(known), speakerOf(draft));
    return isSettled || isSame(known, draft) ? verdict : null;
  }

  /** Asks about a draft unless the answer stands; while another question is out, the newest waits. */
  request(draft: PageDraft): void {
    this.#wanted = draft;
    if (!this.#running && !this.verdictOn(draft)) void this.#run();
  }

  /** Asks anew, whatever stands or is on its way (something else than the draft changed). */
  renew(draft: PageDraft): void {
    this.#latest = null;
    this.#answered = this.#asked;
    this.#wanted = draft;
    void this.#run();
  }

  async #run(): Promise<void> {
    const turn = Symbol();
    this.#running = turn;
    while (this.#wanted && this.#running === turn) {
      const draft: PageDraft = this.#wanted;
      const number = ++this.#asked;
      const answer = this.#ask(draft).then((verdict) => this.#take(number, draft, verdict));
      const outcome = await within(answer, PATIENCE);
      // Given up on or overtaken: what comes next is another turn's business.
      if (this.#running !== turn) return;
      const isNewest = this.#wanted === draft || isSame(this.#wanted, draft);
      if (isNewest) {
        this.#running = null;
        this.#wanted = null;
      }
      if (!outcome) this.#onSettled("missing");
    }
  }

  /** Takes an answer, also one that came late, unless a newer one stands. */
  #take(number: number, draft: PageDraft, verdict: Verdict): true {
    if (number > this.#answered) {
      this.#answered = number;
      this.#latest = { draft, verdict };
      this.#onSettled("answered");
    }
    return true;
  }
}

function speakerOf({ platform, account, shown }: PageDraft): PageDraft {
  return { text: "", platform, account, shown } as PageDraft;
}

export function isSame(a: PageDraft, b: PageDraft): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The value, or null where it failed or took longer than `ms`. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
