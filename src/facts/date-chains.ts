import type { DateMention } from "./dates.ts";
import type { Span } from "./span.ts";

/** Days that the text joins to one range or list (5日〜6日, 7日・14日・21日); a single day is a chain of one. */
export interface DateChain extends Span {
  mentions: readonly DateMention[];
  /** Begins with から or ～ to its last day. */
  isRange: boolean;
  first: DateMention;
  last: DateMention;
}

export function chainsOf(dates: readonly DateMention[]): DateChain[] {
  const groups: DateMention[][] = [];
  for (const mention of dates) {
    const group = mention.joins ? groups.at(-1) : undefined;
    if (group) group.push(mention);
    else groups.push([mention]);
  }
  return groups.flatMap((mentions) => {
    const first = mentions[0];
    const last = mentions.at(-1);
    if (!first || !last) return [];
    const isRange = last.joins?.as === "range";
    return [{ mentions, isRange, first, last, start: first.start, end: last.end }];
  });
}
