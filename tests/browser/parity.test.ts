import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Draft, Finding } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { readPolicy, resolvePolicy } from "../../src/policy/policy.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { inEachBrowser } from "./support/index.ts";

const read = (name: string) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), "utf8");
const local: unknown = JSON.parse(read("policy.json"));
const drafts: Draft[] = ["dev.jsonl", "own.jsonl"]
  .flatMap((name) => read(name).trim().split("\n"))
  .map((line) => {
    const { id, text, platform, kind, account, at, media, quoted } = JSON.parse(line);
    return JSON.parse(JSON.stringify({ id, text, platform, kind, account, at, media, quoted }));
  });

inEachBrowser(
  "one judgement everywhere",
  (under) => {
    test("the worker finds in every draft of the corpora exactly what Node finds", async () => {
      const policy = resolvePolicy({ managed: {}, local: readPolicy(local).policy });
      const expected = drafts.map((draft) => check(draft, policy, { lang: "ja" }));
      // The guide is an extension's own page: from there the worker can be asked as the popup does.
      const page = await openExtensionPage(under.session, "guide.html");
      const found: Finding[][] = await page.evaluate(async (all: Draft[]) => {
        const world = globalThis as unknown as Record<
          "chrome" | "browser",
          { runtime: { sendMessage(message: object): Promise<{ findings: Finding[] }> } }
        >;
        const { runtime } = world.browser ?? world.chrome;
        const answers: Finding[][] = [];
        for (const draft of all) {
          answers.push((await runtime.sendMessage({ type: "check", draft })).findings);
        }
        return answers;
      }, drafts);
      expect(found).toHaveLength(drafts.length);
      for (const [index, findings] of found.entries()) {
        expect({ id: drafts[index]?.id, findings }).toEqual({
          id: drafts[index]?.id,
          findings: expected[index],
        });
      }
      // A corpus in which nothing is found would prove nothing.
      expect(expected.flat().length).toBeGreaterThan(100);
      await page.close();
    });
  },
  { policy: local as object },
);
