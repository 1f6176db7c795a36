import type { Draft, Finding } from "../../../src/contract.ts";
import type { Session } from "../../../src/demo/launch.ts";
import { openExtensionPage } from "./extension-page.ts";

/** What the worker finds in each of these drafts, asked one by one as the popup asks. */
export async function findInWorker(
  session: Session,
  drafts: readonly Draft[],
): Promise<Finding[][]> {
  // The guide is an extension's own page: from there the worker can be asked.
  const page = await openExtensionPage(session, "guide.html");
  try {
    return await page.evaluate(async (all: readonly Draft[]) => {
      const world = globalThis as unknown as Record<
        "chrome" | "browser",
        { runtime: { sendMessage(message: object): Promise<{ findings: Finding[] }> } }
      >;
      const { runtime } = world.browser ?? world.chrome;
      const answers: Finding[][] = [];
      for (const draft of all) {
        answers.push((await runtime.sendMessage({ type: "check", draft })).findings);
      }
      return answers;
    }, drafts);
  } finally {
    await page.close();
  }
}
