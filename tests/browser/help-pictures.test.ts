import { readFileSync, statSync } from "node:fs";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { DEMO_SHORT_LINKS } from "../../src/demo/demo-account.ts";
import { README_SCENES } from "./help/readme-scenes.ts";
import { ALBUMS, PIXELS, type Said } from "./help/said.ts";
import { SCENES, setStage } from "./help/scenes.ts";
import { type Scene, show } from "./help/show.ts";
import { inEachBrowser } from "./support/index.ts";

/** Bytes. */
const MOST = 90_000;
const SCENES_OF = { guides: SCENES, README: README_SCENES };
const PICTURES = (["guides", "README"] as const).flatMap((album) => {
  const { folder, said } = ALBUMS[album];
  const before = JSON.parse(readFileSync(said, "utf8")) as Said;
  return Object.entries<Scene>(SCENES_OF[album]).map(([name, scene]) => ({
    album,
    folder,
    name,
    scene,
    before: before[name],
  }));
});

/** What is read, however a browser or a window breaks the lines. */
const withoutBreaks = (words = "") => words.replace(/\s+/g, "");

inEachBrowser("pictures", (under) => {
  beforeAll(() => setStage(under.session));

  test.each(PICTURES)(
    "$album, $name: still shows what is (else: npm run pictures)",
    async ({ scene, before }) => {
      for (const [address, location] of DEMO_SHORT_LINKS)
        under.server.standIn(address, { status: 301, location });
      const { page, words } = await show(under.session, scene, "light");
      onTestFinished(() => page.close());
      expect(withoutBreaks(words)).toBe(withoutBreaks(before?.words));
    },
  );
});

test("each stands there light and dark, small, and of the size that its page keeps for it", () => {
  for (const { folder, name, before } of PICTURES) {
    for (const scheme of ["light", "dark"]) {
      const path = `${folder}/${name}-${scheme}.webp`;
      const size = sizeOf(readFileSync(path));
      const { width = 0, height = 0 } = before ?? {};
      expect({ path, ...size }).toEqual({ path, width: PIXELS * width, height: PIXELS * height });
      expect(statSync(path).size).toBeLessThanOrEqual(MOST);
    }
  }
});

test("the README shows each of its own, light and dark, and no other", () => {
  const readme = readFileSync("README.md", "utf8");
  const shown = [...readme.matchAll(/"(assets\/pictures\/[^"]*)"/g)].map(([, path]) => path);
  const own = PICTURES.filter(({ album }) => album === "README").flatMap(({ folder, name }) =>
    ["dark", "light"].map((scheme) => `${folder}/${name}-${scheme}.webp`),
  );
  expect(shown.toSorted()).toEqual(own.toSorted());
});

/** Of a WebP file with a lossy frame, alone (RFC 9649, 2.5) or with more around it (2.7). */
function sizeOf(file: Buffer): { width: number; height: number } {
  const isExtended = file.toString("latin1", 12, 16) === "VP8X";
  if (isExtended) return { width: 1 + file.readUIntLE(24, 3), height: 1 + file.readUIntLE(27, 3) };
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
}
