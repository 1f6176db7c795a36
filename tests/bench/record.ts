import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Session } from "../../src/demo/launch.ts";
import { openExtensionPage } from "../browser/support/extension-page.ts";
import type { Figure } from "./figures.ts";

/** A city's posts of many years. */
const ENTRIES = 100_000;
const QUICK_ENTRIES = 5_000;

/** The record at its full length: what is written, read and verified in a page of the extension. */
export async function record(session: Session, isQuick: boolean): Promise<Figure[]> {
  const count = isQuick ? QUICK_ENTRIES : ENTRIES;
  const page = await openExtensionPage(session, "guide.html");
  try {
    await page.evaluate(await code());
    const times = await page.evaluate(
      (entries) =>
        (
          globalThis as unknown as {
            measureRecord(count: number): Promise<Record<string, number[]>>;
          }
        ).measureRecord(entries),
      count,
    );
    const of = `of ${count.toLocaleString("en")} entries`;
    return Object.entries(times).map(([name, values]) => ({
      name: `record ${of}: ${name}`,
      unit: "ms" as const,
      values,
      limit: LIMITS[name] ?? null,
    }));
  } finally {
    await page.close();
  }
}

/** What a person waits for. */
const LIMITS: Record<string, Figure["limit"]> = {
  "write one": { of: "median", under: 50 },
  "newest page": { of: "median", under: 100 },
  "count a month": { of: "median", under: 100 },
};

async function code(): Promise<string> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("record-in-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    // Of the browser, the record asks its memory alone.
    plugins: [
      {
        name: "browser",
        setup(build) {
          build.onResolve({ filter: /^wxt\/browser$/ }, () => ({
            path: "b",
            namespace: "browser",
          }));
          build.onLoad({ filter: /./, namespace: "browser" }, () => ({
            contents: "export const browser = globalThis.browser ?? globalThis.chrome;",
          }));
        },
      },
    ],
  });
  return bundle.outputFiles[0]?.text ?? "";
}
