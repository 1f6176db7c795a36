import type { Finding } from "../contract.ts";
import type { Verdict } from "../messages.ts";
import type { FindingView } from "../ui/model.ts";

/** How much of the sentence stands around the word on a card, in UTF-16 units a side. */
const AROUND = 40;

/** Rules whose destination is on its way while a shortener is being asked. */
const ASKED = new Set(["link.shortener", "link.brand-short", "link.wrapped"]);

export function viewOf(
  finding: Finding,
  text: string,
  verdict: Verdict,
  place: { key: string; isAsking: boolean },
): FindingView {
  const clause = verdict.clauses[finding.clause];
  return {
    id: `${place.key}:${identity(finding)}:${finding.start}`,
    rule: finding.rule,
    level: finding.level,
    text: finding.text,
    before: wholeLetters(lastLine(text.slice(Math.max(0, finding.start - AROUND), finding.start))),
    after: wholeLetters(firstLine(text.slice(finding.end, finding.end + AROUND))),
    message: finding.message,
    clause: { number: finding.clause, label: clause?.label ?? "", text: clause?.text ?? "" },
    fixes: finding.fixes,
    ...(finding.destination ? { destination: finding.destination } : {}),
    ...(finding.asks ? { asks: finding.asks } : {}),
    isAsking: place.isAsking && ASKED.has(finding.rule) && !finding.destination,
  };
}

/** What a finding is put aside by: its rule and its words, wherever they move. */
export function identity(finding: Finding): string {
  return `${finding.rule}\u0000${finding.text}`;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

/** A cut may have halved an emoji at either end. */
function wholeLetters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
