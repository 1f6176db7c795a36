import type { ComponentChildren } from "preact";
import { addressOf } from "./address.ts";
import type { Filter } from "./filter.ts";

export interface WayProps {
  filter: Filter;
  onFilter(filter: Filter): void;
  /** The part of the page to go on to. */
  hash: string;
  children: ComponentChildren;
}

/** To another selection: a link, so that it can be copied or opened beside, and without a new page. */
export function Way({ filter, onFilter, hash, children }: WayProps) {
  return (
    <a
      href={addressOf({ filter, page: 0, entry: null }, hash)}
      onClick={(event) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        onFilter(filter);
        document.querySelector(hash)?.scrollIntoView();
      }}
    >
      {children}
    </a>
  );
}

/** Neither a new tab nor a new window is asked for. */
export function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
