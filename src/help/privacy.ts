/**
 * The privacy notice is one file for the repository, the stores and the guide: PRIVACY.md. Of Markdown it
 * uses headings, paragraphs and lists of one line each, bold and code; a test holds that nothing else is in it.
 */
import type { Lang } from "../contract.ts";

/** A piece of a line; `code` and bold stand alone, never in one another. */
export interface Piece {
  look: "plain" | "bold" | "code";
  text: string;
}

export interface Block {
  kind: "heading" | "paragraph" | "item";
  pieces: Piece[];
}

/** What the notice says in one language, without the heading that names the language. */
export function privacyNotice(file: string, lang: Lang): Block[] {
  // Above them stands the title; Japanese comes first.
  const [, ja = "", en = ""] = file.split(/^## /m);
  return (lang === "ja" ? ja : en)
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      if (line.startsWith("### ")) return { kind: "heading", pieces: piecesOf(line.slice(4)) };
      if (line.startsWith("- ")) return { kind: "item", pieces: piecesOf(line.slice(2)) };
      return { kind: "paragraph", pieces: piecesOf(line) };
    });
}

function piecesOf(line: string): Piece[] {
  return line
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter(Boolean)
    .map((text) => {
      if (text.startsWith("**")) return { look: "bold", text: text.slice(2, -2) };
      if (text.startsWith("`")) return { look: "code", text: text.slice(1, -1) };
      return { look: "plain", text };
    });
}
