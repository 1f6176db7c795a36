import { type Block, clean, grouped, oneLine } from "./blocks.ts";

/** A document as plain text, as it goes into a mail or a post. Nothing needs escaping in it. */
export function toText(blocks: readonly Block[]): string {
  return `${grouped(blocks)
    .map((group) =>
      "kind" in group
        ? one(group)
        : group.map(({ label, value }) => field(label, value)).join("\n"),
    )
    .join("\n\n")}\n`;
}

function one(block: Exclude<Block, { kind: "field" }>): string {
  switch (block.kind) {
    case "heading":
      return (["", "■ ", "● "][block.level - 1] ?? "") + line(block.text);
    case "paragraph":
      return block.place === "quote"
        ? clean(block.text).replace(/^/gm, "> ")
        : clean(block.text).trim();
    case "list":
      return block.items
        .map((item, index) => (block.isOrdered ? `${index + 1}. ` : "・") + under(item))
        .join("\n");
    case "table": {
      const rows = block.rows.map(({ cells }) =>
        cells.map((cell, index) => field(block.head[index] ?? "", cell)).join("\n"),
      );
      return [...(block.caption === "" ? [] : [line(block.caption)]), ...rows].join("\n\n");
    }
  }
}

const field = (label: string, value: string) => `${line(label)}：${under(value)}`;

const line = (text: string) => oneLine(clean(text));

/** Further lines stand under the first. */
const under = (text: string) => clean(text).trim().replace(/\n/g, "\n　");
