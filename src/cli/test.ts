import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { ensureTestBrowsers, ensureTestTools } from "../demo/browsers.ts";
import { TEST_BUILD, TEST_COLLECTOR } from "../demo/forwarding-build.ts";

/**
 * `npm test`: everything, in the order in which a slip is cheapest to find. Every step runs, whatever
 * became of the one before, and the last line counts: `N passed, N failed`.
 */

/** Where vitest leaves what became of each test. */
const REPORT = ".tenken/test-report.json";
/** Where Node keeps what it compiled: dozens of tests start the command line, each as a process of its own. */
const COMPILED = ".tenken/compiled";
/** Where a browser test leaves a picture of what it saw when it failed. */
const FAILURES = ".tenken/failures";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts of vitest's JSON report that are read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

const children = new Set<ChildProcess>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(1);
  });
}

rmSync(FAILURES, { recursive: true, force: true });
rmSync(REPORT, { force: true });
const began = Date.now();
const counts = [
  await step("browsers", async () => asOne(hasBrowsers())),
  await step("types", () => command("wxt prepare", "tsc")),
  await step("format and lint", () => command("biome check --error-on-warnings .")),
  // A build keeps one processor busy.
  ...(await Promise.all([
    step("build", () => command("wxt build -b chrome", "wxt build -b firefox")),
    step("build with forwarding", () =>
      command(`node src/cli/build-forwarding.ts --endpoint ${TEST_COLLECTOR} --out ${TEST_BUILD}`),
    ),
  ])),
  await step("tests", tests),
];
const total = counts.reduce((a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
}));
for (const picture of globSync(`${FAILURES}/**/*.png`).sort()) console.log(`picture: ${picture}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`all in ${secondsSince(began)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function step(name: string, run: () => Promise<Count>): Promise<Count> {
  console.log(`\n== ${name}`);
  const start = Date.now();
  const count = await run();
  console.log(`== ${name}: ${count.failed > 0 ? "FAILED" : "ok"}, ${secondsSince(start)} s`);
  return count;
}

function hasBrowsers(): boolean {
  try {
    const { chromium, firefox } = ensureTestBrowsers();
    console.log(`${chromium.path}\n${firefox.path}`);
    ensureTestTools();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** One step, one count: passed where all of its commands ended well. What they say comes at the end, in one piece. */
async function command(...lines: string[]): Promise<Count> {
  const said: string[] = [];
  let isWell = true;
  for (const line of lines) {
    const [program = "", ...args] = line.split(" ");
    isWell &&= await runs(program, args, said);
  }
  process.stdout.write(said.join(""));
  return asOne(isWell);
}

async function tests(): Promise<Count> {
  const endedWell = await runs("vitest", [
    "run",
    "--config=tests/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORT}`,
  ]);
  if (!existsSync(REPORT)) return asOne(false);
  const report: Report = JSON.parse(readFileSync(REPORT, "utf8"));
  // A file that could not even be loaded holds no test that could fail.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    // An error between two tests fails the run although no test did.
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs a program of the development dependencies; npm has put them on PATH. `said` collects what it says. */
function runs(program: string, args: string[], said?: string[]): Promise<boolean> {
  return new Promise((ended) => {
    const out = said ? "pipe" : "inherit";
    const child = spawn(program, args, {
      stdio: ["ignore", out, out],
      env: { ...process.env, NODE_COMPILE_CACHE: resolve(COMPILED) },
      // Windows finds a program without its ".cmd" only through a shell.
      shell: process.platform === "win32",
    });
    children.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (words: string) => said?.push(words));
    child.on("error", (error) => {
      console.error(error.message);
      ended(false);
    });
    child.on("close", (status) => {
      children.delete(child);
      ended(status === 0);
    });
  });
}

function asOne(isWell: boolean): Count {
  return { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1, skipped: 0 };
}

function secondsSince(start: number): string {
  return ((Date.now() - start) / 1000).toFixed(0);
}
