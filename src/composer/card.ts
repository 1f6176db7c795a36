import type { Fix } from "../contract.ts";
import type { CardView, FindingView, Overlay, Rect } from "../ui/model.ts";
import { accountName } from "../ui/parts.tsx";
import type { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import type { Composers, Shown } from "./composer.ts";
import type { Records } from "./record.ts";

export interface CardOptions {
  composers: Composers;
  overlay: () => Overlay;
  channel: RecordingChannel;
  records: Pick<Records, "falseAlarm">;
  t(key: string, ...args: string[]): string;
}

/** The card of one finding at a time: opened by a mark, the status or a key, kept in step with the text. */
export class Card {
  readonly #options: CardOptions;
  #box: ComposeBox | null = null;
  /** Where the focus was: in the post's own words, or in a part of it. */
  #from: ComposeBox | null = null;
  #current: string | null = null;
  #focus = false;
  #notice: string | undefined;
  #speakers: readonly string[] | undefined;
  /** The text on which it was opened. */
  #text = "";
  #isFixing = false;

  constructor(options: CardOptions, signal: AbortSignal) {
    this.#options = options;
    options.composers.onChange((box) => {
      if (options.composers.ownerOf(box) === this.#box) this.#follow();
    }, signal);
    signal.addEventListener("abort", () => this.close());
  }

  get box(): ComposeBox | null {
    return this.#box;
  }

  /** @param focus whether the card takes the focus: only where the person asked for it by key or press */
  open(opened: ComposeBox, shown: Shown | undefined, focus: boolean): void {
    const { composers } = this.#options;
    const box = composers.ownerOf(opened);
    const first = shown ?? composers.shownOf(box)[0];
    this.#box = box;
    this.#from = composers.group(box).find((one) => one.root.matches(":focus-within")) ?? box;
    this.#current = first?.view.id ?? null;
    this.#focus = focus;
    this.#notice = undefined;
    this.#speakers = undefined;
    this.#text = this.#textOf(box);
    if (focus) this.#from.rememberCaret();
    this.#show(focus);
    // Who asks, by a press on the status or by key, is told whose account it is too; who points at a word is not.
    if (focus && !box.verdict?.isIgnored) void this.#tellSpeakers(box);
  }

  #textOf(box: ComposeBox): string {
    return JSON.stringify(this.#options.composers.group(box).map(({ text }) => text));
  }

  async #tellSpeakers(box: ComposeBox): Promise<void> {
    const { channel, composers, overlay, t } = this.#options;
    const lines = await channel
      .speakers({ ...box.draft(), text: "" })
      .catch(() => [t("ui_speakers_failed")]);
    if (this.#box !== box) return;
    // Where nothing is found the card names the account in its head.
    const isNamed = composers.shownOf(box).length === 0;
    const name = accountName(composers.accountLine(box), t);
    this.#speakers = isNamed ? lines : [name, ...lines];
    this.#show(false);
    overlay().announce(lines.join("\n"));
  }

  /** Words about no draft in particular, in a corner of the page, until somebody closes them. */
  say(notice: string): void {
    const nothing = () => {};
    this.close();
    this.#options.overlay().openCard(
      () => new DOMRect(innerWidth, innerHeight),
      { findings: [], current: 0, guidelineTitle: "", notice },
      {
        fix: nothing,
        putAside: nothing,
        answer: nothing,
        falseAlarm: nothing,
        show: nothing,
        guide: nothing,
        close: () => this.#options.overlay().closeCard(),
      },
      { focus: false, inside: document.body },
    );
  }

  /** Whether the open card shows this finding. */
  isOn(view: FindingView): boolean {
    return this.#box !== null && this.#current === view.id;
  }

  close(toEditor = false): void {
    const box = this.#box;
    if (!box) return;
    this.#box = null;
    this.#current = null;
    this.#options.overlay().closeCard();
    if (toEditor && this.#focus) (this.#from ?? box).focus();
  }

  /** The card follows what is found, and leaves when its words are gone or the person types on. */
  #follow(): void {
    const box = this.#box;
    if (!box || this.#isFixing) return;
    if (box.signal.aborted || this.#textOf(box) !== this.#text) {
      this.close();
      return;
    }
    const all = this.#options.composers.shownOf(box);
    const same = all.find((shown) => shown.view.id === this.#current);
    // The same words may have moved, which gives them another id.
    const moved = all.find((shown) => sameWords(shown.view.id, this.#current));
    const next = same ?? moved;
    if (next || this.#current === null) {
      this.#current = next?.view.id ?? all[0]?.view.id ?? null;
      this.#show(false);
    } else if (this.#notice === undefined) {
      this.close(true);
    }
  }

  #show(focus: boolean): void {
    const box = this.#box;
    if (!box) return;
    const all = this.#options.composers.shownOf(box);
    const current = Math.max(
      0,
      all.findIndex((shown) => shown.view.id === this.#current),
    );
    const status = this.#options.composers.status(box);
    const notice = this.#notice ?? (status.isUnrecorded ? "ui_record_failed" : undefined);
    const view: CardView = {
      findings: all.map((shown) => shown.view),
      current,
      guidelineTitle: box.verdict?.guidelineTitle ?? "",
      ...(notice === undefined ? {} : { notice }),
      ...(this.#speakers ? { speakers: this.#speakers } : {}),
      ...(all.length === 0 ? { status } : {}),
    };
    const byId = (wanted: FindingView) => all.find((shown) => shown.view.id === wanted.id);
    this.#options.overlay().openCard(
      () => this.#anchor(),
      view,
      {
        fix: (wanted, fix) => void this.#fix(byId(wanted), fix),
        putAside: (wanted) => {
          const shown = byId(wanted);
          shown?.box.putAside(shown.finding);
        },
        answer: (wanted, answer) => {
          const shown = byId(wanted);
          shown?.box.answer(shown.finding, answer);
        },
        falseAlarm: (wanted) => {
          const shown = byId(wanted);
          if (!shown) return;
          this.#notice = shown.finding.level === "stop" ? "ui_false_alarm_stop" : undefined;
          if (shown.box.markFalseAlarm(shown.finding)) {
            this.#options.records.falseAlarm(shown.box, shown.finding);
          }
        },
        show: (index) => {
          this.#current = all[index]?.view.id ?? this.#current;
          this.#notice = undefined;
          this.#show(false);
        },
        guide: (wanted) => void this.#options.channel.guide(wanted.rule).catch(() => null),
        close: (toEditor) => this.close(toEditor),
      },
      { focus, inside: box.root },
    );
  }

  #anchor(): Rect | null {
    const box = this.#box;
    if (!box || box.signal.aborted) return null;
    const shown = this.#options.composers.shownOf(box).find((one) => one.view.id === this.#current);
    return shown ? this.#options.composers.rectOf(shown) : box.root.getBoundingClientRect();
  }

  async #fix(shown: Shown | undefined, fix: Fix): Promise<void> {
    const box = this.#box;
    if (!box || !shown || this.#isFixing) return;
    // The repair moves the focus into the editor by itself and the words away from under the card.
    this.#isFixing = true;
    const outcome = await shown.box.replace(shown.finding, fix.start, fix.end, fix.replacement);
    this.#isFixing = false;
    this.#text = this.#textOf(box);
    if (outcome === "done") {
      this.close();
      this.#options.overlay().announce(this.#options.t("ui_replaced", fix.replacement));
      return;
    }
    this.#notice = outcome === "stale" ? "ui_fix_stale" : "ui_fix_failed";
    this.#show(false);
    this.#options.overlay().announce(this.#options.t(this.#notice));
  }
}

/** Ids are "box:rule NUL words:start": the same but for where the words stand. */
function sameWords(a: string, b: string | null): boolean {
  return b !== null && a.slice(0, a.lastIndexOf(":")) === b.slice(0, b.lastIndexOf(":"));
}
