import type { Editor } from "./editor.ts";
import { ReadingBuilder } from "./reading.ts";

/** The DOM carries it while an input method composes and beside pictures; the model does not. */
const ZERO_WIDTH_SPACE = "\u200b";

/**
 * Lexical (Facebook). One child of the root a paragraph. `br[data-lexical-managed-linebreak]` counts
 * nothing, any other `br` is a line break; a picture (emoji) stands for its `alt` (measured).
 */
export const lexical: Editor = {
  hasRanges: true,
  read(root) {
    const builder = new ReadingBuilder();
    let isFirst = true;
    for (const paragraph of root.children) {
      if (!isFirst) builder.newline();
      isFirst = false;
      builder.anchor(paragraph);
      walk(paragraph, builder);
    }
    return builder.build();
  },
};

function walk(node: Node, builder: ReadingBuilder): void {
  if (node instanceof Text) {
    builder.letters(node, (letter) => letter === ZERO_WIDTH_SPACE);
  } else if (node instanceof HTMLImageElement) {
    builder.picture(node, node.alt);
  } else if (node instanceof HTMLBRElement) {
    if (!node.hasAttribute("data-lexical-managed-linebreak")) {
      builder.newline();
      if (node.parentNode) builder.anchor(node.parentNode);
    }
  } else {
    for (const child of node.childNodes) walk(child, builder);
  }
}
