import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import en from "../../assets/_locales/en/messages.json" with { type: "json" };
import ja from "../../assets/_locales/ja/messages.json" with { type: "json" };
import { documentWords } from "../../src/documents/words.ts";
import { catalogueWords } from "../../src/policy/words.ts";
import { codeFiles, lineOf, read, stringOf, templateOf, walk } from "./source.ts";

const words: Record<string, Record<string, { message: string }>> = { ja, en };
const keys = Object.keys(ja);
const known = new Set(keys);
const prefixes = new Set(keys.map((key) => key.split("_")[0]));
const files = [...codeFiles("src", "entrypoints"), "wxt.config.ts"];

/** Every text that stands whole in the code, with where; among them keys, and parts of keys. */
const texts = new Map<string, string>();
/** Keys that are put together: `ui_level_${level}`, or `${key}_dead` where `key` is named elsewhere. */
const templates: { parts: string[]; where: string }[] = [];
for (const path of files) {
  const source = read(path);
  walk(source.program, (node) => {
    const text = stringOf(node);
    if (text !== null) {
      texts.set(text.match(/^__MSG_(\w+)__$/)?.[1] ?? text, lineOf(source, node));
      // A rule's id gives its group.
      if (/^[a-z]+\.[a-z-]+$/.test(text)) texts.set(text.replace(/\..*/, ""), lineOf(source, node));
    }
    const parts = templateOf(node) ?? [];
    if (
      parts.length > 1 &&
      parts.every((part) => /^[a-z0-9_]*$/.test(part)) &&
      parts.join("").includes("_")
    )
      templates.push({ parts, where: lineOf(source, node) });
  });
}
// The catalogue of policy keys names its words by convention.
const catalogue = catalogueWords();
for (const key of [...catalogue.needed, ...catalogue.possible.filter((key) => known.has(key))]) {
  texts.set(key, "src/policy/keys.ts");
}
// So do the documents, by their own names and their fields'.
const documents = documentWords();
for (const key of [...documents.needed, ...documents.possible.filter((key) => known.has(key))]) {
  texts.set(key, "src/documents/words.ts");
}
const isKeyLike = (text: string) => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text);

/** Whether a key is these parts with texts between them that themselves stand somewhere in the code. */
function isMadeOf(key: string, [first = "", ...rest]: readonly string[]): boolean {
  if (!key.startsWith(first)) return false;
  const tail = key.slice(first.length);
  if (rest.length === 0) return tail === "";
  return Array.from(tail, (_, end) => end + 1).some(
    (end) => texts.has(tail.slice(0, end)) && isMadeOf(tail.slice(end), rest),
  );
}

it("both languages have the same keys", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
});

/** What one language says and the other has no need to: 土 is a weekday in any Japanese sentence. */
const ONLY_IN_ENGLISH: Record<string, readonly string[]> = { date_weekday: ["$8"] };

it("both languages use the same arguments, and write a dollar as $$", () => {
  const argumentsOf = (message: string) => [...new Set(message.match(/\$./g) ?? [])].sort();
  for (const key of keys) {
    const [inJapanese, inEnglish] = ["ja", "en"].map((lang) =>
      argumentsOf(words[lang]?.[key]?.message ?? ""),
    );
    const shared = inEnglish?.filter((mark) => !ONLY_IN_ENGLISH[key]?.includes(mark));
    expect({ key, arguments: shared }).toEqual({ key, arguments: inJapanese });
    for (const mark of inJapanese ?? []) expect(mark).toMatch(/^\$[1-9$]$/);
  }
});

it("no words are empty, and English is written without Japanese", () => {
  for (const key of keys) {
    expect({ key, ja: words.ja?.[key]?.message.trim() }).not.toEqual({ key, ja: "" });
    expect({ key, en: words.en?.[key]?.message.trim() }).not.toEqual({ key, en: "" });
  }
});

it("every key that the code names is there", () => {
  const missing = [...texts].filter(
    ([text]) => isKeyLike(text) && prefixes.has(text.split("_")[0] ?? "") && !known.has(text),
  );
  expect(missing.map(([key, where]) => `${where} ${key}`)).toEqual([]);
  const idle = templates.filter(({ parts }) => !keys.some((key) => isMadeOf(key, parts)));
  expect(idle.map(({ parts, where }) => `${where} ${parts.join("…")}`)).toEqual([]);
});

it("every key that is there is used", () => {
  const unused = keys.filter(
    (key) => !texts.has(key) && !templates.some(({ parts }) => isMadeOf(key, parts)),
  );
  expect(unused).toEqual([]);
});

/** Rooms where Japanese is data (lexicons, examples, a page's own labels, a policy's values, clauses, documents). */
const DATA = /^src\/(accounts|rules|facts|policy|sites|demo|documents\/texts|contract\.ts)/;

/** The product's sign, drawn as a letter; the same in every language. */
const SIGN = "点";

it("no words for people stand in the code", () => {
  const found: string[] = [];
  for (const path of files.filter((file) => !DATA.test(file))) {
    const source = read(path);
    walk(source.program, (node) => {
      const text =
        node.type === "JSXText"
          ? String(node.value)
          : (stringOf(node) ?? templateOf(node)?.join(""));
      if (
        text &&
        text.trim() !== SIGN &&
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)
      ) {
        found.push(`${lineOf(source, node)} ${text.trim().slice(0, 30)}`);
      }
    });
  }
  expect(found).toEqual([]);
});

it("the built worker has the words that its rules say", () => {
  const sources = codeFiles("src/rules", "src/engine").map((path) => read(path).code);
  const said = keys.filter((key) => sources.some((code) => code.includes(`"${key}"`)));
  expect(said).toContain("link_fix_destination");
  for (const target of ["chrome-mv3", "firefox-mv3"]) {
    const worker = readFileSync(`.output/${target}/background.js`, "utf8");
    // As an entry with its words; the bare name stands in the rule as well.
    expect(said.filter((key) => !new RegExp(`${key}\\\\*":`).test(worker))).toEqual([]);
  }
});

it("the manifest's words are there", () => {
  for (const target of ["chrome-mv3", "firefox-mv3"]) {
    const manifest = readFileSync(`.output/${target}/manifest.json`, "utf8");
    for (const [, key = ""] of manifest.matchAll(/__MSG_(\w+)__/g)) expect(keys).toContain(key);
  }
});
