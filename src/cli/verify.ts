import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Lang } from "../contract.ts";
import { readAnchor } from "../journal/anchor.ts";
import { csvLines } from "../journal/csv.ts";
import type { Anchor, Sealed } from "../journal/entry.ts";
import {
  type ExportReport,
  excerptLines,
  NoExport,
  type Placed,
  verifyExports,
} from "../journal/export.ts";
import { Merged } from "../journal/merge.ts";
import { anchorWords, exportWords, isWhole, WORTH } from "../journal/words.ts";
import { type Message, translate } from "../locales.ts";
import { readArguments } from "./arguments.ts";
import { readLines, write } from "./streams.ts";
import { UnusableInput, unreadable } from "./unusable.ts";

/**
 * `npm run -s verify`: whether exports of the record are whole. Exit status 0: all of them are; 1: one is
 * not; 2: something could not be used.
 */
const WHOLE = 0;
const BROKEN = 1;
const UNUSABLE = 2;

const OPTIONS = {
  /** Of a sign-off, as it was noted. */
  anchor: { type: "string", multiple: true },
  /** Files for the merged entries. */
  csv: { type: "string" },
  jsonl: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

async function main(args: string[]): Promise<number> {
  const read = readArguments(args, OPTIONS);
  if (read.state === "help") {
    const helps = [translate("ja", "cli_verify_help"), translate("en", "cli_verify_help")];
    await write(process.stdout, `${helps.join("\n\n")}\n`);
    return WHOLE;
  }
  const { lang } = read;
  const wrong = read.state === "wrong" ? read : read.positionals.length > 0 ? null : NOTHING;
  if (wrong || read.state === "wrong") return refuse(lang, wrong?.error ?? NOTHING.error);
  const anchors: Anchor[] = [];
  for (const text of [read.values.anchor ?? []].flat()) {
    const anchor = readAnchor(String(text));
    if (!anchor) return refuse(lang, { key: "cli_verify_no_anchor", args: [String(text)] });
    anchors.push(anchor);
  }
  try {
    return await verify(read.positionals, anchors, lang, {
      csv: nameOf(read.values.csv),
      jsonl: nameOf(read.values.jsonl),
    });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

const NOTHING = { error: { key: "cli_verify_nothing" } };

function refuse(lang: Lang, error: Message): number {
  console.error(`${say(lang, error)} ${translate(lang, "cli_see_help")}`);
  return UNUSABLE;
}

/** Where the merged entries go; null: nowhere. */
type Outputs = Record<"csv" | "jsonl", string | null>;

const nameOf = (value: unknown) => (typeof value === "string" ? value : null);

async function verify(
  files: readonly string[],
  anchors: readonly Anchor[],
  lang: Lang,
  to: Outputs,
): Promise<number> {
  const merged = new Merged();
  const entries: Placed[] = [];
  const isKept = to.csv !== null || to.jsonl !== null;
  const all: ExportReport[] = [];
  for (const file of files) {
    const reports = await verifyFile(file, lang, (machine, one) => {
      if (merged.see(machine, one) && isKept) entries.push({ ...one, machine });
    });
    merged.add(reports);
    for (const report of reports) {
      const words = exportWords(report).map((message) => `  ${say(lang, message)}`);
      await write(process.stdout, `${[file, ...words].join("\n")}\n\n`);
    }
    all.push(...reports);
  }
  const written = await writeMerged(entries, to, lang);
  const contradictions = merged.contradictions();
  const held = anchors.map((anchor) => ({ anchor, is: merged.against(anchor) }));
  const together: Message[] = [
    { key: "cli_verify_together", args: [String(merged.machines), String(merged.entries)] },
    ...contradictions,
    ...merged.between(),
    ...written,
    ...held.map(({ anchor, is }) => anchorWords(anchor, is)),
    ...WORTH,
  ];
  await write(process.stdout, `${together.map((message) => say(lang, message)).join("\n")}\n`);
  const isHeld = held.every(({ is }) => is === "holds");
  return all.every(isWhole) && contradictions.length === 0 && isHeld ? WHOLE : BROKEN;
}

/** All entries of all machines in the order of their times, each once. What was written, in words. */
async function writeMerged(entries: Placed[], to: Outputs, lang: Lang): Promise<Message[]> {
  entries.sort((a, b) => compared(a.entry.at, b.entry.at) || a.seq - b.seq);
  const said: Message[] = [];
  const args = (file: string) => [String(entries.length), file];
  if (to.csv !== null) {
    await writeOut(to.csv, csvLines(entries, lang), lang);
    said.push({ key: "cli_verify_written", args: args(to.csv) });
  }
  if (to.jsonl !== null) {
    await writeOut(to.jsonl, excerptLines(entries), lang);
    said.push({ key: "cli_verify_written", args: args(to.jsonl) });
  }
  return said;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function writeOut(file: string, lines: AsyncIterable<string>, lang: Lang): Promise<void> {
  // Never over a file that is there: it may be the only copy of an export.
  const output = createWriteStream(file, { flags: "wx" });
  const done = finished(output);
  done.catch(() => {});
  try {
    for await (const line of lines) await Promise.race([write(output, line), done]);
    output.end();
    await done;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnusableInput(translate(lang, "cli_verify_not_written", [file, reason]));
  }
}

async function verifyFile(
  file: string,
  lang: Lang,
  seen: (machine: string, one: Sealed) => void,
): Promise<ExportReport[]> {
  const unusable = (number: number) =>
    new UnusableInput(translate(lang, "cli_verify_no_export", [file, String(number)]));
  const lines = async function* () {
    for await (const line of readLines(createReadStream(file))) {
      if (!("text" in line)) throw unusable(line.number);
      yield line.number === 1 ? { ...line, text: line.text.replace(/^\u{FEFF}/u, "") } : line;
    }
  };
  try {
    const reports = await verifyExports(lines(), seen);
    if (reports.length === 0) throw unusable(1);
    return reports;
  } catch (error) {
    if (error instanceof NoExport && error.isExcerpt) {
      throw new UnusableInput(translate(lang, "cli_verify_excerpt", [file]));
    }
    if (error instanceof NoExport) throw unusable(error.line);
    if (error instanceof Error && "syscall" in error) throw unreadable(file, error, lang);
    throw error;
  }
}

function say(lang: Lang, { key, args }: Message): string {
  return translate(lang, key, args);
}

process.exitCode = await main(process.argv.slice(2));
