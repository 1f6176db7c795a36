import type { Rule } from "../rule.ts";
import { linksOf } from "./classify.ts";
import { isOnlyNamed } from "./named.ts";

const POLICY = { ownDomains: ["city.example.jp"], trustedDomains: ["kanko.example.org"] };

/** Somebody else's page: a person looks at it before the city points to it. */
export const linkThirdParty: Rule = {
  id: "link.third-party",
  clause: "6(8)",
  level: "care",
  *check(context) {
    for (const link of linksOf(context, "third-party")) {
      if (isOnlyNamed(link, context.facts.text)) continue;
      const { start, end, host } = link;
      yield { start, end, message: { key: "link_third_party", args: [host] }, asks: "page" };
    }
  },
  examples: {
    fires: [
      {
        text: "主催者 https://marche.example.com/2026",
        policy: POLICY,
        marks: "https://marche.example.com/2026",
      },
      {
        text: "yama.example.net/a をどうぞ",
        draft: { platform: "facebook" },
        marks: "yama.example.net/a",
      },
      { text: "suzaka-apples.com", policy: { ownDomains: ["city.suzaka.nagano.jp"] } },
    ],
    quiet: [
      { text: "https://www.city.example.jp/ https://lib.city.example.jp/", policy: POLICY },
      { text: "https://www.kanko.example.org/a", policy: POLICY },
      {
        text: "https://www.city.example.jp/",
        policy: { homepageUrl: "https://www.city.example.jp/" },
      },
      {
        text: "https://www.facebook.com/suzaka.kanko/photos",
        policy: {
          accounts: [{ platform: "facebook", url: "https://www.facebook.com/suzaka.kanko" }],
        },
      },
      "https://www.jma.go.jp/",
      "ASP.NETの講座です。",
      "メールは koho@marche.example.com まで。",
      "「docomo.ne.jp」からのメールを受信できるようにしてください。",
    ],
  },
};
