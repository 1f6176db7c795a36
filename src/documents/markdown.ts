import { type Block, clean, type Field, filledLines, grouped } from "./blocks.ts";
import { partsOf } from "./texts/mark.ts";

/**
 * A document as Markdown: CommonMark, and tables as GitHub and most systems know them. What is missing stands
 * there in its brackets; a bold mark would not be recognised beside Japanese letters.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${grouped(blocks)
    .map((group) => (isFields(group) ? fields(group) : one(group)))
    .join("\n\n")}\n`;
}

function one(block: Exclude<Block, Field>): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inline(block.text)}`;
    case "paragraph": {
      const lines = inline(block.text, "\\\n");
      return block.place === "quote" ? lines.replace(/^/gm, "> ") : lines;
    }
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.isOrdered ? `${index + 1}. ` : "- ";
          return mark + inline(item, `\\\n${" ".repeat(mark.length)}`);
        })
        .join("\n");
    case "table":
      return [
        ...(block.caption === "" ? [] : [inline(block.caption, " "), ""]),
        row(block.head),
        row(block.head.map(() => null)),
        ...block.rows.map(({ cells }) => row(cells)),
      ].join("\n");
  }
}

/** A table must have a head; that of names and values has none to say. */
function fields(all: readonly Field[]): string {
  return [
    row(["", ""]),
    row([null, null]),
    ...all.map(({ label, value }) => row([label, value])),
  ].join("\n");
}

/** null: the line under the head. */
function row(cells: readonly (string | null)[]): string {
  return `| ${cells.map((cell) => (cell === null ? "---" : inline(cell, "<br>"))).join(" | ")} |`;
}

/** @param newLine what a new line within the text becomes. */
function inline(text: string, newLine = " "): string {
  // Four spaces would make a block of code; an empty line would end the paragraph, the item or the table.
  return filledLines(clean(text))
    .map((line) =>
      partsOf(line)
        .map((part, index) =>
          part.kind === "link" ? `<${part.text}>` : escapeMarkdown(part.text, index === 0),
        )
        .join(""),
    )
    .join(newLine);
}

/** Backslashes before everything that means something; at the start of a line more does. */
function escapeMarkdown(text: string, isStart: boolean): string {
  const escaped = text.replace(/[\\`*_[\]<>&|~]/g, "\\$&");
  if (!isStart) return escaped;
  return escaped.replace(/^[#+=-]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

const isFields = (group: ReturnType<typeof grouped>[number]): group is readonly Field[] =>
  Array.isArray(group);
