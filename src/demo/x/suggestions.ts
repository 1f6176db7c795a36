import type { EditorState } from "draft-js";

export interface Suggestions {
  /** The sign and what is typed after it; it ends at the caret. */
  typed: string;
  options: readonly string[];
}

const KNOWN = ["#星見市", "#星見市ごみ収集", "#防災", "@hoshimi_city", "@hoshimi_bousai"];

/** The list that X opens under a tag or a mention as it is typed; null: none. */
export function suggestionsFor(state: EditorState): Suggestions | null {
  const selection = state.getSelection();
  if (!selection.isCollapsed() || state.isInCompositionMode()) return null;
  const block = state.getCurrentContent().getBlockForKey(selection.getStartKey());
  const before = block.getText().slice(0, selection.getStartOffset());
  const typed = /(?<![\p{L}\p{N}_])[#@][\p{L}\p{N}_]+$/u.exec(before)?.[0];
  if (typed === undefined) return null;
  const options = KNOWN.filter((known) => known.startsWith(typed));
  return options.length > 0 ? { typed, options } : null;
}
