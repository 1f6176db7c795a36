import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { openExtensionPage } from "./extension-page.ts";
import type { EntriesWanted } from "./record-entries.ts";

/** Fills the empty record of a session's extension; answers the machine's name. */
export async function seedRecord(
  session: Parameters<typeof openExtensionPage>[0],
  wanted: EntriesWanted,
  { isSealed = true } = {},
): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("../record/seed.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
  });
  const page = await openExtensionPage(session, "guide.html");
  try {
    for (const { text } of bundle.outputFiles) await page.evaluate(text);
    return await page.evaluate(
      (what, isWhole) =>
        (
          globalThis as unknown as {
            seedRecord(what: EntriesWanted, isWhole: boolean): Promise<string>;
          }
        ).seedRecord(what, isWhole),
      wanted,
      isSealed,
    );
  } finally {
    await page.close();
  }
}
