import type { PageDraft, PostEvent } from "../messages.ts";
import type { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import type { Composers } from "./composer.ts";

/** A worker that was ended meanwhile starts again with the next message: how long until that, in ms. */
const AGAIN_AFTER = [500, 2000, 10_000];

/** Tells the worker what became of the posts of a page, each once. */
export class Records {
  readonly #channel: RecordingChannel;
  readonly #failed: () => void;
  /** What a box told last: one press makes several events, and a press that the page ignored comes again. */
  readonly #told = new WeakMap<ComposeBox, string>();
  /** Held and sent back to be mended: withdrawn, if it is never published. */
  readonly #held = new Map<ComposeBox, PostEvent>();

  constructor(
    {
      channel,
      composers,
      failed,
    }: { channel: RecordingChannel; composers: Composers; failed(): void },
    signal: AbortSignal,
  ) {
    this.#channel = channel;
    this.#failed = failed;
    composers.onChange((box) => {
      const event = this.#held.get(box);
      if (!event || !(box.signal.aborted || box.text === "")) return;
      this.#held.delete(box);
      void this.#deliver(event);
    }, signal);
  }

  published(boxes: readonly ComposeBox[], reason = ""): void {
    for (const box of boxes) this.#tell(box, "published", box.draft(), reason);
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

  #tell(box: ComposeBox, became: PostEvent["became"], draft: PageDraft, reason: string): void {
    this.#held.delete(box);
    // An orphan reaches nobody; that it does not check either stands beside the box.
    if (!isRecorded(box) || !this.#channel.isAlive()) return;
    // A page that is still emptying its box may send its form once more.
    if (!draft.text && !draft.media?.length && !draft.quoted) return;
    const event = eventOf(box, became, draft, reason);
    const told = JSON.stringify([event.post, became, draft.text]);
    if (this.#told.get(box) === told) return;
    this.#told.set(box, told);
    void this.#deliver(event);
  }

  /** As often as it takes: the worker knows by its id what it has already. */
  async #deliver(event: PostEvent): Promise<void> {
    for (const pause of [...AGAIN_AFTER, null]) {
      const outcome = await this.#channel.record(event).catch(() => "failed");
      if (outcome !== "failed") return;
      if (pause === null || !this.#channel.isAlive()) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#failed();
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
  const { text, platform = "x", kind = "post", account = null, shown = {} } = draft;
  return {
    type: "post",
    id: crypto.randomUUID(),
    post: box.decisions.post,
    became,
    isChecked: box.verdictOn(draft) !== null,
    draft: { text, platform, kind, account, shown },
    findings: box.decisions.fates(box.found),
    reason,
  };
}
