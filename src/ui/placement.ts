/** Where a status may stand. Pure: rectangles in viewport CSS pixels, the page asked only through `probe`. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Surroundings {
  viewport: Box;
  composer: Box;
  editor: Box;
  button: Box | null;
  /** What the page shows at a point: nothing that matters, something to read, something to press or type in. */
  probe(x: number, y: number): "free" | "words" | "control";
}

export interface Spot {
  left: number;
  top: number;
  /** How wide the status may grow there, starting at `left`. */
  width: number;
}

const GAP = 8;
/** Narrower than any control of 24 px, so that none slips between two probes. */
const STEP = 12;

interface Row {
  left: number;
  right: number;
  top: number;
  /** A row outside the composer may lie over what the page merely shows; never over its controls. */
  mayCoverWords: boolean;
}

/** The rows to try, best first: the toolbar's, between text and toolbar, above the text, below, on top. */
function rows({ composer, editor, button }: Surroundings, height: number): Row[] {
  const inner = { left: composer.left + GAP, right: composer.right - GAP };
  const list: Row[] = [];
  if (button) {
    const top = (button.top + button.bottom - height) / 2;
    if (button.top >= editor.bottom || button.bottom <= editor.top) {
      const right = Math.min(button.left, composer.right) - GAP;
      list.push({ left: inner.left, right, top, mayCoverWords: false });
    }
    const between = button.top - GAP / 2 - height;
    if (between >= editor.bottom) list.push({ ...inner, top: between, mayCoverWords: false });
  }
  const inside = composer.bottom - height - GAP / 2;
  if (inside >= editor.bottom) list.push({ ...inner, top: inside, mayCoverWords: false });
  const above = editor.top - height - GAP / 2;
  if (above >= composer.top) list.push({ ...inner, top: above, mayCoverWords: false });
  list.push({ ...inner, top: composer.bottom + GAP / 2, mayCoverWords: true });
  list.push({ ...inner, top: composer.top - height - GAP / 2, mayCoverWords: true });
  return list;
}

/** The longest stretch of a row where nothing of the page lies, at least `least` wide. */
function freeStretch(
  row: Row,
  coversWords: boolean,
  height: number,
  around: Surroundings,
  least: number,
): Spot | null {
  const { viewport, editor } = around;
  if (row.top < viewport.top || row.top + height > viewport.bottom) return null;
  // What is being typed is never covered, whatever a probe says of the empty part of a line.
  if (row.top < editor.bottom && row.top + height > editor.top) return null;
  const left = Math.max(row.left, viewport.left + GAP);
  const right = Math.min(row.right, viewport.right - GAP);
  const isFree = (x: number) =>
    [row.top + 1, row.top + height / 2, row.top + height - 1].every((y) => {
      const seen = around.probe(x, y);
      return seen === "free" || (seen === "words" && coversWords);
    });
  let best: Spot | null = null;
  let start: number | null = null;
  for (let x = left; left < right; x = Math.min(x + STEP, right)) {
    start = isFree(x) ? (start ?? x) : null;
    if (start !== null) {
      const width: number = x - start;
      // Of equal stretches the one nearest the button is taken, where the eye goes before posting.
      if (width >= least && (!best || start === best.left || width >= best.width))
        best = { left: start, top: row.top, width };
    }
    if (x === right) break;
  }
  return best;
}

/**
 * The best spot for a status of this size: first a row where all of it fits, else one where its
 * counts do (`least`), then the same over words outside the composer, else none, and the caller falls
 * back to the viewport's corner.
 */
export function chooseSpot(
  size: { width: number; least: number; height: number },
  around: Surroundings,
): Spot | null {
  const list = rows(around, size.height);
  const widths = [size.width, (size.width + size.least) / 2, size.least];
  for (const coversWords of [false, true]) {
    for (const wanted of widths) {
      for (const row of list) {
        if (coversWords && !row.mayCoverWords) continue;
        const stretch = freeStretch(row, coversWords, size.height, around, wanted);
        if (!stretch) continue;
        const width = Math.min(stretch.width, size.width);
        // At the right end, nearest the button.
        return { left: stretch.left + stretch.width - width, top: stretch.top, width };
      }
    }
  }
  return null;
}

/**
 * What a card must leave open: the marked words, and the line that is being typed where it is near
 * (within `reach`), so that the card stands below or above both.
 */
export function keepClear(words: Box, caret: Box | null, reach: number): Box {
  if (!caret) return words;
  const distance = Math.max(caret.top - words.bottom, words.top - caret.bottom);
  if (distance > reach) return words;
  return {
    left: words.left,
    right: words.right,
    top: Math.min(words.top, caret.top),
    bottom: Math.max(words.bottom, caret.bottom),
  };
}
