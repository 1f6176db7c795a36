import type { Message } from "../locales.ts";
import type { Break, ChainReport } from "./chain.ts";
import type { Anchor } from "./entry.ts";
import type { ExportReport } from "./export.ts";

/** More places than these say no more. */
const MOST_BREAKS = 20;

/** What a verification on the machine itself says, in plain words: the outcome first. */
export function chainWords(report: ChainReport): Message[] {
  const { breaks, count, first, head, gaps } = report;
  const outcome: Message =
    breaks.length > 0
      ? { key: "journal_broken", args: [String(count), String(breaks.length)] }
      : first === null
        ? { key: "journal_empty" }
        : { key: "journal_whole", args: [String(count), String(first), String(head.seq)] };
  return [
    outcome,
    ...breaks.slice(0, MOST_BREAKS).map(breakWords),
    ...(gaps > 0 ? [{ key: "journal_gaps", args: [String(gaps)] }] : []),
  ];
}

/** What the check of an export says, and what it is worth. */
export function exportWords(report: ExportReport): Message[] {
  const { machine, at, isSigned, period, prunedTo, told } = report;
  return [
    ...chainWords(report.chain),
    ...(period
      ? [{ key: "journal_part", args: [shownTime(period.from), shownTime(period.to)] }]
      : []),
    isSigned && at !== null
      ? { key: "journal_signed", args: [shortName(machine), shownTime(at)] }
      : { key: "journal_unsigned" },
    ...(prunedTo === null ? [] : [{ key: "journal_pruned", args: [String(prunedTo)] }]),
    ...(told.length > 0 ? [{ key: "journal_told", args: [String(told.length)] }] : []),
  ];
}

export function isWhole({ chain, isSigned, told }: ExportReport): boolean {
  return chain.breaks.length === 0 && isSigned && told.length === 0;
}

/** What a comparison with an anchor that was noted elsewhere says. */
export function anchorWords(
  { machine, seq }: Anchor,
  is: "holds" | "contradicts" | "absent",
): Message {
  return { key: `journal_anchor_${is}`, args: [shortName(machine), String(seq)] };
}

/** What any verification proves, and what none can. */
export const WORTH: readonly Message[] = [{ key: "journal_proves" }, { key: "journal_limits" }];

const JAPAN = 9 * 3_600_000;

/** Of ISO 8601: "2026-12-05 10:00:00" in Japan, which Excel reads as a time. An open end is "…". */
export function shownTime(at: string | undefined): string {
  if (at === undefined) return "…";
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  return new Date(time + JAPAN).toISOString().slice(0, 19).replace("T", " ");
}

/** Enough of a machine's name for people to compare. */
export function shortName(machine: string): string {
  return machine.slice(0, 16);
}

function breakWords({ kind, seq }: Break): Message {
  return { key: `journal_break_${kind}`, args: [String(seq)] };
}
