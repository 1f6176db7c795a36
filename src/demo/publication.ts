import type { Kind, Platform } from "../contract.ts";

/** What a replica page really sent out: the editor's model text, never what stands in the DOM. */
export interface Publication {
  site: Platform;
  /** "home", "modal", "reply", "timeline", "dm"; "dialog", "inline", "comment-1" … */
  composer: string;
  kind: Kind | "message";
  /** Paragraphs joined by "\n". */
  text: string;
  /** Place in a thread, from 0, and the thread's length. */
  item: number;
  items: number;
  by: "button" | "keyboard" | "form";
  /** Whether the event that published came from a person (or the browser's driver), not from a script. */
  trusted: boolean;
  /** How often this composer has published since its page was loaded, this time included. */
  count: number;
  /** Handle on X, page or profile name on Facebook. */
  account: string;
  /** What else went out with it, where there was any: the options of a poll, a picture's alternative text, the time set, whose post. */
  poll?: readonly string[];
  alt?: string;
  at?: string;
  quoted?: string;
}

export const PUBLISHED_PATH = "/__published";
