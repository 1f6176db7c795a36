import type { Finding } from "../contract.ts";
import type { PageDraft, PostEvent, RecordEvent } from "../messages.ts";
import type { Site } from "../sites/site.ts";
import { watchAddress } from "./address.ts";
import type { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import type { Composers } from "./composer.ts";

/**
 * A worker that was ended meanwhile starts again with the next message: how long until that, in ms. From
 * the third time on, the person knows.
 */
const AGAIN_AFTER = [500, 2000, 10_000, 60_000, 300_000];
const TOLD_AT = 3;

export interface RecordsOptions {
  site: Site;
  channel: RecordingChannel;
  composers: Composers;
  /** Whether the newest was kept that should have been. */
  onOutcome(isKept: boolean): void;
}

/** Tells the worker what became of the posts of a page, each once. */
export class Records {
  readonly #options: RecordsOptions;
  readonly #signal: AbortSignal;
  /** Ends waiting for the address of the post before. */
  #waiting = new AbortController();
  /** What a box told last: one press makes several events, and a press that the page ignored comes again. */
  readonly #told = new WeakMap<ComposeBox, string>();
  /** Held and sent back to be mended: withdrawn, if it is never published. */
  readonly #held = new Map<ComposeBox, PostEvent>();

  constructor(options: RecordsOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    const { composers } = options;
    composers.onChange((box) => {
      const event = this.#held.get(box);
      if (!event || !(box.signal.aborted || box.text === "")) return;
      this.#held.delete(box);
      void this.#deliver(event);
    }, signal);
  }

  published(boxes: readonly ComposeBox[], reason = ""): void {
    for (const [index, box] of boxes.entries()) {
      const draft = box.draft();
      const told = this.#tell(box, "published", draft, reason);
      // A thread stands where its first item does.
      if (told && index === 0) this.#awaitAddress(box, draft, told);
    }
  }

  falseAlarm(box: ComposeBox, { rule, level, text }: Finding): void {
    if (!isRecorded(box)) return;
    const draft = box.draft();
    void this.#deliver({
      type: "alarm",
      id: crypto.randomUUID(),
      post: box.decisions.post,
      draft: placeOf(draft),
      finding: { rule, level },
      words: text || (draft.quoted?.author ?? ""),
    });
  }

  /** The person went back, and may come again. `drafts`: as they stood in the boxes. */
  withdrawn(boxes: readonly ComposeBox[], drafts: readonly PageDraft[]): void {
    for (const [index, box] of boxes.entries()) {
      this.#tell(box, "withdrawn", drafts[index] ?? box.draft(), "");
    }
  }

  /** Held, and on its way to be mended. */
  held(boxes: readonly ComposeBox[]): void {
    for (const box of boxes) {
      if (isRecorded(box)) this.#held.set(box, eventOf(box, "withdrawn", box.draft(), ""));
    }
  }

  #awaitAddress(
    box: ComposeBox,
    draft: PageDraft,
    { id, kept }: { id: string; kept: Promise<boolean> },
  ) {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const until = AbortSignal.any([this.#signal, this.#waiting.signal]);
    const found = async (url: string) => {
      // The worker takes it behind its post only.
      if (await kept) {
        void this.#deliver({ type: "address", id: crypto.randomUUID(), of: id, url });
      }
    };
    watchAddress(this.#options.site, box.root, draft, (url) => void found(url), until);
  }

  /** null: nothing is told, or was told before. */
  #tell(
    box: ComposeBox,
    became: PostEvent["became"],
    draft: PageDraft,
    reason: string,
  ): { id: string; kept: Promise<boolean> } | null {
    this.#held.delete(box);
    // An orphan reaches nobody; that it does not check either stands beside the box.
    if (!isRecorded(box) || !this.#options.channel.isAlive()) return null;
    // A page that is still emptying its box may send its form once more.
    if (!draft.text && !draft.media?.length && !draft.quoted) return null;
    const event = eventOf(box, became, draft, reason);
    const told = JSON.stringify([event.post, became, draft.text]);
    if (this.#told.get(box) === told) return null;
    this.#told.set(box, told);
    return { id: event.id, kept: this.#deliver(event) };
  }

  /** As often as it takes: the worker knows by its id what it has already. Whether it is kept. */
  async #deliver(event: RecordEvent): Promise<boolean> {
    const { channel, onOutcome } = this.#options;
    const since = performance.now();
    for (let time = 0; ; time++) {
      const late = Math.round(performance.now() - since);
      const outcome = await channel.record({ ...event, late }).catch(() => "failed");
      if (outcome === "kept") onOutcome(true);
      if (outcome !== "failed") return outcome === "kept";
      const pause = AGAIN_AFTER[time];
      if (time === TOLD_AT || !channel.isAlive()) onOutcome(false);
      if (pause === undefined || !channel.isAlive()) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** As far as is known; the worker decides. */
function isRecorded(box: ComposeBox): boolean {
  return box.verdict?.isRecorded !== false;
}

function eventOf(
  box: ComposeBox,
  became: PostEvent["became"],
  draft: PageDraft,
  reason: string,
): PostEvent {
  return {
    type: "post",
    id: crypto.randomUUID(),
    post: box.decisions.post,
    became,
    isChecked: box.verdictOn(draft) !== null,
    draft: { ...placeOf(draft), text: draft.text },
    findings: box.decisions.fates(box.found),
    reason,
  };
}

function placeOf({ platform = "x", kind = "post", account = null, shown = {} }: PageDraft) {
  return { platform, kind, account, shown };
}
