import type { Answer, Lang } from "../contract.ts";
import { translate } from "../locales.ts";
import type { Entry, EntryFinding, Sealed } from "./entry.ts";
import { shownTime } from "./words.ts";

/** Excel takes such a cell for a formula, in half and full width, also behind spaces and control characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Column by column: its title's key and its cell. */
const COLUMNS: readonly [string, (one: Sealed, t: Words) => string][] = [
  ["seq", ({ seq }) => String(seq)],
  ["at", ({ entry }) => shownTime(entry.at)],
  ["type", ({ entry }, t) => t(`journal_type_${entry.type}`)],
  ["decision", ({ entry }, t) => onPost(entry, (post) => t(`journal_decision_${post.decision}`))],
  ["platform", ({ entry }, t) => onPost(entry, (post) => t(`ui_platform_${post.platform}`))],
  ["kind", ({ entry }) => onPost(entry, (post) => post.kind)],
  ["account", ({ entry }) => onPost(entry, (post) => post.account ?? "")],
  ["findings", ({ entry }, t) => onPost(entry, (post) => findingsCell(post.findings, t))],
  ["reason", ({ entry }) => onPost(entry, (post) => post.reason)],
  ["answers", ({ entry }) => onPost(entry, (post) => answersCell(post.findings))],
  ["enforcement", ({ entry }) => onPost(entry, (post) => post.enforcement)],
  ["mode", ({ entry }) => onPost(entry, (post) => post.mode)],
  ["revision", ({ entry }) => onPost(entry, (post) => post.policyRevision)],
  ["managed", ({ entry }) => onPost(entry, (post) => (post.isManaged ? "○" : ""))],
  ["length", ({ entry }) => onPost(entry, (post) => String(post.length ?? ""))],
  ["fingerprint", ({ entry }) => onPost(entry, (post) => post.fingerprint ?? "")],
  ["more", ({ entry }) => moreCell(entry)],
  ["id", ({ entry }) => entry.id],
];

type Words = (key: string) => string;

/** Entries as Excel opens them in Japan: UTF-8 with its mark, CRLF, no cell that runs as a formula. */
export async function* csvLines(
  entries: AsyncIterable<Sealed> | Iterable<Sealed>,
  lang: Lang,
): AsyncGenerator<string> {
  const t: Words = (key) => translate(lang, key);
  yield `\u{FEFF}${row(COLUMNS.map(([name]) => t(`journal_column_${name}`)))}`;
  for await (const one of entries) yield row(COLUMNS.map(([, cell]) => cell(one, t)));
}

function row(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

function onPost(entry: Entry, cell: (post: Entry & { type: "post" }) => string): string {
  return entry.type === "post" ? cell(entry) : "";
}

function findingsCell(findings: readonly EntryFinding[], t: Words): string {
  return findings
    .map(
      ({ rule, level, fate }) =>
        `${rule} (${t(`ui_level_${level}`)}, ${t(`journal_fate_${fate}`)})`,
    )
    .join("; ");
}

function answersCell(findings: readonly EntryFinding[]): string {
  return findings.flatMap(({ answer }) => (answer ? [answerText(answer)] : [])).join("; ");
}

function answerText(answer: Answer): string {
  switch (answer.to) {
    case "decision":
      return answer.number;
    case "media":
      return answer.lookedAt.join(", ");
    case "page":
      return "page";
  }
}

function moreCell(entry: Entry): string {
  switch (entry.type) {
    case "post":
      return "";
    case "address":
      return entry.url;
    case "gap":
      return `${entry.missing.length}: ${entry.error} (${shownTime(entry.since)})`;
    case "export":
      return `${entry.from}–${entry.to} ${entry.format}`;
    case "signoff":
      return `${entry.by}: ${entry.from}–${entry.to} ${entry.remarks}`;
  }
}
