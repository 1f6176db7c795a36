import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { forwardingBuild, TEST_COLLECTOR } from "../../src/demo/forwarding-build.ts";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { exportRequest } from "../../src/forwarding/otlp.ts";
import type { Sealed } from "../../src/journal/entry.ts";
import { translate } from "../../src/locales.ts";
import {
  type Collector,
  recordsOf,
  startCollector,
  throughDefinitions,
  uidOf,
} from "../collector.ts";
import { ASKING, CLEAN, COMPOSERS, DRAFT, prefilled, SHORT } from "./support/drafts.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { look, overlay, press } from "./support/index.ts";
import { recorded } from "./support/journal.ts";
import { ManagedChromium } from "./support/managed/chromium.ts";
import { describeManaged } from "./support/managed/describe-managed.ts";
import { ManagedFirefox } from "./support/managed/firefox.ts";
import { setLocal, untilRevision } from "./support/managed/settings-page.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { publishAnyway } from "./support/publishing.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);
const COLLECTOR = new URL(TEST_COLLECTOR);
const [X] = COMPOSERS;
/** Without what stands in the collector's own name. */
const TEXT = DRAFT.replace(SHORT, "bit.ly/gomi-2026");
const ON = { journalEnabled: true, journalForwarding: true };

/** Every way in which a run of the draft's letters could hide in what was sent. */
function traces(text: string, sent: Buffer): string[] {
  const plain = sent.toString("utf8");
  const read = [plain, plain.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => unit(hex)), safely(plain)];
  const packed = [sent.toString("base64"), sent.toString("hex")];
  const runs = Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5));
  return runs.filter(
    (run) =>
      read.some((one) => one.includes(run)) ||
      ["base64", "hex"].some((form) => {
        const inside = Buffer.from(run).toString(form as "base64" | "hex");
        return [plain, ...packed].some((one) => one.includes(inside.replace(/=+$/, "")));
      }),
  );
}
const unit = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
function safely(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.close());

for (const [name, Machine, target] of [
  ["Chromium, with forwarding", ManagedChromium, "chrome"],
  ["Firefox, with forwarding", ManagedFirefox, "firefox"],
] as const) {
  describeManaged(name, () => {
    let server: DemoServer;
    let machine: ManagedChromium | ManagedFirefox;
    const pages: Page[] = [];

    beforeAll(async () => {
      collector.clear();
      server = await startServer();
      server.handOver(COLLECTOR.hostname, collector.handle);
      machine = new Machine(server, forwardingBuild(target));
      machine.release(0);
      machine.write({ policyRevision: "off", journalEnabled: true, allowLocalSettings: true });
      await machine.start();
      await machine.untilInstalled();
    });
    afterEach(async () => {
      await Promise.all(pages.splice(0).map((page) => page.close().catch(() => {})));
    });
    afterAll(async () => {
      await machine?.remove();
      await server?.close();
    });

    async function own(path: string): Promise<Page> {
      const page = await openExtensionPage(machine, path);
      pages.push(page);
      await page.bringToFront();
      return page;
    }

    /** Firefox reads its policies at its start alone. */
    async function set(settings: object & { policyRevision: string }): Promise<void> {
      machine.write(settings);
      if (machine.kind === "firefox") await restart();
      await untilRevision(await own("guide.html"), settings.policyRevision);
    }

    async function restart(): Promise<void> {
      pages.length = 0;
      await machine.quit();
      await machine.start();
      await machine.untilInstalled();
    }

    async function publish(text: string): Promise<void> {
      server.clear();
      const page = await machine.browser.newPage();
      pages.push(page);
      // Where a post stands would be an entry of its own, which comes whenever the page shows it.
      await page.goto(prefilled(`${X.url}?variant=silent`, text));
      await press(page, X.editor);
      await overlay(page).waitFor(text === CLEAN ? ".status.clear" : ".status.findings");
      await press(page, X.button);
      if (text !== CLEAN) {
        await overlay(page).waitFor(ASKING);
        await publishAnyway(page, "主催者の指定");
      }
      await server.waitForPublished(1);
    }

    const journal = (count: number): Promise<Sealed[]> =>
      recorded({ session: machine } as unknown as Parameters<typeof recorded>[0], count);
    const taken = () => [...new Set(recordsOf(collector.taken).map(uidOf))];
    const until = async (count: number, timeout = 20_000) => {
      await expect.poll(() => taken().length, { timeout, interval: 50 }).toBe(count);
    };

    test("without managed policy for it nothing is sent, also where this machine asks for it", async () => {
      const page = await own("guide.html");
      await untilRevision(page, "off");
      const { status } = await setLocal(page, { journalForwarding: true });
      expect(status.policy.journalForwarding).toBe(false);
      expect(status.rejected).toContainEqual(
        expect.objectContaining({ key: "journalForwarding", reason: "managed_only" }),
      );
      await publish(CLEAN);
      expect((await journal(1)).length).toBe(1);
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_is_off"));
      await saying(shown, "#forwarding", TEST_COLLECTOR);
      expect(collector.wires).toEqual([]);
    });

    test("an entry leaves as it stands in the record, and nothing else does", async () => {
      await set({ policyRevision: "on", ...ON });
      await publish(TEXT);
      await until(1);
      const [, entry] = await journal(2);
      const [wire] = collector.wires;
      if (!entry || !wire) throw new Error("not sent");
      expect(wire).toMatchObject({ method: "POST", path: COLLECTOR.pathname });
      // Byte for byte what the entry says. The machine's name is what the first entry follows.
      const [first] = await journal(1);
      const request = exportRequest(first?.prev ?? "", [entry]);
      expect(wire.body.toString("utf8")).toBe(JSON.stringify(request));
      expect(throughDefinitions(collector.taken[0])).toEqual(request);
      // And of the draft no five letters in a row, in whichever clothes, nor in what comes with them.
      const all = collector.wires.flatMap(({ path, headers, body }) => [
        Buffer.from(JSON.stringify([path, headers])),
        body,
      ]);
      expect(traces(TEXT, Buffer.concat(all))).toEqual([]);
      expect(traces("主催者の指定", wire.body).length).toBeGreaterThan(0);
      expect(wire.headers).not.toHaveProperty("cookie");
      expect(wire.headers).not.toHaveProperty("referer");
      expect(wire.headers).not.toHaveProperty("authorization");
    });

    test("it says on its pages that it forwards, where to, and how far that is", async () => {
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_is_on"));
      await saying(shown, "#forwarding", TEST_COLLECTOR);
      const fact = (title: string) =>
        shown.$$eval(
          "#forwarding dl div",
          (rows, wanted) =>
            rows.find((row) => row.querySelector("dt")?.textContent === wanted)?.querySelector("dd")
              ?.textContent,
          ja(title),
        );
      expect(await fact("forwarding_waiting")).toBe(ja("forwarding_count", "0"));
      expect(await fact("forwarding_sent")).toBe(ja("forwarding_count", "1"));
      for (const scheme of ["light", "dark"] as const) {
        await look(shown, { scheme });
        expect(await violations(shown)).toEqual([]);
        expect(await misfits(shown)).toEqual([]);
      }
      const popup = await own("popup.html");
      await saying(popup, "footer", ja("forwarding_line", COLLECTOR.host, "0"));
      expect(await violations(popup)).toEqual([]);
    });

    test("a collector that is away gets it after a restart of the browser", async () => {
      // More than once: a browser tries a broken line again by itself.
      collector.faults.push("cut", "cut", "cut", "cut");
      await publish(CLEAN);
      await expect.poll(() => collector.wires.length, { timeout: 20_000 }).toBeGreaterThan(1);
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_is_late"));
      await saying(shown, "#forwarding", ja("forwarding_failure_network"));
      await saying(shown, "#forwarding", ja("forwarding_count", "1"));
      const popup = await own("popup.html");
      await saying(popup, "footer", ja("forwarding_line", COLLECTOR.host, "1"));
      await saying(popup, "footer", ja("forwarding_failure_network"));
      expect(taken().length).toBe(1);
      collector.faults.length = 0;
      await restart();
      await until(2);
    });

    test("a collector that names a time gets it then, of its own accord", async () => {
      collector.faults.push({ status: 503, headers: { "retry-after": "3" } });
      await publish(CLEAN);
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_failure_status", "503"));
      await shown.close();
      // Nobody asks any more, and of the worker nothing is left: an alarm wakes the next one.
      if (machine.kind === "chromium") await machine.stopWorker();
      await until(3, 45_000);
    });

    test("a collector that refuses is left alone until somebody asks again", async () => {
      const body = JSON.stringify({ message: "not from here" });
      collector.faults.push({ status: 403, body, headers: { "content-type": "application/json" } });
      await publish(CLEAN);
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_is_halted"));
      await saying(shown, "#forwarding", "not from here");
      expect(await violations(shown)).toEqual([]);
      expect(taken().length).toBe(3);
      await press(shown, "#forwarding button");
      await saying(shown, "[role=status]", ja("forwarding_done"));
      await saying(shown, "#forwarding", ja("forwarding_is_on"));
      await until(4);
    });

    test("another address is not followed", async () => {
      const location = `https://${COLLECTOR.hostname}/elsewhere`;
      collector.faults.push({ status: 307, headers: { location } });
      await publish(CLEAN);
      const shown = await own("status.html");
      await saying(shown, "#forwarding", ja("forwarding_failure_redirect"));
      expect(new Set(collector.wires.map(({ path }) => path))).toEqual(
        new Set([COLLECTOR.pathname]),
      );
      await press(shown, "#forwarding button");
      await until(5);
    });

    test("what its own pages cannot reach either: any other place of the collector", async () => {
      const page = await own("status.html");
      const reach = (url: string) =>
        page.evaluate((address) => fetch(address, { method: "POST" }).then(String, String), url);
      for (const url of [`${COLLECTOR.origin}/`, `${TEST_COLLECTOR}/more`]) {
        expect(await reach(url)).toMatch(/^TypeError/);
      }
    });

    test("each arrived, and has one id", async () => {
      const entries = await journal(6);
      // The first was written before it was switched on.
      expect(taken()).toEqual(entries.slice(1).map(({ entry }) => entry.id));
    });
  });
}
