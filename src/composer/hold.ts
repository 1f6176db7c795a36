import type { Fix } from "../contract.ts";
import type { PageDraft } from "../messages.ts";
import type { Release, Site } from "../sites/site.ts";
import type { CardHandlers, DialogAnswer, DialogView, Overlay } from "../ui/model.ts";
import { writtenAnswer } from "../ui/question.tsx";
import { type Attempt, insideOf, isClean, isGone, isUnchanged, shownOf } from "./attempt.ts";
import type { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import { PATIENCE, within } from "./checker.ts";
import type { Composers, Shown } from "./composer.ts";
import { Passed } from "./passed.ts";
import { isDisabled, pressEnter, swallow } from "./publish-events.ts";
import type { Records } from "./record.ts";

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
  readonly #passed = new Passed();

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
    const confirm = button ? null : site.confirmAt(target);
    if (button) this.#onButton(event, button);
    else if (confirm) this.#onConfirm(event, confirm);
    // Whatever the page asks after another press is about something else ("keep this draft?").
    else if (event.isTrusted) this.#passed.overtake();
  }

  /** The page asks about a publish press before it carries it out: still that press, if still that draft. */
  #onConfirm(event: Event, confirm: HTMLElement): void {
    const { roots } = this.#passed;
    if (roots.length === 0) return;
    if (this.#passed.covers(this.#boxes(roots))) this.#passed.forget();
    else this.#decide(event, roots, confirm, () => ({ by: "button", button: confirm }));
  }

  #onButton(event: Event, button: HTMLElement): void {
    if (isDisabled(button)) return;
    const { site } = this.#options;
    const roots = site.editorsOf(button);
    const [first] = roots;
    if (!first) return;
    if (this.#passed.isStepBefore(button) && this.#passed.covers(this.#boxes(roots))) {
      this.#passed.forget();
      return;
    }
    this.#decide(event, roots, button, () =>
      button.isConnected && !isDisabled(button) ? { by: "button", button } : site.releaseOf(first),
    );
  }

  #onKeydown(event: KeyboardEvent): void {
    // The Enter that ends a conversion never publishes; 229 is what it looks like before `isComposing`.
    if (this.#isReleasing || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && event.isTrusted) this.#passed.overtake();
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
    this.#decide(event, roots.length > 0 ? roots : [root], root, () => site.releaseOf(root));
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
    if (this.#passed.isRecent() && this.#passed.covers(this.#boxes(roots))) return;
    this.#decide(event, roots, first, () => site.releaseOf(first));
  }

  #boxes(roots: readonly HTMLElement[]): ComposeBox[] {
    return roots.map((root) => this.#options.composers.open(root));
  }

  #decide(
    event: Event,
    roots: readonly HTMLElement[],
    pressed: HTMLElement,
    release: () => Release | null,
  ): void {
    if (this.#attempt) {
      // One press publishes exactly once: while one is being decided, others go nowhere.
      swallow(event);
      return;
    }
    const boxes = this.#boxes(roots);
    const { records, composers, channel } = this.#options;
    if (composers.isPilot || (channel.isAlive() && boxes.every(isClean))) {
      this.#passed.keep(boxes, null);
      records.published(boxes);
      return;
    }
    swallow(event);
    const attempt: Attempt = { boxes, pressed, release };
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
      if (answer.choice === "emergency") void this.#options.channel.emergency().catch(() => null);
      if (answer.choice === "emergency" || answer.choice === "repair" || answer.choice === "fix") {
        return this.#repair(attempt, answer);
      }
      if (answer.choice === "publish" && isUnchanged(attempt, drafts)) {
        for (const shown of this.#shown(attempt)) {
          const said = writtenAnswer(shown.finding.asks, answer.numbers[shown.view.id] ?? "");
          if (said) shown.box.answer(shown.finding, said);
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
  ): Promise<{ answer: DialogAnswer | null; drafts: PageDraft[] }> {
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
      mayDeclare: state === "findings" && attempt.boxes.some((one) => one.verdict?.mayDeclare),
    };
  }

  #shown(attempt: Attempt): Shown[] {
    return shownOf(attempt, this.#options);
  }

  /** What the dialog asks beside what it holds for is answered while it stays open. */
  #handlers(attempt: Attempt): Pick<CardHandlers, "answer"> {
    return {
      answer: (wanted, answer) => {
        const shown = this.#shown(attempt).find(({ view }) => view.id === wanted.id);
        shown?.box.answer(shown.finding, answer);
        // Where that was all, the person is told so, and still decides.
        this.#options.overlay().updateDialog(this.#view(attempt, "findings"));
      },
    };
  }

  /** Back to the draft: to be mended, or to wait until something else was done. */
  #repair(attempt: Attempt, answer: Exclude<DialogAnswer, { choice: "publish" | "again" }>): void {
    const all = this.#shown(attempt);
    this.#options.records.held(attempt.boxes);
    const finding = answer.choice === "emergency" ? null : answer.finding;
    const wanted = all.find((shown) => shown.view.id === finding?.id) ?? all[0];
    if (!wanted || answer.choice === "emergency") attempt.boxes[0]?.focus();
    else if (answer.choice === "fix") void this.#fix(wanted, answer.fix);
    else this.#options.goTo(wanted);
  }

  async #fix({ box, finding }: Shown, { start, end, replacement }: Fix): Promise<void> {
    const outcome = await box.replace(finding, start, end, replacement);
    if (outcome !== "done") this.#options.announce("ui_fix_failed");
  }

  #letGo(attempt: Attempt, reason = ""): void {
    const release = attempt.release();
    if (!release || (release.by === "button" && !release.button.isConnected)) {
      this.#options.announce("ui_reason_no_button");
      return;
    }
    this.#passed.keep(attempt.boxes, release.by === "button" ? release.button : null);
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
