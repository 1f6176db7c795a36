import { render } from "preact";
import {
  App,
  type AppProps,
  newStatusEntry,
  type OpenCard,
  type OpenDialog,
  type StatusEntry,
  statusRect,
} from "./app.tsx";
import { spokenWords } from "./card.tsx";
import { placeCard } from "./card-layout.ts";
import { isAnother } from "./dialog.tsx";
import { composerInUse, createHost, type Host } from "./host.ts";
import { listenToKeys } from "./keys.ts";
import { createLiveRegion, type LiveRegion } from "./live-region.ts";
import { rectsIn } from "./mirror.ts";
import type { Overlay, OverlayOptions } from "./model.ts";
import { listenToMoves } from "./moves.ts";
import { askNatively } from "./native-dialog.ts";
import type { Box } from "./placement.ts";
import { hideStatus, placeStatus } from "./status-layout.ts";
import { type Theme, themeAround } from "./theme.ts";

/** A check is usually done before a person can see a dialog; only a slower one is announced. Milliseconds. */
const WAITING_SHOWN_AFTER = 150;
/** After the last scroll or change, statuses choose their places anew. Milliseconds. */
const SETTLED_AFTER = 120;
export function createOverlay(options: OverlayOptions): Overlay {
  const { document, t, lang } = options;
  if (!document.defaultView) throw new Error("an overlay needs a document that is shown");
  const view: Window = document.defaultView;
  const closing = new AbortController();
  const { signal } = closing;

  const statuses = new Map<Element, StatusEntry>();
  let card: OpenCard | null = null;
  let dialog: OpenDialog | null = null;
  let lines: AppProps["lines"] = { views: [], theme: "light" };
  let cardElement: HTMLElement | null = null;
  let dialogElement: HTMLDialogElement | null = null;
  let nextId = 1;

  // Nothing stands in the page before there is something to show.
  let mounted: { host: Host; root: HTMLElement; live: LiveRegion } | null = null;
  function mount() {
    if (mounted) return mounted;
    const host = createHost(document, signal, options.shadow);
    host.element.lang = lang;
    const root = document.createElement("div");
    const live = createLiveRegion(document, signal);
    host.shadow.append(root, live.element);
    // A press on our buttons leaves the focus, and with it the caret, in the editor.
    host.shadow.addEventListener(
      "mousedown",
      (event) => {
        if (!dialog && event.target instanceof Element && event.target.closest("button"))
          event.preventDefault();
      },
      { signal },
    );
    // A host that is removed or hidden by the page loses its size, and this observer tells.
    sizes.observe(host.element);
    host.onAttributes(relayout);
    mounted = { host, root, live };
    return mounted;
  }

  const handlers = {
    onMountCard(element: HTMLElement | null) {
      cardElement = element;
    },
    onMountDialog(element: HTMLDialogElement | null) {
      dialogElement = element;
    },
    onCovered: askInstead,
  };

  function paint() {
    const { root } = mount();
    const props = { statuses: statuses.values(), card, dialog, lines, t };
    render(<App {...props} {...handlers} />, root);
  }

  /** What the host must stand beside: the dialog's or the card's composer, else the one in use. */
  function inUse(): Element | null {
    if (dialog) return dialog.inside;
    if (card) return card.inside;
    return composerInUse(document, [...statuses.keys()]);
  }

  function stand(): boolean {
    const { host } = mount();
    const was = host.element.parentNode;
    const focused = host.shadow.activeElement as HTMLElement | null;
    const isCovered = host.isCovered;
    if (!host.stand(inUse())) return false;
    // A page that removes it at once does so before any size was observed: looked at again.
    if (was !== host.element.parentNode) relayout();
    // A dialog of ours whose host moved or came back is no longer modal: shown anew.
    const isMoved = isCovered || was !== host.element.parentNode;
    if (dialogElement && (isMoved || !dialogElement.matches(":modal"))) {
      dialogElement.close();
      dialogElement.showModal();
      focused?.focus({ preventScroll: true });
    }
    return true;
  }

  const isOurs = (element: Element) => element === mounted?.host.element;

  function layout(isThorough: boolean) {
    if (!mounted && statuses.size === 0) return;
    if (!stand()) {
      // The page won: a post that waits for an answer is asked about in the browser's own words.
      if (dialog?.isShown) askInstead();
      return;
    }
    let isRepaintNeeded = false;
    const retheme = (surface: { theme: Theme }, around: Element) => {
      const theme = themeAround(around);
      if (theme !== surface.theme) isRepaintNeeded = true;
      surface.theme = theme;
    };
    for (const entry of statuses.values()) if (isThorough) retheme(entry, entry.key);
    if (card) retheme(card, card.inside);
    if (dialog) retheme(dialog, dialog.inside);
    if (isRepaintNeeded) paint();
    const taken: Box[] = [];
    const home = mounted?.host.element.parentElement;
    const modal = home?.matches(":modal, [aria-modal=true]") ? home : null;
    for (const entry of statuses.values()) {
      if (modal && !modal.contains(entry.key)) hideStatus(entry);
      else placeStatus(entry, isThorough, taken, isOurs);
    }
    if (card && cardElement) {
      const words = card.anchor() ?? statusRect(statuses.values(), card.inside);
      if (words) placeCard(cardElement, words, card.inside);
    }
  }

  let frame = 0;
  let settled: ReturnType<typeof setTimeout> | undefined;
  function relayout() {
    if (signal.aborted) return;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      layout(false);
    });
    clearTimeout(settled);
    settled = setTimeout(() => layout(true), SETTLED_AFTER);
  }
  const sizes = new ResizeObserver(relayout);

  signal.addEventListener("abort", () => {
    cancelAnimationFrame(frame);
    clearTimeout(settled);
    sizes.disconnect();
    dialog?.answer(null);
    if (mounted) render(null, mounted.root);
  });
  listenToMoves(view, signal, relayout, (event) => {
    // One that opens lies above ours, and could show other words over our buttons.
    if (mounted && dialog && !owns(event)) mounted.host.isCovered = true;
  });

  const owns = (event: Event) => mounted?.host.owns(event) ?? false;

  view.addEventListener(
    "pointerdown",
    (event) => {
      if (event.isTrusted && card && !owns(event)) card.handlers.close(false);
    },
    { capture: true, signal },
  );
  listenToKeys(view, signal, {
    owns,
    focused: () => mounted?.host.shadow.activeElement ?? null,
    card: () => card && { ...card, element: cardElement },
    dialog: () => (dialog?.isShown ? dialog : null),
  });

  const announce = (words: string) => mount().live.say(words);

  /** In the browser's own words. Nothing to ask while waiting; the next state will. */
  function askInstead() {
    if (dialog && dialog.view.state !== "waiting") dialog.answer(askNatively(view, dialog.view, t));
  }

  function showDialog() {
    if (!dialog) return;
    dialog.isShown = true;
    dialog.theme = themeAround(dialog.inside);
    const isNew = !dialogElement;
    paint();
    if (!stand() || !dialogElement) {
      askInstead();
      return;
    }
    if (isNew && !dialogElement.matches(":modal")) dialogElement.showModal();
    dialogElement.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
  }

  return {
    setStatus(key, anchor, statusView, onPress) {
      const old = statuses.get(key);
      const entry = old ?? newStatusEntry(nextId++, key, anchor, statusView);
      Object.assign(entry, { anchor, onPress });
      statuses.set(key, entry);
      sizes.observe(key);
      const isSame = old && JSON.stringify(old.view) === JSON.stringify(statusView);
      if (isSame) return;
      entry.view = statusView;
      entry.size = null;
      paint();
      relayout();
    },
    removeStatus(key) {
      if (signal.aborted || !statuses.delete(key)) return;
      sizes.unobserve(key);
      paint();
      relayout();
    },
    openCard(anchor, cardView, handlers, { focus, inside }) {
      const before = card?.view.findings[card.view.current]?.id;
      const hadFocus = cardElement?.matches(":focus-within") ?? false;
      card = { anchor, view: cardView, handlers, inside, theme: themeAround(inside) };
      paint();
      layout(false);
      const finding = cardView.findings[cardView.current];
      const first = cardElement?.querySelector<HTMLElement>("[data-first]") ?? cardElement;
      if (focus && !hadFocus) first?.focus();
      // The button that had the focus may have gone with its finding.
      else if (hadFocus && !cardElement?.matches(":focus-within")) cardElement?.focus();
      if (!focus && (!finding || finding.id !== before)) {
        announce(spokenWords(cardView, t));
      }
    },
    closeCard() {
      if (!card) return;
      card = null;
      paint();
    },
    openDialog(dialogView, inside, handlers) {
      dialog?.answer(null);
      card = null;
      return new Promise((resolve) => {
        const opened: OpenDialog = {
          view: dialogView,
          handlers,
          inside,
          theme: themeAround(inside),
          isShown: false,
          answer(answer) {
            if (dialog !== opened) return;
            dialog = null;
            // Closing before removing lets the browser give the focus back to where it was.
            dialogElement?.close();
            paint();
            relayout();
            resolve(answer);
          },
        };
        dialog = opened;
        paint();
        if (dialogView.state !== "waiting") return showDialog();
        setTimeout(() => {
          if (dialog === opened && !opened.isShown) showDialog();
        }, WAITING_SHOWN_AFTER);
      });
    },
    updateDialog(dialogView) {
      if (!dialog) return;
      const isSame = !isAnother(dialog.view, dialogView);
      dialog.view = dialogView;
      if (dialog.isShown && isSame) paint();
      else if (dialog.isShown || dialogView.state !== "waiting") showDialog();
    },
    closeDialog() {
      dialog?.answer(null);
    },
    drawLines(next) {
      if (next.length === 0 && lines.views.length === 0) return;
      const beside = inUse();
      lines = { views: next, theme: beside ? themeAround(beside) : lines.theme };
      paint();
      stand();
    },
    rectsIn: (field, start, end) => rectsIn(field, start, end, mount().host.shadow),
    announce,
    relayout,
    owns,
    destroy() {
      closing.abort();
    },
  };
}
