import { type Browser, browser } from "wxt/browser";
import type { ForwardingState } from "./state.ts";

/** The room's one end towards the browser: the questions of the extension's own pages, and an alarm. */

export interface ForwardingRequest {
  type: "forwarding-state" | "forwarding-now";
}
const CHANGED = "forwarding-changed";
const ALARM = "forwarding";
/** Where an alarm is late or lost, the next one comes. */
const PERIOD_MINUTES = 30;

/** Asks the worker from one of the extension's own pages; null where it does not answer. */
export async function askForwarding(
  type: ForwardingRequest["type"],
): Promise<ForwardingState | null> {
  const answer: ForwardingState | undefined = await browser.runtime.sendMessage({ type });
  return answer ?? null;
}

/** Answers the extension's own pages and nobody else: what waits is no content script's business. */
export function onForwardingRequest(
  answer: (type: ForwardingRequest["type"]) => Promise<ForwardingState>,
): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender) => {
      const isOwnPage =
        sender.id === browser.runtime.id &&
        (sender.url ?? "").startsWith(browser.runtime.getURL("/"));
      return isOwnPage && isForwardingRequest(message) ? answer(message.type) : undefined;
    },
  );
}

function isForwardingRequest(message: unknown): message is ForwardingRequest {
  const type = (message as { type?: unknown } | null)?.type;
  return type === "forwarding-state" || type === "forwarding-now";
}

/** Tells open pages that `forwarding-state` would answer anew; carries nothing else. */
export function tellForwardingChanged(): void {
  // Where no page is open, nobody listens, and the browser calls that an error.
  void browser.runtime.sendMessage({ type: CHANGED }).catch(() => {});
}

export function onForwardingChanged(listener: () => void, signal: AbortSignal): void {
  const hear = (message: unknown) => {
    if ((message as { type?: unknown } | null)?.type === CHANGED) listener();
    return undefined;
  };
  browser.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(hear));
}

/** `starting`: the browser was started. `updated`: the extension was put there, or another version of it. */
export function onOccasion(listener: (what: "alarm" | "starting" | "updated") => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) listener("alarm");
  });
  browser.runtime.onStartup.addListener(() => listener("starting"));
  browser.runtime.onInstalled.addListener(() => listener("updated"));
}

/** @param time In ms since 1970; null: never. */
export function setAlarm(time: number | null): void {
  if (time === null) void browser.alarms.clear(ALARM);
  else void browser.alarms.create(ALARM, { when: time, periodInMinutes: PERIOD_MINUTES });
}
