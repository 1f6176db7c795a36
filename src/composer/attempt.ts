import type { Draft } from "../contract.ts";
import type { Release } from "../sites/site.ts";
import type { ComposeBox } from "./box.ts";
import { isSame } from "./checker.ts";

/** One attempt to publish: the boxes that would go out together, and how to let them go. */
export interface Attempt {
  boxes: ComposeBox[];
  pressed: HTMLElement;
  release(): Release | null;
}

/** Nothing to hold in exactly this text. */
export function isClean(box: ComposeBox): boolean {
  const verdict = box.verdictNow();
  if (!verdict) return false;
  if (verdict.enforcement !== "hold") return true;
  return !verdict.findings.some(
    (finding) => finding.level === "stop" && !box.decisions.isAnswered(finding),
  );
}

export function isUnchanged(attempt: Attempt, drafts: readonly Draft[]): boolean {
  return attempt.boxes.every((box, index) => {
    const before = drafts[index];
    return before !== undefined && isSame(before, box.draft());
  });
}

/** Where the question stands: beside the draft, or in a sheet of the page's own that lies over it. */
export function insideOf({ boxes: [box], pressed }: Attempt): Element {
  const sheet = pressed.closest('[role="dialog"], [role="alertdialog"]');
  if (sheet && box && !sheet.contains(box.root)) return sheet;
  return box?.root ?? document.body;
}

/** The page closed the composer while its post was being decided. */
export function isGone(attempt: Attempt): boolean {
  return attempt.boxes.some((box) => box.signal.aborted || !box.root.isConnected);
}
