import type { PageDraft } from "../messages.ts";
import type { Release, Site } from "../sites/site.ts";
import type { FindingView } from "../ui/model.ts";
import type { ComposeBox } from "./box.ts";
import { isSame } from "./checker.ts";
import type { Composers, Shown } from "./composer.ts";

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

export function isUnchanged(attempt: Attempt, drafts: readonly PageDraft[]): boolean {
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

const GRAVITY = { stop: 0, care: 1, hint: 2 };

/** All that is found in the texts that would go out together, the gravest first. */
export function shownOf(
  attempt: Attempt,
  { composers, site }: { composers: Composers; site: Site },
): Shown[] {
  const all = attempt.boxes.flatMap((box) => composers.shown(box));
  const saysSame =
    ({ finding: { rule, end, message } }: Shown) =>
    ({ finding: one }: Shown) =>
      end === 0 && one.end === 0 && one.rule === rule && one.message === message;
  return all
    .flatMap((shown, index) => {
      const same = all.filter(saysSame(shown));
      // Said once of the post, not once of each text in it.
      if (same.length > 1) return all.findIndex(saysSame(shown)) === index ? [shown] : [];
      const where = whereIn(attempt, shown.box, site);
      return [where ? { ...shown, view: { ...shown.view, where } } : shown];
    })
    .sort((a, b) => GRAVITY[a.finding.level] - GRAVITY[b.finding.level]);
}

/** In which of several texts; nothing where there is only the post's. */
function whereIn({ boxes }: Attempt, box: ComposeBox, site: Site): FindingView["where"] {
  const part = site.partOf(box.root);
  if (part) return [`ui_dialog_${part}`];
  const items = boxes.filter(({ root }) => !site.partOf(root));
  return items.length > 1 ? ["ui_dialog_item", `${items.indexOf(box) + 1}`] : undefined;
}
