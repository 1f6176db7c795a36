import type { Platform } from "../contract.ts";
import type { PageDraft } from "../messages.ts";
import type { StatusView } from "../ui/model.ts";

/** Name of the connection on which a page's script tells the popup how it stands. */
export const PAGE_STATE = "page-state";

/** What is watched on one page: told when the popup connects, and after each change. */
export interface PageState {
  /** null: a host of these sites whose compose boxes are not known. */
  platform: Platform | null;
  /** Whom the page shows as signed in, before any box is used; null: it does not show it. */
  account: { id: string; name: string; shown: NonNullable<PageDraft["shown"]> } | null;
  /** One for each compose box that was used on this page and is still there. */
  boxes: (StatusView & { key: string })[];
}

/** The shape, before anything in it is shown: the script that tells it lives in the page's process. */
export function isPageState(value: unknown): value is PageState {
  if (typeof value !== "object" || value === null) return false;
  const { platform, account, boxes } = value as Partial<Record<keyof PageState, unknown>>;
  return (
    (platform === "x" || platform === "facebook" || platform === null) &&
    (account === null || hasTexts(account, ["id", "name"])) &&
    Array.isArray(boxes) &&
    boxes.every(isStatus)
  );
}

const STATES: readonly unknown[] = [
  "empty",
  "checking",
  "clear",
  "findings",
  "unchecked",
  "ignored",
];

function isStatus(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const status = value as Partial<Record<keyof StatusView, unknown>>;
  const { counts } = status;
  return (
    STATES.includes(status.state) &&
    (status.reason === undefined || typeof status.reason === "string") &&
    hasTexts(status, ["key"]) &&
    (status.account === null || hasTexts(status.account, ["name"])) &&
    typeof counts === "object" &&
    counts !== null &&
    ["stop", "care", "hint"].every(
      (level) => typeof (counts as Record<string, unknown>)[level] === "number",
    )
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof (value as Record<string, unknown>)[name] === "string")
  );
}
