import type { Editor } from "./editor.ts";
import { ReadingBuilder } from "./reading.ts";

/** A plain textarea (X on a narrow page). Its letters have no place in the page, so none are marked. */
export const textarea: Editor = {
  hasRanges: false,
  read(root) {
    const text = root instanceof HTMLTextAreaElement ? root.value : "";
    const reading = new ReadingBuilder().build();
    return { ...reading, text };
  },
};
