import { defineContentScript } from "wxt/utils/define-content-script";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";

export default defineContentScript({
  matches: SITE_HOSTS.map((host) => `https://${host}/*`),
  runAt: "document_start",
  main() {},
});
