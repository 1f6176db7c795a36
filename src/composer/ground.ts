export type Ground = "light" | "dark";

/** A page's ground changes when a person turns its switch, never between two keys; in ms. */
const KEPT = 1000;
const known = new WeakMap<Element, { ground: Ground; at: number }>();

/**
 * Whether letters stand on a dark ground, by the page's own colours and not the system's wish. Reading
 * them makes the browser settle every style at once, so an answer is kept for a second.
 */
export function groundOf(element: Element): Ground {
  const now = performance.now();
  const last = known.get(element);
  if (last && now - last.at < KEPT) return last.ground;
  const ground = read(element);
  known.set(element, { ground, at: now });
  return ground;
}

function read(element: Element): Ground {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && view; at = at.parentElement) {
    const colour = view.getComputedStyle(at).backgroundColor;
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    // Relative luminance, roughly: enough to tell white from X's dim blue and from black.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
  }
  return "light";
}
