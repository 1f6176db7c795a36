import { type Block, clean, filledLines, oneLine } from "./blocks.ts";

/**
 * What a person wrote in place of a text that was made from form and register. It stays whatever the form
 * says later; `base` tells whether the made text has become another since.
 */
export interface Edit {
  text: string;
  /** The made text when this was written, or when it was last confirmed. */
  base: string;
}

/** By slot: a text of a document that can be edited by itself. */
export type Edits = Readonly<Record<string, Edit>>;

export interface Slot {
  id: string;
  /** As made. Of a list: its items, one a line. */
  text: string;
}

/** What a person may add at the end of any document. */
export const ADDENDUM = "addendum";

/** Every text of a document, in its order; with this, the whole of it can be edited. */
export function slotsOf(block: Block): Slot[] {
  const { id } = block;
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [{ id, text: block.text }];
    case "list":
      return [{ id, text: block.items.map((item) => item.replace(/\n/g, " ")).join("\n") }];
    case "field":
      return [
        { id: `${id}/label`, text: block.label },
        { id, text: block.value },
      ];
    case "table":
      return [
        { id: `${id}/caption`, text: block.caption },
        ...block.head.map((text, column) => ({ id: `${id}/head/${column}`, text })),
        ...block.rows.flatMap((row) =>
          row.cells.map((text, column) => ({ id: `${id}/${row.id}/${column}`, text })),
        ),
      ];
  }
}

/** With an empty paragraph at the end, for what a person adds. */
export function withAddendum(blocks: readonly Block[]): Block[] {
  return [...blocks, { kind: "paragraph", id: ADDENDUM, text: "" }];
}

/**
 * The document as it goes out: edits in place of what was made. A text that was emptied is left out; in a
 * paragraph an empty line begins another paragraph.
 */
export function withEdits(blocks: readonly Block[], edits: Edits): Block[] {
  return blocks.flatMap((block) => edited(block, edits));
}

/** Slots whose made text has become another since they were edited. */
export function overtaken(blocks: readonly Block[], edits: Edits): Slot[] {
  return blocks.flatMap(slotsOf).filter(({ id, text }) => {
    const edit = editOf(edits, id);
    return edit !== undefined && edit.base !== text && edit.text !== text;
  });
}

/** Edits after one text became `text`; one that says what was made is none. */
export function withEdit(edits: Edits, slot: Slot, text: string): Edits {
  const { [slot.id]: _, ...others } = edits;
  return text === slot.text ? others : { ...others, [slot.id]: { text, base: slot.text } };
}

export function editOf(edits: Edits, slot: string): Edit | undefined {
  return Object.hasOwn(edits, slot) ? edits[slot] : undefined;
}

function edited(block: Block, edits: Edits): Block[] {
  const { id } = block;
  const textAt = (slot: string, made: string) => clean(editOf(edits, slot)?.text ?? made);
  switch (block.kind) {
    case "heading": {
      const text = oneLine(textAt(id, block.text));
      return text === "" ? [] : [{ ...block, text }];
    }
    case "paragraph":
      return textAt(id, block.text)
        .split(/\n[^\S\n\u3000]*\n/)
        .map((text) => text.trim())
        .filter((text) => text !== "")
        .map((text, index) => ({ ...block, id: index === 0 ? id : `${id}+${index}`, text }));
    case "list": {
      const made = block.items.map((item) => item.replace(/\n/g, " ")).join("\n");
      const items = filledLines(textAt(id, made));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case "field": {
      const label = textAt(`${id}/label`, block.label).trim();
      const value = textAt(id, block.value).trim();
      return label === "" && value === "" ? [] : [{ ...block, label, value }];
    }
    case "table": {
      const caption = textAt(`${id}/caption`, block.caption).trim();
      const head = block.head.map((text, column) => textAt(`${id}/head/${column}`, text).trim());
      const rows = block.rows
        .map((row) => ({
          ...row,
          cells: row.cells.map((text, column) => textAt(`${id}/${row.id}/${column}`, text).trim()),
        }))
        // A row that was made empty is there to be written by hand; one that was emptied is not wanted.
        .filter(
          ({ cells }, index) =>
            cells.some((cell) => cell !== "") ||
            block.rows[index]?.cells.every((cell) => cell === ""),
        );
      return [{ ...block, caption, head, rows }];
    }
  }
}
