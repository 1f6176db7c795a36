import type { Session } from "../../src/demo/launch.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";
import { composedText } from "./drafts.ts";
import type { Figure } from "./figures.ts";
import { erase, openWith, SITES, typeAsAPerson, watchForMark } from "./page.ts";

/** A finding that its last figure completes, and not one sooner. */
const NUMBER = "080-4417-2958";
const LEAD = "\n連絡先は";
const TYPED = 4;

/** Key press to painted mark, in drafts of these lengths with the number in them. */
export async function keysToMarks(session: Session, isQuick: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { length, under } of [
    { length: 280, under: 33 },
    { length: 5000, under: 66 },
  ]) {
    const text = composedText(length - LEAD.length - NUMBER.length, DEFAULT_POLICY);
    for (const site of SITES) {
      const page = await openWith(session, site, text + LEAD + NUMBER.slice(0, -TYPED));
      const values: number[] = [];
      // The first is not counted: it compiles the code, here and in the worker.
      for (let run = isQuick ? 2 : 30; run >= 0; run--) {
        const marked = await watchForMark(page, NUMBER);
        await typeAsAPerson(page, NUMBER.slice(-TYPED));
        values.push(await marked());
        await erase(page, TYPED);
      }
      await page.close();
      figures.push({
        name: `key press to painted mark, ${length} characters, ${site.name}`,
        unit: "ms",
        values: values.slice(1),
        limit: { of: "p95", under },
      });
    }
  }
  return figures;
}
