import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type File, zipOf } from "../deploy/zip.ts";

/** What a build is made from, and what shows that it is right. Nothing else of the folder is packed. */
const SOURCES = [
  "{assets,entrypoints,src,tests}/**/*",
  ".ci/*",
  "*.{json,ts,md}",
  "{LICENSE,.gitignore,.npmrc}",
];

/** What can be packed: an extension for a browser, or the sources from which anyone can build the same. */
const PARTS = {
  chrome: { folder: "chrome-mv3", patterns: ["**/*"] },
  firefox: { folder: "firefox-mv3", patterns: ["**/*"] },
  sources: { folder: null, patterns: SOURCES },
} as const;

/** Where the ordinary build is. */
export const BUILT = ".output";

export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as readonly Part[];

/**
 * The files of a part of this project, unzipped. @throws where there are none: it was not built.
 * @param built The folder with the builds, below `root`.
 */
export function filesOf(part: Part, root = ".", built = BUILT): File[] {
  const inside = PARTS[part].folder;
  const folder = inside === null ? root : join(root, built, inside);
  const files = globSync(PARTS[part].patterns, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) throw new Error(`Nothing is built in ${folder}: npm run build`);
  return files.map((path) => ({
    path: relative(folder, path).replaceAll("\\", "/"),
    bytes: readFileSync(path),
  }));
}

export function packed(part: Part): Uint8Array {
  return zipOf(filesOf(part));
}
