import type { Editor } from "./editor.ts";
import { ReadingBuilder } from "./reading.ts";

/**
 * Draft.js 0.11 (X). Blocks are `[data-block="true"]`; their letters stand in `[data-text="true"]`,
 * an empty block holds `br[data-text]`. `innerText` would add a newline for each blank line and
 * `textContent` lose them all (measured).
 */
export const draftJs: Editor = {
  hasRanges: true,
  read(root) {
    const builder = new ReadingBuilder();
    let isFirst = true;
    for (const block of root.querySelectorAll('[data-block="true"]')) {
      if (!isFirst) builder.newline();
      isFirst = false;
      builder.anchor(block);
      for (const leaf of block.querySelectorAll('[data-text="true"]')) {
        for (const child of leaf.childNodes) if (child instanceof Text) builder.letters(child);
      }
    }
    return builder.build();
  },
};
