import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";

/** A syntax tree's node, as far as a wall looks at it. */
export interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

export interface Import {
  specifier: string;
  /** Leaves nothing in the built code. */
  isTypeOnly: boolean;
}

export interface Source {
  path: string;
  code: string;
  program: Node;
  imports: Import[];
  firstComment: string;
}

/** Every file of ours that is code, relative to the project's root. */
export function codeFiles(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,js,mjs}`))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

const cache = new Map<string, Source>();

export function read(path: string): Source {
  const known = cache.get(path);
  if (known) return known;
  const code = readFileSync(path, "utf8");
  const { program, module, comments, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const literal = (node: { start: number; end: number }) =>
    code.slice(node.start + 1, node.end - 1);
  const source: Source = {
    path,
    code,
    // The parser's own types are exact; a wall asks the same few questions of every node.
    program: program as unknown as Node,
    imports: [
      ...module.staticImports.map(({ moduleRequest, entries }) => ({
        specifier: moduleRequest.value,
        isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      })),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest, isType }) =>
          moduleRequest ? [{ specifier: moduleRequest.value, isTypeOnly: isType }] : [],
        ),
      ),
      ...module.dynamicImports.map(({ moduleRequest }) => ({
        specifier: literal(moduleRequest),
        isTypeOnly: false,
      })),
    ],
    firstComment: comments[0]?.value ?? "",
  };
  cache.set(path, source);
  return source;
}

/** The file that a relative import means; null for a package. */
export function target(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return normalize(join(dirname(from), specifier)).replaceAll("\\", "/");
}

/** All code that ends up in what is built from `entry`, following imports of ours. */
export function closure(entry: string): string[] {
  const found = new Set<string>();
  const pending = [entry];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path) || !/\.(tsx?|m?js)$/.test(path)) continue;
    found.add(path);
    for (const { specifier, isTypeOnly } of read(path).imports) {
      const next = isTypeOnly ? null : target(path, specifier);
      if (next) pending.push(next);
    }
  }
  return [...found].sort();
}

/** Visits every node but those that only say types, parents first. */
export function walk(
  root: Node,
  visit: (node: Node, parent: Node | null, field: string) => void,
): void {
  const pending: { node: Node; parent: Node | null; field: string }[] = [
    { node: root, parent: null, field: "" },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, parent, field } = next;
    if (/^TS(Type|Interface)/.test(node.type)) continue;
    visit(node, parent, field);
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) pending.push({ node: child, parent: node, field: name });
      }
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** The text of a literal, or of a template without expressions. */
export function stringOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  const parts = templateOf(node);
  return parts?.length === 1 ? (parts[0] ?? null) : null;
}

/** A template's fixed parts, with expressions between them. */
export function templateOf(node: Node): string[] | null {
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  return node.quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked);
}

export function lineOf(source: Pick<Source, "code" | "path">, node: Node): string {
  return `${source.path}:${source.code.slice(0, node.start).split("\n").length}`;
}
