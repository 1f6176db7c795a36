import { readFileSync, writeFileSync } from "node:fs";
import { PART_NAMES, packed } from "./packaging.ts";

/** The second half of `npm run package`: writes what the stores take beside what was built. */
const { name, version }: { name: string; version: string } = JSON.parse(
  readFileSync("package.json", "utf8"),
);
for (const part of PART_NAMES) {
  const zip = packed(part);
  const path = `.output/${name}-${version}-${part}.zip`;
  writeFileSync(path, zip);
  console.log(`${path}  ${(zip.length / 1000).toFixed(0)} kB`);
}
