import type { ElementHandle, Page } from "puppeteer-core";
import { onTestFinished } from "vitest";
import { translate } from "../../../src/locales.ts";
import { openExtensionPage } from "./extension-page.ts";
import type { BrowserUnderTest } from "./in-each-browser.ts";
import { saying } from "./page-checks.ts";
import { press, pressKeys, type } from "./person.ts";

const ja = (key: string, ...args: string[]) => translate("ja", key, args);

/** The settings in a tab of their own, at one part of them. */
export async function openSettings(under: BrowserUnderTest, part: string): Promise<Page> {
  const page = await openExtensionPage(under.session, "options.html");
  onTestFinished(() => page.close());
  await page.setViewport({ width: 1280, height: 900 });
  await page.bringToFront();
  await page.waitForSelector(".page-bar");
  await goTo(page, part);
  return page;
}

export async function goTo(page: Page, part: string): Promise<void> {
  await press(page, `.page-sections a[href="#${part}"]`);
  await page.waitForSelector(`.page-sections a[href="#${part}"][aria-current]`);
}

/** The button, link or label that says this, pressed once it can be. */
export async function pressWords(page: Page, words: string, inside = "body"): Promise<void> {
  const button = await page.waitForFunction(
    (where, wanted) =>
      [...document.querySelectorAll<HTMLButtonElement>(`${where} :is(button, a, label)`)].find(
        (one) => one.textContent?.trim() === wanted && !one.disabled,
      ),
    { polling: 30, timeout: 10_000 },
    inside,
    words,
  );
  await (button.asElement() as ElementHandle<Element> | null)?.click();
}

export const field = (path: string) => `[data-path="${path.replace(/"/g, '\\"')}"]`;
export const written = (page: Page, path: string) =>
  page.$eval(field(path), (control) => (control as HTMLInputElement).value);

/** Writes into a field as a person does; what stood there is replaced. */
export async function fill(page: Page, path: string, text: string): Promise<void> {
  // In the middle of the window nothing lies over it.
  await page.waitForSelector(field(path));
  await page.$eval(field(path), (control) => control.scrollIntoView({ block: "center" }));
  await press(page, field(path));
  await pressKeys(page, "Control+KeyA");
  await type(page, text);
}

export async function save(page: Page): Promise<void> {
  await pressWords(page, ja("settings_save"), ".page-bar");
  await saying(page, ".bar-state", ja("settings_outcome_saved"));
}

/** Pastes what was copied elsewhere, by the machine's own clipboard. */
export async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.evaluate((copied) => {
    const elsewhere = document.body.appendChild(document.createElement("textarea"));
    elsewhere.value = copied;
    elsewhere.select();
  }, text);
  await pressKeys(page, "Control+KeyC");
  await page.evaluate((where) => {
    document.activeElement?.remove();
    document.querySelector<HTMLElement>(where)?.focus();
  }, selector);
  await pressKeys(page, "Control+KeyV");
}

/** Hands bytes to a file field, as the browser's own dialog does. */
export async function chooseFile(page: Page, selector: string, name: string, bytes: Uint8Array) {
  await page.waitForSelector(selector);
  await page.$eval(
    selector,
    (element, fileName, content) => {
      const chosen = new DataTransfer();
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      chosen.items.add(new File([bytes], fileName));
      (element as HTMLInputElement).files = chosen.files;
      element.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    // A list of numbers takes Firefox's protocol half a minute where a record is long.
    Buffer.from(bytes).toString("base64"),
  );
}

/** What the next download carries, as the page hands it to the browser. */
export async function downloaded(page: Page, start: () => Promise<void>): Promise<Buffer> {
  await page.evaluate(() => {
    const hand = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const reader = new FileReader();
      reader.onload = () => Reflect.set(window, "handed", reader.result);
      reader.readAsDataURL(blob as Blob);
      return hand(blob);
    };
  });
  await start();
  const address = await page.waitForFunction(() => Reflect.get(window, "handed"), { polling: 30 });
  return Buffer.from(String(await address.jsonValue()).replace(/^[^,]*,/, ""), "base64");
}
