import type { Session } from "../../../src/demo/launch.ts";
import { overlay } from "../../../src/demo/overlay.ts";
import { DEMO_POLICY } from "../../../src/demo/policy.ts";
import type { Pictured } from "../../../src/help/pictures.ts";
import { press, X } from "../support/person.ts";
import { seedRecord } from "../support/seed-record.ts";
import { compose, EDITOR, judged, listed, own, type Scene } from "./show.ts";

/** What the guides' pictures show. */
export const SCENES: Readonly<Record<Pictured, Scene>> = {
  marks: {
    open: judged,
    parts: [".status"],
    around: [EDITOR, X.inlineButton],
  },
  card: {
    open: listed,
    parts: [".card"],
    isBox: true,
  },
  dialog: {
    async open(session, scheme) {
      const page = await judged(session, scheme);
      await press(page, X.inlineButton);
      await overlay(page).waitFor("dialog:has(h2:not(.waiting))");
      return page;
    },
    parts: ["dialog"],
    isBox: true,
  },
  unchecked: {
    async open(session, scheme) {
      const page = await compose(session, scheme, { variant: "no-editor" });
      await overlay(page).waitFor(".status.unchecked");
      return page;
    },
    parts: [".status"],
    around: [EDITOR, X.inlineButton],
  },
  emergency: {
    async open(session, scheme) {
      const page = await own("popup.html", 400, ".declare")(session, scheme);
      await press(page, ".declare");
      await page.waitForSelector(".mode.emergency .main");
      return page;
    },
    parts: [".mode.emergency"],
    isBox: true,
  },
  review: {
    open: own("review.html", 900, "#rules .chart canvas"),
    parts: ["#rules h2", "#rules .chart"],
  },
  settings: {
    open: own("options.html#behaviour", 900, '[data-path="enforcement"]'),
    parts: ['.field:has([data-path="enforcement"])', '.field:has([data-path="override"])'],
  },
};

/** Sets the machine up as the scenes want it: a city's settings, and a record to review. */
export async function setStage(session: Session): Promise<void> {
  const accounts = DEMO_POLICY.accounts?.map((one) => ({ ...one, operators: ["佐藤 花子"] })) ?? [];
  await session.extension().setPolicy({ ...DEMO_POLICY, accounts, journalEnabled: true });
  await seedRecord(session, { count: 120, until: Date.now() - 3_600_000, step: 8 * 3_600_000 });
}
