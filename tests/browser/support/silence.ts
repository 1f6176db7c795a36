import { callInBrowser } from "../../../src/demo/bidi.ts";
import type { Session } from "../../../src/demo/launch.ts";

/**
 * A worker that gets messages and never answers, as a hung or a starting one. Returns how to let it
 * speak again. Chromium: its debugger pauses the script. Firefox: its background is ended and not
 * woken.
 */
export async function silenceWorker(session: Session): Promise<() => Promise<void>> {
  const { id } = session.extension();
  if (session.kind === "firefox") {
    await callInBrowser(session.browser, keepAsleep, id);
    return () => callInBrowser(session.browser, letWake, id);
  }
  const target = await session.browser.waitForTarget(
    (one) => one.type() === "service_worker" && one.url().includes(id),
  );
  const control = await target.createCDPSession();
  await control.send("Debugger.enable");
  await control.send("Debugger.pause");
  // A pause takes hold at the next statement; this is one.
  void control.send("Runtime.evaluate", { expression: "0" }).catch(() => {});
  return async () => {
    await control.send("Debugger.disable");
    await control.detach();
  };
}

interface FirefoxExtension {
  wakeupBackground?: (() => Promise<void>) & { usual?: () => Promise<void> };
  terminateBackground(): Promise<void>;
}

/** Runs in Firefox's own process. */
async function keepAsleep(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
  };
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground();
  const usual = extension.wakeupBackground;
  if (!usual) throw new Error("Firefox wakes its backgrounds in another way now");
  let wake: () => void = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  extension.wakeupBackground = Object.assign(() => asleep, {
    usual: async () => {
      extension.wakeupBackground = usual;
      await usual.call(extension);
      wake();
    },
  });
}

/** Runs in Firefox's own process. */
async function letWake(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
  };
  await WebExtensionPolicy.getByID(id).extension.wakeupBackground?.usual?.();
}
