/**
 * Prints what the rules find in the corpora, and what they miss: `npm run -s score -- [--verbose] [--aside] [FILE…]`.
 * A FILE is JSON Lines in the corpora's format; without one, the corpora beside this file are counted.
 * `--aside` counts the cases that nobody who writes a rule has read; of those, figures alone are printed.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { rules } from "../../src/rules/index.ts";
import {
  type FalseAlarm,
  readCases,
  readCorpusPolicy,
  type Score,
  score,
  totals,
} from "./counting.ts";

const args = process.argv.slice(2);
const isAside = args.includes("--aside");
const isVerbose = args.includes("--verbose") && !isAside;
const given = args.filter((arg) => !arg.startsWith("--"));
const files =
  given.length > 0
    ? given.map((path) => pathToFileURL(resolve(path)).href)
    : isAside
      ? ["aside/ordinary.jsonl", "aside/slips.jsonl"]
      : [
          "dev.jsonl",
          "own.jsonl",
          "language.jsonl",
          "ordinary.jsonl",
          "slips.jsonl",
          "round-1.jsonl",
          "round-2.jsonl",
          "round-3.jsonl",
        ];

const policy = readCorpusPolicy();
const existing = new Set(rules.map(({ id }) => id));
for (const file of files) {
  console.log(file);
  print(score(readCases(file), policy, existing));
}

function print(result: Score): void {
  for (const [rule, { found, expected }] of [...result.recall].toSorted())
    console.log(`  ${rule.padEnd(22)} ${found}/${expected}`);
  const { found, expected } = totals(result);
  console.log(`  recall                 ${found}/${expected}`);
  for (const [kind, { posts, alarms, stops }] of Object.entries(result.quiet))
    console.log(`  false alarms, ${kind.padEnd(8)} ${alarms} in ${posts} posts (${stops} stop)`);
  printByRule("false alarm", result.falseAlarms);
  printByRule("hint in an ordinary post", result.hints);
  if (!isVerbose) return;
  for (const { case: item, rule, text } of result.misses)
    console.log(`  missed ${item.id} ${rule} ${JSON.stringify(text)}`);
  for (const { case: item, finding } of result.falseAlarms)
    console.log(
      `  false ${item.id} ${finding.rule} ${finding.level} ${JSON.stringify(finding.text)}`,
    );
}

function printByRule(what: string, alarms: readonly FalseAlarm[]): void {
  const byRule = Map.groupBy(alarms, ({ case: { note }, finding }) => {
    const [kind] = note.split(" ");
    return `${kind} ${finding.rule} ${finding.level}`;
  });
  for (const [name, { length }] of [...byRule].toSorted())
    console.log(`  ${what}: ${name} ${length}`);
}
