import type { Site } from "../sites/site.ts";
import type { Overlay, StatusView } from "../ui/model.ts";
import { Card } from "./card.ts";
import { goTo, nearestToCaret } from "./caret.ts";
import type { RecordingChannel } from "./channel.ts";
import { Composers } from "./composer.ts";
import { Hold } from "./hold.ts";
import type { PageState } from "./page-state.ts";
import { Records } from "./record.ts";

/** How long the pointer rests on a mark before its card opens, in ms. */
const BEFORE_POINTED = 250;

export interface StartOptions {
  site: Site;
  channel: RecordingChannel;
  createOverlay(): Overlay;
  t(key: string, ...args: string[]): string;
  signal: AbortSignal;
}

/** How a page stands, for whoever asks from outside of it. */
export interface Watch {
  state(): PageState;
  /** Tells whenever the state may be another. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** Asks anew about all that is written here: it would be judged by other settings. */
  renew(): void;
}

/**
 * Wires a page: until the first focus of a compose box only three listeners wait on window, and the
 * overlay, its styles and its components are not even made.
 */
export function startComposer({ site, channel, createOverlay, t, signal }: StartOptions): Watch {
  let made: Overlay | null = null;
  const overlay = () => {
    if (!made) {
      made = createOverlay();
      pointAtMarks(composers, card, signal);
    }
    return made;
  };
  signal.addEventListener("abort", () => made?.destroy());
  const announce = (key: string) => overlay().announce(t(key));

  const composers = new Composers({
    document,
    site,
    channel,
    overlay,
    signal,
    onStatus: (box) => {
      if (card.box === box) card.close(true);
      else card.open(box, undefined, true);
    },
    announce,
  });
  const records = new Records(
    {
      site,
      channel,
      composers,
      onOutcome: (isKept) => {
        composers.tellRecorded(isKept);
        if (isKept) return;
        // A composer says so itself; after a post it is often gone.
        if ([...composers.all].some(({ root }) => root.isConnected)) {
          overlay().announce(t("ui_record_failed"));
        } else card.say("ui_record_failed");
      },
    },
    signal,
  );
  const card = new Card({ composers, overlay, channel, records, t }, signal);

  new Hold(
    {
      site,
      composers,
      channel,
      overlay,
      records,
      announce,
      goTo: (shown) => goTo(shown, card),
    },
    signal,
  );

  /** What was said to be unchecked, and may be leaving the page. */
  const unread = new Set<HTMLElement>();
  const focused = (target: EventTarget | null) => {
    if (!(target instanceof Node)) return;
    const root = site.editorAt(target);
    if (root) {
      composers.open(root);
      return;
    }
    const unknown = site.unknownEditorAt(target);
    if (unknown) sayUnchecked(overlay(), unknown, "ui_reason_no_editor", unread);
  };
  const options = { capture: true, signal };
  // Firefox tells nothing of an editor that took the focus while its window had none: only of the
  // window's own focus later, or of the first press or letter.
  for (const type of ["focusin", "focus", "pointerup", "input"] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (made?.owns(event)) return;
        focused(
          event.target === window ? document.activeElement : (event.composedPath()[0] ?? null),
        );
      },
      { ...options, passive: true },
    );
  }
  // Injected into a tab that was already open, or an editor that focused itself before us.
  if (document.activeElement) focused(document.activeElement);

  window.addEventListener(
    "keydown",
    (event) => {
      // By place on the keyboard: with Option held, macOS makes another letter of it.
      if (!event.isTrusted || event.code !== "KeyK" || !event.altKey || !event.shiftKey) return;
      if (event.ctrlKey || event.metaKey || event.isComposing) return;
      const within = [...composers.all].find(({ root }) => root.contains(document.activeElement));
      if (!within) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const box = composers.ownerOf(within);
      card.open(box, nearestToCaret(composers.shownOf(box), within), true);
    },
    options,
  );

  return {
    state() {
      const { account, shown } = site.describe(document.body);
      return {
        platform: site.platform,
        account: account
          ? { id: account, name: site.accountName(document.body) ?? account, shown }
          : null,
        boxes: [
          ...[...composers.all]
            .filter((box) => box.root.isConnected && composers.ownerOf(box) === box)
            .map((box) => ({ key: box.key, ...composers.status(box) })),
          ...[...unread]
            .filter(({ isConnected }) => isConnected)
            .map((_, index) => ({ key: `unread ${index}`, ...unchecked("ui_reason_no_editor") })),
        ],
      };
    },
    onChange: (listener, until) => composers.onChange(listener, until),
    renew() {
      for (const root of unread) made?.removeStatus(root);
      unread.clear();
      for (const box of composers.all) if (box.root.isConnected) box.renew();
      if (document.activeElement) focused(document.activeElement);
    },
  };
}

function unchecked(reason: string): StatusView {
  const counts = { stop: 0, care: 0, hint: 0 };
  return { state: "unchecked", reason, account: null, counts, enforcement: "hold" };
}

/** Says beside a box that nothing is checked there, until it leaves the page. `said`: where it stands already. */
export function sayUnchecked(
  overlay: Overlay,
  root: HTMLElement,
  reason: string,
  said: Set<HTMLElement>,
): void {
  if (said.has(root)) return;
  const forget = (one: HTMLElement) => {
    said.delete(one);
    overlay.removeStatus(one);
  };
  // One that was hidden before it left told nothing of it.
  for (const one of said) if (!one.isConnected) forget(one);
  said.add(root);
  overlay.setStatus(
    root,
    {
      composer: () => root.getBoundingClientRect(),
      editor: () => root.getBoundingClientRect(),
      button: () => null,
    },
    unchecked(reason),
    () => {},
  );
  const size = new ResizeObserver(() => {
    if (root.isConnected) return;
    size.disconnect();
    forget(root);
  });
  size.observe(root);
}

/** On a host of these sites that has no site file: a compose box says so at its first focus. */
export function startUnchecked({
  createOverlay,
  signal,
}: Pick<StartOptions, "createOverlay" | "signal">): Watch {
  let made: Overlay | null = null;
  signal.addEventListener("abort", () => made?.destroy());
  const said = new Set<HTMLElement>();
  const focused = (target: EventTarget | null) => {
    // A post's editor, not a search field or a message: those are plain fields there.
    const editable =
      target instanceof Element
        ? target.closest<HTMLElement>(
            '[contenteditable="true"]:is([role="textbox"], [role="combobox"])',
          )
        : null;
    if (!editable) return;
    made ??= createOverlay();
    sayUnchecked(made, editable, "ui_reason_host", said);
  };
  for (const type of ["focusin", "pointerup"] as const) {
    window.addEventListener(type, ({ target }) => focused(target), {
      capture: true,
      passive: true,
      signal,
    });
  }
  focused(document.activeElement);
  // That nothing is checked holds for the whole page, whatever was used on it.
  return {
    state: () => ({ platform: null, account: null, boxes: [] }),
    onChange: () => {},
    renew: () => {},
  };
}

/** A press or a rest of the pointer on a mark opens its card; highlights tell nothing of either. */
function pointAtMarks(composers: Composers, card: Card, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const find = (event: MouseEvent) => {
    for (const box of composers.all) {
      if (event.target instanceof Node && box.root.contains(event.target)) {
        return composers.at(box, event.clientX, event.clientY);
      }
    }
    return null;
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener(
    "pointermove",
    (event) => {
      clearTimeout(timer);
      if (!event.isTrusted || event.buttons !== 0) return;
      // Looked up after the pointer has come to rest, so that moving costs nothing.
      timer = setTimeout(() => {
        const shown = find(event);
        if (shown && !card.isOn(shown.view)) card.open(shown.box, shown, false);
      }, BEFORE_POINTED);
    },
    options,
  );
  // A press elsewhere moves the selection before anything of ours hears of it.
  window.addEventListener(
    "pointerdown",
    () => {
      for (const box of composers.all) {
        if (box.root.contains(document.activeElement)) box.rememberCaret();
      }
    },
    options,
  );
  window.addEventListener(
    "click",
    (event) => {
      clearTimeout(timer);
      if (!event.isTrusted) return;
      const shown = find(event);
      if (shown) card.open(shown.box, shown, false);
    },
    options,
  );
}
