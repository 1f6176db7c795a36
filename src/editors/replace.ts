import type { Editor, Replacement } from "./editor.ts";
import { isField } from "./textarea.ts";

export interface ReplaceOptions {
  root: HTMLElement;
  editor: Editor;
  start: number;
  end: number;
  replacement: string;
  /** The whole text on which the repair was decided; on any other nothing is written. */
  expected: string;
  isComposing(): boolean;
}

/** Frames in which an editor may still commit what was written; Draft.js and Lexical need one or two. */
const FRAMES_TO_COMMIT = 6;
/** A page whose editor is not told of its selection in this time (ms) is left as it is. */
const TOLD_WITHIN = 2_000;

/**
 * Replaces exactly [start, end) in the editor's own model, so that one undo takes it back.
 *
 * The order was measured: focus, set the selection, wait until the editor was told of it (before, both
 * editors still write where the old selection was), check that nothing moved, write, wait for the
 * editor's frame, read again. Never tried twice: a late commit would then stand there twice.
 */
export async function replaceRange(options: ReplaceOptions): Promise<Replacement> {
  const { root, editor, expected, isComposing } = options;
  if (isComposing() || editor.read(root).text !== expected) return "stale";
  if (isField(root)) return replaceInTextarea(root, options);
  const { start, end, replacement } = neverEmpty(options);
  const wanted = expected.slice(0, start) + replacement + expected.slice(end);

  root.focus({ preventScroll: true });
  const reading = editor.read(root);
  const range = reading.text === expected ? reading.rangeOf(start, end) : null;
  const selection = root.ownerDocument.getSelection();
  if (!range || !selection) return "stale";
  const told = selectionTold(root.ownerDocument);
  // What is selected already would be told no more.
  selection.removeAllRanges();
  selection.setBaseAndExtent(range.from.node, range.from.offset, range.to.node, range.to.offset);
  if (!(await told)) return "stale";

  if (isComposing() || !root.contains(root.ownerDocument.activeElement)) return "stale";
  const now = editor.read(root);
  if (now.text !== expected || !isSelected(now, selection, start, end)) return "stale";
  write(root, replacement);

  for (let frames = 0; frames < FRAMES_TO_COMMIT; frames++) {
    await frame();
    if (editor.read(root).text === wanted) return "done";
  }
  return "failed";
}

/** Deleting a whole link leaf crashed React in Draft.js: always write something, widened by a letter. */
function neverEmpty({ start, end, replacement, expected }: ReplaceOptions): {
  start: number;
  end: number;
  replacement: string;
} {
  if (replacement) return { start, end, replacement };
  const before = [...expected.slice(0, start)].at(-1);
  if (before && before !== "\n") return { start: start - before.length, end, replacement: before };
  const [after] = expected.slice(end);
  if (after && after !== "\n") return { start, end: end + after.length, replacement: after };
  return { start, end, replacement: " " };
}

function isSelected(
  reading: ReturnType<Editor["read"]>,
  selection: Selection,
  start: number,
  end: number,
): boolean {
  if (selection.rangeCount === 0) return false;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  return (
    reading.offsetAt(startContainer, startOffset) === start &&
    reading.offsetAt(endContainer, endOffset) === end
  );
}

/**
 * Chromium: a paste with a DataTransfer (its execCommand desynchronises Draft.js across leaves).
 * Firefox: a DataTransfer of ours arrives empty in the page, but execCommand is right in both editors.
 */
function write(root: HTMLElement, replacement: string): void {
  const document = root.ownerDocument;
  if (import.meta.env.FIREFOX) {
    document.execCommand("insertText", false, replacement);
    return;
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", replacement);
  const target = document.activeElement ?? root;
  target.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );
}

async function replaceInTextarea(
  root: HTMLTextAreaElement | HTMLInputElement,
  { start, end, replacement, expected }: ReplaceOptions,
): Promise<Replacement> {
  root.focus({ preventScroll: true });
  root.setSelectionRange(start, end);
  await macrotask();
  if (root.value !== expected) return "stale";
  // The only way that the field's own undo knows of; `value =` would forget it.
  root.ownerDocument.execCommand(replacement ? "insertText" : "delete", false, replacement);
  await frame();
  return root.value === expected.slice(0, start) + replacement + expected.slice(end)
    ? "done"
    : "failed";
}

/**
 * Whether the page's listeners have heard of the selection's next change. Editors learn of it by this event
 * alone, which is a task of its own: on a busy machine Firefox ran a timer of 0 ms before it in one
 * replacement of ten, and the words went where the caret had been (measured).
 */
function selectionTold(document: Document): Promise<boolean> {
  return new Promise((resolve) => {
    const life = new AbortController();
    const patience = setTimeout(() => settle(false), TOLD_WITHIN);
    const settle = (isTold: boolean) => {
      clearTimeout(patience);
      life.abort();
      resolve(isTold);
    };
    // The page's own listeners come after this one, in the same task.
    const listener = () => void macrotask().then(() => settle(true));
    document.addEventListener("selectionchange", listener, { capture: true, signal: life.signal });
  });
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
