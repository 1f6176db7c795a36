import { type Block, clean, type Field, grouped, oneLine } from "./blocks.ts";
import { partsOf } from "./texts/mark.ts";

/**
 * A document as HTML to paste into a homepage: elements alone, no styles, no classes. What is missing is a
 * `mark`.
 * @param top the level of the document's title: 2 within a page that has its own, 1 for a page of its own.
 */
export function toHtml(blocks: readonly Block[], top: 1 | 2 = 2): string {
  return `${grouped(blocks)
    .map((group) => (isFields(group) ? fields(group) : one(group, top)))
    .join("\n")}\n`;
}

/** The same as a page of its own, to be opened or sent as a file. */
export function toHtmlPage(title: string, blocks: readonly Block[]): string {
  return [
    "<!doctype html>",
    '<html lang="ja">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(oneLine(clean(title)))}</title>`,
    "</head>",
    "<body>",
    `${toHtml(blocks, 1)}</body>`,
    "</html>",
    "",
  ].join("\n");
}

function one(block: Exclude<Block, Field>, top: 1 | 2): string {
  switch (block.kind) {
    case "heading": {
      const tag = `h${block.level + top - 1}`;
      return `<${tag}>${inline(block.text)}</${tag}>`;
    }
    case "paragraph": {
      const tag = block.place === "quote" ? "blockquote" : "p";
      return `<${tag}>${inline(block.text)}</${tag}>`;
    }
    case "list": {
      const tag = block.isOrdered ? "ol" : "ul";
      return [
        `<${tag}>`,
        ...block.items.map((item) => `<li>${inline(item)}</li>`),
        `</${tag}>`,
      ].join("\n");
    }
    case "table":
      return [
        "<table>",
        ...(block.caption === "" ? [] : [`<caption>${inline(block.caption)}</caption>`]),
        `<thead><tr>${block.head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("")}</tr></thead>`,
        "<tbody>",
        ...block.rows.map(
          ({ cells }) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`,
        ),
        "</tbody>",
        "</table>",
      ].join("\n");
  }
}

function fields(all: readonly Field[]): string {
  return [
    "<table>",
    "<tbody>",
    ...all.map(
      ({ label, value }) =>
        `<tr><th scope="row">${inline(label)}</th><td>${inline(value)}</td></tr>`,
    ),
    "</tbody>",
    "</table>",
  ].join("\n");
}

function inline(text: string): string {
  return partsOf(clean(text))
    .map((part) => {
      const words = escapeHtml(part.text).replace(/\n/g, "<br>\n");
      // Only addresses that begin with http are links: see partsOf.
      if (part.kind === "link") return `<a href="${words}">${words}</a>`;
      return part.kind === "missing" ? `<mark>${words}</mark>` : words;
    })
    .join("");
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

const isFields = (group: ReturnType<typeof grouped>[number]): group is readonly Field[] =>
  Array.isArray(group);
