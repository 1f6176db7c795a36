import type { Kind, Media } from "../contract.ts";
import { draftJs } from "../editors/draft-js.ts";
import { textarea } from "../editors/textarea.ts";
import { climb, elementOf, type Site } from "./site.ts";

/**
 * X. Test ids are stable across languages and were seen in public code of 2024–2026. The prefix alone
 * also matches the label and the rich-text container, so an editor is always the editable node itself.
 */
const EDITOR =
  '[data-testid^="tweetTextarea_"][contenteditable="true"], textarea[data-testid^="tweetTextarea_"], [data-testid^="tweetTextarea_"] textarea';
const BUTTON = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';
/** Private messages and long articles are never read. */
const NOT_OURS =
  '[data-testid="dmComposerTextInput"], [data-testid="dm-composer-textarea"], [data-testid="longformRichTextComponent"]';
const DIALOG = '[role="dialog"]';
/** From an editor to the common ancestor with its button it is about 19 levels. */
const LEVELS = 24;

export const x: Site = {
  platform: "x",

  editorAt(node) {
    const element = elementOf(node);
    if (!element || element.closest(NOT_OURS)) return null;
    const editor = element.closest<HTMLElement>(EDITOR);
    return editor && !editor.querySelector(NOT_OURS) ? editor : null;
  },

  unknownEditorAt(node) {
    const element = elementOf(node);
    if (!element || element.closest(NOT_OURS)) return null;
    const editable = element.closest<HTMLElement>('[contenteditable="true"], textarea');
    if (!editable || editable.matches(EDITOR)) return null;
    return climb(editable, LEVELS, (ancestor) => ancestor.querySelector(BUTTON) !== null)
      ? editable
      : null;
  },

  editor: (root) => (root instanceof HTMLTextAreaElement ? textarea : draftJs),

  buttonAt: (node) => elementOf(node)?.closest<HTMLElement>(BUTTON) ?? null,

  editorsOf(button) {
    // One button serves a whole thread and stands in the active item, so in a dialog every item counts.
    const unit =
      button.closest(DIALOG) ?? climb(button, LEVELS, (ancestor) => editorsIn(ancestor).length > 0);
    return unit ? editorsIn(unit) : [];
  },

  releaseOf(root) {
    const unit =
      root.closest(DIALOG) ??
      climb(root, LEVELS, (ancestor) => ancestor.querySelector(BUTTON) !== null);
    const button = unit?.querySelector<HTMLElement>(BUTTON);
    // The home composer stays mounted behind the modal: a button of another unit is not this box's.
    if (!button || button.closest(DIALOG) !== root.closest(DIALOG)) return null;
    return { by: "button", button };
  },

  // Whatever else is held down with them, the page publishes.
  publishes: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey),

  describe(root) {
    const unit = unitOf(root);
    return {
      platform: "x",
      kind: kindOf(root, unit),
      account: handle(root),
      media: mediaOf(unit),
      quoted: quotedOf(unit),
    };
  },

  accountName(root) {
    const name = handle(root);
    return name ? `@${name}` : null;
  },

  box(root) {
    const release = x.releaseOf(root);
    if (release?.by !== "button") return root;
    const both = climb(root, LEVELS, (ancestor) => ancestor.contains(release.button));
    return both instanceof HTMLElement ? both : root;
  },
};

function editorsIn(unit: Element): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(EDITOR)].filter(
    (editor) => x.editorAt(editor) === editor,
  );
}

function unitOf(root: HTMLElement): Element {
  return root.closest(DIALOG) ?? x.box(root);
}

/** `/handle` of the signed-in account: the profile link, then the account switcher's avatar. */
function handle(root: HTMLElement): string | null {
  const document = root.ownerDocument;
  const link = document.querySelector('a[data-testid="AppTabBar_Profile_Link"]');
  const fromLink = link?.getAttribute("href")?.match(/^\/([A-Za-z0-9_]{1,20})$/)?.[1] ?? null;
  const switcher = document.querySelector('[data-testid="SideNav_AccountSwitcher_Button"]');
  const fromSwitcher = avatar(switcher);
  // Two places that contradict each other: it counts as not shown.
  if (fromLink && fromSwitcher && fromLink.toLowerCase() !== fromSwitcher.toLowerCase())
    return null;
  return fromLink ?? fromSwitcher ?? avatar(unitOf(root));
}

function avatar(within: Element | null): string | null {
  const id = within
    ?.querySelector('[data-testid^="UserAvatar-Container-"]')
    ?.getAttribute("data-testid");
  const name = id?.slice("UserAvatar-Container-".length) ?? "";
  return /^[A-Za-z0-9_]{1,20}$/.test(name) && name !== "unknown" ? name : null;
}

function kindOf(root: HTMLElement, unit: Element): Kind {
  if (editorsIn(unit).length > 1) return "thread";
  if (quoteCard(unit)) return "quote";
  const inDialog = root.closest(DIALOG) !== null;
  if (inDialog && unit.querySelector('article[data-testid="tweet"]')) return "reply";
  const isStatus = /^\/[^/]+\/status\/\d+/.test(root.ownerDocument.location.pathname);
  return !inDialog && isStatus ? "reply" : "post";
}

/** A quoted post: a link-like card with a post's text that is not the answered article. */
function quoteCard(unit: Element): Element | null {
  for (const text of unit.querySelectorAll('[role="link"] [data-testid="tweetText"]')) {
    if (!text.closest('article[data-testid="tweet"]')) return text.closest('[role="link"]');
  }
  return null;
}

function quotedOf(unit: Element): { author: string; text: string } | null {
  const source = quoteCard(unit) ?? unit.querySelector('article[data-testid="tweet"]');
  if (!source) return null;
  const name = source.querySelector('[data-testid="User-Name"]')?.textContent ?? "";
  const author = avatar(source) ?? name.match(/@([A-Za-z0-9_]{1,20})/)?.[1] ?? name;
  return { author, text: source.querySelector('[data-testid="tweetText"]')?.textContent ?? "" };
}

function mediaOf(unit: Element): Media[] {
  const attached = unit.querySelector('[data-testid="attachments"]');
  if (!attached) return [];
  return [...attached.querySelectorAll("img, video")]
    .filter((item) => !item.closest('[role="link"]'))
    .map((item) => ({
      type: item instanceof HTMLVideoElement ? "video" : "image",
      alt: item.getAttribute("alt") || null,
    }));
}
