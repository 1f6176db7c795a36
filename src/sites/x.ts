import type { Kind, Media } from "../contract.ts";
import { draftJs } from "../editors/draft-js.ts";
import { isField, plainText, textarea } from "../editors/textarea.ts";
import { correctable } from "./selectors.ts";
import { climb, elementOf, opensWith, type Site, within } from "./site.ts";
import { scheduledTime } from "./x-schedule.ts";

/**
 * X. Test ids are stable across languages and were seen in public code of 2024–2026. The prefix alone
 * also matches the label and the rich-text container, so an editor is always the editable node itself.
 */
const corrections = correctable({
  editor:
    '[data-testid^="tweetTextarea_"][contenteditable="true"], textarea[data-testid^="tweetTextarea_"], [data-testid^="tweetTextarea_"] textarea',
  button: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  /** In the menu of a post's repost button: publishes without a word. */
  repost: '[data-testid="retweetConfirm"]',
  /** The sheet about a missing alternative text, and the one that asks to think again. */
  confirm:
    '[data-testid="confirmationSheetConfirm"], [data-testid="sheetDialog"] :is(button, [role="button"]):not([data-testid="confirmationSheetCancel"])',
  attachments: '[data-testid="attachments"]',
  post: 'article[data-testid="tweet"]',
  pollOption: 'input[name^="Choice"], input[data-testid^="Choice"]',
  /** Where a picture is described, in a dialog of its own. */
  altField: '[data-testid="altTextInput"], textarea[name="altTextInput"]',
  profileLink: 'a[data-testid="AppTabBar_Profile_Link"]',
  accountSwitcher: '[data-testid="SideNav_AccountSwitcher_Button"]',
});
const S = corrections.selectors;
const PICTURE = "img, video";
/** Private messages and long articles are never read. */
const NOT_OURS =
  '[data-testid="dmComposerTextInput"], [data-testid="dm-composer-textarea"], [data-testid="longformRichTextComponent"]';
const MESSAGES = /\.com\/(?:messages|i\/chat)/;
/** Says that the post was sent, with a link to it. */
const TOAST = '[data-testid="toast"] a[href*="/status/"]';
const DIALOG = '[role="dialog"]';
/** The site's clock and this machine's, in ms. */
const CLOCKS_DIFFER = 300_000;
/** From an editor to the common ancestor with its button it is about 19 levels. */
const LEVELS = 24;

export const x: Site = {
  platform: "x",
  ...corrections,

  editorAt(node) {
    const element = elementOf(node);
    if (!element || element.closest(NOT_OURS)) return null;
    const option = element.closest(S.pollOption);
    if (option) return postOf(option);
    const editor = element.closest<HTMLElement>(`${S.editor}, ${S.altField}`);
    return editor && !editor.querySelector(NOT_OURS) ? editor : null;
  },

  unknownEditorAt(node) {
    const element = elementOf(node);
    if (!element || element.closest(NOT_OURS)) return null;
    const editable = element.closest<HTMLElement>('[contenteditable="true"], textarea');
    if (!editable || editable.matches(S.editor)) return null;
    // Beside a known button; where that is not known either, whatever is written like a post.
    return climb(editable, LEVELS, (ancestor) => ancestor.querySelector(S.button) !== null) ||
      (editable.matches('[role="textbox"]') && !MESSAGES.test(editable.baseURI))
      ? editable
      : null;
  },

  editor(root) {
    if (isField(root)) return textarea;
    return root.matches(PICTURE) ? alternativeText : root.matches(S.repost) ? noText : draftJs;
  },

  buttonAt: (node) => elementOf(node)?.closest<HTMLElement>(`${S.button}, ${S.repost}`) ?? null,

  confirmAt: (node) => elementOf(node)?.closest<HTMLElement>(S.confirm) ?? null,

  editorsOf(button) {
    if (button.matches(S.repost)) return [button];
    // One button serves a whole thread and stands in the active item, so in a dialog every item counts.
    const unit =
      button.closest(DIALOG) ?? climb(button, LEVELS, (ancestor) => editorsIn(ancestor).length > 0);
    if (!unit) return [];
    return [...editorsIn(unit), ...partsIn(unit)];
  },

  releaseOf(root) {
    if (root.matches(S.repost)) return { by: "button", button: root };
    const unit =
      root.closest(DIALOG) ??
      climb(root, LEVELS, (ancestor) => ancestor.querySelector(S.button) !== null);
    const button = unit?.querySelector<HTMLElement>(S.button);
    // The home composer stays mounted behind the modal: a button of another unit is not this box's.
    if (!button || button.closest(DIALOG) !== root.closest(DIALOG)) return null;
    return { by: "button", button };
  },

  // Whatever else is held down with them, the page publishes.
  publishes: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey),

  describe(root) {
    const unit = unitOf(root);
    const account = handle(root);
    const shown = account ? { handle: account, ...displayName(root, account) } : {};
    const base = { platform: "x", account, shown, media: [], quoted: null } as const;
    if (root.matches(S.repost))
      return { ...base, kind: "repost", quoted: quotedOf(reposted(root)) };
    const at = scheduledTime(root);
    const time = at ? { at } : {};
    // What stands around the post is said of the post itself, once.
    if (x.partOf(root)) return { ...base, ...time, kind: "post" };
    const media = attached(unit).map(mediaOf);
    const kind = kindOf(root, unit);
    const isPlain =
      kind === "quote" && media.length === 0 && x.editor(root).read(root).text.trim() === "";
    const quoted = quotedOf(quoteCard(unit) ?? (kind === "reply" ? answered(root, unit) : null));
    return { ...base, ...time, kind: isPlain ? "repost" : kind, media, quoted };
  },

  accountName(root) {
    const name = handle(root);
    return name ? `@${name}` : null;
  },

  partOf: (root) =>
    root.matches(S.pollOption)
      ? "option"
      : root.matches(`${PICTURE}, ${S.altField}`)
        ? "alt"
        : null,

  partsOf: (root) =>
    x.partOf(root) || root.matches(S.repost)
      ? []
      : partsIn(unitOf(root)).filter((part) => postOf(part) === root),

  addressIn(added, { draft, since }) {
    const [toast] = within<HTMLAnchorElement>(added, TOAST);
    // Else it may come as a new post at the top; the same words may have been posted before.
    const post = within(added, S.post).find(
      (one) =>
        avatar(one) === draft.account &&
        Date.parse(one.querySelector("time")?.dateTime ?? "") > since - CLOCKS_DIFFER &&
        opensWith(one.querySelector('[data-testid="tweetText"]'), draft),
    );
    return (toast ?? post?.querySelector<HTMLAnchorElement>('a[href*="/status/"]'))?.href ?? null;
  },

  box(root) {
    const release = x.releaseOf(root);
    if (release?.by !== "button") return root;
    const both = climb(root, LEVELS, (ancestor) => ancestor.contains(release.button));
    return both instanceof HTMLElement ? both : root;
  },
};

function editorsIn(unit: Element): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(S.editor)].filter(
    (editor) => x.editorAt(editor) === editor,
  );
}

/** Options of polls, and pictures whose alternative text is one. */
function partsIn(unit: Element): HTMLElement[] {
  const described = attached(unit).filter((picture) => altOf(picture));
  return [...unit.querySelectorAll<HTMLElement>(S.pollOption), ...described];
}

/** The text beside which a part stands: the nearest, since each post of a thread has its own row. */
function postOf(part: Element): HTMLElement | null {
  const row = climb(part, LEVELS, (ancestor) => editorsIn(ancestor).length > 0);
  return (row && editorsIn(row)[0]) ?? null;
}

function unitOf(root: HTMLElement): Element {
  return root.closest(DIALOG) ?? x.box(root);
}

/** `/handle` of the signed-in account: the profile link, then the account switcher's avatar. */
function handle(root: HTMLElement): string | null {
  const document = root.ownerDocument;
  const link = document.querySelector(S.profileLink);
  const fromLink = link?.getAttribute("href")?.match(/^\/([A-Za-z0-9_]{1,20})$/)?.[1] ?? null;
  const fromSwitcher = avatar(document.querySelector(S.accountSwitcher));
  // Two places that contradict each other: it counts as not shown.
  if (fromLink && fromSwitcher && fromLink.toLowerCase() !== fromSwitcher.toLowerCase())
    return null;
  return fromLink ?? fromSwitcher ?? avatar(unitOf(root));
}

/** The name before the handle, where the account switcher is wide enough to show both. */
function displayName({ ownerDocument }: HTMLElement, account: string): { name?: string } {
  const text = ownerDocument.querySelector(S.accountSwitcher)?.textContent ?? "";
  const name = text.slice(0, Math.max(0, text.lastIndexOf(`@${account}`))).trim();
  return name ? { name } : {};
}

const AVATAR = '[data-testid^="UserAvatar-Container-"]';

/** Of the first avatar that is not a quoted or answered post's inside of this. */
function avatar(within: Element | null): string | null {
  const id = [...(within?.querySelectorAll(AVATAR) ?? [])]
    .find((one) => {
      const post = one.closest(`${S.post}, [role="link"]`);
      return !post || post === within;
    })
    ?.getAttribute("data-testid");
  const name = id?.slice("UserAvatar-Container-".length) ?? "";
  return /^[A-Za-z0-9_]{1,20}$/.test(name) && name !== "unknown" ? name : null;
}

function kindOf(root: HTMLElement, unit: Element): Kind {
  if (editorsIn(unit).length > 1) return "thread";
  if (quoteCard(unit)) return "quote";
  return answered(root, unit) ? "reply" : "post";
}

/** The post that is answered: above the editor in a dialog, else that of the page's own address. */
function answered(root: HTMLElement, unit: Element): Element | null {
  if (root.closest(DIALOG)) return unit.querySelector(S.post);
  const { pathname } = root.ownerDocument.location;
  const status = pathname.match(/^\/[^/]+\/status\/\d+/)?.[0];
  return status ? (postAt(root.ownerDocument, status) ?? root) : null;
}

function postAt(document: Document, path: string): Element | null {
  return document.querySelector(`a[href^="${path}"]`)?.closest(S.post) ?? null;
}

/** The post whose repost menu is open: its button says so, the menu itself does not. */
function reposted(menuItem: Element): Element | null {
  return (
    menuItem.ownerDocument
      .querySelector('[data-testid="retweet"][aria-expanded="true"]')
      ?.closest(S.post) ?? null
  );
}

/** A quoted post: a link-like card with a post's text that is not the answered article. */
function quoteCard(unit: Element): Element | null {
  for (const text of unit.querySelectorAll('[role="link"] [data-testid="tweetText"]')) {
    if (!text.closest(S.post)) return text.closest('[role="link"]');
  }
  return null;
}

function quotedOf(source: Element | null): { author: string; text: string } | null {
  const name = source?.querySelector('[data-testid="User-Name"]')?.textContent ?? "";
  const author = avatar(source) ?? name.match(/@([A-Za-z0-9_]{1,20})/)?.[1] ?? name;
  const text = source?.querySelector('[data-testid="tweetText"]')?.textContent ?? "";
  return author || text ? { author, text } : null;
}

function attached(unit: Element): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(`:is(${S.attachments}) :is(${PICTURE})`)].filter(
    (item) => !item.closest('[role="link"]'),
  );
}

function mediaOf(item: HTMLElement): Media {
  const isGif = /\bGIF\b/.test(item.closest('[role="group"]')?.textContent ?? "");
  const type = item instanceof HTMLVideoElement ? (isGif ? "gif" : "video") : "image";
  return { type, alt: altOf(item) };
}

/** A frame's name where it has no alternative text of its own. */
const NO_ALT = /^(?:ALT|media|image|photo|video|メディア|画像|写真|動画)$/i;

function altOf(item: HTMLElement): string | null {
  const frame = item
    .closest(`:is(${S.attachments}) [role="group"]`)
    ?.getAttribute("aria-label")
    ?.trim();
  return item.getAttribute("alt")?.trim() || (frame && !NO_ALT.test(frame) ? frame : null);
}

const alternativeText = plainText((root) => altOf(root) ?? "");
const noText = plainText(() => "");
