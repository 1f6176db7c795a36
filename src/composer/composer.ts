import type { Finding, Level } from "../contract.ts";
import { isField } from "../editors/textarea.ts";
import type { Site } from "../sites/site.ts";
import type { AccountLine, FindingView, LineView, Overlay, Rect, StatusView } from "../ui/model.ts";
import { ComposeBox } from "./box.ts";
import type { RecordingChannel } from "./channel.ts";
import { groundOf } from "./ground.ts";
import { InForce } from "./in-force.ts";
import { Marks } from "./marks.ts";
import { rangeOf, rectsOf } from "./places.ts";
import { viewOf } from "./views.ts";

/** Words of emoji only: X draws them as a picture over hidden letters, where no highlight shows. */
const ONLY_EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|[\u200d\ufe0f\u20e3]|\p{Emoji_Modifier}|\p{Regional_Indicator})+$/u;

/** How long the last status stays before "checking" takes its place, in ms. */
const BEFORE_CHECKING = 250;

export interface Shown {
  box: ComposeBox;
  finding: Finding;
  view: FindingView;
}

/** All compose boxes of a page, and what is shown about them. */
export class Composers {
  readonly #site: Site;
  readonly #channel: RecordingChannel;
  readonly #overlay: () => Overlay;
  readonly #signal: AbortSignal;
  readonly #marks: Marks;
  readonly #boxes = new Map<HTMLElement, ComposeBox>();
  readonly #forcedColours: MediaQueryList;
  readonly #listeners = new Set<(box: ComposeBox) => void>();
  readonly #onStatus: (box: ComposeBox) => void;
  /** By a part's box, its post's. */
  readonly #owners = new WeakMap<ComposeBox, ComposeBox>();
  readonly #checking = new Map<ComposeBox, ReturnType<typeof setTimeout> | undefined>();
  #hasLines = false;
  readonly #inForce: InForce;
  /** The record of a post could not be kept, here or in another tab. */
  #isUnrecorded = false;

  constructor(options: {
    document: Document;
    site: Site;
    channel: RecordingChannel;
    overlay: () => Overlay;
    signal: AbortSignal;
    onStatus: (box: ComposeBox) => void;
    announce: (key: string) => void;
  }) {
    this.#site = options.site;
    this.#channel = options.channel;
    this.#overlay = options.overlay;
    this.#signal = options.signal;
    this.#onStatus = options.onStatus;
    this.#marks = new Marks(options.document);
    this.#forcedColours = matchMedia("(forced-colors: active)");
    options.signal.addEventListener("abort", () => this.#marks.clear());
    this.#inForce = new InForce({
      ...options,
      // What is left of an emergency is said anew; when nothing is, all is asked anew.
      onMinute: (isOver) => {
        for (const box of this.all)
          if (isOver) box.renew();
          else this.#showStatus(this.ownerOf(box));
      },
    });
  }

  /** A pilot never holds, also where no answer comes; as the newest verdict of any box said. */
  get isPilot(): boolean {
    return this.#inForce.of(null).enforcement !== "hold";
  }

  get all(): Iterable<ComposeBox> {
    return this.#boxes.values();
  }

  tellRecorded(isKept: boolean): void {
    if (this.#isUnrecorded !== isKept) return;
    this.#isUnrecorded = !isKept;
    for (const box of this.all) this.#showStatus(box);
  }

  /** The box of an editor; watching begins with the first call. */
  open(root: HTMLElement): ComposeBox {
    this.#prune();
    const known = this.#boxes.get(root);
    if (known && !known.signal.aborted) return known;
    const box = new ComposeBox(
      root,
      this.#site,
      this.#channel,
      { changed: (changed) => this.#changed(changed), gone: (gone) => this.#gone(gone) },
      this.#signal,
    );
    this.#boxes.set(root, box);
    this.#listen(box);
    this.#changed(box);
    return box;
  }

  /** Tells whenever text or findings of a box changed, or it left the page. */
  onChange(listener: (box: ComposeBox) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** The box that tells of this one: of a poll's option or a picture its post's, of every other itself. */
  ownerOf(box: ComposeBox): ComposeBox {
    return this.#owners.get(box) ?? box;
  }

  /** A post's box, and those of its parts. */
  group(box: ComposeBox): ComposeBox[] {
    return [box, ...[...this.all].filter((one) => one !== box && this.ownerOf(one) === box)];
  }

  /** What is found in a post and its parts; what is said of the whole post, once. */
  shownOf(box: ComposeBox): Shown[] {
    const all = this.group(box).flatMap((one) => this.shown(one));
    return all.filter((shown) => shown.box === box || shown.finding.end > 0);
  }

  shown(box: ComposeBox): Shown[] {
    const { verdict } = box;
    if (!verdict) return [];
    return visible(box).map((finding) => ({
      box,
      finding,
      view: viewOf(finding, box.text, verdict, { key: box.key, isAsking: box.isAsking }),
    }));
  }

  /** Where a finding's words stand now; the box's own place where they stand nowhere. */
  rectOf({ box, finding }: Pick<Shown, "box" | "finding">): Rect {
    return this.#rectsOf(box, finding)[0] ?? box.root.getBoundingClientRect();
  }

  #rectsOf(box: ComposeBox, finding: Finding): Rect[] {
    return rectsOf(box, finding, this.#overlay);
  }

  /** The finding whose mark a point of the viewport hits. */
  at(box: ComposeBox, x: number, y: number): Shown | null {
    for (const shown of this.shown(box)) {
      for (const { left, top, width, height } of this.#rectsOf(box, shown.finding)) {
        if (x >= left && x <= left + width && y >= top && y <= top + height + 4) return shown;
      }
    }
    return null;
  }

  accountLine(box: ComposeBox): AccountLine | null {
    const registered = box.verdict?.account;
    if (registered) {
      return {
        name: registered.name ?? registered.handle ?? "",
        ...(registered.department ? { department: registered.department } : {}),
      };
    }
    const name = this.#site.accountName(box.root);
    return name ? { name } : null;
  }

  #changed(box: ComposeBox): void {
    if (box.signal.aborted) return;
    const { verdict } = box;
    if (this.#inForce.see(verdict)) this.tellRecorded(!verdict.isUnrecorded);
    this.#mark(box);
    for (const root of this.#site.partsOf(box.root)) this.#owners.set(this.open(root), box);
    this.#showStatus(this.ownerOf(box));
    for (const listener of this.#listeners) listener(box);
  }

  #showStatus(box: ComposeBox): void {
    const view = this.status(box);
    clearTimeout(this.#checking.get(box));
    // An answer takes a few milliseconds: "checking" for each letter would only flicker.
    if (view.state === "checking" && this.#checking.has(box)) {
      this.#checking.set(
        box,
        setTimeout(() => this.#setStatus(box, this.status(box)), BEFORE_CHECKING),
      );
      return;
    }
    this.#checking.set(box, undefined);
    this.#setStatus(box, view);
  }

  #setStatus(box: ComposeBox, view: StatusView): void {
    // A part is told of by its post; what is wrong with a plain repost is said at the press.
    if (box.signal.aborted || this.#site.editorAt(box.root) !== box.root) return;
    this.#overlay().setStatus(
      box.root,
      {
        composer: () => this.#site.box(box.root).getBoundingClientRect(),
        editor: () => box.root.getBoundingClientRect(),
        button: () => {
          const release = this.#site.releaseOf(box.root);
          return release?.by === "button" ? release.button.getBoundingClientRect() : null;
        },
      },
      view,
      () => this.#onStatus(box),
    );
  }

  /** A box that was hidden before it left the page told nothing of it. */
  #prune(): void {
    for (const box of this.#boxes.values()) if (!box.root.isConnected) box.dispose();
  }

  #gone(box: ComposeBox): void {
    this.#boxes.delete(box.root);
    clearTimeout(this.#checking.get(box));
    this.#checking.delete(box);
    this.#marks.delete(box);
    this.#overlay().removeStatus(box.root);
    this.#drawLines();
    const owner = this.ownerOf(box);
    if (owner !== box && !owner.signal.aborted) this.#showStatus(owner);
    for (const listener of this.#listeners) listener(box);
  }

  status(box: ComposeBox): StatusView {
    const counts: Record<Level, number> = { stop: 0, care: 0, hint: 0 };
    const boxes = this.group(box);
    for (const { finding } of this.shownOf(box)) counts[finding.level]++;
    const base = {
      account: this.accountLine(box),
      counts,
      ...this.#inForce.of(box.verdict),
      isUnrecorded: this.#isUnrecorded,
    };
    if (!this.#channel.isAlive()) {
      return { ...base, state: "unchecked", reason: "ui_reason_updated" };
    }
    if (box.verdictNow()?.isIgnored) return { ...base, state: "ignored" };
    if (!this.#site.partOf(box.root) && !this.#site.releaseOf(box.root)) {
      return { ...base, state: "unchecked", reason: "ui_reason_no_button" };
    }
    // A pilot that only observes shows nothing, so it claims nothing either.
    if (base.enforcement === "observe") return { ...base, state: "empty" };
    if (boxes.some(({ isMissing }) => isMissing))
      return { ...base, state: "unchecked", reason: "ui_reason_no_answer" };
    if (boxes.every(({ text }) => text.trim() === "")) return { ...base, state: "empty" };
    if (counts.stop + counts.care + counts.hint > 0) return { ...base, state: "findings" };
    // "Nothing found" is said only of exactly the text that stands there.
    return { ...base, state: boxes.every((one) => one.verdictNow()) ? "clear" : "checking" };
  }

  #mark(box: ComposeBox): void {
    const marks = this.#forcedColours.matches
      ? []
      : visible(box).flatMap((finding) => {
          const range = rangeOf(box, finding);
          return range ? [{ level: finding.level, range }] : [];
        });
    this.#marks.set(box, marks, marks.length > 0 ? groundOf(box.root) : "light");
    this.#drawLines();
  }

  /** Lines in our own layer, where no highlight can show: over emoji, in fields, and with forced colours. */
  #drawLines(): void {
    const lines: LineView[] = [];
    for (const box of this.#boxes.values()) {
      for (const finding of visible(box)) {
        const isOurs = this.#forcedColours.matches || ONLY_EMOJI.test(finding.text);
        if (!isOurs && !isField(box.root)) continue;
        for (const { left, top, width, height } of this.#rectsOf(box, finding)) {
          lines.push({ level: finding.level, rect: { left, top, width, height } });
        }
      }
    }
    if (lines.length > 0 || this.#hasLines) this.#overlay().drawLines(lines);
    this.#hasLines = lines.length > 0;
  }

  #listen(box: ComposeBox): void {
    const { signal } = box;
    const redraw = () => this.#mark(box);
    this.#forcedColours.addEventListener("change", redraw, { signal });
    const view = box.root.ownerDocument.defaultView;
    const moved = () => {
      if (this.#hasLines) this.#drawLines();
    };
    view?.addEventListener("scroll", moved, { signal, capture: true, passive: true });
    view?.addEventListener("resize", moved, { signal, passive: true });
  }
}

/** What a person sees of the findings: nothing while an organisation only observes. */
function visible({ verdict, findings }: ComposeBox): readonly Finding[] {
  return verdict && verdict.enforcement !== "observe" ? findings : [];
}
