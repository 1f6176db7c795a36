import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { translate } from "../../src/locales.ts";
import { UNCHECKED_HOSTS } from "../../src/sites/hosts.ts";
import { CLEAN, COMPOSERS, DRAFT, prefilled } from "./support/drafts.ts";
import { type BrowserUnderTest, inEachBrowser, look, overlay, press } from "./support/index.ts";
import { misfits, saying, violations } from "./support/page-checks.ts";
import { openPopupOver, testPage } from "./support/popup.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);
const found = (part: string, count: number) =>
  `${ja(`popup_part_${part}`)} ${ja("popup_part_is_found", String(count))}`;
const missing = (part: string, count: number) =>
  `${ja(`popup_part_${part}`)} ${ja("popup_part_is_missing", String(count))}`;
const absent = (part: string) => `${ja(`popup_part_${part}`)} ${ja("popup_part_is_absent")}`;

/** Opens a page that notes when something on it first has the focus, by its own clock. */
async function openNoting(under: BrowserUnderTest, url: string): Promise<Page> {
  const page = await under.open("about:blank");
  await page.evaluateOnNewDocument(() => {
    const noted = globalThis as unknown as { focusedAt?: number };
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest("[contenteditable]"))
        noted.focusedAt ??= performance.now();
    };
    addEventListener("focus", note, { capture: true });
  });
  await page.goto(url);
  return page;
}

/** From the focus to "not checked", in ms by the page's own clock, and what is said. */
async function untilUnchecked(page: Page, editor: string): Promise<{ ms: number; text: string }> {
  await press(page, editor);
  const { at, text } = await overlay(page).waitUntil((root) => {
    const status = root.querySelector<HTMLElement>(".status.unchecked");
    // biome-ignore lint/performance/useDomNodeTextContent: as a person reads it
    return status?.checkVisibility() ? { at: performance.now(), text: status.innerText } : null;
  }, []);
  const focusedAt = await page.evaluate(
    () => (globalThis as unknown as { focusedAt?: number }).focusedAt,
  );
  if (focusedAt === undefined) throw new Error("nothing was focused");
  return { ms: at - focusedAt, text };
}

/** Presses whatever bears the publish button's words, as it stands in the page. */
async function pressWords(page: Page, words: string): Promise<void> {
  const point = await page.evaluate((label) => {
    const button = [...document.querySelectorAll("span")].findLast(
      (span) => span.textContent === label && span.closest("a") === null,
    );
    const box = button?.getBoundingClientRect();
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  }, words);
  if (!point) throw new Error(`no ${words} in the page`);
  await page.mouse.click(point.x, point.y);
}

const EDITOR = '[contenteditable="true"][role="textbox"]';
const CHANGED = [
  { name: "X", url: "https://x.com/home", editor: EDITOR, words: "ポストする" },
  {
    name: "X modal",
    url: "https://x.com/compose/post",
    editor: `[role="dialog"] ${EDITOR}`,
    words: "ポストする",
  },
  {
    name: "Facebook",
    url: "https://www.facebook.com/?composer=dialog",
    editor: `[role="dialog"] ${EDITOR}`,
    words: "投稿",
  },
].flatMap((page) =>
  (
    [
      ["no-button", "ui_reason_no_button"],
      ["no-editor", "ui_reason_no_editor"],
      ["new-markup", "ui_reason_no_editor"],
    ] as const
  ).map(([variant, reason]) => ({ ...page, variant, reason })),
);

inEachBrowser(
  "a page that changed",
  (under) => {
    test.each(CHANGED)(
      "$name, $variant: says so within two seconds, and blocks nothing",
      async ({ url, variant, editor, words, reason }) => {
        const address = new URL(prefilled(url, DRAFT));
        address.searchParams.set("variant", variant);
        const page = await openNoting(under, address.href);
        const { ms, text } = await untilUnchecked(page, editor);
        expect(ms).toBeLessThan(2_000);
        expect(text).toContain(ja(reason));
        await pressWords(page, words);
        const [sent] = await under.server.waitForPublished(1);
        expect(sent?.text).toBe(DRAFT);
      },
    );

    test("private messages stay private, whatever the page's markup", async () => {
      const page = await openNoting(under, "https://x.com/home?variant=new-markup");
      await untilUnchecked(page, EDITOR);
      await press(page, '[data-testid="dmComposerTextInput"]');
      expect(await overlay(page).queryAll(".status")).toHaveLength(1);
    });

    test.each(UNCHECKED_HOSTS)("%s: says that it is not checked", async (host) => {
      under.server.standIn(host, {
        status: 200,
        body: `<!doctype html><meta charset="utf-8"><title>${host}</title><input id="search"><div contenteditable="true" role="${host.includes("facebook") ? "combobox" : "textbox"}" style="height: 60px; border: 1px solid">${DRAFT}</div>`,
      });
      const page = await openNoting(under, `https://${host}/`);
      await press(page, "#search");
      expect(await page.$("[data-tenken-overlay]")).toBeNull();
      const { ms, text } = await untilUnchecked(page, '[contenteditable="true"]');
      expect(ms).toBeLessThan(2_000);
      expect(text).toContain(ja("ui_reason_host"));
      const popup = await openPopupOver(under.session, page);
      await saying(popup, ".page .unchecked", ja("popup_page_host"));
      expect(await testPage(popup)).toEqual([]);
      await saying(popup, ".self-test", ja("popup_test_is_unchecked"));
    });

    test("X: the self-test names every part that it finds", async () => {
      const page = await under.open(prefilled("https://x.com/home", CLEAN));
      await page.waitForSelector(EDITOR);
      const popup = await openPopupOver(under.session, page);
      expect(await testPage(popup)).toEqual([
        found("editor", 1),
        found("text", 1),
        found("button", 1),
        found("account", 1),
        found("post", 2),
        absent("attachments"),
        absent("poll_option"),
        absent("repost"),
        absent("confirm"),
      ]);
      await saying(popup, ".self-test .verdict", ja("popup_test_is_found"));
      // It changes nothing on the page: no box was opened, nothing is shown.
      expect(await page.$("[data-tenken-overlay]")).toBeNull();
    });

    test("Facebook: the self-test names every part that it finds", async () => {
      const page = await under.open(prefilled(COMPOSERS[1].url, CLEAN));
      await page.waitForSelector(EDITOR);
      const popup = await openPopupOver(under.session, page);
      expect(await testPage(popup)).toEqual([
        found("editor", 3),
        found("text", 3),
        found("button", 3),
        found("account", 1),
        found("post_form", 1),
        found("comment_form", 2),
        found("shared", 2),
      ]);
      await saying(popup, ".self-test .verdict", ja("popup_test_is_found"));
    });

    test.each([
      ["no-button", [found("editor", 1), found("text", 1), missing("button", 0)]],
      ["no-editor", [missing("editor", 0), absent("text"), absent("button")]],
      ["new-markup", [missing("editor", 0), absent("text"), absent("button")]],
    ] as const)("the self-test names what is missing: %s", async (variant, rows) => {
      const page = await under.open(`https://x.com/home?variant=${variant}`);
      await page.waitForSelector(EDITOR);
      const popup = await openPopupOver(under.session, page);
      expect(await testPage(popup)).toEqual(expect.arrayContaining([...rows]));
      await saying(popup, ".self-test .verdict", ja("popup_test_is_missing"));
    });

    test("says that no compose box is open, rather than that one is missing", async () => {
      const page = await under.open("https://x.com/hoshimi_city");
      await page.waitForSelector('[data-testid="UserName"]');
      const popup = await openPopupOver(under.session, page);
      expect(await testPage(popup)).toContain(absent("editor"));
      await saying(popup, ".self-test .verdict", ja("popup_test_is_unused"));
    });

    test.each(["light", "dark"] as const)(
      "%s: the result can be copied, and everybody can read it",
      async (scheme) => {
        const page = await under.open("https://x.com/home?variant=no-button");
        await page.waitForSelector(EDITOR);
        const popup = await openPopupOver(under.session, page);
        await testPage(popup);
        await popup.bringToFront();
        await look(popup, { scheme });
        await press(popup, ".self-test .copy");
        await saying(popup, ".self-test", ja("status_copied"));
        await popup.evaluate(() => document.querySelector<HTMLElement>("#text")?.focus());
        await popup.keyboard.down("Control");
        await popup.keyboard.press("v");
        await popup.keyboard.up("Control");
        await popup.waitForFunction(
          () => document.querySelector<HTMLTextAreaElement>("#text")?.value !== "",
          { polling: 30 },
        );
        const text = await popup.$eval("#text", (field) => (field as HTMLTextAreaElement).value);
        expect(text).toContain(ja("popup_part_button"));
        expect(text).toContain(ja("popup_part_is_missing", "0"));
        expect(text).toContain("x.com");
        // Nothing that names anybody.
        expect(text).not.toContain("hoshimi_city");
        expect(await violations(popup)).toEqual([]);
        expect(await misfits(popup)).toEqual([]);
      },
    );
  },
  { viewport: { width: 1000, height: 900 } },
);
