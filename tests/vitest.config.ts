import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
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
