import type { Draft, Media } from "../contract.ts";
import { lexical } from "../editors/lexical.ts";
import { textarea } from "../editors/textarea.ts";
import { correctable } from "./selectors.ts";
import { climb, elementOf, opensWith, type Site, within } from "./site.ts";

/**
 * Facebook. Only atomic classes there, so nothing here reads a class: roles, form methods and Lexical's
 * own attribute. Labels of the publish button are only the cross-check of its place in the form.
 */
const corrections = correctable({
  editor: '[contenteditable="true"][role="textbox"][data-lexical-editor="true"]',
  postForm: 'form[method="POST" i]',
  commentForm: 'form[role="presentation"]',
  /** By its place in the form, unless a policy names it. */
  button: "",
  /** The words of the post that is shared, in the dialog that shares it. */
  shared: '[data-ad-preview="message"], [data-ad-comet-preview="message"]',
});
const S = corrections.selectors;
const BUTTON = '[role="button"]';
const ARTICLE = '[role="article"]';
/** Where one post stands by itself. */
const PERMALINK =
  'a:is([href*="/posts/"], [href*="/permalink"], [href*="/videos/"], [href*="/reel/"], [href*="fbid="])';
/** Says that the post was published, with a link to it. */
const TOLD = `:is([role="alert"], [role="status"]) ${PERMALINK}`;
const HEADING = "h2, h3, h4, strong";

/** "Next" too: in the step behind it the editor may be gone, and nothing could be read any more. */
const PUBLISH_LABELS = new Set(
  [
    "投稿",
    "投稿する",
    "シェア",
    "シェアする",
    "今すぐシェア",
    "次へ",
    "保存",
    "Post",
    "Publish",
    "Share",
    "Share now",
    "Next",
    "Save",
  ].map(fold),
);
const COMMENT_LABELS = new Set(
  [
    "コメント",
    "コメントする",
    "コメントを投稿",
    "返信",
    "送信",
    "Comment",
    "Post comment",
    "Reply",
    "Send",
  ].map(fold),
);

export const facebook: Site = {
  platform: "facebook",
  ...corrections,

  editorAt(node) {
    const editor = elementOf(node)?.closest<HTMLElement>(S.editor) ?? null;
    return editor && (isComment(editor) || postForm(editor)) ? editor : null;
  },

  unknownEditorAt(node) {
    const editable = elementOf(node)?.closest<HTMLElement>(
      '[contenteditable="true"][role="textbox"], form textarea',
    );
    if (!editable || facebook.editorAt(editable)) return null;
    // A dialog without the form that is known; a chat has neither.
    return editable.closest(`${S.postForm}, ${S.commentForm}, [role="dialog"][aria-labelledby]`)
      ? editable
      : null;
  },

  editor: (root) => (root instanceof HTMLTextAreaElement ? textarea : lexical),

  buttonAt(node) {
    const button = elementOf(node)?.closest<HTMLElement>(`${BUTTON}, input[type="submit"], button`);
    if (!button) return null;
    const comment = button.closest(S.commentForm);
    if (comment) return commentButton(comment) === button ? button : null;
    const form = button.closest(S.postForm);
    if (!form) return null;
    return publishButton(form) === button || button.matches('input[type="submit"]') ? button : null;
  },

  confirmAt: () => null,

  editorsOf(button) {
    const form = button.closest(`${S.commentForm}, ${S.postForm}`);
    if (!form) return [];
    return [...form.querySelectorAll<HTMLElement>(S.editor)];
  },

  releaseOf(root) {
    // A comment always goes by its own key, whether its page shows a button or not.
    if (isComment(root)) return { by: "enter", editor: root };
    const form = postForm(root);
    const button = form && publishButton(form);
    return button ? { by: "button", button } : null;
  },

  publishes: (event, root) =>
    event.key === "Enter" &&
    (isComment(root) ? !event.shiftKey && !isSuggesting(root) : event.ctrlKey || event.metaKey),

  describe(root) {
    const shown = name(root);
    const id = actingId(root.ownerDocument);
    return {
      platform: "facebook",
      account: shown ?? id,
      shown: { ...(id ? { id } : {}), ...(shown ? { name: shown } : {}) },
      media: media(root),
      ...route(root),
    };
  },

  accountName: name,

  partOf: () => null,
  partsOf: () => [],

  addressIn(added, { draft, article }) {
    if (draft.kind === "comment") {
      const comment = within(added, '[dir="auto"]')
        .find((words) => opensWith(words, draft))
        ?.closest(ARTICLE);
      // Only below the post that was commented on, and never the post itself.
      if (!comment || comment === article || !article?.contains(comment)) return null;
      return comment.querySelector<HTMLAnchorElement>('a[href*="comment_id="]')?.href ?? null;
    }
    const [told] = within<HTMLAnchorElement>(added, TOLD);
    // Else it is the feed's first post; nothing there says exactly when one was published.
    const first = added.ownerDocument.querySelector(ARTICLE);
    const isNew = first && within(added, ARTICLE).includes(first);
    const shown = isNew && opensWith(first.querySelector(S.shared), draft);
    return (
      (told ?? (shown ? first.querySelector<HTMLAnchorElement>(PERMALINK) : null))?.href ?? null
    );
  },

  box(root) {
    const form = root.closest<HTMLElement>(`${S.commentForm}, ${S.postForm}`);
    return form ?? root;
  },
};

function fold(label: string): string {
  // Accessible names there may carry zero-width spaces.
  return label
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .normalize("NFKC")
    .trim()
    .toLowerCase();
}

function label(button: Element): string {
  return fold(button.getAttribute("aria-label") ?? button.textContent ?? "");
}

function isComment(root: Element): boolean {
  return root.closest(S.commentForm) !== null;
}

function postForm(root: Element): Element | null {
  return root.closest(S.postForm);
}

/**
 * The publish button by its place: the last button of the form that bears words (the tools before it
 * are pictures), behind the editor and beside the hidden submit. Where the form has no such submit, by
 * its label.
 */
function publishButton(form: Element): HTMLElement | null {
  if (S.button) return form.querySelector(S.button);
  const editor = form.querySelector(S.editor);
  const buttons = [...form.querySelectorAll<HTMLElement>(BUTTON)].filter(
    (button) => editor && isBehind(button, editor) && label(button) !== "",
  );
  const last = buttons.at(-1);
  const hasSubmit = form.querySelector('input[type="submit"]') !== null;
  if (hasSubmit && last && fold(last.textContent ?? "") !== "") return last;
  return buttons.findLast((button) => PUBLISH_LABELS.has(label(button))) ?? null;
}

function isBehind(element: Element, other: Element): boolean {
  return Boolean(
    other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !other.contains(element),
  );
}

/** By its label, else by its place: the last button behind the editor. */
function commentButton(form: Element): HTMLElement | null {
  const editor = form.querySelector(S.editor);
  const buttons = [...form.querySelectorAll<HTMLElement>(BUTTON)];
  return (
    buttons.findLast((button) => COMMENT_LABELS.has(label(button))) ??
    buttons.findLast((button) => editor !== null && isBehind(button, editor)) ??
    null
  );
}

function isSuggesting(root: Element): boolean {
  return root.hasAttribute("aria-activedescendant");
}

/** How it leaves, and what it carries on: a comment, a post of somebody else that is shared, or a post. */
function route(root: HTMLElement): Pick<Draft, "kind" | "quoted"> {
  if (isComment(root)) return { kind: "comment", quoted: null };
  const message = postForm(root)?.querySelector(S.shared);
  if (!message) return { kind: "post", quoted: null };
  const card = climb(message, 24, (ancestor) => ancestor.querySelector(HEADING) !== null);
  const author = card?.contains(root) ? null : card?.querySelector(HEADING)?.textContent?.trim();
  const text = message.textContent ?? "";
  const isPlain = facebook.editor(root).read(root).text.trim() === "";
  return { kind: isPlain ? "repost" : "share", quoted: { author: author ?? "", text } };
}

/** What was attached on this machine; pictures of a shared post or a preview come from elsewhere. */
function media(root: HTMLElement): Media[] {
  return [...facebook.box(root).querySelectorAll('img[src^="blob:"], video')].map((item) => ({
    type: item instanceof HTMLVideoElement ? "video" : "image",
    alt: item.getAttribute("alt") || null,
  }));
}

/** The name beside the composer: of the picture before the editor, else the first heading of the form. */
function name(root: HTMLElement): string | null {
  const unit = root.closest(`${S.commentForm}, ${S.postForm}`);
  const picture = unit?.querySelector(
    "svg[aria-label], [role='img'][aria-label], img[alt]:not([alt=''])",
  );
  const shown =
    picture && !isBehind(picture, root) && !root.contains(picture)
      ? (picture.getAttribute("aria-label") ?? picture.getAttribute("alt"))
      : unit?.querySelector("h2, h3, strong")?.textContent;
  return shown?.trim() || null;
}

/** The page that somebody acts as, else the person: switching between them loads the page anew. */
function actingId({ cookie }: Document): string | null {
  return (/\bi_user=(\d+)/.exec(cookie) ?? /\bc_user=(\d+)/.exec(cookie))?.[1] ?? null;
}
