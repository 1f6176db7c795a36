import type { Platform } from "../contract.ts";
import { testFacebook } from "./facebook-self-test.ts";
import { siteOf } from "./index.ts";
import { isSelector, type Selectors } from "./selectors.ts";
import type { Site } from "./site.ts";
import { testX } from "./x-self-test.ts";

/** What a site file finds on a page. */
export interface Found {
  /** Its compose boxes. */
  editors: HTMLElement[];
  /** How many of each other part, by the name under which a policy corrects it. */
  parts: Record<string, number>;
}

/**
 * found: it is there. missing: it must be there, and is not recognised. absent: it need not be there now
 * (no compose box is open, nothing is attached).
 */
export type PartState = "found" | "missing" | "absent";

export interface SelfTest {
  /** null: a host that is not checked; nothing else was looked for then. */
  platform: Platform | null;
  /** What a check stands on comes first: editor, text, button, account. */
  parts: { part: string; state: PartState; count: number }[];
  /** How the policy's corrections fare. */
  corrections: { part: string; state: "used" | "not_selector" | "unknown" }[];
}

/** Looks through a page as a check would, with these corrections; changes nothing on it. */
export function selfTest(document: Document, corrections: Selectors): SelfTest {
  const site = siteOf(document.location.hostname);
  if (!site) return { platform: null, parts: [], corrections: [] };
  site.correct(corrections);
  const { editors, parts } = { x: testX, facebook: testFacebook }[site.platform](document);
  const unread = [...document.querySelectorAll('[contenteditable="true"], textarea')].filter(
    (editable) => site.unknownEditorAt(editable) !== null,
  ).length;
  return {
    platform: site.platform,
    parts: [
      inBox("editor", editors.length, editors.length + unread),
      inBox("text", editors.filter((editor) => canRead(site, editor)).length, editors.length),
      inBox("button", editors.filter((editor) => site.releaseOf(editor)).length, editors.length),
      account(site, document),
      ...Object.entries(parts).map(([part, count]) => ({
        part,
        count,
        state: count > 0 ? ("found" as const) : ("absent" as const),
      })),
    ],
    corrections: Object.entries(corrections).map(([part, selector]) => ({
      part,
      ...fate(site, part, selector),
    })),
  };
}

/** What each of `expected` compose boxes must have. */
function inBox(part: string, count: number, expected: number): SelfTest["parts"][number] {
  return { part, count, state: count < expected ? "missing" : expected > 0 ? "found" : "absent" };
}

function account(site: Site, document: Document): SelfTest["parts"][number] {
  const isShown = Boolean(site.describe(document.body).account);
  return { part: "account", count: Number(isShown), state: isShown ? "found" : "missing" };
}

function canRead(site: Site, editor: HTMLElement): boolean {
  try {
    site.editor(editor).read(editor);
    return true;
  } catch {
    return false;
  }
}

function fate(
  site: Site,
  part: string,
  selector: string,
): Omit<SelfTest["corrections"][number], "part"> {
  if (!Object.hasOwn(site.selectors, part)) return { state: "unknown" };
  return { state: isSelector(selector) ? "used" : "not_selector" };
}

const STATES: readonly unknown[] = ["found", "missing", "absent"];
const FATES: readonly unknown[] = ["used", "not_selector", "unknown"];

/** The shape, before anything in it is shown: it was made in the page's process. */
export function isSelfTest(value: unknown): value is SelfTest {
  if (typeof value !== "object" || value === null) return false;
  const { platform, parts, corrections } = value as Partial<Record<keyof SelfTest, unknown>>;
  const isList = (list: unknown, states: readonly unknown[]) =>
    Array.isArray(list) &&
    list.every(
      (one: { part?: unknown; state?: unknown } | null) =>
        typeof one?.part === "string" && states.includes(one.state),
    );
  return (
    (platform === "x" || platform === "facebook" || platform === null) &&
    isList(parts, STATES) &&
    isList(corrections, FATES)
  );
}
