import type { Block } from "./blocks.ts";
import { type Edits, overtaken, type Slot, slotsOf, withAddendum, withEdits } from "./edits.ts";
import { missingLabels } from "./texts/mark.ts";
import { createWriter, type DocumentText, type Place, type Source } from "./texts/writer.ts";

export interface Composed {
  /** As made from form, register and guideline. */
  made: readonly Block[];
  /** As it goes out, with what a person wrote in its place. */
  blocks: readonly Block[];
  /** What is still marked as missing; `place` null: a person wrote the mark, or it came with a value. */
  missing: readonly { label: string; place: Place | null }[];
  /** Edited texts whose made text has changed since. */
  overtaken: readonly Slot[];
}

export function compose(document: DocumentText, source: Source, edits: Edits): Composed {
  const writer = createWriter(source);
  const made = withAddendum(document.write(writer));
  const blocks = withEdits(made, edits);
  const labels = missingLabels(blocks.flatMap(slotsOf).map(({ text }) => text));
  return {
    made,
    blocks,
    missing: labels.map((label) => ({
      label,
      place: writer.missing.find((one) => one.label === label)?.place ?? null,
    })),
    overtaken: overtaken(made, edits),
  };
}

/** What the document is called where it is kept as a file. */
export function titleOf(blocks: readonly Block[]): string {
  const title = blocks.find((block) => block.kind === "heading");
  return title?.kind === "heading" ? title.text : "";
}

/** Fit for every system: what is not a letter, a digit or one of "._-" becomes "-". */
export function fileName(title: string, today: string, extension: "html" | "md" | "txt"): string {
  const name = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .slice(0, 60)
    .toWellFormed()
    .split("-")
    .filter((part) => part !== "");
  return `${[...name, today].join("-")}.${extension}`;
}
