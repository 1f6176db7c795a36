import type { Destination, Expansion, LinkClass, Policy } from "../../contract.ts";
import type { Link } from "../../facts/links.ts";
import { isAskable } from "../../links/askable.ts";
import type { Hit, Message, RuleContext } from "../rule.ts";
import { destinationOf } from "./classify.ts";

/** What is said of an address that hides where it leads, by what is known of its destination. */
type Known = "own" | "leads" | "public" | "retired" | "lookalike" | "internal" | "shortener";

const KNOWN: Readonly<Record<LinkClass, Known>> = {
  own: "own",
  trusted: "leads",
  "third-party": "leads",
  "public-body": "public",
  retired: "retired",
  lookalike: "lookalike",
  internal: "internal",
  shortener: "shortener",
  wrapped: "shortener",
  "brand-short": "shortener",
};

/** Destinations that may stand in a post: the address is replaced by them. */
const MAY_STAND: ReadonlySet<Known> = new Set(["own", "leads", "public"]);

/** Destinations that stop a post by themselves stop it behind every address. */
const STOPS: ReadonlySet<Known> = new Set(["retired", "lookalike", "internal"]);

/**
 * The hit for a link whose address hides its destination: the words follow what became of the question,
 * and the repair puts the destination in its place. Message keys are `prefix` and `prefix_…`.
 */
export function hiddenDestination(link: Link, prefix: string, context: RuleContext): Hit {
  const { policy, expansions } = context;
  const { start, end } = link;
  const outcome = expansions.get(link.url);
  if (outcome?.state !== "leads") {
    return { start, end, message: unknown(prefix, outcome, link, policy) };
  }
  // A ring leads back to itself: that is no destination to show.
  if (outcome.url === link.url) {
    return { start, end, message: { key: `${prefix}_shortener`, args: [link.host] } };
  }
  return knownDestination(link, prefix, destinationOf(outcome.url, policy));
}

/** The hit for a link whose destination is known, from a shortener's answer or from the link itself. */
export function knownDestination(link: Link, prefix: string, destination: Destination): Hit {
  const known = KNOWN[destination.kind];
  return {
    start: link.start,
    end: link.end,
    message: { key: `${prefix}_${known}`, args: [destination.host] },
    ...(STOPS.has(known) ? { level: "stop" } : {}),
    destination,
    fixes: MAY_STAND.has(known) ? [replacement(link, destination.url)] : [],
  };
}

function replacement(link: Link, url: string) {
  const { start, end } = link;
  return { label: { key: "link_fix_destination" }, replacement: url, start, end };
}

function unknown(
  prefix: string,
  outcome: Expansion | undefined,
  link: Link,
  policy: Policy,
): Message {
  switch (outcome?.state) {
    case "dead":
    case "timeout":
    case "refused":
    case "opaque":
      return { key: `${prefix}_${outcome.state}` };
    case "not-asked":
      return { key: `${prefix}_not_asked` };
    default:
      if (!policy.expandShortUrls && isAskable(link.url)) return { key: `${prefix}_not_asked` };
      return { key: prefix };
  }
}
