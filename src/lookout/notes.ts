import { adoptStyles, keepFromPage } from "../ui/host.ts";
import { themeAround } from "../ui/theme.ts";
import { trusted } from "../ui/trusted.ts";
import { NOTE_STYLES } from "./styles.ts";

export interface Note {
  /** By which it is dismissed for good, and told once a page. */
  key: string;
  /** What it replaces: a profile's older state. */
  about: "imitation" | "profile";
  look: "imitation" | "named" | "unnamed";
  title: string;
  text: string;
  /** To be copied and pasted. */
  copy?: string;
  request?: { label: string; press(): void };
}

export interface NotesOptions {
  t(key: string, ...args: string[]): string;
  dismiss(key: string): void;
  signal: AbortSignal;
}

/** Quiet notes in a corner of the page, one at a time. They never take the focus, and wait for nobody. */
export class Notes {
  readonly #options: NotesOptions;
  readonly #told = new Set<string>();
  readonly #waiting: Note[] = [];
  #shown: { note: Note; life: AbortController } | null = null;

  constructor(options: NotesOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", () => this.clear());
  }

  /** Shows it, once on this page; behind others that are not put away yet. */
  tell(note: Note): void {
    if (this.#told.has(note.key)) return;
    this.#told.add(note.key);
    if (note.about === "profile") this.leaveProfile();
    this.#waiting.push(note);
    if (!this.#shown) this.#next();
  }

  /** What was said of a profile ends with its page. */
  leaveProfile(): void {
    this.#withdraw(({ about }) => about === "profile");
  }

  clear(): void {
    this.#told.clear();
    this.#waiting.length = 0;
    this.#close();
  }

  /** What holds no more, because the page is another. */
  #withdraw(isOver: (note: Note) => boolean): void {
    for (const note of this.#waiting.filter(isOver))
      this.#waiting.splice(this.#waiting.indexOf(note), 1);
    if (this.#shown && isOver(this.#shown.note)) this.#close();
  }

  #close(): void {
    this.#shown?.life.abort();
    this.#shown = null;
  }

  #next(): void {
    this.#close();
    const note = this.#waiting.shift();
    if (!note || !document.body) return;
    const host = document.createElement("tenken-note");
    const life = new AbortController();
    life.signal.addEventListener("abort", () => host.remove());
    const shadow = host.attachShadow({ mode: "closed" });
    adoptStyles(shadow, NOTE_STYLES);
    keepFromPage(
      host,
      ({ target }) =>
        target === host || (target instanceof Node && target.getRootNode() === shadow),
      life.signal,
    );
    this.#shown = { note, life };
    document.body.append(host);
    // Filled once it stands, so that a screen reader hears a change.
    shadow.append(this.#theme(note));
  }

  #theme(note: Note): HTMLElement {
    const { t, dismiss } = this.#options;
    const theme = make("div", `theme ${themeAround(document.body)}`);
    theme.lang = t("locale_tag") === "en" ? "en" : "ja";
    const box = make("section", `note ${note.look}`);
    box.setAttribute("role", "status");
    box.setAttribute("aria-label", t("note_label"));
    const seal = make("span", "seal", "点");
    seal.setAttribute("aria-hidden", "true");
    const close = button("close", "×", () => this.#next());
    close.setAttribute("aria-label", t("note_close"));
    const head = make("header");
    head.append(seal, make("h2", "", note.title), close);
    const buttons = make("div", "buttons");
    if (note.copy !== undefined) buttons.append(this.#copyButton(note.copy));
    if (note.request) buttons.append(button("main", note.request.label, note.request.press));
    buttons.append(
      button("plain", t("note_dismiss"), () => {
        dismiss(note.key);
        this.#next();
      }),
    );
    box.append(head, make("p", "", note.text));
    if (note.copy !== undefined) box.append(make("code", "", note.copy));
    box.append(buttons);
    box.addEventListener("keydown", (event) => {
      if (event.isTrusted && event.key === "Escape") this.#next();
    });
    theme.append(box);
    return theme;
  }

  #copyButton(text: string): HTMLElement {
    const { t } = this.#options;
    const copy = button("main", t("note_copy"), () => {
      navigator.clipboard.writeText(text).then(
        () => {
          copy.textContent = t("note_copied");
        },
        () => {
          copy.textContent = t("note_not_copied");
        },
      );
    });
    return copy;
  }
}

function make(name: string, look = "", text = ""): HTMLElement {
  const element = document.createElement(name);
  if (look) element.className = look;
  element.textContent = text;
  return element;
}

function button(look: string, label: string, press: () => void): HTMLElement {
  const element = make("button", look, label);
  element.setAttribute("type", "button");
  element.addEventListener("click", trusted(press));
  return element;
}
