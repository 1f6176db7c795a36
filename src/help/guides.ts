import type { Pictured } from "./pictures.ts";

/** A guide's part: its words are help_GUIDE_PART (the heading) and help_GUIDE_PART_text (a line each point). */
export interface Part {
  id: string;
  picture?: Pictured;
  /** Where to go for it: a page of the extension's own, named as the frame names it. */
  page?: readonly [path: string, key: string];
}

const STATUS = ["/status.html", "pages_status"] as const;
const REVIEW = ["/review.html", "pages_review"] as const;
const DOCUMENTS = ["/documents.html", "pages_documents"] as const;
const SETTINGS = ["/options.html", "pages_settings"] as const;

export const STAFF: readonly Part[] = [
  { id: "marks", picture: "marks" },
  { id: "card", picture: "card" },
  { id: "dialog", picture: "dialog" },
  { id: "emergency", picture: "emergency" },
  { id: "unchecked", picture: "unchecked" },
  { id: "record" },
  { id: "keys" },
];

export const SUPERVISORS: readonly Part[] = [
  { id: "first", page: SETTINGS },
  {
    id: "pilot",
    picture: "settings",
    page: ["/options.html#behaviour", "settings_part_behaviour"],
  },
  { id: "rollout", page: ["/options.html#transfer", "settings_part_transfer"] },
  { id: "register", page: ["/options.html#accounts", "settings_part_accounts"] },
  { id: "review", picture: "review", page: REVIEW },
  { id: "alarms", page: ["/options.html#rules", "settings_part_rules"] },
  { id: "modes", page: ["/options.html#behaviour", "settings_part_behaviour"] },
  { id: "papers", page: DOCUMENTS },
  { id: "changed", page: STATUS },
];

export const ADMINISTRATORS: readonly Part[] = [
  { id: "before", page: ["/options.html#transfer", "settings_part_transfer"] },
  { id: "arrived", page: STATUS },
  { id: "updates" },
  { id: "where" },
  { id: "forwarding" },
];
