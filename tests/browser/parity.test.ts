import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Draft } from "../../src/contract.ts";
import { check } from "../../src/engine/check.ts";
import { readPolicy, resolvePolicy } from "../../src/policy/policy.ts";
import { inEachBrowser } from "./support/index.ts";
import { findInWorker } from "./support/worker-findings.ts";

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
      const found = await findInWorker(under.session, drafts);
      expect(found).toHaveLength(drafts.length);
      for (const [index, findings] of found.entries()) {
        expect({ id: drafts[index]?.id, findings }).toEqual({
          id: drafts[index]?.id,
          findings: expected[index],
        });
      }
      // A corpus in which nothing is found would prove nothing.
      expect(expected.flat().length).toBeGreaterThan(100);
    });
  },
  { policy: local as object },
);
