import { expect, onTestFinished, test, vi } from "vitest";
import { DOCUMENTS } from "../../src/documents/texts/index.ts";
import { FORM } from "../unit/documents-fixture.ts";
import {
  field,
  focused,
  go,
  ja,
  LOCAL,
  openDocument,
  paper,
  reload,
  slot,
  write,
} from "./support/documents-page.ts";
import { openExtensionPage } from "./support/extension-page.ts";
import { inEachBrowser, press, pressKeys } from "./support/index.ts";
import { saying } from "./support/page-checks.ts";
import { downloaded, pressWords } from "./support/settings-page.ts";

inEachBrowser(
  "the documents",
  (under) => {
    test("are written from the register and the form, and come back as they were left", async () => {
      const page = await openDocument(under, "#correction");
      expect(await paper(page)).toContain("「星見市防災」");
      await write(page, field("wrong"), "開始は10時");
      await write(page, field("right"), "開始は11時");
      await saying(page, "article.paper", "誤：開始は10時");
      await reload(page);
      await saying(page, "article.paper", "正：開始は11時");
      // Of another account, nothing is written yet.
      await page.select(field("account"), "facebook:星見市観光");
      await saying(page, "article.paper", "「星見市観光」");
      expect(await paper(page)).not.toContain("開始は10時");
    });

    test("lead to where what is missing is filled in", async () => {
      const page = await openDocument(under, "#correction");
      await pressWords(page, ja("documents_in_form", ja("documents_field_right")), ".missing");
      await vi.waitFor(async () => expect(await focused(page)).toBe("right"));
      await page.select(field("account"), "facebook:星見市観光");
      await go(page, "operation-policy");
      await saying(page, "article.paper mark", "【要記入：発信の目的】");
      const purpose = ja("documents_in_settings", ja("policy_accounts_purpose_title"));
      await pressWords(page, purpose, ".missing");
      await page.waitForFunction(
        () =>
          (document.activeElement as HTMLElement | null)?.dataset.path === "accounts[1].purpose",
        { polling: 30, timeout: 10_000 },
      );
    });

    test("are edited as a whole, and an edit outlives a change of the form", async () => {
      const page = await openDocument(under, "#correction", { form: FORM });
      await pressWords(page, ja("documents_edit"));
      await write(page, slot("title"), "訂正します");
      await write(page, slot("right"), "正しくは11時30分");
      await write(page, slot("addendum"), "以上です。");
      await write(page, slot("lead"), " ");
      await write(page, field("right"), "開始は12時");
      await saying(page, ".overtaken", "開始は12時");
      await pressWords(page, ja("documents_edit_end"));
      await saying(page, ".banner", ja("documents_overtaken", "1"));
      await reload(page);
      const said = await paper(page);
      for (const words of ["訂正します", "正しくは11時30分", "以上です。"])
        expect(said).toContain(words);
      expect(said).not.toContain("ご覧になった皆さまに");
      // What the form says elsewhere follows it.
      expect(said).toContain("正：開始は12時");
      await pressWords(page, ja("documents_edit"), ".paper-head");
      await pressWords(page, ja("documents_take_made"));
      await pressWords(page, ja("documents_edit_end"));
      await vi.waitFor(async () => expect(await paper(page)).not.toContain("11時30分"));
    });

    test("follow what another tab writes", async () => {
      const page = await openDocument(under, "#correction");
      const other = await openExtensionPage(under.session, "documents.html#correction");
      onTestFinished(() => other.close());
      await other.bringToFront();
      await write(other, field("wrong"), "10時と書いた");
      await page.bringToFront();
      await saying(page, "article.paper", "誤：10時と書いた");
    });

    test("take what another page hands over, and overwrite nothing unasked", async () => {
      const handed = `#removal-request?account=${encodeURIComponent("@hoshimi_bousai")}&impostor-handle=hoshimi_c1ty`;
      const page = await openExtensionPage(under.session, `documents.html${handed}`);
      onTestFinished(async () => {
        await page.evaluate(() => localStorage.clear());
        await page.close();
      });
      await page.bringToFront();
      await saying(page, "article.paper", "hoshimi_c1ty");
      await saying(page, "article.paper", "「星見市防災」");
      expect(await page.evaluate(() => location.hash)).toBe("#removal-request");
      await page.evaluate(() => {
        location.hash = "#removal-request?impostor-handle=other_one";
      });
      await saying(page, ".banner", ja("documents_handed"));
      expect(await paper(page)).toContain("hoshimi_c1ty");
      await pressWords(page, ja("documents_handed_take"));
      await saying(page, "article.paper", "other_one");
    });

    test("are copied as rich text, as source, as Markdown and as plain text", async () => {
      const page = await openDocument(under, "#terms-of-use");
      const copied = async (what: string, name: string) => {
        await page.evaluate((wanted) => {
          const button = [...document.querySelectorAll<HTMLButtonElement>("#outputs button")].find(
            (one) => one.textContent === wanted || one.ariaLabel === wanted,
          );
          button?.focus();
        }, name);
        await pressKeys(page, "Enter");
        await saying(page, ".outcome", ja("documents_copied", what));
        return page.evaluate(async () => {
          const box = document.body.appendChild(document.createElement("div"));
          box.contentEditable = "true";
          box.id = "box";
          const got = new Promise<Record<string, string>>((resolve) => {
            box.addEventListener("paste", (event) => {
              const data = event.clipboardData;
              resolve({
                html: data?.getData("text/html") ?? "",
                text: data?.getData("text/plain") ?? "",
              });
            });
          });
          Reflect.set(window, "pasted", got);
          box.focus();
        });
      };
      const read = async () => {
        await pressKeys(page, "Control+KeyV");
        const got = (await page.evaluate(() => Reflect.get(window, "pasted"))) as {
          html: string;
          text: string;
        };
        await page.evaluate(() => document.querySelector("#box")?.remove());
        return got;
      };
      await copied(ja("documents_formatted"), ja("documents_copy_rich"));
      const rich = await read();
      expect(rich.html).toContain("ア　利用上の遵守事項</h3>");
      expect(rich.text).toContain("■ ア　利用上の遵守事項");
      await copied(ja("documents_source"), ja("documents_copy_source"));
      expect((await read()).text).toContain("<h3>ア　利用上の遵守事項</h3>");
      await copied(ja("documents_markdown"), ja("documents_copy_as", ja("documents_markdown")));
      expect((await read()).text).toContain("## ア　利用上の遵守事項");
      await copied(ja("documents_text"), ja("documents_copy_as", ja("documents_text")));
      expect((await read()).text).toContain("■ ア　利用上の遵守事項");
    });

    test("are saved as a file that says what the paper says", async () => {
      const page = await openDocument(under, "#terms-of-use");
      const name = ja("documents_save_as", "HTML");
      const bytes = await downloaded(page, () => press(page, `#outputs [aria-label="${name}"]`));
      const html = bytes.toString("utf8");
      expect(html).toContain("<title>星見市防災 利用規約</title>");
      expect(html).toContain("<h1>星見市防災 利用規約</h1>");
      await saying(page, ".outcome", "星見市防災-利用規約-");
    });

    test("each: printed, saved in three formats with all that is missing marked, and edited", async () => {
      const page = await openDocument(under, "");
      for (const { id } of DOCUMENTS) {
        await go(page, id);
        const { printed, files, marks, listed } = await page.evaluate(takeOut);
        expect({ id, printed, formats: files.map(({ type }) => type) }).toEqual({
          id,
          printed: 1,
          formats: ["text/html", "text/markdown", "text/plain"].map(
            (one) => `${one};charset=utf-8`,
          ),
        });
        expect({ id, listed }).toEqual({ id, listed: new Set(marks).size });
        for (const { text } of files) {
          const said = text.replaceAll("\\", "");
          expect({ id, lacks: marks.filter((mark) => !said.includes(mark)) }).toEqual({
            id,
            lacks: [],
          });
        }
        await pressWords(page, ja("documents_edit"));
        expect((await page.$$("textarea[data-slot]")).length).toBeGreaterThan(3);
      }
    }, 90_000);

    test("come back as they were left when their tab was closed", async () => {
      await openDocument(under, "");
      const closed = await openExtensionPage(under.session, "documents.html#explanation");
      await write(closed, field("facts"), "原稿の確認が1人だった");
      await closed.close();
      const page = await openExtensionPage(under.session, "documents.html#explanation");
      onTestFinished(() => page.close());
      await saying(page, "article.paper", "原稿の確認が1人だった");
    });

    test("list reports one by one, also by keyboard", async () => {
      const page = await openDocument(under, "#triage-note");
      await pressWords(page, ja("documents_report_add"));
      await write(page, ".report .wide input", "川があふれた");
      await saying(page, "article.paper", "川があふれた");
      await saying(page, "article.paper mark", "【要記入：場所】");
      await press(page, `.report [aria-label="${ja("documents_report_remove", "1")}"]`);
      await vi.waitFor(async () => expect(await page.$(".report")).toBeNull());
    });

    test("are forgotten when asked, and what serves other matters stays", async () => {
      const page = await openDocument(under, "#removal-request", { form: FORM });
      await saying(page, "article.paper", "hoshimi_b0usai");
      await pressWords(page, ja("documents_clear"));
      await pressWords(page, ja("documents_clear"), "dialog");
      await vi.waitFor(async () => expect(await paper(page)).not.toContain("b0usai"));
      expect(await paper(page)).toContain(FORM.phone);
      await go(page, "impersonation-notice");
      expect(await paper(page)).not.toContain("b0usai");
    });

    test("tell how the accounts stand, and which ones nobody has looked at", async () => {
      const page = await openDocument(under, "");
      await saying(page, "#accounts tbody tr", "2026-03-04");
      await saying(page, "#accounts .banner", "星見市観光");
      await pressWords(page, "星見市観光", "#accounts .banner");
      await page.waitForFunction(
        () =>
          (document.activeElement as HTMLElement | null)?.dataset.path === "accounts[1].reviewedOn",
        { polling: 30, timeout: 10_000 },
      );
    });

    test("are reached from popup, settings and status", async () => {
      for (const [from, selector] of [
        ["popup.html", 'a[href$="/documents.html"]'],
        ["options.html", '.page-links a[href="/documents.html"]'],
        ["status.html", '.page-links a[href="/documents.html"]'],
      ] as const) {
        const page = await openExtensionPage(under.session, from);
        onTestFinished(() => page.close());
        await page.waitForSelector(selector);
      }
    });

    test("say what is wrong where nothing can be kept", async () => {
      const page = await openDocument(under, "#correction");
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await write(page, field("wrong"), "消えない");
      await saying(page, ".banner", ja("documents_not_kept"));
      await saying(page, "article.paper", "誤：消えない");
    });
  },
  { policy: LOCAL },
);

/** Runs in the page: presses what takes the document out, and answers what came and what it marks as missing. */
async function takeOut() {
  let printed = 0;
  window.print = () => {
    printed += 1;
  };
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
  HTMLAnchorElement.prototype.click = () => {};
  for (const button of document.querySelectorAll<HTMLButtonElement>("#outputs button"))
    if (button.classList.contains("main") || button.matches(".buttons > :last-child"))
      button.click();
  return {
    printed,
    files: await Promise.all(
      blobs.map(async (one) => ({ type: one.type, text: await one.text() })),
    ),
    marks: [...document.querySelectorAll("article.paper mark")].map((one) => one.textContent ?? ""),
    listed: document.querySelectorAll(".missing li").length,
  };
}
