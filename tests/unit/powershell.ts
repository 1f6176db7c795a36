import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

/**
 * Reads the tables of the kit's PowerShell scripts, from a syntax tree that an independent grammar of
 * PowerShell makes. No script runs: there is no PowerShell on Debian.
 */
export type PowershellValue =
  | string
  | number
  | PowershellValue[]
  | { [name: string]: PowershellValue };

let parser: Parser | undefined;

async function powershell(): Promise<Parser> {
  if (parser) return parser;
  await Parser.init();
  const require = createRequire(import.meta.url);
  const grammar = require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
  parser = new Parser().setLanguage(await Language.load(grammar));
  return parser;
}

export async function parseScript(text: string): Promise<Node> {
  const tree = (await powershell()).parse(text);
  if (!tree) throw new Error("no tree");
  return tree.rootNode;
}

/** Everything that the grammar could not read, with where. */
export function errorsOf(root: Node): string[] {
  if (!root.hasError) return [];
  const own = root.isError || root.isMissing ? [`${root.startPosition.row + 1}: ${root.text}`] : [];
  return [...own, ...root.children.flatMap((child) => (child ? errorsOf(child) : []))];
}

/** What `$name = …` at the top of a script assigns. */
export function assignedTo(name: string, root: Node): PowershellValue {
  for (const statement of root.descendantsOfType("assignment_expression")) {
    const value = statement?.childForFieldName("value");
    if (value && statement?.firstChild?.text === `$${name}`) return evaluate(value);
  }
  throw new Error(`nothing assigns $${name}`);
}

/** The few kinds of expression that a table is made of; any other is a slip. */
function evaluate(node: Node): PowershellValue {
  const children = node.namedChildren.filter((child) => child !== null);
  const [first, second] = children;
  switch (node.type) {
    case "string_literal":
      return textOf(node.text);
    case "decimal_integer_literal":
      return Number(node.text);
    case "array_expression": {
      const list = node.childForFieldName("statements");
      return list ? list.namedChildren.flatMap((child) => (child ? [evaluate(child)] : [])) : [];
    }
    case "hash_literal_expression":
      return Object.fromEntries(
        (first?.namedChildren ?? []).flatMap((entry) => {
          const [key, value] = entry?.namedChildren ?? [];
          return key && value ? [[key.text, evaluate(value)]] : [];
        }),
      );
    case "cast_expression": {
      const value = second ? evaluate(second) : "";
      if (first?.text === "[pscustomobject]") return value;
      if (first?.text === "[char]") return String.fromCharCode(Number(value));
      throw new Error(`${first?.text} is not expected in a table`);
    }
    case "additive_expression":
      if (first && second) return `${String(evaluate(first))}${String(evaluate(second))}`;
  }
  if (!first || second) throw new Error(`${node.type} is not expected in a table`);
  return evaluate(first);
}

/** Between single quotes, where any doubled one (typographic ones, too) stands for itself. */
function textOf(literal: string): string {
  if (!/^'.*'$/s.test(literal)) throw new Error(`not between single quotes: ${literal}`);
  return literal.slice(1, -1).replace(/(['‘’‚‛])\1/g, "$1");
}
