import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import type { DemoServer } from "../../../../src/demo/server.ts";
import { translate } from "../../../../src/locales.ts";
import { ASKING } from "../drafts.ts";
import { openExtensionPage, type WithExtension } from "../extension-page.ts";
import { overlay, press } from "../index.ts";
import { saying } from "../page-checks.ts";
import { openPopupOver, testPage } from "../popup.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);

/** A page whose publish button is not recognised by itself, and a policy that names it, with two slips. */
export const CHANGED = {
  url: "https://x.com/home?variant=no-button",
  editor: '[data-testid="tweetTextarea_0"]',
  selectors: { x: { button: "span.send", attachments: "[data-testid=", compose: ".box" } },
};

/** The corrected page, once its editor has the focus: checked, held, tested, and the slips told. */
export async function checkCorrected(
  machine: WithExtension,
  server: DemoServer,
  page: Page,
  settings: Page,
): Promise<void> {
  await overlay(page).waitFor(".status.findings");
  await press(page, CHANGED.selectors.x.button);
  await overlay(page).waitFor(ASKING);
  expect(server.published()).toEqual([]);
  await overlay(page).press("dialog [data-first]");

  const popup = await openPopupOver(machine, page);
  const rows = await testPage(popup);
  expect(rows).toEqual(
    expect.arrayContaining([
      `${ja("popup_part_button")} ${ja("popup_part_is_found", "1")}`,
      `${ja("popup_correction", "button")} ${ja("popup_correction_is_used")}`,
      `${ja("popup_correction", "attachments")} ${ja("popup_correction_is_not_selector")}`,
      `${ja("popup_correction", "compose")} ${ja("popup_correction_is_unknown")}`,
    ]),
  );

  const status = await openExtensionPage(machine, "status.html");
  await saying(status, "#rejected", ja("policy_rejected_not_selector"));
  await saying(status, "#rejected", ja("policy_rejected_unknown_part"));
  await status.close();
  await settings.bringToFront();
}
