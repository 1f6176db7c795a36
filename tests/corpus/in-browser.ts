import { readFileSync } from "node:fs";
import type { Draft, Finding } from "../../src/contract.ts";
import { findBrowser } from "../../src/demo/browsers.ts";
import { buildExtension } from "../../src/demo/build.ts";
import { launch } from "../../src/demo/launch.ts";
import { startServer } from "../../src/demo/server.ts";
import { findInWorker } from "../browser/support/worker-findings.ts";

/**
 * What the extension's worker finds in each of these drafts, in this browser ("firefox", a path) and
 * with the corpora's policy. Builds the extension first, so that it is the rules that stand here.
 */
export async function findInBrowser(name: string, drafts: readonly Draft[]): Promise<Finding[][]> {
  const browser = findBrowser(name);
  if (!browser) throw new Error(`no ${name} on this machine: npm test installs one`);
  await buildExtension(browser.kind);
  const server = await startServer();
  try {
    const session = await launch({ browser, port: server.port });
    try {
      const policy = readFileSync(new URL("policy.json", import.meta.url), "utf8");
      await session.extension().setPolicy(JSON.parse(policy));
      return await findInWorker(session, drafts.map(bare));
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

/** The draft alone, as a page would send it: what is expected of it is not the worker's business. */
function bare({ id, text, platform, kind, account, at, media, quoted }: Draft): Draft {
  return JSON.parse(JSON.stringify({ id, text, platform, kind, account, at, media, quoted }));
}

/** The drafts in which two lists of findings are not the same to the letter, and in which findings. */
export function differences(
  drafts: readonly Draft[],
  here: readonly (readonly Finding[])[],
  there: readonly (readonly Finding[])[],
): { id: string; onlyHere: string; onlyThere: string }[] {
  return drafts.flatMap(({ id = "" }, index) => {
    const [a, b] = [here, there].map((all) => (all[index] ?? []).map(inOrder));
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    const only = (one: readonly string[] = [], other: readonly string[] = []) =>
      `[${one.filter((finding) => !other.includes(finding)).join(", ")}]`;
    return [{ id, onlyHere: only(a, b), onlyThere: only(b, a) }];
  });
}

/** JSON text whose names are sorted: on its way between processes their order is nobody's promise. */
function inOrder(finding: Finding): string {
  return JSON.stringify(finding, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
