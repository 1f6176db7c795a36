import type { Level } from "../contract.ts";
import type { Ground } from "./ground.ts";

export interface Mark {
  level: Level;
  range: Range;
}

const LEVELS: readonly Level[] = ["hint", "care", "stop"];

interface Entry {
  ground: Ground;
  marks: readonly Mark[];
}

/**
 * Marks by CSS highlights: no node enters the editor. The registry is shared with the page, hence the
 * prefix; iterating a Highlight throws in Firefox's isolated world, hence the map of our own.
 */
export class Marks {
  readonly #document: Document;
  readonly #byBox = new Map<object, Entry>();
  #sheet: CSSStyleSheet | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  set(box: object, marks: readonly Mark[], ground: Ground): void {
    const before = this.#byBox.get(box);
    if (marks.length === 0 && !before) return;
    // Painting is the dearest part of a key press; most keys leave the marks where they were.
    if (before?.ground === ground && areSame(before.marks, marks) && this.#stand(before)) return;
    this.#byBox.set(box, { ground, marks });
    this.#paint();
  }

  delete(box: object): void {
    if (this.#byBox.delete(box)) this.#paint();
  }

  clear(): void {
    this.#byBox.clear();
    this.#paint();
  }

  #paint(): void {
    this.#adoptStyles();
    for (const ground of ["light", "dark"] as const) {
      for (const level of LEVELS) {
        const ranges = [...this.#byBox.values()]
          .filter((entry) => entry.ground === ground)
          .flatMap((entry) => entry.marks)
          .filter((mark) => mark.level === level)
          .map((mark) => mark.range);
        const name = nameOf(level, ground);
        if (ranges.length === 0) {
          CSS.highlights.delete(name);
          continue;
        }
        const highlight = new Highlight(...ranges);
        // Where two findings overlap, the graver line is the one to see.
        highlight.priority = LEVELS.indexOf(level);
        CSS.highlights.set(name, highlight);
      }
    }
  }

  /** Registry and list of sheets are the page's too, and may have been emptied by it. */
  #stand({ ground, marks }: Entry): boolean {
    return (
      this.#sheet !== null &&
      this.#document.adoptedStyleSheets.includes(this.#sheet) &&
      LEVELS.every(
        (level) =>
          marks.every((mark) => mark.level !== level) || CSS.highlights.has(nameOf(level, ground)),
      )
    );
  }

  #adoptStyles(): void {
    const { adoptedStyleSheets } = this.#document;
    // A page may replace the whole list; look each time rather than trust the first.
    if (this.#sheet && adoptedStyleSheets.includes(this.#sheet)) return;
    this.#sheet ??= new CSSStyleSheet();
    this.#sheet.replaceSync(STYLES);
    this.#document.adoptedStyleSheets = [...adoptedStyleSheets, this.#sheet];
  }
}

const nameOf = (level: Level, ground: Ground) => `tenken-${level}-${ground}`;

/** What a script of an older version left behind is nobody's any more. */
export function removeStaleMarks(): void {
  for (const ground of ["light", "dark"] as const) {
    for (const level of LEVELS) CSS.highlights.delete(nameOf(level, ground));
  }
}

/** A range follows the page's edits, so one that still stands where it should is still painted there. */
function areSame(old: readonly Mark[], wanted: readonly Mark[]): boolean {
  return (
    old.length === wanted.length &&
    old.every(({ level, range }, at) => {
      const other = wanted[at];
      return (
        other?.level === level &&
        other.range.startContainer === range.startContainer &&
        other.range.startOffset === range.startOffset &&
        other.range.endContainer === range.endContainer &&
        other.range.endOffset === range.endOffset
      );
    })
  );
}

/** Level is told by the line's style, not by colour alone (solid, dashed, dotted). */
const STYLES = LEVELS.flatMap((level) => {
  const line = { stop: "solid", care: "dashed", hint: "dotted" }[level];
  const thickness = level === "stop" ? 3 : 2;
  const colours = {
    light: { stop: "#ce0000", care: "#ac3e00", hint: "#264af4" },
    dark: { stop: "#ff9696", care: "#ffa66d", hint: "#9db7f9" },
  };
  const ground = { light: "#fdeeee", dark: "#3a0c0c" };
  return (["light", "dark"] as const).map(
    (theme) => `::highlight(tenken-${level}-${theme}) {
      text-decoration: underline ${line} ${colours[theme][level]} ${thickness}px;
      text-underline-offset: 4px;
      text-decoration-skip-ink: none;
      ${level === "stop" ? `background-color: ${ground[theme]};` : ""}
    }`,
  );
}).join("\n");
