import type { Page } from "puppeteer-core";

/** Selectors of the replicas, as the sites have them. */
export const X = {
  editor: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
  inlineButton: '[data-testid="tweetButtonInline"]',
  modalButton: '[data-testid="tweetButton"]',
  toast: '[data-testid="toast"]',
} as const;

export const FACEBOOK = {
  dialogEditor: '[role="dialog"] [role="textbox"]',
  editor: '[role="main"] [role="textbox"]',
  postButton: 'form[method="POST"] [role="button"][aria-label="投稿"]',
} as const;

/** Presses in the middle of the first element that fits, once it is there. */
export async function press(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  await element?.click();
}

/**
 * Types as a person does, by trusted keys; "\n" is the Enter key, or Shift+Enter where Enter posts.
 * The caret must stand where the words belong.
 */
export async function type(page: Page, text: string, newline = "Enter"): Promise<void> {
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) await pressKeys(page, newline);
    if (line !== "") await page.keyboard.type(line);
  }
}

/** One key, or several held together, joined by "+": "Control+Enter". */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const names = keys.split("+") as Parameters<Page["keyboard"]["press"]>[0][];
  const last = names.pop();
  if (last === undefined) return;
  for (const name of names) await page.keyboard.down(name);
  await page.keyboard.press(last);
  for (const name of names.reverse()) await page.keyboard.up(name);
}

/** Clicks into the editor and types. */
export async function write(
  page: Page,
  editor: string,
  text: string,
  newline?: string,
): Promise<void> {
  await press(page, editor);
  await type(page, text, newline);
}

/** The editors' own text: one string an item of the thread; null: there is no such composer. */
export async function modelTexts(page: Page, composer: string): Promise<string[] | null> {
  return page.evaluate((name) => {
    const { replica } = globalThis as unknown as {
      replica: { texts(composer: string): string[] | null };
    };
    return replica.texts(name);
  }, composer);
}

/** Resolves when the composer's model holds exactly these texts. */
export async function waitForModel(page: Page, composer: string, texts: string[]): Promise<void> {
  await page.waitForFunction(
    (name, wanted) => {
      const { replica } = globalThis as unknown as {
        replica: { texts(composer: string): string[] | null };
      };
      return JSON.stringify(replica.texts(name)) === wanted;
    },
    { polling: 30, timeout: 10_000 },
    composer,
    JSON.stringify(texts),
  );
}
