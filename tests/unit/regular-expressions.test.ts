import { readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { regularExpressions } from "./regular-expressions.ts";

/**
 * A word of any post must not make a check slow: no regular expression may need more than linear time.
 * Where one does, but what it reads is short by itself (a host, a line cut to length), the line above
 * it says so: a comment that begins with "Bounded:".
 */
describe("regular expressions are linear", async () => {
  const found = await regularExpressions();

  it("are found, written and built", () => {
    expect(found.filter(({ where }) => !where.endsWith("(built)")).length).toBeGreaterThan(50);
    expect(found.filter(({ where }) => where.endsWith("(built)")).length).toBeGreaterThan(0);
  });

  it.each(found.map((one) => [one.where, one] as const))(
    "%s",
    (where, { source, flags }) => {
      const verdict = judge(source, flags);
      const isBounded = verdict.includes("polynomial") && saysBounded(where);
      expect(isBounded ? "safe" : verdict, `/${source}/${flags}`).toMatch(/^safe/);
      // The checker takes seconds over a long alternation; that says nothing of the expression.
    },
    60_000,
  );
});

/** The checker does not know the flag d (it changes nothing in matching) and two short property names. */
function judge(source: string, flags: string): string {
  // Without a repetition an expression looks at a bounded number of characters from each place.
  if (!repeats(source)) return "safe without repetition";
  const spelt = source
    .replaceAll("\\p{RI}", "\\p{Regional_Indicator}")
    .replaceAll("\\p{EMod}", "\\p{Emoji_Modifier}");
  const verdict = checkSync(spelt, flags.replace("d", ""), {
    // The search is seeded, so that a verdict does not change from run to run.
    randomSeed: 1,
    timeout: 30_000,
    // Steps are counted, not milliseconds: on a busy machine a slow try would pass for a slow expression.
    incubationTimeout: null,
    seedingTimeout: null,
    maxIteration: 3,
    maxInitialGenerationSize: 100,
    maxGenerationSize: 30,
  });
  if (verdict.status === "unknown") return `unknown ${verdict.error.kind}`;
  return `${verdict.status} ${verdict.complexity.summary}`;
}

/** Whether anything in it may be taken more than once; what stands in a class or behind a backslash is a character. */
function repeats(source: string): boolean {
  const bare = source.replace(/\\(?:[pPu]\{[^}]*\}|[\s\S])/g, "").replace(/\[[^\]]*\]/g, "");
  return /[*+{]/.test(bare);
}

/** Whether one of the three lines above the expression (or above a `new RegExp` of its file) says so. */
function saysBounded(where: string): boolean {
  const [path = "", line] = where.replace(" (built)", "").split(":");
  const lines = readFileSync(path, "utf8").split("\n");
  const places = line
    ? [Number(line) - 1]
    : lines.flatMap((words, index) => (words.includes("new RegExp(") ? [index] : []));
  return places.some((at) =>
    /(?:\/\/|\*) Bounded:/u.test(lines.slice(Math.max(0, at - 3), at).join("\n")),
  );
}
