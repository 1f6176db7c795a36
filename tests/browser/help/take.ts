/**
 * Makes the pictures of the guides and of the README anew, from the built extension in Chromium: `npm run pictures`. Beside
 * them stands what can be read in each, so that a test sees when they no longer show what is.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { findBrowser } from "../../../src/demo/browsers.ts";
import { DEMO_SHORT_LINKS } from "../../../src/demo/demo-account.ts";
import { launch } from "../../../src/demo/launch.ts";
import { startServer } from "../../../src/demo/server.ts";
import { README_SCENES } from "./readme-scenes.ts";
import { ALBUMS, type Said } from "./said.ts";
import { SCENES, setStage } from "./scenes.ts";
import { show } from "./show.ts";

const LOOK = ".tenken/help";

const browser = findBrowser("chromium") ?? findBrowser();
if (browser?.kind !== "chromium") throw new Error("pictures are made in Chromium or Chrome");
await mkdir(LOOK, { recursive: true });
const server = await startServer();
for (const [address, location] of DEMO_SHORT_LINKS)
  server.standIn(address, { status: 301, location });
const session = await launch({ browser, port: server.port });
try {
  await setStage(session);
  for (const [album, scenes] of Object.entries({ guides: SCENES, README: README_SCENES })) {
    const { folder, said: file } = ALBUMS[album as keyof typeof ALBUMS];
    const said: Said = {};
    for (const [name, scene] of Object.entries(scenes)) {
      for (const scheme of ["light", "dark"] as const) {
        const { page, area, words } = await show(session, scene, scheme);
        const path = `${folder}/${name}-${scheme}.webp` as const;
        await page.bringToFront();
        const bytes = await page.screenshot({ path, clip: area, quality: 65, type: "webp" });
        said[name] = { width: area.width, height: area.height, words };
        // The same without loss, to look at: not every program shows WebP.
        await page.screenshot({ path: `${LOOK}/${album}-${name}-${scheme}.png`, clip: area });
        console.log(`${path} ${area.width} by ${area.height}, ${bytes.length} bytes`);
        await page.close();
      }
    }
    await writeFile(file, `${JSON.stringify(said, null, 2)}\n`);
  }
} finally {
  await session.close();
  await server.close();
}
