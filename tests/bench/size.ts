import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figure } from "./figures.ts";

/** Scripts of the production build as `gzip -9` would leave them. */
export function sizes(extension: string): Figure[] {
  const figure = (name: string, path: string, under: number): Figure => ({
    name: `${name}, gzipped`,
    unit: "kB",
    values: [gzipSync(readFileSync(join(extension, path)), { level: 9 }).length / 1000],
    limit: { of: "median", under },
  });
  return [
    figure("content script", "content-scripts/composer.js", 40),
    figure("script that looks at accounts", "content-scripts/accounts.js", 8),
    figure("worker's script", "background.js", 400),
  ];
}
