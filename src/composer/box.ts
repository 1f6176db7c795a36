import type { Answer, Finding } from "../contract.ts";
import type { Editor } from "../editors/editor.ts";
import type { Reading } from "../editors/reading.ts";
import { replaceRange } from "../editors/replace.ts";
import { isField } from "../editors/textarea.ts";
import type { PageDraft, Verdict } from "../messages.ts";
import type { Site } from "../sites/site.ts";
import type { RecordingChannel } from "./channel.ts";
import { Checker } from "./checker.ts";
import { Decisions } from "./decisions.ts";
import { paced } from "./paced.ts";
import { shiftFindings } from "./shift.ts";
import { watchBox } from "./watch.ts";

/** After `compositionend` no `input` follows in Chromium, and Draft.js's model lags its page (measured), in ms. */
const AFTER_COMPOSITION = 50;
/** An address that is still being typed is nobody's business: ask when the hands have rested, in ms. */
const BEFORE_ASKING = 700;
/** Hints advise; more than two at once is a wall nobody reads (catalogue). */
const MOST_HINTS = 2;

export interface BoxEvents {
  /** Text, findings or what is known about them changed. */
  changed(box: ComposeBox): void;
  /** The editor left the page. */
  gone(box: ComposeBox): void;
}

/** The life of one compose box: read, ask, and keep what was found in step with the text. */
export class ComposeBox {
  readonly root: HTMLElement;
  readonly site: Site;
  readonly key = `${nextKey++}`;
  readonly decisions = new Decisions();
  readonly #editor: Editor;
  readonly #channel: RecordingChannel;
  readonly #checker: Checker;
  readonly #events: BoxEvents;
  readonly #life = new AbortController();
  readonly #asked = new Set<string>();
  #asking = 0;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;
  #reading: Reading;
  #findings: Finding[] = [];
  #isMissing = false;
  #caret: { anchor: number; focus: number } | null = null;

  constructor(
    root: HTMLElement,
    site: Site,
    channel: RecordingChannel,
    events: BoxEvents,
    parent: AbortSignal,
  ) {
    this.root = root;
    this.site = site;
    this.#editor = site.editor(root);
    this.#channel = channel;
    this.#events = events;
    this.#checker = new Checker(
      (draft) => channel.check(draft),
      (outcome) => this.#settled(outcome),
    );
    this.#reading = this.#editor.read(root);
    parent.addEventListener("abort", () => this.dispose(), { signal: this.#life.signal });
    watchBox(root, site, this.signal, {
      changed: paced(() => this.#refresh(), this.signal),
      composing: (isComposing) => this.#compose(isComposing),
    });
    this.#ask();
  }

  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** The text as it stands in the page now. */
  get text(): string {
    return this.#reading.text;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get isComposing(): boolean {
    return this.#isComposing;
  }

  get hasRanges(): boolean {
    return this.#editor.hasRanges;
  }

  /** The newest answer, for its words and settings; its findings may be older than the text. */
  get verdict(): Verdict | null {
    return this.#checker.latest?.verdict ?? null;
  }

  /** No answer came in time and none is on its way. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  get isAsking(): boolean {
    return this.#asking > 0;
  }

  /** What is shown: fresh or carried over an edit, without what was put aside. */
  get findings(): readonly Finding[] {
    let hints = 0;
    return this.#findings.filter(
      (finding) =>
        !this.decisions.isSettled(finding) && (finding.level !== "hint" || ++hints <= MOST_HINTS),
    );
  }

  /** All that was found, also what nobody needs to see any more. */
  get found(): readonly Finding[] {
    return this.#findings;
  }

  draft(): PageDraft {
    return { text: this.#editor.read(this.root).text, ...this.site.describe(this.root) };
  }

  /** The verdict on what stands there now; null where it has not come. */
  verdictNow(): Verdict | null {
    return this.verdictOn(this.draft());
  }

  verdictOn(draft: PageDraft): Verdict | null {
    // All that can be judged of a plain repost is whose post it is.
    if (draft.kind === "repost" && !draft.quoted?.author) return null;
    return this.#checker.verdictOn(draft);
  }

  /** Asks anew, also where a question is on its way that nobody seems to answer. */
  renew(): void {
    this.#isMissing = false;
    this.#read();
    this.#checker.renew(this.draft());
    this.#events.changed(this);
  }

  answer(finding: Finding, answer: Answer): void {
    this.decisions.answer(finding, answer);
    // Counts for every post until the browser ends; where it does not arrive, it stands with this one.
    if (answer.to === "device") void this.#channel.device(answer.reason).catch(() => null);
    this.#events.changed(this);
  }

  putAside(finding: Finding): void {
    this.decisions.putAside(finding);
    this.#events.changed(this);
  }

  /** false: it is marked already. */
  markFalseAlarm(finding: Finding): boolean {
    const isNew = this.decisions.markFalseAlarm(finding);
    this.#events.changed(this);
    return isNew;
  }

  /** To be called before the focus leaves: Draft.js and the browser forget where the caret was. */
  rememberCaret(): void {
    const selection = this.root.ownerDocument.getSelection();
    const { anchorNode, focusNode } = selection ?? {};
    if (!selection || !anchorNode || !focusNode || !this.root.contains(focusNode)) return;
    const anchor = this.#reading.offsetAt(anchorNode, selection.anchorOffset);
    const focus = this.#reading.offsetAt(focusNode, selection.focusOffset);
    this.#caret = anchor === null || focus === null ? null : { anchor, focus };
  }

  /** The focus back into the editor, and the caret where it was. */
  focus(): void {
    this.root.focus({ preventScroll: true });
    const caret = this.#caret;
    this.#caret = null;
    const anchor = caret && this.#reading.rangeOf(caret.anchor, caret.anchor)?.from;
    const focus = caret && this.#reading.rangeOf(caret.focus, caret.focus)?.from;
    if (!anchor || !focus || isField(this.root)) return;
    this.root.ownerDocument
      .getSelection()
      ?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }

  async replace(
    finding: Finding,
    start: number,
    end: number,
    replacement: string,
  ): Promise<"done" | "stale" | "failed"> {
    this.decisions.notice();
    const expected = this.#editor.read(this.root).text;
    // A repair belongs to the text that is read now: a finding that was overtaken has none.
    if (expected !== this.#reading.text || !this.#findings.includes(finding)) return "stale";
    return replaceRange({
      root: this.root,
      editor: this.#editor,
      start,
      end,
      replacement,
      expected,
      isComposing: () => this.#isComposing,
    });
  }

  dispose(): void {
    if (this.#life.signal.aborted) return;
    clearTimeout(this.#askTimer);
    this.#life.abort();
    this.#events.gone(this);
  }

  #compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    if (!isComposing) setTimeout(() => this.#refresh(), AFTER_COMPOSITION);
  }

  /** After any change of the page: ranges are rebuilt from spans, and new text is asked about. */
  #refresh(): void {
    if (this.#life.signal.aborted) return;
    if (!this.root.isConnected) {
      this.dispose();
      return;
    }
    this.#read();
    if (!this.#isComposing) this.#ask();
    this.#events.changed(this);
  }

  #read(): void {
    const before = this.#reading.text;
    this.#reading = this.#editor.read(this.root);
    if (this.#reading.text === before) return;
    this.#findings = shiftFindings(this.#findings, before, this.#reading.text);
    if (this.#reading.text === "") this.decisions.forget();
  }

  #ask(): void {
    if (this.#channel.isAlive()) this.#checker.request(this.draft());
    else this.#isMissing = true;
  }

  #settled(outcome: "answered" | "missing"): void {
    if (this.#life.signal.aborted) return;
    this.#isMissing = outcome === "missing";
    const { latest } = this.#checker;
    if (outcome === "answered" && latest) {
      this.#read();
      // An answer about an older text is carried over to what stands there now, never painted as it is.
      const { draft, verdict } = latest;
      this.#findings = shiftFindings(verdict.findings, draft.text, this.#reading.text);
      this.decisions.see(verdict.findings);
      this.#askShorteners(verdict.askable);
    }
    this.#events.changed(this);
  }

  #askShorteners(askable: readonly string[]): void {
    clearTimeout(this.#askTimer);
    const fresh = askable.filter((url) => !this.#asked.has(url));
    if (fresh.length === 0) return;
    this.#askTimer = setTimeout(async () => {
      if (!this.#channel.isAlive()) return;
      for (const url of fresh) this.#asked.add(url);
      this.#asking++;
      this.#events.changed(this);
      // Whatever became of it stands in the next verdict, each outcome in its own words.
      await this.#channel.expand(fresh).catch(() => null);
      this.#asking--;
      if (!this.#life.signal.aborted) this.#checker.renew(this.draft());
    }, BEFORE_ASKING);
  }
}

let nextKey = 1;
