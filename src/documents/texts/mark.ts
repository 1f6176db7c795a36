/** What is missing is written into the text itself, so that it shows in every format and survives every copy. */
const OPEN = "【要記入：";
const CLOSE = "】";

/** @param label what is missing; its own brackets would end the mark too early. */
export function markOf(label: string): string {
  return `${OPEN}${label.replace(/[【】\n]/g, "")}${CLOSE}`;
}

export type Part =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string }
  /** `text` is the whole mark, `label` what is missing. */
  | { kind: "missing"; text: string; label: string };

/** An address in ASCII (a writer's `url` makes it so): in Japanese the next word follows without a space. */
const MARK_OR_URL = /【要記入：([^【】\n]*)】|https?:\/\/[!#-&(-;=?-[\]_a-z~]*/gi;

/** What follows a sentence's address is not part of it. */
const AFTER = ".,:;!?()[]";

/** A text in its parts; together they are the text. Total and linear. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK_OR_URL)) {
    const label = match[1];
    const found = label === undefined ? withoutEnd(match[0]) : match[0];
    const isLink = label === undefined && URL.canParse(found);
    if (label === undefined && !isLink) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    if (label !== undefined) parts.push({ kind: "missing", text: found, label });
    else parts.push({ kind: "link", text: found });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

function withoutEnd(url: string): string {
  let end = url.length;
  while (end > 0 && AFTER.includes(url[end - 1] ?? "")) end--;
  return url.slice(0, end);
}

/** Labels of what is missing in a text, in its order, each once. */
export function missingLabels(texts: readonly string[]): string[] {
  const labels = texts
    .flatMap(partsOf)
    .flatMap((part) => (part.kind === "missing" ? [part.label] : []));
  return [...new Set(labels)];
}
