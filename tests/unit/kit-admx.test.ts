import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { admxFiles } from "../../src/deploy/admx.ts";
import { settingsPath } from "../../src/deploy/registry.ts";
import { BROWSERS, FIREFOX_ID, installationOf } from "../../src/deploy/targets.ts";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";

const URL_OF_ALL = "https://sns.city.example.jp/tenken";

function parse(bytes: Uint8Array | undefined): Element {
  const text = new TextDecoder().decode(bytes);
  const parser = new DOMParser({ onError: onErrorStopParsing });
  return parser.parseFromString(text, "text/xml").documentElement ?? expect.fail();
}

const all = (root: Element, name: string) => [...root.getElementsByTagName(name)];
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";
const children = (element: Element) =>
  [...element.childNodes].filter((node) => node.nodeType === node.ELEMENT_NODE) as Element[];

/**
 * Of the schema of administrative templates, what is used here: an element's attributes (those with "!"
 * are required), and what may stand in it, in this order; "text": words alone.
 */
const SCHEMA: Record<string, [attributes: string, content: string]> = {
  policyDefinitions: [
    "revision! schemaVersion!",
    "policyNamespaces resources supportedOn categories policies",
  ],
  policyNamespaces: ["", "target"],
  target: ["prefix! namespace!", ""],
  resources: ["minRequiredRevision", "stringTable presentationTable"],
  definitions: ["", "definition"],
  definition: ["name! displayName!", ""],
  categories: ["", "category"],
  category: ["name! displayName!", "parentCategory"],
  parentCategory: ["ref!", ""],
  supportedOn: ["ref", "definitions"],
  policies: ["", "policy"],
  policy: [
    "name! class! displayName! explainText key! valueName presentation",
    "parentCategory supportedOn enabledValue disabledValue enabledList disabledList elements",
  ],
  enabledValue: ["", "decimal"],
  disabledValue: ["", "decimal"],
  enabledList: ["", "item"],
  disabledList: ["", "item"],
  item: ["key valueName displayName", "value"],
  value: ["", "delete decimal string"],
  delete: ["", ""],
  elements: ["", "decimal enum text multiText"],
  decimal: ["value id valueName required minValue maxValue", ""],
  enum: ["id! valueName required", "item"],
  multiText: ["id! valueName maxLength", ""],
  policyDefinitionResources: ["revision! schemaVersion!", "displayName description resources"],
  displayName: ["", "text"],
  description: ["", "text"],
  stringTable: ["", "string"],
  presentationTable: ["", "presentation"],
  presentation: ["id!", "text decimalTextBox dropdownList textBox multiTextBox"],
  decimalTextBox: ["refId! defaultValue spin", "text"],
  dropdownList: ["refId! noSort defaultItem", "text"],
  textBox: ["refId!", "label"],
  label: ["", "text"],
  multiTextBox: ["refId!", ""],
};
/** Two names that are one thing in the template and another in its language files. */
const SCHEMA_IN: Record<string, [attributes: string, content: string]> = {
  "elements/text": ["id! valueName maxLength", ""],
  "presentation/text": ["", "text"],
  "value/string": ["", "text"],
  "stringTable/string": ["id!", "text"],
};

function violations(element: Element, parent = ""): string[] {
  const where = `${parent}/${element.tagName}`;
  const [attributes, content] = SCHEMA_IN[where] ?? SCHEMA[element.tagName] ?? expect.fail(where);
  const known = attributes.split(" ").map((name) => name.replace("!", ""));
  const required = attributes.split(" ").filter((name) => name.endsWith("!"));
  const inside = children(element).map(({ tagName }) => content.split(" ").indexOf(tagName));
  const words = [...element.childNodes].some(
    (node) => node.nodeType === node.TEXT_NODE && node.nodeValue?.trim() !== "",
  );
  return [
    ...[...element.attributes]
      .filter(({ name }) => !name.startsWith("xmlns") && !known.includes(name))
      .map(({ name }) => `${where} ${name}`),
    ...required.filter((name) => !element.hasAttribute(name.slice(0, -1))),
    ...(words === (content === "text") ? [] : [`${where}: words`]),
    ...(inside.includes(-1) || String(inside) !== String(inside.toSorted((a, b) => a - b))
      ? [`${where}: what stands in it`]
      : []),
    ...children(element).flatMap((child) => violations(child, element.tagName)),
  ];
}

describe.each(BROWSERS)("the administrative template for %s", (browser) => {
  const place = {
    id: browser === "firefox" ? FIREFOX_ID : "abcdefghijklmnopabcdefghijklmnop",
    url: URL_OF_ALL,
  };
  const files = new Map(admxFiles(browser, place).map(({ path, bytes }) => [path, bytes]));
  const admx = parse(files.get(`tenken-${browser}.admx`));
  const languages = ["ja-JP", "en-US"].map((name) => ({
    name,
    adml: parse(files.get(`${name}/tenken-${browser}.adml`)),
  }));
  const policies = all(admx, "policy");
  const references = [...admx.getElementsByTagName("*")].flatMap((element) =>
    [...element.attributes].flatMap(({ value }) =>
      [...value.matchAll(/\$\((string|presentation)\.(.+?)\)/g)].map(
        ([, kind, id]) => `${kind}.${id}`,
      ),
    ),
  );

  it.each(languages)(
    "has every text and input that it refers to in $name, and no other",
    ({ adml }) => {
      const defined = ["string", "presentation"].flatMap((kind) =>
        all(adml, kind).map((element) => `${kind}.${attribute(element, "id")}`),
      );
      expect(new Set(defined).size).toBe(defined.length);
      expect(defined.toSorted()).toEqual([...new Set(references)].toSorted());
      for (const element of all(adml, "string")) expect(element.textContent).not.toBe("");
    },
  );

  it("defines every category and supportedOn that it refers to", () => {
    const named = (name: string) => all(admx, name).map((element) => attribute(element, "name"));
    const categories = named("category");
    for (const parent of all(admx, "parentCategory")) {
      expect(categories).toContain(attribute(parent, "ref"));
    }
    const supported = all(admx, "supportedOn").filter((element) => element.hasAttribute("ref"));
    expect(supported).toHaveLength(policies.length);
    for (const element of supported)
      expect(named("definition")).toContain(attribute(element, "ref"));
    // Of other templates nothing is needed.
    expect(all(admx, "using")).toEqual([]);
  });

  it("offers every key of the catalogue, where the browser reads it", () => {
    const offered = new Map(policies.map((policy) => [attribute(policy, "name"), policy]));
    expect([...offered.keys()]).toEqual(["Install", ...KEY_NAMES]);
    for (const key of KEY_NAMES) {
      const policy = offered.get(key) ?? expect.fail();
      expect(attribute(policy, "key")).toBe(settingsPath(browser, place.id));
      expect(attribute(policy, "class")).toBe("Machine");
      const [elements] = all(policy, "elements");
      const input = elements && children(elements)[0];
      expect(attribute(input ?? policy, "valueName")).toBe(key);
      const isJson = ["list", "map", "record"].includes(KEYS[key].shape.kind);
      const type = isJson && browser === "firefox" ? "multiText" : "text";
      expect(input?.tagName).toBe(
        { flag: undefined, integer: "decimal", choice: "enum" }[KEYS[key].shape.kind as string] ??
          (KEYS[key].shape.kind === "flag" ? undefined : type),
      );
      if (input?.tagName === type) expect(Number(attribute(input, "maxLength"))).toBe(1_000_000);
    }
  });

  it("keeps to its schema, as its language files do", () => {
    for (const root of [admx, ...languages.map(({ adml }) => adml)]) {
      expect(violations(root)).toEqual([]);
    }
    for (const name of [...all(admx, "policy"), ...all(admx, "category")]) {
      expect(attribute(name, "name")).toMatch(/^[\p{L}\p{N}_]+$/u);
    }
  });

  it.each(languages)("shows each input of $name beside the element that takes it", ({ adml }) => {
    const inputs = new Map(
      all(adml, "presentation").map((presentation) => {
        const [input, ...labels] = children(presentation).reverse();
        // The schema lets nothing stand in an input of several lines, so its label stands before it.
        const isLines = input?.tagName === "multiTextBox";
        expect(labels.map(({ tagName }) => tagName)).toEqual(isLines ? ["text"] : []);
        const words = isLines ? labels[0]?.textContent : input?.textContent;
        expect(words?.trim()).toMatch(/:$/);
        expect(isLines && input.hasChildNodes()).toBe(false);
        return [attribute(presentation, "id"), input];
      }),
    );
    const suits: Record<string, string> = {
      text: "textBox",
      multiText: "multiTextBox",
      decimal: "decimalTextBox",
      enum: "dropdownList",
    };
    for (const policy of policies) {
      const [elements] = all(policy, "elements");
      if (!elements) continue;
      const [element] = children(elements);
      const input = inputs.get(
        attribute(policy, "presentation").slice("$(presentation.".length, -1),
      );
      expect(input?.getAttribute("refId")).toBe(element?.getAttribute("id"));
      expect(input?.tagName).toBe(suits[element?.tagName ?? ""]);
    }
  });

  it("writes the forced installation, and takes back all of it", () => {
    const [install] = policies;
    const items = (list: string) =>
      (install ? all(install, list) : []).flatMap((element) => all(element, "item"));
    const written = items("enabledList").map((item) => {
      const decimal = all(item, "decimal")[0]?.getAttribute("value");
      return [
        attribute(item, "valueName"),
        decimal ? decimal === "1" : all(item, "string")[0]?.textContent,
      ];
    });
    expect(Object.fromEntries(written)).toEqual(installationOf(browser, place));
    expect(items("disabledList").map((item) => attribute(item, "valueName"))).toEqual(
      written.map(([name]) => name),
    );
    for (const item of items("disabledList")) expect(all(item, "delete")).toHaveLength(1);
  });
});
