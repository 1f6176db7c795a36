import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FoundBrowser } from "./browsers.ts";

/** Builds the extension for this family of browsers. Quiet, unless it fails. */
export function buildExtension(kind: FoundBrowser["kind"], signal?: AbortSignal): Promise<void> {
  const wxt = fileURLToPath(new URL("../../node_modules/wxt/bin/wxt.mjs", import.meta.url));
  const target = kind === "firefox" ? "firefox" : "chrome";
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [wxt, "build", "-b", target], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`The extension could not be built.\n${Buffer.concat(output)}`));
    });
  });
}
