import type { Channel } from "../composer/channel.ts";
import { Checker } from "../composer/checker.ts";
import { shiftFindings } from "../composer/shift.ts";
import { viewOf } from "../composer/views.ts";
import type { Draft, Finding, Level, Platform } from "../contract.ts";
import type { Verdict } from "../messages.ts";
import type { FindingView, StatusView } from "../ui/model.ts";

/** An address that is still being typed is nobody's business: ask when the hands have rested, in ms. */
const BEFORE_ASKING = 700;
/** An answer takes a few milliseconds: "checking" for each letter would only flicker. In ms. */
const BEFORE_CHECKING = 250;

const ORDER: Record<Level, number> = { stop: 0, care: 1, hint: 2 };

export interface Shown {
  status: StatusView;
  /** What holds a post first, then as they stand in the text. */
  findings: FindingView[];
  /** The newest answer, for whose settings it speaks; null: none has come. */
  verdict: Verdict | null;
}

/** A text that stands in no page: kept in step with what the worker finds in it. */
export class PastedText {
  readonly #channel: Channel;
  readonly #checker: Checker;
  readonly #onChange: (shown: Shown) => void;
  readonly #asked = new Set<string>();
  #draft: Draft = { text: "", platform: "x" };
  #findings: Finding[] = [];
  #verdict: Verdict | null = null;
  #isMissing = false;
  #asking = 0;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #showTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(channel: Channel, onChange: (shown: Shown) => void) {
    this.#channel = channel;
    this.#onChange = onChange;
    this.#checker = new Checker(
      (draft) => channel.check(draft),
      (outcome) => this.#settled(outcome),
    );
    // Nothing is written yet, but the answer says whose settings are in force, and wakes the worker.
    this.#checker.request(this.#draft);
  }

  get text(): string {
    return this.#draft.text;
  }

  /** @param account who would publish; absent: not stated, and no rule speaks of it. */
  write(text: string, platform: Platform, account?: string): void {
    this.#findings = shiftFindings(this.#findings, this.#draft.text, text);
    this.#draft = { text, platform, ...(account === undefined ? {} : { account }) };
    clearTimeout(this.#askTimer);
    this.#checker.request(this.#draft);
    this.#askShorteners();
    this.#show();
  }

  /** Asks anew, also where a question is on its way that nobody seems to answer. */
  renew(): void {
    this.#isMissing = false;
    this.#checker.renew(this.#draft);
    this.#show();
  }

  shown(): Shown {
    const { text } = this.#draft;
    const verdict = this.#verdict;
    const isEmpty = text.trim() === "";
    const findings = verdict && !isEmpty ? this.#views(verdict) : [];
    const counts: Record<Level, number> = { stop: 0, care: 0, hint: 0 };
    for (const { level } of findings) counts[level]++;
    const base = { account: null, counts, enforcement: verdict?.enforcement ?? "hold" } as const;
    return { status: { ...base, ...this.#state(isEmpty, findings) }, findings, verdict };
  }

  #state(isEmpty: boolean, findings: readonly FindingView[]): Pick<StatusView, "state" | "reason"> {
    if (this.#isMissing) return { state: "unchecked", reason: "ui_reason_no_answer" };
    if (isEmpty) return { state: "empty" };
    if (findings.length > 0) return { state: "findings" };
    // "Nothing found" is said only of exactly the text that stands there.
    return { state: this.#checker.verdictOn(this.#draft) ? "clear" : "checking" };
  }

  #views(verdict: Verdict): FindingView[] {
    const place = { key: "popup", isAsking: this.#asking > 0 };
    return this.#findings
      .toSorted((a, b) => ORDER[a.level] - ORDER[b.level])
      .map((finding) => viewOf(finding, this.#draft.text, verdict, place));
  }

  #settled(outcome: "answered" | "missing"): void {
    this.#isMissing = outcome === "missing";
    const latest = this.#checker.latest;
    if (outcome === "answered" && latest) {
      this.#verdict = latest.verdict;
      // An answer about an older text is carried over to what stands there now, never shown as it is.
      this.#findings = shiftFindings(latest.verdict.findings, latest.draft.text, this.#draft.text);
      this.#askShorteners();
    }
    this.#show();
  }

  #askShorteners(): void {
    clearTimeout(this.#askTimer);
    const askable = this.#checker.verdictOn(this.#draft)?.askable ?? [];
    const fresh = askable.filter((url) => !this.#asked.has(url));
    if (fresh.length === 0) return;
    this.#askTimer = setTimeout(async () => {
      for (const url of fresh) this.#asked.add(url);
      this.#asking++;
      this.#show();
      // Whatever became of it stands in the next verdict, each outcome in its own words.
      await this.#channel.expand(fresh).catch(() => null);
      this.#asking--;
      this.#checker.renew(this.#draft);
      this.#show();
    }, BEFORE_ASKING);
  }

  #show(): void {
    clearTimeout(this.#showTimer);
    const shown = this.shown();
    if (shown.status.state !== "checking") this.#onChange(shown);
    else this.#showTimer = setTimeout(() => this.#onChange(this.shown()), BEFORE_CHECKING);
  }
}
