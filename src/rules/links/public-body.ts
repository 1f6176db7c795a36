import type { Rule } from "../rule.ts";
import { linksOf } from "./classify.ts";
import { isOnlyNamed } from "./named.ts";

const POLICY = { ownDomains: ["city.suzaka.nagano.jp"], trustedDomains: ["pref.nagano.lg.jp"] };

/** Another public body's page: reliable, but its date and its words are still theirs. */
export const linkPublicBody: Rule = {
  id: "link.public-body",
  clause: "6(8)",
  level: "hint",
  *check(context) {
    for (const link of linksOf(context, "public-body")) {
      if (isOnlyNamed(link, context.facts.text)) continue;
      const { start, end, host } = link;
      yield { start, end, message: { key: "link_public_body", args: [host] } };
    }
  },
  examples: {
    fires: [
      {
        text: "気象庁 https://www.jma.go.jp/bosai/",
        policy: POLICY,
        marks: "https://www.jma.go.jp/bosai/",
      },
      { text: "https://www.town.obuse.nagano.jp/a", policy: POLICY },
      { text: "https://www.city.suzuka.lg.jp/", policy: POLICY },
      { text: "https://www.metro.tokyo.jp/", policy: POLICY },
    ],
    quiet: [
      {
        text: "https://www.city.suzaka.nagano.jp/ https://lib.city.suzaka.nagano.jp/",
        policy: POLICY,
      },
      { text: "https://www.pref.nagano.lg.jp/kuma.html", policy: POLICY },
      { text: "アドレスの末尾がgo.jpのものは政府機関です。", policy: POLICY },
      "https://city.example.com/",
    ],
  },
};
