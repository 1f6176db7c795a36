import type { Link } from "../../facts/links.ts";
import type { Hit, Rule } from "../rule.ts";
import { meantLinks } from "./classify.ts";
import { isAtOrBelow } from "./hosts.ts";

/** Parameters that only tell an advertiser who came from where; no page needs them. */
const ANYWHERE =
  /^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|yclid|msclkid|twclid|ttclid|igshid?|igsh|_ga|_gl|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|ldtag_cl|srsltid)$/i;
/** Parameters that mean this on these hosts only. */
const ON_HOSTS: readonly { hosts: readonly string[]; names: RegExp }[] = [
  { hosts: ["youtu.be", "youtube.com", "spotify.com"], names: /^(?:si|feature|pp)$/i },
  { hosts: ["x.com", "twitter.com"], names: /^(?:s|t|ref_src|ref_url)$/i },
];

/** The part of a link that follows readers around. The mark spans it, the repair keeps the rest. */
export const linkTracking: Rule = {
  id: "link.tracking",
  clause: "5(2)",
  level: "hint",
  *check({ facts }) {
    for (const link of meantLinks(facts)) {
      const hit = trackingIn(link);
      if (hit) yield hit;
    }
  },
  examples: {
    fires: [
      {
        text: "募集 https://www.city.example.jp/photo/?id=3&utm_source=x&utm_medium=social です",
        marks: "utm_source=x&utm_medium=social",
        fixed: "募集 https://www.city.example.jp/photo/?id=3 です",
      },
      {
        text: "https://www.city.example.jp/a?fbclid=IwAR0#top",
        marks: "fbclid=IwAR0",
        fixed: "https://www.city.example.jp/a#top",
      },
      {
        text: "https://www.city.example.jp/a?utm_source=x&page=2&gclid=1",
        fixed: "https://www.city.example.jp/a?page=2",
      },
      { text: "https://youtu.be/Szk26?si=AbC&t=30", fixed: "https://youtu.be/Szk26?t=30" },
    ],
    quiet: [
      "https://www.city.example.jp/index.php?id=1024&page=2",
      "https://www.city.example.jp/?si=3",
      "https://www.city.example.jp/utm_source.html",
    ],
  },
};

function trackingIn(link: Link): Hit | null {
  const question = link.text.indexOf("?");
  if (question < 0) return null;
  const hash = link.text.indexOf("#", question);
  const queryEnd = hash < 0 ? link.text.length : hash;
  const parts = link.text.slice(question + 1, queryEnd).split("&");
  const isTracking = parts.map((part) => follows(part.split("=", 1)[0] ?? "", link.host));
  const first = isTracking.indexOf(true);
  const last = isTracking.lastIndexOf(true);
  if (first < 0) return null;
  const query = link.start + question + 1;
  const kept = parts.filter((_, index) => !isTracking[index]).join("&");
  return {
    start: query + lengthOf(parts.slice(0, first)),
    end: query + lengthOf(parts.slice(0, last + 1)) - 1,
    message: { key: "link_tracking" },
    fixes: [
      {
        label: { key: "link_fix_tracking" },
        replacement: kept === "" ? "" : `?${kept}`,
        start: query - 1,
        end: link.start + queryEnd,
      },
    ],
  };
}

/** Of the parts with an "&" behind each. */
function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + 1, 0);
}

function follows(name: string, host: string): boolean {
  return (
    ANYWHERE.test(name) ||
    ON_HOSTS.some(
      ({ hosts, names }) => names.test(name) && hosts.some((one) => isAtOrBelow(host, one)),
    )
  );
}
