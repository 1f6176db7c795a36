import { readFileSync, statSync } from "node:fs";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { DEMO_SHORT_LINKS } from "../../src/demo/demo-account.ts";
import { PICTURED } from "../../src/help/pictures.ts";
import { FOLDER, PIXELS, SAID, type Said } from "./help/said.ts";
import { setStage, show } from "./help/scenes.ts";
import { inEachBrowser } from "./support/index.ts";

const SAID_THEN = JSON.parse(readFileSync(SAID, "utf8")) as Said;
/** Bytes. */
const MOST = 60_000;

/** What is read, however a browser or a window breaks the lines. */
const withoutBreaks = (words = "") => words.replace(/\s+/g, "");

inEachBrowser("the guides' pictures", (under) => {
  beforeAll(() => setStage(under.session));

  test.each(PICTURED)("%s still shows what is (else: npm run pictures)", async (name) => {
    for (const [address, location] of DEMO_SHORT_LINKS)
      under.server.standIn(address, { status: 301, location });
    const { page, words } = await show(under.session, name, "light");
    onTestFinished(() => page.close());
    expect(withoutBreaks(words)).toBe(withoutBreaks(SAID_THEN[name]?.words));
  });
});

test("each stands there light and dark, small, and of the size that the page keeps for it", () => {
  for (const name of PICTURED) {
    for (const scheme of ["light", "dark"]) {
      const path = `${FOLDER}/${name}-${scheme}.webp`;
      const size = sizeOf(readFileSync(path));
      const { width = 0, height = 0 } = SAID_THEN[name] ?? {};
      expect({ path, ...size }).toEqual({ path, width: PIXELS * width, height: PIXELS * height });
      expect(statSync(path).size).toBeLessThanOrEqual(MOST);
    }
  }
});

/** Of a WebP file with a lossy frame, alone (RFC 9649, 2.5) or with more around it (2.7). */
function sizeOf(file: Buffer): { width: number; height: number } {
  const isExtended = file.toString("latin1", 12, 16) === "VP8X";
  if (isExtended) return { width: 1 + file.readUIntLE(24, 3), height: 1 + file.readUIntLE(27, 3) };
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
}
