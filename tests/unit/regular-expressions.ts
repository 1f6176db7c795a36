import { globSync } from "node:fs";
import { read } from "../walls/source.ts";

export interface Found {
  where: string;
  source: string;
  flags: string;
}

const ROOMS = ["facts", "rules", "links", "engine"];

/**
 * Every regular expression of the rooms that read a draft: the literals by the parser, and what
 * `new RegExp` is given while the modules load. Equal ones once.
 */
export async function regularExpressions(): Promise<Found[]> {
  const files = globSync(`src/{${ROOMS.join(",")}}/**/*.ts`).toSorted();
  const found: Found[] = [];
  for (const path of files) {
    const { program, code } = read(path);
    walk(program, (node) => {
      const literal = node.regex as { pattern: string; flags: string } | undefined;
      if (node.type !== "Literal" || !literal) return;
      const line = code.slice(0, node.start as number).split("\n").length;
      found.push({ where: `${path}:${line}`, source: literal.pattern, flags: literal.flags });
    });
  }
  found.push(...(await constructed(files)));
  const unique = new Map(found.map((one) => [`/${one.source}/${one.flags}`, one]));
  return [...unique.values()];
}

async function constructed(files: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  const Original = globalThis.RegExp;
  for (const path of files) {
    globalThis.RegExp = new Proxy(Original, {
      construct(target, args: ConstructorParameters<typeof RegExp>, newTarget) {
        const made = Reflect.construct(target, args, newTarget) as RegExp;
        found.push({ where: `${path} (built)`, source: made.source, flags: made.flags });
        return made;
      },
    });
    try {
      // A query makes another instance of the module, so that its top level runs here.
      await import(/* @vite-ignore */ `../../${path}?built`);
    } finally {
      globalThis.RegExp = Original;
    }
  }
  return found;
}

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (typeof node === "object" && node !== null) {
    visit(node as Record<string, unknown>);
    for (const child of Object.values(node)) walk(child, visit);
  }
}
