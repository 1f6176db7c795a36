import { createReadStream } from "node:fs";
import type { Lang } from "../contract.ts";
import { readAnchor } from "../journal/anchor.ts";
import type { Anchor } from "../journal/entry.ts";
import { type ExportReport, NoExport, verifyExports } from "../journal/export.ts";
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
    return await verify(read.positionals, anchors, lang);
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

async function verify(
  files: readonly string[],
  anchors: readonly Anchor[],
  lang: Lang,
): Promise<number> {
  const merged = new Merged();
  const all: ExportReport[] = [];
  for (const file of files) {
    const reports = await verifyFile(file, lang, merged);
    merged.add(reports);
    for (const report of reports) {
      const words = exportWords(report).map((message) => `  ${say(lang, message)}`);
      await write(process.stdout, `${[file, ...words].join("\n")}\n\n`);
    }
    all.push(...reports);
  }
  const contradictions = merged.contradictions();
  const held = anchors.map((anchor) => ({ anchor, is: merged.against(anchor) }));
  const together: Message[] = [
    { key: "cli_verify_together", args: [String(merged.machines), String(merged.entries)] },
    ...contradictions,
    ...merged.between(),
    ...held.map(({ anchor, is }) => anchorWords(anchor, is)),
    ...WORTH,
  ];
  await write(process.stdout, `${together.map((message) => say(lang, message)).join("\n")}\n`);
  const isHeld = held.every(({ is }) => is === "holds");
  return all.every(isWhole) && contradictions.length === 0 && isHeld ? WHOLE : BROKEN;
}

async function verifyFile(file: string, lang: Lang, merged: Merged): Promise<ExportReport[]> {
  const unusable = (number: number) =>
    new UnusableInput(translate(lang, "cli_verify_no_export", [file, String(number)]));
  const lines = async function* () {
    for await (const line of readLines(createReadStream(file))) {
      if (!("text" in line)) throw unusable(line.number);
      yield line.number === 1 ? { ...line, text: line.text.replace(/^\u{FEFF}/u, "") } : line;
    }
  };
  try {
    const reports = await verifyExports(lines(), (machine, one) => merged.see(machine, one));
    if (reports.length === 0) throw unusable(1);
    return reports;
  } catch (error) {
    if (error instanceof NoExport) throw unusable(error.line);
    if (error instanceof Error && "syscall" in error) throw unreadable(file, error, lang);
    throw error;
  }
}

function say(lang: Lang, { key, args }: Message): string {
  return translate(lang, key, args);
}

process.exitCode = await main(process.argv.slice(2));
