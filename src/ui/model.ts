import type { Answer, Destination, Fix, Level, Question } from "../contract.ts";

/** What the overlay shows. It knows no rule, no page and no editor: only these views and callbacks. */

export interface AccountLine {
  /** The account's name as registered, or "@handle" as the page shows it. */
  name: string;
  department?: string;
}

export interface StatusView {
  /**
   * "empty": nothing is written yet, so only the account stands there and nothing is claimed. "ignored": an
   * account outside the register, which policy leaves alone.
   */
  state: "empty" | "checking" | "clear" | "findings" | "unchecked" | "ignored";
  /** `_locales` key of why nothing is checked; set where state is "unchecked". */
  reason?: string;
  /** null: the page does not show which account would publish. */
  account: AccountLine | null;
  counts: Record<Level, number>;
  /** A pilot: "warn" marks but never holds, "observe" shows nothing but this status. */
  enforcement: "hold" | "warn" | "observe";
  /** No record of a post could be kept, of which somebody has to hear. */
  isUnrecorded?: boolean;
  /** In an emergency: how many minutes are left of it; null: as long as the settings say. */
  minutes?: number | null;
}

export interface FindingView {
  /** Stable while rule, range and words stay; the overlay uses it as key and in callbacks. */
  id: string;
  rule: string;
  level: Level;
  /** The words it is about; "" for the post as a whole. */
  text: string;
  /** What stands around the words, for "the word in its sentence"; at most 40 characters a side. */
  before: string;
  after: string;
  message: string;
  clause: { number: string; label: string; text: string };
  /** In what of several texts that go out together, as a `_locales` key with its words: which post of a thread. */
  where?: readonly [key: string, ...args: string[]];
  fixes: Fix[];
  destination?: Destination;
  asks?: Question;
  /** A shortener is being asked right now. */
  isAsking: boolean;
}

export interface CardView {
  findings: FindingView[];
  /** Index of the one shown. */
  current: number;
  guidelineTitle: string;
  /** Words of something that went wrong (a repair that did not take), as a `_locales` key. */
  notice?: string;
  /** Whose account it is and who may post on it, a line each; where the person asked for it. */
  speakers?: readonly string[];
  /** What the card says where `findings` is empty: nothing found, not checked and why, or checking. */
  status?: StatusView;
}

export interface CardHandlers {
  fix(finding: FindingView, fix: Fix): void;
  putAside(finding: FindingView): void;
  answer(finding: FindingView, answer: Answer): void;
  falseAlarm(finding: FindingView): void;
  show(index: number): void;
  guide(finding: FindingView): void;
  /** Escape, the close button, or a press outside. `toEditor`: focus goes back where it was. */
  close(toEditor: boolean): void;
}

export interface DialogView {
  /** "waiting": the verdict is still on its way. "unchecked": none came; check again or publish. */
  state: "findings" | "waiting" | "unchecked";
  platform: "x" | "facebook";
  account: AccountLine | null;
  /** `stop` first; `care` and `hint` below them, without holding. */
  findings: FindingView[];
  override: "allow" | "reason" | "never";
  /** Whether an emergency, which a person may declare, would let it go. */
  mayDeclare: boolean;
}

export type DialogAnswer =
  | { choice: "repair"; finding: FindingView | null }
  /** Puts a repair in place at once. */
  | { choice: "fix"; finding: FindingView; fix: Fix }
  /** Leads to where an emergency may be declared. */
  | { choice: "emergency" }
  /** `numbers`: by finding, what was asked for in words, such as a decision's number. */
  | { choice: "publish"; reason: string; numbers: Readonly<Record<string, string>> }
  | { choice: "again" };

/** Viewport coordinates in CSS pixels. */
export type Rect = Pick<DOMRect, "left" | "top" | "width" | "height">;

export interface LineView {
  level: Level;
  /** The words' rectangle. */
  rect: Rect;
}

/** Where a status may stand: all in viewport coordinates, read anew at each layout. */
export interface StatusAnchor {
  /** The box of the whole composer, without the page around it. */
  composer(): DOMRect;
  /** The text's own box. */
  editor(): DOMRect;
  /** The publish button, where it was found. */
  button(): DOMRect | null;
}

export interface OverlayOptions {
  document: Document;
  /** Words of a `_locales` key. */
  t(key: string, ...args: string[]): string;
  lang: "ja" | "en";
  /** "open" only in a gallery that tools look into; default "closed": no page script reaches in. */
  shadow?: "open" | "closed";
}

/** One shadow host for the whole page. Every control ignores events that are not `isTrusted`. */
export interface Overlay {
  /** Shows or updates the status of one composer; `key` is the composer's element. */
  setStatus(key: Element, anchor: StatusAnchor, view: StatusView, onPress: () => void): void;
  removeStatus(key: Element): void;
  /** Opens or updates the card beside a rectangle of the draft (or the status); never takes focus unless `focus`. */
  openCard(
    anchor: () => Rect | null,
    view: CardView,
    handlers: CardHandlers,
    options: { focus: boolean; inside: Element },
  ): void;
  closeCard(): void;
  /** Modal; resolves with the person's answer; null when Escape or the caller closes it. */
  openDialog(
    view: DialogView,
    inside: Element,
    handlers: Pick<CardHandlers, "answer">,
  ): Promise<DialogAnswer | null>;
  /** Changes what the open dialog shows (a verdict that came late). */
  updateDialog(view: DialogView): void;
  closeDialog(): void;
  /** Lines over words that no highlight can mark: emoji, and everything in forced-colours mode. */
  drawLines(lines: LineView[]): void;
  /** Where [start, end) of a plain field's text is seen, one a line; empty where none of it is. */
  rectsIn(field: HTMLInputElement | HTMLTextAreaElement, start: number, end: number): Rect[];
  /** A polite message for screen readers. */
  announce(words: string): void;
  /** Positions follow the page: call after scrolling, resizing or a mutation. */
  relayout(): void;
  /** Whether an event came from the overlay itself. */
  owns(event: Event): boolean;
  destroy(): void;
}
