import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { type Piece, privacyNotice } from "../../src/help/privacy.ts";

const FILE = readFileSync("PRIVACY.md", "utf8");
const MARKS: Record<Piece["look"], string> = { plain: "", bold: "strong", code: "code" };

interface Node {
  nodeName: string;
  value?: string;
  childNodes?: Node[];
}

const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join("");
const inlineOf = (node: Node) =>
  (node.childNodes ?? []).map((one) => ({
    mark: one.nodeName === "#text" ? "" : one.nodeName,
    text: textOf(one),
  }));

describe.each([
  ["ja", 0],
  ["en", 1],
] as const)("the privacy notice in %s", (lang, half) => {
  it("is in the guide what a reader of Markdown makes of the file", () => {
    const markdown = FILE.split(/^## .*$/m)[half + 1] ?? "";
    const tree = parseFragment(new MarkdownIt().render(markdown)) as unknown as Node;
    const expected = (tree.childNodes ?? []).flatMap((block) => {
      if (block.nodeName === "h3") return [{ kind: "heading", pieces: inlineOf(block) }];
      if (block.nodeName === "p") return [{ kind: "paragraph", pieces: inlineOf(block) }];
      return (block.childNodes ?? [])
        .filter(({ nodeName }) => nodeName === "li")
        .map((item) => ({ kind: "item", pieces: inlineOf(item) }));
    });
    const shown = privacyNotice(FILE, lang).map(({ kind, pieces }) => ({
      kind,
      pieces: pieces.map(({ look, text }) => ({ mark: MARKS[look], text })),
    }));
    const known = expected.filter(({ pieces }) => pieces.length > 0);
    expect(shown).toEqual(known);
    expect(shown.length).toBeGreaterThan(6);
  });
});
