import type { Rule } from "../rule.ts";
import { hostsOf, linksOf } from "./classify.ts";
import { imitatedHost } from "./lookalike-host.ts";

const POLICY = { ownDomains: ["city.suzaka.nagano.jp"], trustedDomains: ["suzaka-kankokyokai.jp"] };

/** A slip of the hand or an impostor: either way the reader does not reach the city. */
export const linkLookalike: Rule = {
  id: "link.lookalike",
  clause: "6(8)",
  level: "stop",
  *check(context) {
    const { own, trusted } = hostsOf(context.policy);
    const models = new Map<string, string>();
    for (const { start, end, host } of linksOf(context, "lookalike")) {
      const model = models.get(host) ?? imitatedHost(host, own, trusted) ?? "";
      models.set(host, model);
      yield { start, end, message: { key: "link_lookalike", args: [host, model] } };
    }
  },
  examples: {
    fires: [
      {
        text: "https://www.city.suzaka.nagamo.jp/a.html",
        policy: POLICY,
        marks: "https://www.city.suzaka.nagamo.jp/a.html",
      },
      { text: "https://city-suzaka.example.com/kyufu/", policy: POLICY },
      { text: "https://www.city.suzaka.nagano.jp.example.com/faq", policy: POLICY },
      { text: "https://suzaka-city.jp/", policy: POLICY },
      { text: "https://www.citysuzaka.nagano.jp/", policy: POLICY },
      { text: "https://wwwcity.suzaka.nagano.jp/", policy: POLICY },
      { text: "https://www.cíty.suzaka.nagano.jp/", policy: POLICY },
      { text: "https://www.city.suzаka.nagano.jp/", policy: POLICY },
      { text: "https://suzaka-kankokyoukai.jp/", policy: POLICY },
      { text: "https://www.city.suzka.nagano.jp/gomi/", policy: POLICY },
      { text: "https://www.city.suzakka.nagano.jp/", policy: POLICY },
      { text: "https://www.city.suzaka.lg.jp/", policy: POLICY },
      { text: "https://suzaka-shi.jp/", policy: POLICY },
    ],
    quiet: [
      { text: "https://www.city.suzuka.lg.jp/ https://www.city.saku.nagano.jp/", policy: POLICY },
      { text: "https://lib.city.suzaka.nagano.jp/ https://city.suzaka.nagano.jp", policy: POLICY },
      { text: "https://suzaka-apples.com/ https://www.suzaka.ac.jp/", policy: POLICY },
      { text: "https://www.city.ome.tokyo.jp/", policy: { ownDomains: ["city.ota.tokyo.jp"] } },
    ],
  },
};
