import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long for their size, by which vitest goes where it never ran them. */
const LONG = [
  "unit/regular-expressions",
  "unit/package",
  "browser/long-session",
  "browser/journal-mishaps",
  "browser/help",
  "browser/welcome",
  "browser/documents-everybody",
  "browser/modes",
].map((name) => `/tests/${name}.test.ts`);

/** The long ones first: begun last, one of them would keep one processor waiting for the other. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((end) => moduleId.endsWith(end));
    return sorted.toSorted(
      (a, b) => groupOf(a) - groupOf(b) || Number(isLong(b)) - Number(isLong(a)),
    );
  }
}

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles: ["tests/seed.ts"],
          // Five seconds are over soon where another program keeps the machine busy.
          testTimeout: 30_000,
          include: ["tests/{unit,corpus,walls}/**/*.test.ts"],
          // Of its own accord vitest leaves one processor to whoever waits for it.
          maxWorkers: availableParallelism(),
          // 0 would mean "whenever" to vitest where a machine has one processor, and so last.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          // A worker runs file after file in one process, so that its browsers serve them all.
          isolate: false,
          // After the rest. Three at a time: each waits for its browser more than it computes, and two leave a
          // quarter of two cores idle.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
