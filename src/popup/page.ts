import type { PageState } from "../composer/page-state.ts";

/** What can be known of the page in front of the popup. */
export type PageView =
  /** Not a page of X or Facebook. */
  | { kind: "elsewhere" }
  /** A page of X or Facebook from which no script of this version answers. */
  | { kind: "silent" }
  /** The browser keeps the extension away from X and Facebook, so it cannot even tell the two apart. */
  | { kind: "forbidden" }
  | { kind: "watched"; state: PageState };

/** Tells how the page in front stands, at once and after each change, as long as the popup is open. */
export type WatchPage = (tell: (view: PageView) => void) => void;
