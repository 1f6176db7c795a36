/** Whether letters stand on a dark ground, by the page's own colours and not the system's wish. */
export function groundOf(element: Element): "light" | "dark" {
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
