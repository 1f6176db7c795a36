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
  probe(x: number, y: number): Seen;
}

export type Seen = "free" | "words" | "control";

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

/** What lies in one column of a row, the worst of what is probed there; each column is probed once. */
function columnsOf(row: Row, height: number, { probe }: Surroundings): (x: number) => Seen {
  const known = new Map<number, Seen>();
  return (x) => {
    let worst = known.get(x);
    if (worst) return worst;
    worst = "free";
    for (const y of [row.top + 1, row.top + height / 2, row.top + height - 1]) {
      const seen = probe(x, y);
      if (seen !== "free") worst = seen;
      if (seen === "control") break;
    }
    known.set(x, worst);
    return worst;
  };
}

/**
 * The stretch nearest a row's right end, where the button is and the eye goes before posting, that is
 * at least `least` wide; up to `most` of it.
 */
function stretchIn(
  { left, right, top }: Row,
  isFree: (x: number) => boolean,
  least: number,
  most: number,
): Spot | null {
  let end: number | null = null;
  let found: Spot | null = null;
  for (let x = right; x >= left; x -= STEP) {
    if (!isFree(x)) {
      if (found) return found;
      end = null;
      continue;
    }
    end ??= x;
    const width: number = Math.min(end - x, most);
    if (width >= least) found = { left: end - width, top, width };
    if (width >= most) return found;
  }
  return found;
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
  const { viewport, editor } = around;
  const candidates = rows(around, size.height)
    .map((row) => ({
      ...row,
      left: Math.max(row.left, viewport.left + GAP),
      right: Math.min(row.right, viewport.right - GAP),
    }))
    .filter(({ top }) => {
      const bottom = top + size.height;
      // What is being typed is never covered, whatever a probe says of the empty part of a line.
      const isOverText = top < editor.bottom && bottom > editor.top;
      return top >= viewport.top && bottom <= viewport.bottom && !isOverText;
    })
    .map((row) => ({ row, seenAt: columnsOf(row, size.height, around) }));
  const widths = [size.width, (size.width + size.least) / 2, size.least];
  for (const coversWords of [false, true])
    for (const least of widths)
      for (const { row, seenAt } of candidates) {
        if (coversWords && !row.mayCoverWords) continue;
        const isFree = (x: number) =>
          seenAt(x) === "free" || (coversWords && seenAt(x) === "words");
        const spot = stretchIn(row, isFree, least, size.width);
        if (spot) return spot;
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

/** What keeps a card from the words, and from the viewport's edge. */
const CARD_GAP = 6;
const CARD_MARGIN = 8;
/** However little room is left, a card keeps so much: two lines, and the rest by scrolling. */
const LEAST_HEIGHT = 96;

/**
 * Where a card of this size stands: below what is kept clear, above it where it does not fit below, else
 * where there is more room; `room` is the height that it may have there.
 */
export function besideWords(
  { width, height }: { width: number; height: number },
  clear: Box,
  viewport: Box,
): { left: number; top: number; room: number } {
  const below = viewport.bottom - CARD_MARGIN - (clear.bottom + CARD_GAP);
  const above = clear.top - CARD_GAP - (viewport.top + CARD_MARGIN);
  const isBelow = height <= below || (height > above && below >= above);
  const room = Math.max(LEAST_HEIGHT, Math.floor(isBelow ? below : above));
  const rightmost = viewport.right - CARD_MARGIN - width;
  return {
    left: Math.max(viewport.left + CARD_MARGIN, Math.min(clear.left, rightmost)),
    top: isBelow ? clear.bottom + CARD_GAP : clear.top - CARD_GAP - Math.min(height, room),
    room,
  };
}
