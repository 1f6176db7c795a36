import type { StatusAnchor } from "./model.ts";
import { type Box, chooseSpot, type Spot } from "./placement.ts";
import { readSurroundings, viewportOf } from "./surroundings.ts";

export interface PlacedStatus {
  key: Element;
  anchor: StatusAnchor;
  element: HTMLElement | null;
  /** Natural sizes; null: to be measured again, since the words changed. */
  size: { width: number; least: number; height: number } | null;
  /** Room to look for: the widest it was so far, so that it does not jump about as its words change. */
  reserved: number;
  /** The last spot, relative to the composer's top left corner, and the boxes it was chosen for. */
  chosen: { spot: Spot | null; shape: string; dx: number; dy: number } | null;
  isVisible: boolean;
}

/** The corner where a status stands when no row has room: seen, whatever the page looks like. */
const CORNER = 8;

/**
 * Stands a status beside its composer. Choosing costs some hundred hit tests, so that while nothing
 * but the scroll position changes (`isThorough` false) the last choice moves along.
 */
export function placeStatus(
  status: PlacedStatus,
  isThorough: boolean,
  taken: Box[],
  isOurs: (element: Element) => boolean,
): void {
  const { element, key, anchor } = status;
  const view = key.ownerDocument.defaultView;
  if (!element || !view) return;
  const around = readSurroundings(key, anchor, taken, isOurs);
  if (!around) {
    hideStatus(status);
    return;
  }
  status.isVisible = true;
  element.style.visibility = "visible";
  const size = measure(status, element);
  const { composer } = around;
  status.reserved = Math.max(status.reserved, size.width);
  const shape = shapeOf(anchor, status.reserved);
  let chosen = status.chosen;
  if (isThorough || chosen?.shape !== shape) {
    const spot = chooseSpot({ ...size, width: status.reserved }, around);
    chosen = {
      spot,
      shape,
      dx: (spot?.left ?? 0) - composer.left,
      dy: (spot?.top ?? 0) - composer.top,
    };
    status.chosen = chosen;
  }
  const viewport = viewportOf(view);
  const room = chosen.spot?.width ?? size.width;
  const isSmall = room < size.width && room < size.least + 72;
  const width = isSmall ? Math.min(room, size.least) : Math.min(room, size.width);
  element.toggleAttribute("data-small", isSmall);
  element.style.maxWidth = `${Math.ceil(width)}px`;
  const left = chosen.spot
    ? composer.left + chosen.dx + (room - width)
    : Math.max(CORNER, viewport.right - width - CORNER);
  const top = chosen.spot
    ? composer.top + chosen.dy
    : Math.max(CORNER, viewport.bottom - size.height - CORNER);
  if (chosen.spot && (top < viewport.top || top + size.height > viewport.bottom)) {
    // The row it belongs to is scrolled away: the thorough pass that follows finds another.
    element.style.visibility = "hidden";
  }
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(top)}px`;
  taken.push({ left, top, right: left + width, bottom: top + size.height });
}

/** Out of sight, and out of reach of keyboard and screen reader. */
export function hideStatus(status: PlacedStatus): void {
  status.isVisible = false;
  if (status.element) status.element.style.visibility = "hidden";
}

function measure(status: PlacedStatus, element: HTMLElement) {
  if (!status.size) {
    element.style.maxWidth = "none";
    element.style.left = "0px";
    element.removeAttribute("data-small");
    const { width, height } = element.getBoundingClientRect();
    element.setAttribute("data-small", "");
    const least = element.getBoundingClientRect().width;
    status.size = { width: Math.ceil(width), least: Math.ceil(least), height };
  }
  return status.size;
}

/** Sizes and offsets of the boxes against each other: what a choice depends on besides the page around. */
function shapeOf(anchor: StatusAnchor, width: number): string {
  const composer = anchor.composer();
  const parts = [anchor.editor(), anchor.button()].map((box) =>
    box
      ? [box.left - composer.left, box.top - composer.top, box.width, box.height].map(Math.round)
      : null,
  );
  return JSON.stringify([composer.width, composer.height, parts, width]);
}
