import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { meansOfNetwork } from "./network.ts";
import { closure, lineOf, type Node, read } from "./source.ts";

/** What libraries inside the bundle name without using it; our own sources may not name it at all. */
const HARMLESS_IN_LIBRARIES: Record<string, string> = {
  "innerHTML =": "Preact's dangerouslySetInnerHTML, which our sources do not use",
  dangerouslySetInnerHTML: "Preact's own reading of that property",
};

const SCRIPTS = ["composer", "accounts"];

describe.each(SCRIPTS)("the content script %s", (name) => {
  it("has no means of network in its sources", () => {
    const sources = closure(`entrypoints/${name}.content/index.ts`).map(read);
    const means = sources.flatMap((source) =>
      meansOfNetwork(source.program).map(({ what, node }) => `${lineOf(source, node)} ${what}`),
    );
    expect(means).toEqual([]);
  });

  it.each(["chrome-mv3", "firefox-mv3"])("has none as it was built for %s", (target) => {
    const source = read(`.output/${target}/content-scripts/${name}.js`);
    const means = meansOfNetwork(source.program)
      .filter(({ what }) => !Object.hasOwn(HARMLESS_IN_LIBRARIES, what))
      .map(({ what, node }) => `${what}: ${source.code.slice(node.start - 60, node.start + 60)}`);
    expect(means).toEqual([]);
  });
});

it.each([
  ["fetch(x)", "fetch"],
  ["window.fetch(x)", "fetch"],
  ['window["fetch"](x)', "fetch"],
  ["const { fetch: ask } = window", "fetch"],
  ["new XMLHttpRequest()", "XMLHttpRequest"],
  ["new self.WebSocket(x)", "WebSocket"],
  ["navigator.sendBeacon(x)", "sendBeacon"],
  ["navigator.serviceWorker.register(x)", "serviceWorker"],
  ["new Image().src = x", "Image"],
  ["element.src = x", "src ="],
  ["import(x)", "import()"],
  ["window.open(x)", "open of the page"],
  ["window.location.assign(x)", "assign of the page"],
  ["location.href = x", "href ="],
  ["location = x", "location ="],
  ["element.innerHTML = x", "innerHTML ="],
  ['document.createElement("script")', "<script>"],
  ['document.createElementNS(svg, "image")', "<image>"],
  ['element.setAttribute("srcset", x)', "srcset ="],
  ["const view = <img alt='' />", "<img>"],
  ["const css = `a { background: url(https://example.com/) }`", "a style that loads"],
  ['const css = "@import x"', "a style that loads"],
  ["eval(x)", "eval"],
  ["new Function(x)", "Function"],
])("the wall sees %s", (code, what) => {
  const { program, errors } = parseSync("wall.tsx", code);
  expect(errors).toEqual([]);
  expect(meansOfNetwork(program as unknown as Node).map((means) => means.what)).toContain(what);
});

it.each([
  "const labels = { fetch: 1, Image: 2 }",
  "type Picture = Image; let shown: Picture",
  "text.replace(a, b)",
  "Object.assign(a, b)",
  "const same = element.src === x",
  'document.createElement("div")',
])("the wall lets pass %s", (code) => {
  const { program } = parseSync("wall.tsx", code);
  expect(meansOfNetwork(program as unknown as Node)).toEqual([]);
});
