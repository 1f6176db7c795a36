import type { Expansion } from "../contract.ts";
import type { Answers, PageDraft, RecordEvent, Verdict } from "../messages.ts";

/** The way to the worker, as the composer sees it. Every question may fail or never be answered. */
export interface Channel {
  check(draft: PageDraft): Promise<Verdict>;
  expand(urls: readonly string[]): Promise<Record<string, Expansion>>;
  guide(rule: string): Promise<unknown>;
  /** false once the extension was updated or removed under the page: nothing can be checked from here. */
  isAlive(): boolean;
}

/** Where posts go out, and what becomes of them is told. */
export interface RecordingChannel extends Channel {
  /** Who may post on the account of this draft, a sentence a line. */
  speakers(draft: PageDraft): Promise<readonly string[]>;
  /** Why a device is used that the organisation does not manage. */
  device(reason: string): Promise<unknown>;
  /** Shows where a person may declare an emergency: no page may. */
  emergency(): Promise<unknown>;
  record(event: RecordEvent): Promise<Answers["record"]>;
}
