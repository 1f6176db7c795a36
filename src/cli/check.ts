import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import type { Draft, Finding, Lang, Policy } from "../contract.ts";
import { check } from "../engine/check.ts";
import { readFacts } from "../facts/facts.ts";
import { type Message, translate } from "../locales.ts";
import { resolvePolicy } from "../policy/policy.ts";
import { createDestinations, type Destinations } from "./destinations.ts";
import { readDraft } from "./draft.ts";
import { type CheckArguments, parseCheckArguments } from "./options.ts";
import { report } from "./report.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { count, newTally, rowReport, tallyReport, uncheckedReport } from "./sheet-report.ts";
import { type Line, readLines, write } from "./streams.ts";
import { messageOf, readPolicyFile, UnusableInput, unreadable } from "./unusable.ts";

/**
 * `npm run -s check`: the engine in a terminal. Exit status 0: nothing at `stop`; 1: at least one
 * `stop`; 2: something could not be used.
 */
const NO_STOP = 0;
const STOP = 1;
const UNUSABLE = 2;

async function main(args: string[]): Promise<number> {
  const parsed = parseCheckArguments(args);
  if (parsed.state === "help") {
    await write(
      process.stdout,
      `${translate("ja", "cli_help")}\n\n${translate("en", "cli_help")}\n`,
    );
    return NO_STOP;
  }
  if (parsed.state === "wrong") {
    const { lang, error } = parsed;
    complain(`${translate(lang, error.key, error.args)} ${translate(lang, "cli_see_help")}`);
    return UNUSABLE;
  }
  try {
    const policy = await loadPolicy(parsed.arguments);
    const destinations = createDestinations(policy, parsed.arguments.expand);
    return await run({ ...parsed.arguments, policy, destinations });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    complain(error.message);
    return UNUSABLE;
  }
}

/** What a run has: the command line, the policy it named, and where short addresses lead. */
interface Job extends CheckArguments {
  policy: Policy;
  destinations: Destinations;
}

async function run(job: Job): Promise<number> {
  try {
    const status = await (job.csv ? checkSheet(job) : job.json ? checkLines(job) : checkText(job));
    const leftOut = job.destinations.leftOut();
    if (leftOut && !job.json) complain(translate(job.lang, leftOut));
    return status;
  } catch (error) {
    // Anything else is a slip of ours and shows where it happened.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw unreadable(job.input, error, job.lang);
  }
}

async function checkText(job: Job): Promise<number> {
  const { input, facts, lang, policy } = job;
  const text = input === "-" ? (await readAll(process.stdin)).replace(/\r?\n$/, "") : input;
  const { draft, findings } = await judge({ text }, job);
  await write(process.stdout, report(draft, findings, policy, lang));
  if (facts) await write(process.stdout, `${JSON.stringify(factsOf(draft), null, 2)}\n`);
  return statusOf(findings);
}

async function checkLines(job: Job): Promise<number> {
  let status = NO_STOP;
  for await (const line of readLines(inputOf(job.input))) {
    // Sheets end with an empty line; one in between is no draft either.
    if ("text" in line && line.text.trim() === "") continue;
    const { number } = line;
    const read = draftOf(line, job.lang);
    if ("error" in read) {
      complain(translate(job.lang, "cli_line", [String(number), read.error]));
      await writeJson({ id: null, line: number, error: read.error });
      status = UNUSABLE;
    } else {
      status = Math.max(status, await answerWith(read.draft, job));
    }
  }
  return status;
}

async function checkSheet(job: Job): Promise<number> {
  const { json, lang, policy, facts } = job;
  const words = ({ key, args }: Message) => translate(lang, key, args);
  const opened = await openSheet(inputOf(job.input));
  if (!opened.ok) throw new UnusableInput(words(opened.error));
  complainOfUnused(opened.sheet, lang);
  const tally = newTally();
  let status = NO_STOP;
  for await (const read of opened.sheet.rows) {
    const { row, line } = read;
    if ("error" in read) {
      const error = words(read.error);
      complain(translate(lang, "cli_row", [String(row), error]));
      if (json) await writeJson({ id: null, row, line, error });
      else await write(process.stdout, uncheckedReport(row, error, lang));
      count(tally, null);
      status = UNUSABLE;
    } else if (json) {
      status = Math.max(status, await answerWith(read.draft, job));
    } else {
      const { draft, findings } = await judge(read.draft, job);
      await write(process.stdout, rowReport(row, read.draft, findings, policy, lang));
      if (facts) await writeJson(factsOf(draft));
      count(tally, findings);
      status = Math.max(status, statusOf(findings));
    }
  }
  if (!json) await write(process.stdout, tallyReport(tally, lang));
  return status;
}

/** One line of JSON for a draft; returns the exit status that it calls for. */
async function answerWith(given: Draft, job: Job): Promise<number> {
  const { draft, findings } = await judge(given, job);
  const id = draft.id ?? null;
  await writeJson({ id, findings, ...(job.facts ? { facts: factsOf(draft) } : {}) });
  return statusOf(findings);
}

/** The draft as it was checked: what does not say when it goes out goes out now. */
async function judge(given: Draft, { lang, policy, destinations }: Job) {
  const draft = { ...given, at: given.at ?? nowInJapan() };
  const expansions = await destinations.of(draft);
  return { draft, findings: check(draft, policy, { lang, expansions }) };
}

function complainOfUnused({ unused }: Sheet, lang: Lang): void {
  if (unused.length > 0) complain(translate(lang, "cli_sheet_unused", [unused.join(", ")]));
}

function writeJson(value: object): Promise<void> {
  return write(process.stdout, `${JSON.stringify(value)}\n`);
}

function draftOf(line: Line, lang: Lang): { draft: Draft } | { error: string } {
  if (!("text" in line)) return { error: translate(lang, "cli_not_utf8") };
  let raw: unknown;
  try {
    raw = JSON.parse(line.text);
  } catch (error) {
    return { error: translate(lang, "cli_not_json", [messageOf(error)]) };
  }
  const read = readDraft(raw);
  return read.ok ? read : { error: translate(lang, read.error.key, read.error.args) };
}

/** What the rules saw, in the words of the contract. */
function factsOf(draft: Draft) {
  const { links, dates, phones, weightedLength } = readFacts(draft);
  return {
    links: links.map(({ start, end, text, url, host, domain }) => ({
      start,
      end,
      text,
      url,
      host,
      domain,
    })),
    dates: dates.map(({ start, end, text, iso, weekday }) => ({ start, end, text, iso, weekday })),
    phones: phones.map(({ start, end, text, e164 }) => ({ start, end, text, e164 })),
    weightedLength,
  };
}

/** What of the file cannot be read is told and left out; the rest holds. */
async function loadPolicy({ policyFile, lang }: CheckArguments): Promise<Policy> {
  if (policyFile === null) return resolvePolicy({});
  const { policy, rejected } = await readPolicyFile(policyFile, lang);
  for (const { path, reason } of rejected) {
    complain(
      translate(lang, "cli_policy_rejected", [path, translate(lang, `policy_rejected_${reason}`)]),
    );
  }
  return resolvePolicy({ managed: policy });
}

function inputOf(input: string): Readable {
  return input === "-" ? process.stdin : createReadStream(input);
}

function statusOf(findings: readonly Finding[]): number {
  return findings.some(({ level }) => level === "stop") ? STOP : NO_STOP;
}

/** The day is Japan's, wherever the machine's clock thinks it is. */
function nowInJapan(): string {
  const OFFSET = 9 * 3_600_000;
  return new Date(Date.now() + OFFSET).toISOString().replace("Z", "+09:00");
}

function complain(words: string): void {
  console.error(words);
}

// Whoever reads has had enough (`| head`): nothing went wrong.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(NO_STOP);
});
process.exitCode = await main(process.argv.slice(2));
