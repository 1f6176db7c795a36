import type { Rule } from "../rule.ts";
import { linksOf } from "./classify.ts";
import { hiddenDestination } from "./expansion.ts";
import { isBareHost } from "./hosts.ts";

/** A short form that one service owns. The bare name of the service is no short form. */
export const linkBrandShort: Rule = {
  id: "link.brand-short",
  clause: "6(7)",
  level: "care",
  *check(context) {
    for (const link of linksOf(context, "brand-short")) {
      if (!isBareHost(new URL(link.url)))
        yield hiddenDestination(link, "link_brand_short", context);
    }
  },
  examples: {
    fires: [
      { text: "動画 https://youtu.be/Szk26Garyu0", marks: "https://youtu.be/Szk26Garyu0" },
      { text: "会場はmaps.app.goo.gl/Szk26です", marks: "maps.app.goo.gl/Szk26" },
      { text: "地図 https://goo.gl/maps/abc", marks: "https://goo.gl/maps/abc" },
      { text: "友だち追加 https://line.me/R/ti/p/@szk", marks: "https://line.me/R/ti/p/@szk" },
    ],
    quiet: [
      { text: "動画 https://youtu.be/Szk26", policy: { trustedDomains: ["youtu.be"] } },
      { text: "動画 https://youtu.be/Szk26", policy: { allowedShorteners: ["youtu.be"] } },
      "https://line.me/ja/",
      "LINEの友だち追加から登録してください。",
    ],
  },
};
