import { Card } from "./card.tsx";
import { Dialog } from "./dialog.tsx";
import type {
  CardHandlers,
  CardView,
  DialogAnswer,
  DialogView,
  LineView,
  Rect,
  StatusAnchor,
  StatusView,
} from "./model.ts";
import type { Translate } from "./parts.tsx";
import { Status } from "./status.tsx";
import type { PlacedStatus } from "./status-layout.ts";
import { type Theme, themeAround } from "./theme.ts";

export interface StatusEntry extends PlacedStatus {
  id: number;
  view: StatusView;
  theme: Theme;
  onPress(): void;
  onMount(element: HTMLElement | null): void;
}

/** How wide a status with findings usually is. CSS pixels. */
const STATUS_WIDTH = 240;
export function newStatusEntry(
  id: number,
  key: Element,
  anchor: StatusAnchor,
  view: StatusView,
): StatusEntry {
  const entry: StatusEntry = {
    id,
    key,
    anchor,
    view,
    theme: themeAround(key),
    element: null,
    size: null,
    reserved: STATUS_WIDTH,
    chosen: null,
    isVisible: false,
    onPress: () => {},
    onMount(element) {
      entry.element = element;
    },
  };
  return entry;
}

export interface OpenCard {
  anchor(): Rect | null;
  view: CardView;
  handlers: CardHandlers;
  inside: Element;
  theme: Theme;
}

export interface OpenDialog {
  view: DialogView;
  handlers: Pick<CardHandlers, "answer">;
  inside: Element;
  theme: Theme;
  isShown: boolean;
  answer(answer: DialogAnswer | null): void;
}

export interface AppProps {
  statuses: Iterable<StatusEntry>;
  card: OpenCard | null;
  dialog: OpenDialog | null;
  lines: { views: LineView[]; theme: Theme };
  t: Translate;
  onMountCard(element: HTMLElement | null): void;
  onMountDialog(element: HTMLDialogElement | null): void;
  /** The person pressed "publish" where something may have hidden what it says. */
  onCovered(): void;
}

/** Everything that a person sees; each surface in the theme of the page where it stands. */
export function App(props: AppProps) {
  const { statuses, card, dialog, lines, t, onMountCard, onMountDialog, onCovered } = props;
  return (
    <>
      <div key="lines" class={`theme ${lines.theme}`}>
        <div class="lines" aria-hidden="true">
          {lines.views.map(({ level, rect: { left, top, width, height } }) => (
            <div
              key={`${left} ${top} ${level}`}
              class={`mark ${level}`}
              style={`left: ${left}px; top: ${top}px; width: ${width}px; height: ${height + 2}px`}
            />
          ))}
        </div>
      </div>
      {[...statuses].map((entry) => (
        <div key={entry.id} class={`theme ${entry.theme}`}>
          <Status
            view={entry.view}
            isOpen={card !== null && isWithin(card.inside, entry.key)}
            t={t}
            onPress={() => entry.onPress()}
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
          <Dialog
            view={dialog.view}
            handlers={dialog.handlers}
            t={t}
            onAnswer={dialog.answer}
            onMount={onMountDialog}
            onCovered={onCovered}
          />
        </div>
      )}
    </>
  );
}

/** Whether an element belongs to the composer of a status, whichever of both is the outer one. */
export function isWithin(inside: Element, key: Element): boolean {
  return key.contains(inside) || inside.contains(key);
}

/** Where a card stands whose words stand nowhere: at the status of its composer, or at the composer. */
export function statusRect(statuses: Iterable<StatusEntry>, inside: Element): Rect {
  for (const { key, element, isVisible } of statuses)
    if (isWithin(inside, key) && element && isVisible) return element.getBoundingClientRect();
  return inside.getBoundingClientRect();
}
