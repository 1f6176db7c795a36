import type { CDPSession, Page } from "puppeteer-core";

/** What stands in a page's memory after a collection of garbage, the extension's share apart where it can be told. */
export interface Leftovers {
  /** Of the whole page, the extension's world included. */
  listeners: number;
  nodes: number;
  /** Of them, those that stand in nobody's page any more, or in a shadow root. */
  hidden: number;
  /** On window and document, of every world. */
  waiting: number;
  /** In kB of 1000 bytes. */
  heap: number;
  /** Objects of the content script's own world, by their interface. */
  ours: Record<(typeof OURS)[number], number> | null;
}

const OURS = [
  "MutationObserver",
  "ResizeObserver",
  "IntersectionObserver",
  "AbortController",
  "Range",
  "Element",
] as const;

/** Counts, each time it is called, what a page keeps. Chromium alone tells. */
export async function counter(page: Page): Promise<() => Promise<Leftovers>> {
  const control = await page.createCDPSession();
  let world: number | undefined;
  control.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) world = context.id;
  });
  await control.send("Runtime.enable");
  await control.send("Performance.enable");
  return async () => {
    // What the last one freed may free something else.
    for (let time = 0; time < 3; time++) await control.send("HeapProfiler.collectGarbage");
    const { metrics } = await control.send("Performance.getMetrics");
    const metric = (wanted: string) =>
      metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    // Without an extension there is no world of its own.
    const ours = world === undefined ? null : await countOurs(control, world);
    return {
      listeners: metric("JSEventListeners"),
      nodes: metric("Nodes"),
      hidden: metric("Nodes") - (await page.evaluate(standing)),
      waiting: await listenersOn(control, ["window", "document", "visualViewport"], world),
      heap: metric("JSHeapUsedSize") / 1000,
      ours,
    };
  };
}

/** Runs in the page. */
function standing(): number {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
}

async function listenersOn(
  control: CDPSession,
  targets: readonly string[],
  contextId: number | undefined,
): Promise<number> {
  let count = 0;
  for (const expression of targets) {
    const { result } = await control.send("Runtime.evaluate", {
      expression,
      ...(contextId === undefined ? {} : { contextId }),
      objectGroup: "counted",
    });
    const { listeners } = await control.send("DOMDebugger.getEventListeners", {
      objectId: result.objectId ?? "",
    });
    count += listeners.length;
  }
  await control.send("Runtime.releaseObjectGroup", { objectGroup: "counted" });
  return count;
}

async function countOurs(
  control: CDPSession,
  contextId: number,
): Promise<NonNullable<Leftovers["ours"]>> {
  const counts: Partial<NonNullable<Leftovers["ours"]>> = {};
  for (const name of OURS) {
    const { result } = await control.send("Runtime.evaluate", {
      expression: `${name}.prototype`,
      contextId,
      objectGroup: "counted",
    });
    const { objects } = await control.send("Runtime.queryObjects", {
      prototypeObjectId: result.objectId ?? "",
      objectGroup: "counted",
    });
    const { result: length } = await control.send("Runtime.callFunctionOn", {
      objectId: objects.objectId ?? "",
      functionDeclaration: "function () { return this.length }",
      returnByValue: true,
    });
    counts[name] = Number(length.value);
  }
  // What was counted is held until it is let go.
  await control.send("Runtime.releaseObjectGroup", { objectGroup: "counted" });
  return counts as NonNullable<Leftovers["ours"]>;
}
