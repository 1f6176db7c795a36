import type { Rule } from "../rule.ts";
import { linksOf } from "./classify.ts";
import { hiddenDestination } from "./expansion.ts";
import { isBareHost } from "./hosts.ts";

const KEY = "link_shortener";

/** A public URL shortener. Only named, without a path, it is a topic: X links it all the same. */
export const linkShortener: Rule = {
  id: "link.shortener",
  clause: "6(7)",
  level: "stop",
  *check(context) {
    for (const link of linksOf(context, "shortener")) {
      const { start, end } = link;
      if (!isBareHost(new URL(link.url))) yield hiddenDestination(link, KEY, context);
      else yield { start, end, message: { key: `${KEY}_named` }, level: "hint" };
    }
  },
  examples: {
    fires: [
      { text: "申込はこちら https://bit.ly/szk26", marks: "https://bit.ly/szk26" },
      { text: "地図はTinyURL.com/suzaka26です", marks: "TinyURL.com/suzaka26" },
      { text: "案内→ X.GD/Abc12", marks: "X.GD/Abc12" },
      {
        text: "詳細 go.city.example/a1",
        policy: { extraShorteners: ["go.city.example"], expandShortUrls: false },
        marks: "go.city.example/a1",
      },
      { text: "bit.lyなどの短縮URLは使いません。", marks: "bit.ly" },
    ],
    quiet: [
      { text: "詳細 https://bit.ly/szk26", policy: { allowedShorteners: ["bit.ly"] } },
      "https://www.bitly-museum.example.com/",
      "短縮URLは使いません。",
      "https://goo.gl/maps/abc",
    ],
  },
};
