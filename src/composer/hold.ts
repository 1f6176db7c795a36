import type { Draft } from "../contract.ts";
import type { Release, Site } from "../sites/site.ts";
import type { CardHandlers, DialogAnswer, DialogView, Overlay } from "../ui/model.ts";
import type { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import { isSame, PATIENCE, within } from "./checker.ts";
import type { Composers, Shown } from "./composer.ts";
import { isDisabled, pressEnter, swallow } from "./publish-events.ts";
import type { Records } from "./record.ts";

/** A submit that the page itself sends after a released press belongs to that press, for so long, in ms. */
const SUBMIT_FOLLOWS = 2000;

export interface HoldOptions {
  site: Site;
  composers: Composers;
  channel: RecordingChannel;
  overlay: () => Overlay;
  records: Records;
  /** Brings the person back to a word of their draft. */
  goTo(shown: Shown): void;
  announce(key: string): void;
}

/** What became of a question: let go, ask the person, or the person went back to the draft. */
type Outlook = { is: "clean" } | { is: "open"; view: DialogView } | { is: "cancelled" };

/** One attempt to publish: the boxes that would go out together, and how to let them go. */
interface Attempt {
  boxes: ComposeBox[];
  release(): Release | null;
}

/**
 * Holds a post while something at `stop` stands in it. The decision is synchronous, on the newest
 * verdict: a handler cannot wait for a worker. Exactly this text with nothing to hold passes
 * untouched; everything else is held, asked, and let go by itself when the answer is clean.
 */
export class Hold {
  readonly #options: HoldOptions;
  #attempt: Attempt | null = null;
  /** While our own press is on its way through the page. */
  #isReleasing = false;
  #released: { drafts: Draft[]; at: number } | null = null;

  constructor(options: HoldOptions, signal: AbortSignal) {
    this.#options = options;
    const options_ = { capture: true, signal };
    // On window, in the capture phase: before React's and Lexical's own (measured in both browsers).
    window.addEventListener("click", (event) => this.#onClick(event), options_);
    window.addEventListener("keydown", (event) => this.#onKeydown(event), options_);
    window.addEventListener("submit", (event) => this.#onSubmit(event), options_);
  }

  #onClick(event: MouseEvent): void {
    const target = event.composedPath()[0];
    if (this.#isReleasing || !(target instanceof Node)) return;
    const { site } = this.#options;
    const button = site.buttonAt(target);
    if (button) this.#onButton(event, button);
  }

  #onButton(event: Event, button: HTMLElement): void {
    if (isDisabled(button)) return;
    const { site } = this.#options;
    const roots = site.editorsOf(button);
    const [first] = roots;
    if (!first) return;
    this.#decide(event, roots, () =>
      button.isConnected && !isDisabled(button) ? { by: "button", button } : site.releaseOf(first),
    );
  }

  #onKeydown(event: KeyboardEvent): void {
    // The Enter that ends a conversion never publishes; 229 is what it looks like before `isComposing`.
    if (this.#isReleasing || event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" && event.key !== " ") return;
    const target = event.composedPath()[0];
    if (!(target instanceof Node)) return;
    const { site } = this.#options;
    // A button made of a `div` has no click of its own by keyboard: its page listens to the keys.
    const button = site.buttonAt(target);
    if (button && !(button instanceof HTMLButtonElement)) {
      this.#onButton(event, button);
      return;
    }
    const root = site.editorAt(target);
    if (!root || !site.publishes(event, root)) return;
    const release = site.releaseOf(root);
    if (!release) return;
    if (release.by === "button" && isDisabled(release.button)) return;
    const roots = release.by === "button" ? site.editorsOf(release.button) : [root];
    this.#decide(event, roots.length > 0 ? roots : [root], () => site.releaseOf(root));
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.target;
    if (this.#isReleasing || !(form instanceof HTMLFormElement)) return;
    const { site } = this.#options;
    const roots = [
      ...form.querySelectorAll<HTMLElement>('[contenteditable="true"], textarea'),
    ].filter((editor) => site.editorAt(editor) === editor);
    const [first] = roots;
    if (!first) return;
    if (this.#followsRelease(roots)) return;
    this.#decide(event, roots, () => site.releaseOf(first));
  }

  #followsRelease(roots: readonly HTMLElement[]): boolean {
    const released = this.#released;
    if (!released || performance.now() - released.at > SUBMIT_FOLLOWS) return false;
    const drafts = roots.map((root) => this.#options.composers.open(root).draft());
    return drafts.every((draft) => released.drafts.some((other) => isSame(other, draft)));
  }

  #decide(event: Event, roots: readonly HTMLElement[], release: () => Release | null): void {
    if (this.#attempt) {
      // One press publishes exactly once: while one is being decided, others go nowhere.
      swallow(event);
      return;
    }
    const boxes = roots.map((root) => this.#options.composers.open(root));
    const { records, composers, channel } = this.#options;
    if (composers.isPilot || (channel.isAlive() && boxes.every(isClean))) {
      records.published(boxes);
      return;
    }
    swallow(event);
    const attempt: Attempt = { boxes, release };
    this.#attempt = attempt;
    void this.#hold(attempt).finally(() => {
      this.#attempt = null;
    });
  }

  /** Asks where an answer is missing, then lets go or lets the person decide. */
  async #hold(attempt: Attempt): Promise<void> {
    for (const box of attempt.boxes) box.rememberCaret();
    let outlook = await this.#look(attempt, false);
    while (outlook.is === "open") {
      const { answer, drafts } = await this.#ask(attempt, outlook.view);
      if (!answer || isGone(attempt)) this.#options.records.withdrawn(attempt.boxes, drafts);
      if (isGone(attempt)) return this.#options.announce("ui_composer_gone");
      if (!answer) return attempt.boxes[0]?.focus();
      if (answer.choice === "repair") return this.#repair(attempt, answer);
      if (answer.choice === "publish" && isUnchanged(attempt, drafts)) {
        for (const shown of this.#shown(attempt)) {
          const number = answer.numbers[shown.view.id];
          if (number) shown.box.answer(shown.finding, { to: "decision", number });
        }
        return this.#letGo(attempt, answer.reason);
      }
      // "Check again", or the text changed after the consent: that was for another text.
      outlook = await this.#look(attempt, answer.choice === "again");
    }
    if (isGone(attempt)) this.#options.announce("ui_composer_gone");
    else if (outlook.is === "clean") this.#letGo(attempt);
    else attempt.boxes[0]?.focus();
  }

  /**
   * The dialog, kept in step with what becomes known while it is open: a finding that comes late takes
   * the place of "not checked". A clean verdict does not answer for the person, who is being asked.
   */
  async #ask(
    attempt: Attempt,
    view: DialogView,
  ): Promise<{ answer: DialogAnswer | null; drafts: Draft[] }> {
    const { overlay, composers } = this.#options;
    const life = new AbortController();
    const drafts = attempt.boxes.map((box) => box.draft());
    for (const box of attempt.boxes) box.decisions.notice();
    composers.onChange((box) => {
      if (!attempt.boxes.includes(box)) return;
      if (isGone(attempt)) return overlay().closeDialog();
      if (!attempt.boxes.every((one) => one.verdictNow())) return;
      if (!attempt.boxes.every(isClean)) overlay().updateDialog(this.#view(attempt, "findings"));
    }, life.signal);
    const answer = await overlay().openDialog(view, insideOf(attempt), this.#handlers(attempt));
    life.abort();
    return { answer, drafts };
  }

  async #look(attempt: Attempt, isAnew: boolean): Promise<Outlook> {
    const { channel, overlay } = this.#options;
    if (!channel.isAlive()) return { is: "open", view: this.#view(attempt, "unchecked") };
    for (const box of attempt.boxes) if (isAnew || !box.verdictNow()) box.renew();
    if (!attempt.boxes.every((box) => box.verdictNow())) {
      // The overlay shows it, and takes the focus, only once the wait can be felt.
      const life = new AbortController();
      const escaped = overlay()
        .openDialog(this.#view(attempt, "waiting"), insideOf(attempt), this.#handlers(attempt))
        .then(() => "escaped" as const);
      const answers = this.#answers(attempt, life.signal);
      const outcome = await within(Promise.race([answers, escaped]), PATIENCE);
      life.abort();
      if (outcome === "escaped" || isGone(attempt)) {
        overlay().closeDialog();
        return { is: "cancelled" };
      }
      overlay().closeDialog();
    }
    if (!attempt.boxes.every((box) => box.verdictNow())) {
      return { is: "open", view: this.#view(attempt, "unchecked") };
    }
    if (attempt.boxes.every(isClean)) return { is: "clean" };
    return { is: "open", view: this.#view(attempt, "findings") };
  }

  /** Resolves once every box has the verdict on what stands in it, or one of them is gone. */
  #answers(attempt: Attempt, signal: AbortSignal): Promise<true> {
    return new Promise((resolve) => {
      const look = () => {
        if (isGone(attempt) || attempt.boxes.every((box) => box.verdictNow())) resolve(true);
      };
      this.#options.composers.onChange(look, signal);
      look();
    });
  }

  #view(attempt: Attempt, state: DialogView["state"]): DialogView {
    const { composers, site } = this.#options;
    const [box] = attempt.boxes;
    return {
      state,
      platform: site.platform,
      account: box ? composers.accountLine(box) : null,
      findings: this.#shown(attempt).map((shown) => shown.view),
      override: box?.verdict?.override ?? "reason",
    };
  }

  #shown(attempt: Attempt): Shown[] {
    const gravity = { stop: 0, care: 1, hint: 2 };
    return attempt.boxes
      .flatMap((box) => this.#options.composers.shown(box))
      .sort((a, b) => gravity[a.finding.level] - gravity[b.finding.level]);
  }

  /** What the dialog asks beside what it holds for is answered while it stays open. */
  #handlers(attempt: Attempt): Pick<CardHandlers, "answer"> {
    return {
      answer: (wanted, answer) => {
        const shown = this.#shown(attempt).find(({ view }) => view.id === wanted.id);
        if (shown) shown.box.answer(shown.finding, answer);
      },
    };
  }

  #repair(attempt: Attempt, answer: DialogAnswer & { choice: "repair" }): void {
    const all = this.#shown(attempt);
    this.#options.records.held(attempt.boxes);
    const wanted = all.find((shown) => shown.view.id === answer.finding?.id) ?? all[0];
    if (wanted) this.#options.goTo(wanted);
    else attempt.boxes[0]?.focus();
  }

  #letGo(attempt: Attempt, reason = ""): void {
    const release = attempt.release();
    if (!release || (release.by === "button" && !release.button.isConnected)) {
      this.#options.announce("ui_reason_no_button");
      return;
    }
    this.#released = { drafts: attempt.boxes.map((box) => box.draft()), at: performance.now() };
    this.#options.records.published(attempt.boxes, reason);
    this.#isReleasing = true;
    try {
      if (release.by === "button") release.button.click();
      else pressEnter(release.editor);
    } finally {
      this.#isReleasing = false;
    }
  }
}

/** Nothing to hold in exactly this text. */
function isClean(box: ComposeBox): boolean {
  const verdict = box.verdictNow();
  if (!verdict) return false;
  if (verdict.enforcement !== "hold") return true;
  return !verdict.findings.some(
    (finding) => finding.level === "stop" && !box.decisions.isAnswered(finding),
  );
}

function isUnchanged(attempt: Attempt, drafts: readonly Draft[]): boolean {
  return attempt.boxes.every((box, index) => {
    const before = drafts[index];
    return before !== undefined && isSame(before, box.draft());
  });
}

function insideOf(attempt: Attempt): Element {
  return attempt.boxes[0]?.root ?? document.body;
}

/** The page closed the composer while its post was being decided. */
function isGone(attempt: Attempt): boolean {
  return attempt.boxes.some((box) => box.signal.aborted || !box.root.isConnected);
}
