import { expect, it } from "vitest";
import { closure, codeFiles, lineOf, read, type Source, walk } from "./source.ts";

/** Rooms with an end towards the browser (storage, network), one file each; doors may touch it anywhere. */
const ROOMS_WITH_AN_END = [
  "src/messages.ts",
  "src/policy",
  "src/journal",
  "src/links",
  "src/forwarding",
];
/** Node's side of the house: `browser` is another thing there. */
const ELSEWHERE = /^src\/(cli|demo)\//;

const touches = codeFiles("src")
  .filter((path) => !ELSEWHERE.test(path))
  .flatMap((path) => touchesOf(read(path)).map((where) => ({ path, where })));

it("nothing but the rooms that may touches the browser's interface", () => {
  const isEnd = (path: string) =>
    ROOMS_WITH_AN_END.some((room) => path === room || path.startsWith(`${room}/`));
  expect(touches.filter(({ path }) => !isEnd(path)).map(({ where }) => where)).toEqual([]);
});

it("each of those rooms does so in one file", () => {
  const files = [...new Set(touches.map(({ path }) => path))];
  for (const room of ROOMS_WITH_AN_END) {
    expect({ room, files: files.filter((path) => path.startsWith(`${room}/`)).slice(1) }).toEqual({
      room,
      files: [],
    });
  }
  // The wall looks at something.
  expect(files).toContain("src/policy/store.ts");
});

it("the content script never touches what is stored: Firefox cannot close managed settings to it", () => {
  const sources = closure("entrypoints/composer.content/index.ts").map(read);
  const built = ["chrome-mv3", "firefox-mv3"].map((target) =>
    read(`.output/${target}/content-scripts/composer.js`),
  );
  expect([...sources, ...built].flatMap(touchesOfStorage)).toEqual([]);
  const store = read("src/policy/store.ts");
  expect(touchesOfStorage(store).length).toBeGreaterThan(0);
});

/** Uses of a property `storage`, whosever it is. The polyfill names it as a key of its tables. */
function touchesOfStorage(source: Source): string[] {
  const found: string[] = [];
  walk(source.program, (node, _parent, field) => {
    const name = node.type === "Identifier" ? node.name : node.value;
    if (name === "storage" && field === "property") found.push(lineOf(source, node));
  });
  return found;
}

/** Imports of the interface, and uses of the globals `browser` and `chrome`. */
function touchesOf(source: Source): string[] {
  const found = source.imports.flatMap(({ specifier, isTypeOnly }) =>
    !isTypeOnly && /^(wxt\/browser|webextension-polyfill|@wxt-dev\/)/.test(specifier)
      ? [`${source.path} → ${specifier}`]
      : [],
  );
  walk(source.program, (node, parent, field) => {
    if (node.type !== "Identifier" || (node.name !== "browser" && node.name !== "chrome")) return;
    const isProperty = field === "key" || (field === "property" && !parent?.computed);
    const object = parent?.object as { name?: unknown } | undefined;
    const isOfGlobal = /^(globalThis|window|self)$/.test(String(object?.name));
    if (!isProperty || isOfGlobal) found.push(lineOf(source, node));
  });
  return found;
}
