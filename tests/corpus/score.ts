/**
 * Prints what the rules find in the corpora, and what they miss:
 * `npm run -s score -- [--verbose] [--aside] [--browser chromium|firefox] [FILE…]`.
 * A FILE is JSON Lines in the corpora's format; without one, the corpora beside this file are counted.
 * `--aside` counts the cases that nobody who writes a rule has read; of those, figures alone are printed.
 * `--browser` asks the extension's worker in that browser, and says whether it finds what Node finds.
 */
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { rules } from "../../src/rules/index.ts";
import {
  type Case,
  type FalseAlarm,
  findHere,
  HELD,
  readCases,
  readCorpusPolicy,
  type Score,
  score,
  totals,
  WILD,
} from "./counting.ts";
import { differences, findInBrowser } from "./in-browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: "boolean", default: false },
    aside: { type: "boolean", default: false },
    browser: { type: "string" },
  },
});
const isVerbose = values.verbose && !values.aside;
const files =
  positionals.length > 0
    ? positionals.map((path) => pathToFileURL(resolve(path)).href)
    : values.aside
      ? keptAside()
      : [...HELD, ...WILD];

/** Rounds are opened once their figures are known; the next is laid into this folder. */
function keptAside(): string[] {
  const folder = new URL("aside/", import.meta.url);
  const kept = existsSync(folder) ? readdirSync(folder) : [];
  if (kept.length === 0)
    console.log("nothing is kept aside: name a FILE that no author of a rule has read");
  return kept.map((name) => `aside/${name}`);
}

const policy = readCorpusPolicy();
const existing = new Set(rules.map(({ id }) => id));
const corpora = files.map((file) => ({ file, cases: readCases(file) }));
const inBrowser =
  values.browser === undefined
    ? null
    : await findInBrowser(
        values.browser,
        corpora.flatMap(({ cases }) => cases),
      );
let isSame = true;
for (const { file, cases } of corpora) {
  console.log(file);
  const here = findHere(cases, policy);
  const found = inBrowser?.splice(0, cases.length) ?? here;
  if (inBrowser) compare(cases, here, found);
  print(score(cases, found, existing));
}
if (!isSame) process.exitCode = 1;

function compare(
  cases: readonly Case[],
  here: ReturnType<typeof findHere>,
  there: ReturnType<typeof findHere>,
): void {
  const apart = differences(cases, here, there);
  console.log(
    apart.length === 0
      ? `  ${cases.length} drafts: ${values.browser} finds exactly what Node finds`
      : `  DIFFERENT from Node in ${apart.length} of ${cases.length} drafts`,
  );
  if (apart.length > 0) isSame = false;
  // Of the aside cases nothing but figures is shown.
  for (const { id, onlyHere, onlyThere } of values.aside ? [] : apart)
    console.log(`  ${id}: only Node ${onlyHere}, only ${values.browser} ${onlyThere}`);
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
