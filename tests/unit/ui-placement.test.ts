import { describe, expect, test } from "vitest";
import {
  type Box,
  besideWords,
  chooseSpot,
  keepClear,
  type Surroundings,
} from "../../src/ui/placement.ts";

const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right,
  bottom,
});

/** X's composer: text above, a toolbar with icons at the left and the button at the right. */
const EDITOR = box(60, 110, 590, 200);
const BUTTON = box(500, 210, 590, 246);
const ICONS = box(60, 210, 260, 246);

function page(controls: Box[], words: Box[] = [], more: Partial<Surroundings> = {}): Surroundings {
  const isIn = ({ left, top, right, bottom }: Box, x: number, y: number) =>
    x >= left && x <= right && y >= top && y <= bottom;
  return {
    viewport: box(0, 0, 800, 600),
    composer: box(0, 100, 600, 250),
    editor: EDITOR,
    button: BUTTON,
    probe(x, y) {
      if (controls.some((control) => isIn(control, x, y))) return "control";
      return words.some((word) => isIn(word, x, y)) ? "words" : "free";
    },
    ...more,
  };
}

const SIZE = { width: 200, least: 110, height: 30 };

function overlaps(spot: { left: number; top: number; width: number }, other: Box): boolean {
  return (
    spot.left < other.right &&
    spot.left + spot.width > other.left &&
    spot.top < other.bottom &&
    spot.top + SIZE.height > other.top
  );
}

describe("chooseSpot", () => {
  test("stands in the toolbar, just left of the button", () => {
    const spot = chooseSpot(SIZE, page([ICONS, BUTTON]));
    expect(spot).toMatchObject({ top: 213, width: 200 });
    expect((spot?.left ?? 0) + (spot?.width ?? 0)).toBeLessThanOrEqual(BUTTON.left);
    expect((spot?.left ?? 0) + (spot?.width ?? 0)).toBeGreaterThan(BUTTON.left - 24);
  });

  test("goes below the composer where the toolbar is full", () => {
    expect(chooseSpot(SIZE, page([box(0, 201, 600, 250)]))?.top).toBeGreaterThan(250);
  });

  test("rather shrinks beside the button than cover the page's words", () => {
    const spot = chooseSpot(
      SIZE,
      page([box(0, 204, 370, 250), BUTTON], [box(0, 251, 600, 400), box(0, 0, 600, 99)]),
    );
    expect(spot).toMatchObject({ top: 213 });
    expect(spot?.width).toBeLessThan(SIZE.width);
  });

  test("covers words outside the composer where nothing else is left", () => {
    const spot = chooseSpot(
      SIZE,
      page([box(0, 201, 600, 250)], [box(0, 251, 600, 600), box(0, 0, 600, 99)]),
    );
    expect(spot?.top).toBeGreaterThan(250);
  });

  test("never covers a control, the text or what lies outside the viewport", () => {
    for (let at = 0; at < 600; at += 7) {
      const control = box(at, 190, at + 24, 300);
      const around = page([control, BUTTON], [], { viewport: box(0, 0, 800, 270) });
      const spot = chooseSpot(SIZE, around);
      if (!spot) throw new Error(`no spot with a control at ${at}`);
      expect(overlaps(spot, control)).toBe(false);
      expect(overlaps(spot, BUTTON)).toBe(false);
      expect(overlaps(spot, EDITOR)).toBe(false);
      expect(spot.top + SIZE.height).toBeLessThanOrEqual(270);
    }
  });

  test("finds none where everything is taken", () => {
    expect(chooseSpot(SIZE, page([box(0, 0, 800, 600)]))).toBeNull();
  });

  test("does without a button", () => {
    const spot = chooseSpot(SIZE, page([], [], { button: null }));
    expect(spot && overlaps(spot, EDITOR)).toBe(false);
  });
});

describe("keepClear", () => {
  const words = box(100, 100, 160, 120);
  test("of the words alone, where nothing is typed or far away", () => {
    expect(keepClear(words, null, 240)).toEqual(words);
    expect(keepClear(words, box(10, 500, 11, 520), 240)).toEqual(words);
  });
  test("of the words and the line being typed", () => {
    expect(keepClear(words, box(300, 150, 301, 170), 240)).toEqual(box(100, 100, 160, 170));
    expect(keepClear(words, box(300, 50, 301, 70), 240)).toEqual(box(100, 50, 160, 120));
  });
});

describe("where a card stands", () => {
  const viewport = box(0, 0, 800, 600);
  const size = { width: 400, height: 300 };

  test("below the words, from their left edge", () => {
    expect(besideWords(size, box(60, 100, 160, 120), viewport)).toEqual({
      left: 60,
      top: 126,
      room: 466,
    });
  });

  test("above them where it does not fit below", () => {
    expect(besideWords(size, box(60, 400, 160, 420), viewport)).toEqual({
      left: 60,
      top: 94,
      room: 386,
    });
  });

  test("where there is more room if it fits on neither side, and no higher than that", () => {
    const tall = { width: 400, height: 590 };
    expect(besideWords(tall, box(60, 200, 160, 220), viewport)).toEqual({
      left: 60,
      top: 226,
      room: 366,
    });
    expect(besideWords(tall, box(60, 400, 160, 420), viewport)).toEqual({
      left: 60,
      top: 8,
      room: 386,
    });
  });

  test("within the viewport's sides, the left one first", () => {
    expect(besideWords(size, box(700, 100, 780, 120), viewport).left).toBe(392);
    expect(besideWords(size, box(-90, 100, 20, 120), viewport).left).toBe(8);
    expect(besideWords(size, box(60, 100, 160, 120), box(0, 0, 300, 600)).left).toBe(8);
  });

  test("never so low that nothing can be read", () => {
    expect(besideWords(size, box(0, 40, 10, 80), box(0, 0, 800, 120)).room).toBe(96);
  });
});
