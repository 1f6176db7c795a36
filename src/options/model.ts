import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Policy } from "../contract.ts";
import type { Lock, PolicyStatus } from "../policy/status.ts";
import type { Translate } from "../ui/parts.tsx";
import type { Problems } from "./problems.ts";
import type { Place, Raw } from "./values.ts";

/** What every part of the settings works with. */
export interface SettingsModel {
  t: Translate;
  lang: "ja" | "en";
  /** Says something to screen readers. */
  say(words: string): void;
  /** What holds on this machine now. */
  status: PolicyStatus;
  /** What is being edited: this machine's own settings. */
  draft: Raw;
  /** What the form shows: the draft, and where a key is locked what holds. */
  shown: Raw;
  /**
   * The draft is a copy of what holds, to become the next policy that is handed out: this machine's own
   * settings are locked, and nothing of it can be saved here.
   */
  isCopy: boolean;
  /** What would hold if it were saved now. */
  effective: Policy;
  problems: Problems;
  /** Something is not saved. */
  isChanged: boolean;
  /** Paths whose problem may be told: they were left, or came from a file. */
  isTold(path: string): boolean;
  /** The field was left: its problem may be told, and further typing is another step. */
  leave(path: string): void;
  lockOf(key: string): Lock | null;
  /** @param isTyping letters into one field make one step for undo. */
  change(place: Place, value: unknown, isTyping?: boolean): void;
  /** Replaces everything at once: one step for undo. */
  replace(draft: Raw): void;
  /** Hands the settings out as a file. */
  exportFile(): void;
  /** Brings the focus to the control of a path, on whichever part it stands. */
  goTo(path: string): void;
}

export const SettingsContext = createContext<SettingsModel | null>(null);

export function useSettings(): SettingsModel {
  const model = useContext(SettingsContext);
  if (!model) throw new Error("outside the settings");
  return model;
}
