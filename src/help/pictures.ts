/** What the guides show of the real thing; each stands in the package in a light and a dark picture. */
export const PICTURED = [
  "marks",
  "card",
  "dialog",
  "unchecked",
  "emergency",
  "settings",
  "review",
] as const;

export type Pictured = (typeof PICTURED)[number];
