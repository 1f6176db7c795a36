import type { Page } from "puppeteer-core";
import type { SettingsAnswer } from "../../../../src/messages.ts";

/** Runs in one of the extension's own pages, where the browser calls its interface either name. */
interface OwnPage {
  browser?: OwnPage;
  chrome: {
    runtime: {
      sendMessage(message: unknown): Promise<SettingsAnswer | undefined>;
      onMessage: { addListener(listener: (message: unknown) => void): void };
    };
  };
}

/** What the worker says at once. */
export function askSettings(page: Page): Promise<SettingsAnswer> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as OwnPage;
    const answer = await chrome.runtime.sendMessage({ type: "policy-status" });
    if (!answer) throw new Error("the worker did not answer");
    return answer;
  });
}

export function setLocal(page: Page, raw: object): Promise<SettingsAnswer> {
  return page.evaluate(async (settings) => {
    const { chrome } = globalThis as unknown as OwnPage;
    const answer = await chrome.runtime.sendMessage({ type: "set-local", raw: settings });
    if (!answer) throw new Error("the worker did not answer");
    return answer;
  }, raw);
}

/**
 * The settings, once the browser has told its policy and it is the one of this revision ("": none).
 * Waits for the worker's own word that something changed.
 */
export function untilRevision(page: Page, revision: string): Promise<SettingsAnswer> {
  return page.evaluate(
    (wanted) =>
      new Promise<SettingsAnswer>((resolve, reject) => {
        const { runtime } = (globalThis as unknown as OwnPage).chrome;
        const look = async () => {
          const answer = await runtime.sendMessage({ type: "policy-status" });
          if (!answer?.status.readAt || answer.status.policy.policyRevision !== wanted) return;
          resolve(answer);
        };
        runtime.onMessage.addListener((message) => {
          if ((message as { type?: unknown }).type === "policy-changed") look().catch(reject);
        });
        look().catch(reject);
      }),
    revision,
  );
}
