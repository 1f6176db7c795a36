import type { Answer, Lang } from "../contract.ts";
import { hasMessage, translate } from "../locales.ts";
import type { Entry, EntryFinding, Sealed } from "./entry.ts";
import { noteExport } from "./export.ts";
import type { Period } from "./reading.ts";
import type { Journal } from "./store.ts";
import { shownTime } from "./words.ts";

/** Excel takes such a cell for a formula, in half and full width, also behind spaces and control characters. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Column by column: its title's key and its cell. */
const COLUMNS: readonly [string, (one: Row, t: Words) => string][] = [
  ["seq", ({ seq }) => String(seq)],
  ["at", ({ entry }) => shownTime(entry.at)],
  ["type", ({ entry }, t) => t(`journal_type_${entry.type}`)],
  ["decision", ({ entry }, t) => onPost(entry, (post) => t(`journal_decision_${post.decision}`))],
  ["platform", ({ entry }, t) => ("platform" in entry ? t(`ui_platform_${entry.platform}`) : "")],
  ["kind", ({ entry }, t) => ("kind" in entry ? t(`journal_kind_${entry.kind}`) : "")],
  ["account", ({ entry }) => ("account" in entry ? (entry.account ?? "") : "")],
  ["findings", ({ entry }, t) => onPost(entry, (post) => findingsCell(post.findings, t))],
  ["reason", ({ entry }) => onPost(entry, (post) => post.reason)],
  ["answers", ({ entry }, t) => onPost(entry, (post) => answersCell(post.findings, t))],
  [
    "enforcement",
    ({ entry }, t) => onPost(entry, (post) => t(`policy_enforcement_${post.enforcement}`)),
  ],
  ["mode", ({ entry }, t) => onPost(entry, (post) => t(`policy_mode_${post.mode}`))],
  ["revision", ({ entry }) => ("policyRevision" in entry ? entry.policyRevision : "")],
  [
    "managed",
    ({ entry }, t) =>
      "isManaged" in entry ? t(`journal_managed_${entry.isManaged ? "yes" : "no"}`) : "",
  ],
  ["length", ({ entry }) => onPost(entry, (post) => String(post.length ?? ""))],
  ["fingerprint", ({ entry }) => ("fingerprint" in entry ? (entry.fingerprint ?? "") : "")],
  ["more", ({ entry }, t) => moreCell(entry, t)],
  ["id", ({ entry }) => entry.id],
  // A sheet that was put away is an anchor as well.
  ["hash", ({ hash }) => hash],
  ["machine", ({ machine }) => machine ?? ""],
];

/** `machine`: where entries of several stand together. */
type Row = Sealed & { machine?: string };

type Words = (key: string) => string;

/** Entries as Excel opens them in Japan: UTF-8 with its mark, CRLF, no cell that runs as a formula. */
export async function* csvLines(
  entries: AsyncIterable<Row> | Iterable<Row>,
  lang: Lang,
): AsyncGenerator<string> {
  const t: Words = (key) => translate(lang, key);
  yield `\u{FEFF}${row(COLUMNS.map(([name]) => t(`journal_column_${name}`)))}`;
  for await (const one of entries) yield row(COLUMNS.map(([, cell]) => cell(one, t)));
}

/** The whole record or a period of it as such a sheet; that it was exported is the record's newest entry. */
export async function* exportSheet(
  journal: Journal,
  lang: Lang,
  period?: Period,
): AsyncGenerator<string> {
  await noteExport(journal, "csv", period);
  const entries = async function* () {
    for await (const piece of journal.period(period)) yield* piece;
  };
  yield* csvLines(entries(), lang);
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
      ({ rule, level, usual, fate }) =>
        `${ruleText(rule, t)} (${[level, usual]
          .flatMap((one) => (one ? [t(`ui_level_${one}`)] : []))
          .join("←")}, ${t(`journal_fate_${fate}`)})`,
    )
    .join("; ");
}

/** As the reference of the rules calls it; a rule of another version has its name alone. */
function ruleText(rule: string, t: Words): string {
  const title = `guide_title_${rule.replace(/[.-]/g, "_")}`;
  return hasMessage("ja", title) ? `${t(title)} ${rule}` : rule;
}

function answersCell(findings: readonly EntryFinding[], t: Words): string {
  return findings.flatMap(({ answer }) => (answer ? [answerText(answer, t)] : [])).join("; ");
}

function answerText(answer: Answer, t: Words): string {
  switch (answer.to) {
    case "decision":
      return answer.number;
    case "media":
      return [
        t("ui_ask_media_done"),
        ...answer.lookedAt.map((concern) => t(`ui_ask_media_${concern}`)),
      ].join(", ");
    case "page":
      return t("ui_ask_page_done");
    case "device":
      return answer.reason;
  }
}

/** The browser's own names of an error that say something to nobody. */
const FULL = "QuotaExceededError";

function moreCell(entry: Entry, t: Words): string {
  switch (entry.type) {
    case "post":
      return "";
    case "alarm": {
      const { about, rule, level } = entry;
      const name = about && ("host" in about ? about.host : about.account);
      const marked = `${ruleText(rule, t)} (${t(`ui_level_${level}`)})`;
      return name ? `${marked}: ${name}` : marked;
    }
    case "address":
      return entry.url;
    case "gap": {
      const error = entry.error === FULL ? t("journal_error_full") : entry.error;
      return `${entry.missing.length}: ${error} (${shownTime(entry.since)})`;
    }
    case "export":
      return `${entry.from}–${entry.to} ${t(`journal_format_${entry.format}`)}`;
    case "mode":
      return [
        `${t(`policy_mode_${entry.mode}`)}, ${t(`journal_mode_by_${entry.by}`)}`,
        ...(entry.until === null ? [] : [`– ${shownTime(entry.until)}`]),
      ].join(" ");
    case "afterwards":
      return entry.posts.join(" ");
    case "signoff":
      return `${entry.by}: ${entry.from}–${entry.to} ${entry.remarks}`;
  }
}
