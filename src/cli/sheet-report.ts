import { styleText } from "node:util";
import type { Draft, Finding, Lang, Level, Policy } from "../contract.ts";
import { translate } from "../locales.ts";
import { clauseOf } from "../policy/clauses.ts";
import { COLOURS, countsOf, LEVELS, printable } from "./report.ts";

/** Rows of a sheet by what became of them. */
export interface SheetTally {
  rows: number;
  /** Rows with at least one finding of the level. */
  with: Record<Level, number>;
  /** Rows that could not be read, and so were not checked. */
  unchecked: number;
}

export function newTally(): SheetTally {
  return { rows: 0, with: { stop: 0, care: 0, hint: 0 }, unchecked: 0 };
}

export function count(tally: SheetTally, findings: readonly Finding[] | null): void {
  tally.rows += 1;
  if (!findings) tally.unchecked += 1;
  for (const level of LEVELS) {
    if (findings?.some((finding) => finding.level === level)) tally.with[level] += 1;
  }
}

/** One row: where it is, when and by whom it goes out, how many findings, and each with its words. */
export function rowReport(
  row: number,
  draft: Draft,
  findings: readonly Finding[],
  policy: Policy,
  lang: Lang,
): string {
  const t = (key: string, ...args: string[]) => translate(lang, key, args);
  const head = [
    t("cli_sheet_row", String(row)),
    draft.id ?? "",
    timeOf(draft),
    draft.platform === "facebook" ? "Facebook" : "X",
    draft.account ?? "",
    findings.length > 0 ? t("cli_counts", ...countsOf(findings)) : t("cli_nothing_found"),
  ];
  const lines = [head.filter(Boolean).map(inLine).join("  ")];
  for (const finding of findings) {
    const level = styleText(COLOURS[finding.level], t(`cli_level_${finding.level}`));
    const words = finding.text ? t("cli_sheet_words", inLine(finding.text)) : t("cli_whole_post");
    const clause = clauseOf(policy, finding.clause, lang);
    lines.push(`   ${level} ${words} ${inLine(finding.message)}`);
    lines.push(`      ${t("cli_sheet_clause", finding.clause, clause.label, finding.rule)}`);
    for (const { label, start, end, replacement } of finding.fixes) {
      const parts = [label, draft.text.slice(start, end), replacement].map(inLine);
      lines.push(`      ${t("cli_fix", ...parts)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A row that could not be read stands among the others, as plainly as a finding. */
export function uncheckedReport(row: number, error: string, lang: Lang): string {
  const unchecked = styleText(COLOURS.stop, translate(lang, "cli_sheet_unchecked"));
  return `${translate(lang, "cli_sheet_row", [String(row)])}  ${unchecked} ${inLine(error)}\n`;
}

export function tallyReport(tally: SheetTally, lang: Lang): string {
  const counts = [tally.rows, ...LEVELS.map((level) => tally.with[level]), tally.unchecked];
  return `\n${translate(lang, "cli_sheet_tally", counts.map(String))}\n`;
}

/** "2026-12-05 10:00", in the sheet's own offset; nothing where the sheet does not say. */
function timeOf({ at }: Draft): string {
  return at ? at.slice(0, 16).replace("T", " ") : "";
}

/** A row of the report is one line, whatever stands in its cells. */
function inLine(text: string): string {
  return printable(text).replace(/\s+/g, " ");
}
