import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { extensionPage } from "../../src/demo/launch.ts";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { translate } from "../../src/locales.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { look, press } from "./support/index.ts";
import { ManagedChromium } from "./support/managed/chromium.ts";
import { describeManaged } from "./support/managed/describe-managed.ts";
import { ManagedFirefox } from "./support/managed/firefox.ts";
import { setLocal } from "./support/managed/settings-page.ts";
import { saying, violations } from "./support/page-checks.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);

const SETTINGS = {
  policyRevision: "2026-11-01",
  organizationName: "星見市",
  override: "never",
  journalForwarding: true,
  rules: { "link.*": "stop", "date.weekday": "loud" },
  phoneBook: [{ name: "代表", phone: "026-245-1400" }],
};

for (const [name, Machine] of [
  ["Chromium, as its pages show it", ManagedChromium],
  ["Firefox, as its pages show it", ManagedFirefox],
] as const) {
  describeManaged(name, () => {
    let server: DemoServer;
    let machine: ManagedChromium | ManagedFirefox;

    beforeAll(async () => {
      server = await startServer();
      machine = new Machine(server);
      machine.release(0);
    });
    afterAll(async () => {
      await machine?.remove();
      await server?.close();
    });

    async function open(path: string): Promise<Page> {
      const page = await openExtensionPage(machine, path);
      onTestFinished(() => page.close());
      await page.bringToFront();
      return page;
    }

    test("a forced installation never opens the welcome, even where nothing is set", async () => {
      machine.write(null);
      await machine.start();
      await machine.untilInstalled();
      const status = await open("status.html");
      // By then the browser is certain that there is no policy, and the welcome would have been opened.
      await saying(status, "#summary", ja("status_is_unmanaged"));
      await expect(extensionPage(machine.browser, "welcome.html", 1_000)).rejects.toThrow(
        "did not",
      );
    });

    test("the status tells what is managed, what was left out, and what waits on this machine", async () => {
      const before = await open("guide.html");
      await setLocal(before, { organizationName: "星見市役所", mode: "hold" });
      machine.write(SETTINGS);
      if (machine.kind === "firefox") {
        await machine.quit();
        await machine.start();
      }
      const status = await open("status.html");
      await saying(status, "#summary", ja("status_is_managed"));
      await saying(status, "#summary", SETTINGS.policyRevision);
      // The ordinary build cannot, and says so.
      await saying(status, ".banner.care", ja("status_no_forwarding"));
      await saying(status, "#rejected", ja("policy_rejected_not_choice"));
      await saying(status, "#rejected", ja("status_remedy_not_choice", "stop、care、hint、off"));
      const row = (key: string) =>
        status.$$eval(
          "#keys tbody tr",
          (rows, wanted) =>
            rows.find((one) => one.querySelector("th code")?.textContent === wanted)?.textContent,
          key,
        );
      expect(await row("override")).toContain(ja("status_source_managed"));
      expect(await row("mode")).toContain(ja("status_lock_unset"));
      expect(await row("mode")).toContain(ja("status_unused"));
      expect(await row("organizationName")).toContain("星見市");
      expect(await row("organizationName")).toContain(ja("status_unused"));
      expect(await violations(status)).toEqual([]);
      await look(status, { scheme: "dark" });
      expect(await violations(status)).toEqual([]);

      await press(status, "#summary .buttons button");
      await saying(status, "[role=status]", ja("status_refreshed"));
      await saying(status, "#summary", SETTINGS.policyRevision);

      await press(status, "#diagnosis .button.main");
      await saying(status, "#diagnosis", ja("status_copied"));
      const text = await status.$eval("#diagnosis textarea", ({ value }) => value);
      expect(text).toContain(ja("status_unused_title"));
      expect(text).toContain("rules[date.weekday]");
    });

    test("popup and welcome say that the organisation has set it up", async () => {
      const popup = await open("popup.html");
      await saying(popup, "footer", ja("popup_settings_managed"));
      await saying(popup, "footer", SETTINGS.policyRevision);
      const welcome = await open("welcome.html");
      await saying(welcome, ".outcome", ja("welcome_managed"));
      expect(await welcome.$("form")).toBeNull();
      expect(await violations(welcome)).toEqual([]);
    });
  });
}
