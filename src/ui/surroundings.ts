import type { StatusAnchor } from "./model.ts";
import type { Box, Surroundings } from "./placement.ts";

/** What the page shows around a composer, read by hit testing, since only that knows what lies on top. */

const CONTROL = [
  "a[href]",
  "button",
  "input",
  "textarea",
  "select",
  "summary",
  "label",
  "iframe",
  "[contenteditable]",
  "[tabindex]",
  "[role=button]",
  "[role=link]",
  "[role=menuitem]",
  "[role=option]",
  "[role=tab]",
  "[role=switch]",
  "[role=checkbox]",
].join();

const PICTURE = "img, svg, svg *, video, canvas, picture, [role=progressbar]";

/** At most so many levels up: on X a composer's box is about 19 levels above its editor. */
const CLIMB = 30;

/** The smallest ancestor of the composer's element that holds the composer's whole box. */
function frameOf(key: Element, box: Box): Element {
  let at: Element | null = key;
  for (let level = 0; at && level < CLIMB; level += 1) {
    const own = at.getBoundingClientRect();
    const holds =
      own.left <= box.left + 1 &&
      own.right >= box.right - 1 &&
      own.top <= box.top + 1 &&
      own.bottom >= box.bottom - 1;
    if (holds) return at;
    at = at.parentElement;
  }
  return key;
}

export function viewportOf(view: Window): Box {
  // The part that a pinch zoom or a phone's keyboard leaves is what a person sees.
  const visual = view.visualViewport;
  const left = visual?.offsetLeft ?? 0;
  const top = visual?.offsetTop ?? 0;
  return {
    left,
    top,
    right: left + (visual?.width ?? view.innerWidth),
    bottom: top + (visual?.height ?? view.innerHeight),
  };
}

/**
 * Reads the composer's boxes, and how to probe the page there. `isOurs` tells the overlay's own
 * elements, `taken` are spots already given to other statuses. null: the composer cannot be seen,
 * being scrolled away, covered or without size.
 */
export function readSurroundings(
  key: Element,
  anchor: StatusAnchor,
  taken: readonly Box[],
  isOurs: (element: Element) => boolean,
): Surroundings | null {
  const document = key.ownerDocument;
  const view = document.defaultView;
  if (!view || !key.isConnected) return null;
  const viewport = viewportOf(view);
  const composer = anchor.composer();
  const editor = anchor.editor();
  const frame = frameOf(key, composer);

  const topmost = (x: number, y: number) => {
    // Asking for one element is many times cheaper than for all.
    const first = document.elementFromPoint(x, y);
    if (!first || !isOurs(first)) return first;
    return document.elementsFromPoint(x, y).find((element) => !isOurs(element)) ?? null;
  };
  const isFrames = (element: Element) => frame.contains(element) || element.contains(frame);

  const seen = {
    left: Math.max(editor.left, viewport.left),
    right: Math.min(editor.right, viewport.right),
    top: Math.max(editor.top, viewport.top),
    bottom: Math.min(editor.bottom, viewport.bottom),
  };
  if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) return null;
  const points = [0.1, 0.5, 0.9].map((share) => ({
    x: seen.left + (seen.right - seen.left) * share,
    y: seen.top + (seen.bottom - seen.top) * share,
  }));
  const isSeen = points.some(({ x, y }) => {
    const element = topmost(x, y);
    return element !== null && frame.contains(element);
  });
  if (!isSeen) return null;

  const isIn = (box: Box, x: number, y: number) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

  return {
    viewport,
    composer,
    editor,
    button: anchor.button(),
    probe(x, y) {
      if (taken.some((box) => isIn(box, x, y))) return "control";
      const element = topmost(x, y);
      if (!element || (isIn(composer, x, y) && !isFrames(element))) return "control";
      // Only below the composer's ancestors: X makes whole columns focusable.
      for (let at: Element | null = element; at && !at.contains(key); at = at.parentElement)
        if (at.matches(CONTROL)) return "control";
      return element.matches(PICTURE) || hasOwnWords(element) || isPaintedLeaf(element, view)
        ? "words"
        : "free";
    },
  };
}

function hasOwnWords(element: Element): boolean {
  for (const node of element.childNodes)
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return true;
  return false;
}

/** A counter's ring, a coloured dot: nothing in it, and yet something to see. */
function isPaintedLeaf(element: Element, view: Window): boolean {
  if (element.childElementCount > 0) return false;
  const { borderTopWidth, backgroundImage } = view.getComputedStyle(element);
  return borderTopWidth !== "0px" || backgroundImage !== "none";
}

/** The line in which the caret stands, where the focus is in `inside`; null where the page shows none. */
export function caretLine(inside: Element): Box | null {
  const document = inside.ownerDocument;
  const active = document.activeElement;
  if (!active || !(inside.contains(active) || active.contains(inside))) return null;
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!active.contains(range.endContainer)) return null;
  const line = lastLine(range);
  if (line) return line;
  // Between elements, or on an empty line, a caret has no rectangle; what stands before it has one.
  const { endContainer, endOffset } = range;
  const beside = endContainer.childNodes[Math.max(0, endOffset - 1)] ?? endContainer;
  if (beside === active) return null;
  const around = document.createRange();
  around.selectNodeContents(beside);
  return lastLine(around) ?? (beside instanceof Element ? beside.getBoundingClientRect() : null);
}

function lastLine(range: Range): Box | null {
  const boxes = range.getClientRects();
  const last = boxes[boxes.length - 1];
  return last && last.height > 0 ? last : null;
}
