import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../src/messages.ts";
import { selfTest } from "../src/sites/self-test.ts";

/** Put into a page by the popup, for one look; its result is what the popup gets. */
export default defineUnlistedScript(async () =>
  selfTest(document, await ask({ type: "selectors" }).catch(() => ({}))),
);
