export type Theme = "light" | "dark";

/** Red, green, blue 0–255 and alpha 0–1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Reads a computed colour, "rgb(r, g, b)" or "rgba(r, g, b, a)"; null for every other notation. */
export function readColour(computed: string): Colour | null {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!parts) return null;
  const [, red, green, blue, alpha = "1"] = parts;
  return { red: Number(red), green: Number(green), blue: Number(blue), alpha: Number(alpha) };
}

/** Relative luminance 0–1 as WCAG 2.2 defines it; alpha is not looked at. */
export function luminance({ red, green, blue }: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Whether white text reads better than black on this ground: the two contrasts meet at 0.179. */
export function themeOf(ground: Colour): Theme {
  return luminance(ground) < 0.179 ? "dark" : "light";
}

/**
 * The theme of the page around an element: X and Facebook have their own switch, which need not be
 * the system's. The nearest painted ground decides; where nothing is painted, Facebook's class, then
 * the page's own colour scheme, then the system.
 */
export function themeAround(element: Element): Theme {
  const document = element.ownerDocument;
  const view = document.defaultView;
  if (!view) return "light";
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = readColour(view.getComputedStyle(at).backgroundColor);
    if (ground && ground.alpha > 0.5) return themeOf(ground);
  }
  const root = document.documentElement;
  if (root.classList.contains("__fb-dark-mode")) return "dark";
  const scheme = view.getComputedStyle(root).colorScheme;
  const isDarkAllowed = scheme.includes("dark");
  if (isDarkAllowed && !scheme.includes("light")) return "dark";
  return isDarkAllowed && view.matchMedia("(prefers-color-scheme: dark)").matches
    ? "dark"
    : "light";
}
