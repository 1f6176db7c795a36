import { expect, it } from "vitest";
import { codeFiles, lineOf, read, walk } from "./source.ts";

/** The rooms' ends towards the browser, one file each; doors (`entrypoints`) may touch it anywhere. */
const ENDS = new Set(["src/messages.ts", "src/policy/store.ts", "src/links/ask.ts"]);
/** Node's side of the house: `browser` is another thing there. */
const ELSEWHERE = /^src\/(cli|demo)\//;

const files = codeFiles("src").filter((path) => !ELSEWHERE.test(path) && !ENDS.has(path));

it("nothing but the rooms' one end imports the browser's interface", () => {
  const imports = files.flatMap((path) =>
    read(path).imports.flatMap(({ specifier, isTypeOnly }) =>
      !isTypeOnly && /^(wxt\/browser|webextension-polyfill|@wxt-dev\/)/.test(specifier)
        ? [`${path} → ${specifier}`]
        : [],
    ),
  );
  expect(imports).toEqual([]);
});

it("nothing else names browser.* or chrome.*", () => {
  const uses: string[] = [];
  for (const path of files) {
    const source = read(path);
    walk(source.program, (node, parent, field) => {
      const isName =
        node.type === "Identifier" && (node.name === "browser" || node.name === "chrome");
      const isOwnProperty = field === "key" || (field === "property" && !parent?.computed);
      const ofGlobal =
        parent?.type === "MemberExpression" &&
        field === "property" &&
        /^(globalThis|window|self)$/.test(String((parent.object as { name?: string }).name));
      if (isName && (!isOwnProperty || ofGlobal)) uses.push(lineOf(source, node));
    });
  }
  expect(uses).toEqual([]);
});
