import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { type Block, clean } from "../../src/documents/blocks.ts";
import { toHtml, toHtmlPage } from "../../src/documents/html.ts";
import { toMarkdown } from "../../src/documents/markdown.ts";
import { toText } from "../../src/documents/plain-text.ts";
import { markOf, missingLabels, partsOf } from "../../src/documents/texts/mark.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** Everything that could become something else than words somewhere. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "</td></tr></table><img src=x onerror=alert(1)>",
  `" onmouseover="alert(1)" x="`,
  "'&amp;&#x3c;b&#x3e;",
  "javascript:alert(1)",
  "[リンク](javascript:alert(1)) ![](x)",
  "**太字** __強調__ `コード` ~~消す~~ *斜体*",
  "# 見出し",
  "- 項目",
  "1. 項目",
  "2) 項目",
  "+ 項目",
  "> 引用",
  "---",
  "===",
  "a | b | c\\|",
  "<https://evil.example/>",
  "&lt;b&gt;",
  "\\",
  "    字下げ",
  'https://example.jp/?a=1&b="x"',
  "須坂市\u202egnp.exe\u0000\u0007",
  "\ud800片割れ",
  "一行目\r\n二行目",
  "【要記入：】】",
];

const markdown = new MarkdownIt("default", { html: true });

/** Everything of HTML that is not words, in its order; and the words. */
function read(html: string): { tags: string[]; attributes: string[]; text: string } {
  const tags: string[] = [];
  const attributes: string[] = [];
  let text = "";
  const walk = (node: Node): void => {
    if ("tagName" in node) {
      tags.push(node.tagName);
      if (node.tagName === "br") text += "\n";
      for (const { name, value } of node.attrs) attributes.push(`${name}=${value}`);
    }
    if ("value" in node) text += node.value;
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  walk(parseFragment(html));
  return { tags, attributes, text };
}

const squeezed = (text: string) => text.replace(/\s+/g, "");
const shownOf = (text: string) => squeezed(clean(text));

const everyKind = (text: string): Block[] => [
  { kind: "heading", id: "a", level: 1, text },
  { kind: "paragraph", id: "b", text },
  { kind: "paragraph", id: "c", text, place: "quote" },
  { kind: "list", id: "d", items: [text, text] },
  { kind: "list", id: "e", items: [text], isOrdered: true },
  { kind: "field", id: "f", label: text, value: text },
  { kind: "field", id: "g", label: text, value: text },
  {
    kind: "table",
    id: "h",
    caption: text,
    head: [text, text],
    rows: [{ id: "0", cells: [text, text] }],
  },
];
/** How often each of the above says its text. */
const TIMES = 3 + 3 + 4 + 5;
const HTML_TAGS = /^(h2|p|blockquote|ul|ol|li|table|caption|thead|tbody|tr|th|td|br|a|mark)$/;
const MARKDOWN_TAGS = /^(h1|p|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|br|a)$/;

/** Empty where a text's own address is the only link. */
function foreign(attributes: readonly string[], text: string): string[] {
  const own = partsOf(clean(text)).flatMap(({ kind, text: url }) => (kind === "link" ? [url] : []));
  const allowed = ["scope=col", "scope=row", "start=1", ...own.map((url) => `href=${url}`)];
  const links = [...allowed, ...own.map((url) => `href=${encodeURI(url)}`)];
  return attributes.filter((one) => !links.includes(one));
}

describe.each(HOSTILE)("a hostile value: %j", (value) => {
  const blocks = everyKind(value);

  it("is words alone in HTML", () => {
    const { tags, attributes, text } = read(toHtml(blocks));
    expect(tags.filter((tag) => !HTML_TAGS.test(tag))).toEqual([]);
    expect(foreign(attributes, value)).toEqual([]);
    expect(squeezed(text)).toBe(shownOf(value).repeat(TIMES));
  });

  it("is words alone in Markdown", () => {
    const { tags, attributes, text } = read(markdown.render(toMarkdown(blocks)));
    expect(tags.filter((tag) => !MARKDOWN_TAGS.test(tag))).toEqual([]);
    expect(foreign(attributes, value)).toEqual([]);
    expect(squeezed(text)).toBe(shownOf(value).repeat(TIMES));
    // Each block is one block.
    expect(tags.filter((tag) => /^(h1|blockquote|ul|ol|table)$/.test(tag))).toEqual([
      "h1",
      "blockquote",
      "ul",
      "ol",
      "table",
      "table",
    ]);
  });

  it("is words alone in plain text", () => {
    const text = toText(blocks);
    expect(text.isWellFormed()).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
    expect(squeezed(text).split(shownOf(value)).length - 1).toBeGreaterThanOrEqual(TIMES - 1);
  });
});

it("whatever is written, every format says it and nothing else", () => {
  const written = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE));
  fc.assert(
    fc.property(fc.array(written, { maxLength: 4 }), (texts) => {
      const text = texts.join("");
      const html = read(toHtml(everyKind(text)));
      expect(html.tags.filter((tag) => !HTML_TAGS.test(tag))).toEqual([]);
      expect(squeezed(html.text)).toBe(shownOf(text).repeat(TIMES));
      const md = read(markdown.render(toMarkdown(everyKind(text))));
      expect(md.tags.filter((tag) => !MARKDOWN_TAGS.test(tag))).toEqual([]);
      toText(everyKind(text));
    }),
  );
});

it("a page of its own has its title and its own first heading", () => {
  const html = toHtmlPage('<"市">\n一覧', [{ kind: "heading", id: "a", level: 1, text: "一覧" }]);
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain("<title>&lt;&quot;市&quot;&gt; 一覧</title>");
  expect(html).toContain("<h1>一覧</h1>");
});

it("what is missing shows in every format", () => {
  const blocks: Block[] = [{ kind: "field", id: "a", label: "管理者", value: markOf("管理者") }];
  expect(toHtml(blocks)).toContain("<td><mark>【要記入：管理者】</mark></td>");
  expect(markdown.render(toMarkdown(blocks))).toContain("【要記入：管理者】");
  expect(toText(blocks)).toBe("管理者：【要記入：管理者】\n");
  expect(missingLabels([markOf("a】【b"), "本文【要記入：c】と【要記入：c】"])).toEqual([
    "ab",
    "c",
  ]);
});

it.each([
  ["https://x.com/suzaka_city を見る", ["https://x.com/suzaka_city"]],
  ["（https://www.city.suzaka.nagano.jp/）", ["https://www.city.suzaka.nagano.jp/"]],
  ["詳しくはhttps://example.jp/a?b=1&c=2。", ["https://example.jp/a?b=1&c=2"]],
  ["https://example.jp/。https://example.jp/b.", ["https://example.jp/", "https://example.jp/b"]],
  ["https://example.jp/のページ", ["https://example.jp/"]],
  ["https:// http://... ftp://example.jp javascript://x", []],
])("finds the addresses in %s", (text, urls) => {
  expect(partsOf(text).flatMap((part) => (part.kind === "link" ? [part.text] : []))).toEqual(urls);
});

it("100,000 characters take no time, however they were chosen to be slow", () => {
  const long = ["https://", ".", "【要記入：", "\n ", "*", "> ", "a. "].map((part) =>
    part.repeat(100_000 / part.length),
  );
  const started = performance.now();
  for (const text of long) for (const write of [toHtml, toMarkdown, toText]) write(everyKind(text));
  // Twenty-one documents that each say it fifteen times.
  expect((performance.now() - started) / (21 * TIMES)).toBeLessThan(200);
});
