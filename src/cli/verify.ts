import { createReadStream } from "node:fs";
import type { Lang } from "../contract.ts";
import type { Sealed } from "../journal/entry.ts";
import { type ExportReport, NoExport, verifyExports } from "../journal/export.ts";
import { exportWords, isWhole, shortName, WORTH } from "../journal/words.ts";
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

const OPTIONS = { lang: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

async function main(args: string[]): Promise<number> {
  const read = readArguments(args, OPTIONS);
  if (read.state === "help") {
    const helps = [translate("ja", "cli_verify_help"), translate("en", "cli_verify_help")];
    await write(process.stdout, `${helps.join("\n\n")}\n`);
    return WHOLE;
  }
  const lang = read.lang;
  const wrong =
    read.state === "wrong"
      ? read.error
      : read.positionals.length === 0
        ? { key: "cli_verify_nothing" }
        : null;
  if (read.state === "wrong" || wrong) {
    console.error(
      `${say(lang, wrong ?? { key: "cli_verify_nothing" })} ${translate(lang, "cli_see_help")}`,
    );
    return UNUSABLE;
  }
  try {
    return await verify(read.positionals, lang);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

async function verify(files: readonly string[], lang: Lang): Promise<number> {
  const known = new Known();
  const all: ExportReport[] = [];
  for (const file of files) {
    const reports = await verifyFile(file, lang, known);
    for (const report of reports) {
      const words = exportWords(report).map((message) => `  ${say(lang, message)}`);
      await write(process.stdout, `${[file, ...words].join("\n")}\n\n`);
    }
    all.push(...reports);
  }
  const contradictions = [...known.contradictions, ...shortened(all)];
  const together: Message[] = [
    { key: "cli_verify_together", args: [String(known.machines), String(known.entries)] },
    ...contradictions,
    ...WORTH,
  ];
  await write(process.stdout, `${together.map((message) => say(lang, message)).join("\n")}\n`);
  return all.every(isWhole) && contradictions.length === 0 ? WHOLE : BROKEN;
}

async function verifyFile(file: string, lang: Lang, known: Known): Promise<ExportReport[]> {
  const unusable = (number: number) =>
    new UnusableInput(translate(lang, "cli_verify_no_export", [file, String(number)]));
  const lines = async function* () {
    for await (const line of readLines(createReadStream(file))) {
      if (!("text" in line)) throw unusable(line.number);
      yield line.number === 1 ? { ...line, text: line.text.replace(/^\u{FEFF}/u, "") } : line;
    }
  };
  try {
    const reports = await verifyExports(lines(), (machine, one) => known.see(machine, one));
    if (reports.length === 0) throw unusable(1);
    return reports;
  } catch (error) {
    if (error instanceof NoExport) throw unusable(error.line);
    if (error instanceof Error && "syscall" in error) throw unreadable(file, error, lang);
    throw error;
  }
}

/** What stood in all files so far: each entry counts once, and two exports of one machine must agree. */
class Known {
  readonly contradictions: Message[] = [];
  readonly #hashes = new Map<string, Map<number, string>>();

  get machines(): number {
    return this.#hashes.size;
  }

  get entries(): number {
    return [...this.#hashes.values()].reduce((sum, { size }) => sum + size, 0);
  }

  see(machine: string, { seq, hash }: Sealed): void {
    const hashes = this.#hashes.get(machine) ?? new Map<number, string>();
    this.#hashes.set(machine, hashes);
    const before = hashes.get(seq);
    if (before !== undefined && before !== hash) {
      const args = [shortName(machine), String(seq)];
      this.contradictions.push({ key: "cli_verify_rewritten", args });
    }
    hashes.set(seq, hash);
  }
}

/** Exports of one machine that end before an older one did: the end was cut meanwhile. */
function shortened(reports: readonly ExportReport[]): Message[] {
  return reports.flatMap((report) => {
    const { machine, at, chain } = report;
    const longer = reports.find(
      (other) =>
        other.machine === machine &&
        (other.at ?? "") < (at ?? "") &&
        other.chain.head.seq > chain.head.seq,
    );
    if (!longer) return [];
    const args = [shortName(machine), String(longer.chain.head.seq), String(chain.head.seq)];
    return [{ key: "cli_verify_shortened", args }];
  });
}

function say(lang: Lang, { key, args }: Message): string {
  return translate(lang, key, args);
}

process.exitCode = await main(process.argv.slice(2));
