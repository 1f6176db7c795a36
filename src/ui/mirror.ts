import type { Rect } from "./model.ts";

/** All that decides where a letter of a field stands. */
const TYPE = [
  "direction",
  "font-family",
  "font-feature-settings",
  "font-kerning",
  "font-size",
  "font-stretch",
  "font-style",
  "font-variant",
  "font-weight",
  "letter-spacing",
  "line-break",
  "line-height",
  "padding-bottom",
  "padding-left",
  "padding-right",
  "padding-top",
  "tab-size",
  "text-align",
  "text-indent",
  "text-transform",
  "word-break",
  "word-spacing",
];

/**
 * Where [start, end) of a plain field's text is seen, one rectangle a line. Nothing in a browser tells that,
 * so the text is set once more in the same type, hidden within `home` (a root of our own), and taken away.
 */
export function rectsIn(
  field: HTMLInputElement | HTMLTextAreaElement,
  start: number,
  end: number,
  home: Node,
): Rect[] {
  const document = field.ownerDocument;
  const style = document.defaultView?.getComputedStyle(field);
  if (!style) return [];
  const { left, top } = field.getBoundingClientRect();
  const seen = {
    left: left + field.clientLeft,
    top: top + field.clientTop,
    right: left + field.clientLeft + field.clientWidth,
    bottom: top + field.clientTop + field.clientHeight,
  };
  const isLine = field.localName === "input";
  const mirror = document.createElement("div");
  for (const name of TYPE) mirror.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(mirror.style, {
    position: "fixed",
    visibility: "hidden",
    boxSizing: "border-box",
    left: `${seen.left}px`,
    top: `${seen.top}px`,
    width: `${field.clientWidth}px`,
    // A browser sets the one line of an input in its middle.
    height: isLine ? `${field.clientHeight}px` : "auto",
    display: isLine ? "flex" : "block",
    alignItems: "center",
    whiteSpace: isLine ? "pre" : "pre-wrap",
    overflowWrap: "break-word",
  });
  // Which Japanese font is taken hangs on the language, and ours is not the page's.
  mirror.lang = field.closest<HTMLElement>("[lang]")?.lang ?? "";
  const text = document.createTextNode(field.value);
  mirror.append(text);
  home.appendChild(mirror);
  const range = document.createRange();
  range.setStart(text, Math.min(start, text.length));
  range.setEnd(text, Math.min(end, text.length));
  const rects = [...range.getClientRects()];
  mirror.remove();
  return rects.flatMap((rect) => {
    // Of a line that is scrolled half away at least its foot must be seen, where the mark is drawn.
    const x = Math.max(rect.left - field.scrollLeft, seen.left);
    const y = Math.max(rect.top - field.scrollTop, seen.top);
    const width = Math.min(rect.right - field.scrollLeft, seen.right) - x;
    const bottom = rect.bottom - field.scrollTop;
    const isSeen = width > 0 && bottom > seen.top && bottom - rect.height / 2 < seen.bottom;
    return isSeen ? [{ left: x, top: y, width, height: Math.min(bottom, seen.bottom) - y }] : [];
  });
}
