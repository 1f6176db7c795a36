import { render } from "preact";
import { Card, quietWords } from "./card.tsx";
import { placeCard } from "./card-layout.ts";
import { Dialog } from "./dialog.tsx";
import { createHost, dialogAround, type Host } from "./host.ts";
import { isHeldDown, onCardKey, onDialogKey } from "./keys.ts";
import type {
  CardHandlers,
  CardView,
  DialogAnswer,
  DialogView,
  LineView,
  Overlay,
  OverlayOptions,
  StatusView,
} from "./model.ts";
import { wordsOf } from "./parts.tsx";
import type { Box } from "./placement.ts";
import { Status } from "./status.tsx";
import { hideStatus, type PlacedStatus, placeStatus } from "./status-layout.ts";
import { type Theme, themeAround } from "./theme.ts";

/** A check is usually done before a person can see a dialog; only a slower one is announced. Milliseconds. */
const WAITING_SHOWN_AFTER = 150;
/** After the last scroll or change, statuses choose their places anew. Milliseconds. */
const SETTLED_AFTER = 120;
/** A live region speaks only what changes in it after it was seen empty. Milliseconds. */
const ANNOUNCE_AFTER = 60;

interface StatusEntry extends PlacedStatus {
  id: number;
  view: StatusView;
  theme: Theme;
  onPress(): void;
  onMount(element: HTMLElement | null): void;
}

interface OpenCard {
  anchor(): DOMRect | null;
  view: CardView;
  handlers: CardHandlers;
  inside: Element;
  theme: Theme;
}

interface OpenDialog {
  view: DialogView;
  inside: Element;
  theme: Theme;
  isShown: boolean;
  answer(answer: DialogAnswer | null): void;
}

export function createOverlay(options: OverlayOptions): Overlay {
  const { document, t, lang } = options;
  const view = document.defaultView;
  if (!view) throw new Error("an overlay needs a document that is shown");
  const closing = new AbortController();
  const { signal } = closing;

  const statuses = new Map<Element, StatusEntry>();
  let card: OpenCard | null = null;
  let dialog: OpenDialog | null = null;
  let lines: LineView[] = [];
  let linesTheme: Theme = "light";
  let cardElement: HTMLElement | null = null;
  let dialogElement: HTMLDialogElement | null = null;
  let nextId = 1;

  // Nothing stands in the page before there is something to show.
  let mounted: { host: Host; root: HTMLElement; live: HTMLElement } | null = null;
  function mount() {
    if (mounted) return mounted;
    const host = createHost(document, signal, options.shadow);
    host.element.lang = lang;
    const root = document.createElement("div");
    const live = document.createElement("div");
    live.className = "quiet";
    live.setAttribute("role", "status");
    host.shadow.append(root, live);
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
    mounted = { host, root, live };
    return mounted;
  }

  const onMountCard = (element: HTMLElement | null) => {
    cardElement = element;
  };
  const onMountDialog = (element: HTMLDialogElement | null) => {
    dialogElement = element;
  };

  function paint() {
    const { root } = mount();
    render(
      <>
        {lines.length > 0 && (
          <div class={`theme ${linesTheme}`}>
            <div class="lines" aria-hidden="true">
              {lines.map(({ level, rect: { left, top, width, height } }) => (
                <div
                  key={`${left} ${top} ${level}`}
                  class={`mark ${level}`}
                  style={{ left, top, width, height: height + 2 }}
                />
              ))}
            </div>
          </div>
        )}
        {[...statuses.values()].map((entry) => (
          <div key={entry.id} class={`theme ${entry.theme}`}>
            <Status
              view={entry.view}
              isOpen={card !== null && isWithin(card.inside, entry.key)}
              t={t}
              onPress={entry.onPress}
              onMount={entry.onMount}
            />
          </div>
        ))}
        {card && (
          <div key="card" class={`theme ${card.theme}`}>
            <Card view={card.view} handlers={card.handlers} t={t} onMount={onMountCard} />
          </div>
        )}
        {dialog?.isShown && (
          <div key="dialog" class={`theme ${dialog.theme}`}>
            <Dialog view={dialog.view} t={t} onAnswer={dialog.answer} onMount={onMountDialog} />
          </div>
        )}
      </>,
      root,
    );
  }

  /** What the host must stand beside: the dialog's or the card's composer, else the one in use. */
  function inUse(): Element | null {
    if (dialog) return dialog.inside;
    if (card) return card.inside;
    const keys = [...statuses.keys()].filter((key) => key.isConnected);
    const active = document.activeElement;
    return (
      keys.find(
        (key) =>
          active && (key.contains(active) || (active.contains(key) && active !== document.body)),
      ) ??
      keys.findLast((key) => dialogAround(key)) ??
      keys[0] ??
      null
    );
  }

  function stand(): boolean {
    const { host } = mount();
    const was = host.element.parentNode;
    if (!host.stand(inUse())) return false;
    // A page that removes it at once does so before any size was observed: looked at again.
    if (was !== host.element.parentNode) relayout();
    // A dialog of ours whose host moved or came back is no longer modal: shown anew.
    if (dialogElement && (was !== host.element.parentNode || !dialogElement.matches(":modal"))) {
      dialogElement.removeAttribute("open");
      dialogElement.showModal();
    }
    return true;
  }

  const isOurs = (element: Element) => element === mounted?.host.element;

  function layout(isThorough: boolean) {
    if (!mounted && statuses.size === 0) return;
    if (!stand()) return;
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
      const words = card.anchor() ?? fallbackAnchor(card.inside);
      if (words) void placeCard(cardElement, words, card.inside);
    }
  }

  function fallbackAnchor(inside: Element): DOMRect | null {
    for (const entry of statuses.values())
      if (isWithin(inside, entry.key) && entry.element && entry.isVisible)
        return entry.element.getBoundingClientRect();
    return inside.getBoundingClientRect();
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
  view.addEventListener("scroll", relayout, { capture: true, passive: true, signal });
  view.addEventListener("resize", relayout, { signal });
  view.visualViewport?.addEventListener("resize", relayout, { signal });
  view.visualViewport?.addEventListener("scroll", relayout, { signal });
  view.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", relayout, { signal });

  const owns = (event: Event) => mounted?.host.owns(event) ?? false;

  view.addEventListener(
    "pointerdown",
    (event) => {
      if (event.isTrusted && card && !owns(event)) card.handlers.close(false);
    },
    { capture: true, signal },
  );
  // Keys typed into the overlay are none of the page's business: X's single-key shortcuts and its
  // Escape would act. Stopped at the window, they are answered here and not by the components.
  // A key that went down for us also comes up for us, although the focus may have gone back by then.
  const held = new Set<string>();
  for (const type of ["keydown", "keypress", "keyup"] as const)
    view.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        const isFromUs = owns(event);
        const isEscape = event.key === "Escape" && !event.isComposing;
        // Escape in the editor closes the card, and not the page's own dialog around it.
        const isOurs = isFromUs || (type === "keydown" && card !== null && isEscape);
        const wasHeld = type === "keyup" && held.delete(event.code);
        if (!isOurs && !wasHeld) return;
        event.stopImmediatePropagation();
        if (type !== "keydown") return;
        held.add(event.code);
        const focused = mounted?.host.shadow.activeElement ?? null;
        if (isFromUs && isHeldDown(event)) event.preventDefault();
        else if (dialog?.isShown) onDialogKey(event, focused, dialog.answer);
        else if (card) onCardKey(event, focused, cardElement, card);
      },
      { capture: true, signal },
    );

  let words: string[] = [];
  let speaking: ReturnType<typeof setTimeout> | undefined;
  function announce(said: string) {
    const { live } = mount();
    words.push(said);
    live.textContent = "";
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      live.textContent = words.join(" ");
      words = [];
    }, ANNOUNCE_AFTER);
  }
  signal.addEventListener("abort", () => clearTimeout(speaking));

  function showDialog() {
    if (!dialog) return;
    dialog.isShown = true;
    dialog.theme = themeAround(dialog.inside);
    const isNew = !dialogElement;
    paint();
    if (!stand() || !dialogElement) return dialog.answer(null);
    if (isNew && !dialogElement.matches(":modal")) dialogElement.showModal();
    dialogElement.querySelector<HTMLElement>("[data-first]")?.focus();
  }

  return {
    setStatus(key, anchor, statusView, onPress) {
      const old = statuses.get(key);
      const isSame = old && JSON.stringify(old.view) === JSON.stringify(statusView);
      if (old) Object.assign(old, { anchor, view: statusView, onPress });
      else {
        const entry: StatusEntry = {
          id: nextId++,
          key,
          anchor,
          view: statusView,
          onPress,
          theme: themeAround(key),
          element: null,
          size: null,
          chosen: null,
          isVisible: false,
          onMount(element) {
            entry.element = element;
          },
        };
        statuses.set(key, entry);
        sizes.observe(key);
      }
      if (isSame) return;
      if (old) old.size = null;
      paint();
      relayout();
    },
    removeStatus(key) {
      if (!statuses.delete(key)) return;
      sizes.unobserve(key);
      paint();
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
        announce(
          finding
            ? t(
                "ui_card_opened",
                `${t(`ui_level_${finding.level}`)} ${wordsOf(finding, t)}`,
                finding.message,
              )
            : quietWords(cardView.status, t),
        );
      }
    },
    closeCard() {
      if (!card) return;
      card = null;
      paint();
    },
    get isCardOpen() {
      return card !== null;
    },
    openDialog(dialogView, inside) {
      dialog?.answer(null);
      card = null;
      return new Promise((resolve) => {
        const opened: OpenDialog = {
          view: dialogView,
          inside,
          theme: themeAround(inside),
          isShown: false,
          answer(answer) {
            if (dialog !== opened) return;
            dialog = null;
            // Closing before removing lets the browser give the focus back to where it was.
            dialogElement?.close();
            paint();
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
      const isSameState = dialog.view.state === dialogView.state;
      dialog.view = dialogView;
      if (dialog.isShown && isSameState) paint();
      else if (dialog.isShown || dialogView.state !== "waiting") showDialog();
    },
    closeDialog() {
      dialog?.answer(null);
    },
    get isDialogOpen() {
      return dialog !== null;
    },
    drawLines(next) {
      if (next.length === 0 && lines.length === 0) return;
      lines = next;
      const beside = inUse();
      if (beside) linesTheme = themeAround(beside);
      paint();
      stand();
    },
    announce,
    relayout,
    owns,
    destroy() {
      closing.abort();
    },
  };
}

function isWithin(inside: Element, key: Element): boolean {
  return key.contains(inside) || inside.contains(key);
}
