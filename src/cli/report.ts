import { styleText } from "node:util";
import type { Draft, Finding, Lang, Level, Policy } from "../contract.ts";
import { translate } from "../locales.ts";
import { clauseOf } from "../policy/clauses.ts";

export const LEVELS: readonly Level[] = ["stop", "care", "hint"];
export const COLOURS = { stop: "red", care: "yellow", hint: "cyan" } as const;

/**
 * The report for a terminal: the draft with the ranges marked and numbered, then each finding with
 * its clause and repairs. Colours only where standard output is a terminal that has them.
 */
export function report(draft: Draft, findings: Finding[], policy: Policy, lang: Lang): string {
  const t = (key: string, ...args: string[]) => translate(lang, key, args);
  const lines = [marked(draft.text, findings), ""];
  for (const [index, finding] of findings.entries()) {
    const clause = clauseOf(policy, finding.clause, lang);
    const level = styleText(COLOURS[finding.level], t(`cli_level_${finding.level}`));
    const where = finding.end > 0 ? `${finding.start}-${finding.end}` : t("cli_whole_post");
    lines.push(`${numeral(index)} ${level} ${printable(finding.message)}`);
    lines.push(`   ${t("cli_clause", finding.clause, clause.label, finding.rule, where)}`);
    for (const fix of finding.fixes) {
      const words = draft.text.slice(fix.start, fix.end);
      lines.push(
        `   ${t("cli_fix", printable(fix.label), printable(words), printable(fix.replacement))}`,
      );
    }
  }
  lines.push(findings.length > 0 ? t("cli_counts", ...countsOf(findings)) : t("cli_nothing_found"));
  return `${lines.join("\n")}\n`;
}

/** How many findings each level has, in the order of LEVELS. */
export function countsOf(findings: readonly Finding[]): string[] {
  return LEVELS.map((level) => String(findings.filter((one) => one.level === level).length));
}

/** Ranges may overlap, so each end carries its number: ⟦…⟧①. */
function marked(text: string, findings: Finding[]): string {
  const ends = findings.flatMap(({ start, end, level }, index) =>
    end > start ? [{ start, end, level, mark: numeral(index) }] : [],
  );
  const cuts = [...new Set([0, text.length, ...ends.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  let out = "";
  for (const [index, cut] of cuts.entries()) {
    for (const range of ends) {
      if (range.end === cut) out += styleText(COLOURS[range.level], `⟧${range.mark}`);
    }
    for (const range of ends) {
      if (range.start === cut) out += styleText(COLOURS[range.level], "⟦");
    }
    out += printable(text.slice(cut, cuts[index + 1] ?? cut));
  }
  return out;
}

function numeral(index: number): string {
  const CIRCLED_ONE = 0x2460;
  return index < 20 ? String.fromCodePoint(CIRCLED_ONE + index) : `(${index + 1})`;
}

/** A pasted text must not steer the terminal. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, "\u{FFFD}");
}
