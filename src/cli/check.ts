import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import type { Draft, Finding, Lang, Policy } from "../contract.ts";
import { check } from "../engine/check.ts";
import { readFacts } from "../facts/facts.ts";
import { ASKABLE_HOSTS } from "../links/hosts.ts";
import { translate } from "../locales.ts";
import { readPolicy, resolvePolicy } from "../policy/policy.ts";
import { readDraft } from "./draft.ts";
import { type CheckArguments, parseCheckArguments } from "./options.ts";
import { report } from "./report.ts";
import { type Line, readLines, write } from "./streams.ts";

/**
 * `npm run -s check`: the engine in a terminal. Exit status 0: nothing at `stop`; 1: at least one
 * `stop`; 2: something could not be used.
 */
const NO_STOP = 0;
const STOP = 1;
const UNUSABLE = 2;

/** Ends the command with words on standard error and exit status 2. */
class UnusableInput extends Error {}

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
    return await (parsed.arguments.json ? checkLines : checkText)(parsed.arguments, policy);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    complain(error.message);
    return UNUSABLE;
  }
}

async function checkText({ input, facts, lang }: CheckArguments, policy: Policy): Promise<number> {
  const text = input === "-" ? (await readAll(process.stdin)).replace(/\r?\n$/, "") : input;
  const draft: Draft = { text, at: nowInJapan() };
  const findings = check(draft, policy, { lang });
  await write(process.stdout, report(draft, findings, policy, lang));
  if (facts) await write(process.stdout, `${JSON.stringify(factsOf(draft), null, 2)}\n`);
  if (readFacts(draft).links.some(({ host }) => ASKABLE_HOSTS.includes(host))) {
    complain(translate(lang, "cli_not_asked"));
  }
  return statusOf(findings);
}

async function checkLines(options: CheckArguments, policy: Policy): Promise<number> {
  let status = NO_STOP;
  try {
    for await (const line of readLines(inputOf(options.input))) {
      // Sheets end with an empty line; one in between is no draft either.
      if ("text" in line && line.text.trim() === "") continue;
      const checked = checkLine(line, options, policy);
      status = Math.max(status, checked.status);
      await write(process.stdout, `${JSON.stringify(checked.answer)}\n`);
    }
  } catch (error) {
    // Anything else is a slip of ours and shows where it happened.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw unreadable(options.input, error, options.lang);
  }
  return status;
}

function checkLine(line: Line, { lang, facts }: CheckArguments, policy: Policy) {
  const read = draftOf(line, lang);
  if ("error" in read) {
    complain(translate(lang, "cli_line", [String(line.number), read.error]));
    return { status: UNUSABLE, answer: { id: null, line: line.number, error: read.error } };
  }
  const draft = { ...read.draft, at: read.draft.at ?? nowInJapan() };
  const findings = check(draft, policy, { lang });
  return {
    status: statusOf(findings),
    answer: { id: draft.id ?? null, findings, ...(facts ? { facts: factsOf(draft) } : {}) },
  };
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
  let raw: unknown;
  try {
    raw = JSON.parse((await readFile(policyFile, "utf8")).replace(/^\u{FEFF}/u, ""));
  } catch (error) {
    throw unreadable(policyFile, error, lang);
  }
  const { policy, rejected } = readPolicy(raw);
  for (const { key, path, reason } of rejected) {
    const words = translate(lang, `policy_rejected_${reason}`);
    if (key === "") throw new UnusableInput(translate(lang, "cli_unreadable", [policyFile, words]));
    complain(translate(lang, "cli_policy_rejected", [path, words]));
  }
  return resolvePolicy({ managed: policy });
}

function inputOf(input: string): Readable {
  return input === "-" ? process.stdin : createReadStream(input);
}

function unreadable(file: string, error: unknown, lang: Lang): UnusableInput {
  return new UnusableInput(translate(lang, "cli_unreadable", [file, messageOf(error)]), {
    cause: error,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
