import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import en from "../../assets/_locales/en/messages.json" with { type: "json" };
import ja from "../../assets/_locales/ja/messages.json" with { type: "json" };
import { codeFiles, lineOf, read, stringOf, templateOf, walk } from "./source.ts";

const words: Record<string, Record<string, { message: string }>> = { ja, en };
const keys = Object.keys(ja);
const known = new Set(keys);
const prefixes = new Set(keys.map((key) => key.split("_")[0]));
const files = [...codeFiles("src", "entrypoints"), "wxt.config.ts"];

/** Keys named whole, with where; and patterns of those that are put together. */
const named = new Map<string, string>();
const patterns: { pattern: RegExp; where: string }[] = [];
for (const path of files) {
  const source = read(path);
  walk(source.program, (node) => {
    const text = stringOf(node);
    const message = text?.match(/^__MSG_(\w+)__$/)?.[1] ?? text;
    if (message && /^[a-z0-9]+(_[a-z0-9]+)+$/.test(message))
      named.set(message, lineOf(source, node));
    const parts = templateOf(node) ?? [];
    if (parts.length > 1 && /^[a-z0-9]+_[a-z0-9_]*$/.test(parts[0] ?? "")) {
      const pattern = new RegExp(`^${parts.join("[a-z0-9_]+")}$`);
      patterns.push({ pattern, where: lineOf(source, node) });
    }
  });
}

it("both languages have the same keys", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
});

it("both languages use the same arguments, and write a dollar as $$", () => {
  const argumentsOf = (message: string) => [...new Set(message.match(/\$./g) ?? [])].sort();
  for (const key of keys) {
    const [inJapanese, inEnglish] = ["ja", "en"].map((lang) =>
      argumentsOf(words[lang]?.[key]?.message ?? ""),
    );
    expect({ key, arguments: inEnglish }).toEqual({ key, arguments: inJapanese });
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
  const missing = [...named].filter(
    ([key]) => prefixes.has(key.split("_")[0] ?? "") && !known.has(key),
  );
  expect(missing.map(([key, where]) => `${where} ${key}`)).toEqual([]);
  const idle = patterns.filter(({ pattern }) => !keys.some((key) => pattern.test(key)));
  expect(idle.map(({ pattern, where }) => `${where} ${pattern.source}`)).toEqual([]);
});

it("every key that is there is used", () => {
  const unused = keys.filter(
    (key) => !named.has(key) && !patterns.some(({ pattern }) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

/** Rooms where Japanese is data (lexicons, examples, a page's own labels, a policy's values). */
const DATA = /^src\/(rules|facts|policy|sites|demo|contract\.ts)/;

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

it("the manifest's words are there", () => {
  for (const target of ["chrome-mv3", "firefox-mv3"]) {
    const manifest = readFileSync(`.output/${target}/manifest.json`, "utf8");
    for (const [, key = ""] of manifest.matchAll(/__MSG_(\w+)__/g)) expect(keys).toContain(key);
  }
});
