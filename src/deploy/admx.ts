import type { Lang, Policy } from "../contract.ts";
import { translate } from "../locales.ts";
import { KEY_NAMES, KEYS, SECTIONS } from "../policy/keys.ts";
import { choiceOf, descriptionOf, sectionTitleOf, titleOf } from "../policy/words.ts";
import { utf8 } from "./bytes.ts";
import { installationKey, isJsonKey, type RegistryValue, settingsPath } from "./registry.ts";
import type { Browser, Place } from "./targets.ts";
import { type Element, element, xmlDocument } from "./xml.ts";
import type { File } from "./zip.ts";

/**
 * Administrative templates: what the group policy editor shows, for one browser. They hold no values;
 * the editor writes what is entered where `registry.ts` says. They refer to no other template, since a
 * missing one is what importing mostly fails at.
 */
export function admxFiles(target: Browser, place: Place): File[] {
  const file = (path: string, root: Element) => ({ path, bytes: utf8(xmlDocument(root)) });
  return [
    file(`tenken-${target}.admx`, admx(target, place)),
    file(`ja-JP/tenken-${target}.adml`, adml(target, "ja")),
    file(`en-US/tenken-${target}.adml`, adml(target, "en")),
  ];
}

const NAMESPACES = {
  "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  xmlns: "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions",
};
const VERSIONS = { revision: "1.0", schemaVersion: "1.0" };

/** Without it the editor cuts at 1023 characters; a register of accounts is longer. */
const MAX_LENGTH = "1000000";

const ROOT = "Tenken";
const INSTALL = "Install";
const SUPPORTED = "Supported";
const categoryOf = (section: string) => `Section_${section}`;
const string = (id: string) => `$(string.${id})`;

function admx(target: Browser, place: Place): Element {
  const categories = [
    element("category", { name: ROOT, displayName: string(ROOT) }),
    ...SECTIONS.map((section) =>
      element("category", { name: categoryOf(section), displayName: string(categoryOf(section)) }, [
        element("parentCategory", { ref: ROOT }),
      ]),
    ),
  ];
  return element("policyDefinitions", { ...NAMESPACES, ...VERSIONS }, [
    element("policyNamespaces", {}, [
      element("target", { prefix: "tenken", namespace: `Tenken.Policies.${target}` }),
    ]),
    element("resources", { minRequiredRevision: VERSIONS.revision }),
    element("supportedOn", {}, [
      element("definitions", {}, [
        element("definition", { name: SUPPORTED, displayName: string(SUPPORTED) }),
      ]),
    ]),
    element("categories", {}, categories),
    element("policies", {}, [
      installation(target, place),
      ...KEY_NAMES.map((key) => setting(target, place, key)),
    ]),
  ]);
}

function policy(
  name: string,
  category: string,
  attributes: Readonly<Record<string, string>>,
  rest: readonly Element[],
): Element {
  return element(
    "policy",
    {
      name,
      class: "Machine",
      displayName: string(name),
      explainText: string(`${name}_Explain`),
      ...attributes,
    },
    [
      element("parentCategory", { ref: category }),
      element("supportedOn", { ref: SUPPORTED }),
      ...rest,
    ],
  );
}

/** One switch that writes all of it, beside what the browser's own template may have set for others. */
function installation(target: Browser, place: Place): Element {
  const { path: key, values } = installationKey(target, place);
  const item = (value: RegistryValue, content: Element) =>
    element("item", { key, valueName: value.name }, [element("value", {}, [content])]);
  return policy(INSTALL, ROOT, { key }, [
    element(
      "enabledList",
      {},
      values.map((value) => item(value, literal(value.data))),
    ),
    element(
      "disabledList",
      {},
      values.map((value) => item(value, element("delete"))),
    ),
  ]);
}

function literal(data: string | number): Element {
  return typeof data === "number"
    ? element("decimal", { value: String(data) })
    : element("string", {}, data);
}

function setting(target: Browser, { id }: Place, key: keyof Policy): Element {
  const { shape, section } = KEYS[key];
  const at = { key: settingsPath(target, id) };
  const presentation = { presentation: `$(presentation.${key})` };
  const of = (...elements: Element[]) =>
    policy(key, categoryOf(section), { ...at, ...presentation }, [
      element("elements", {}, elements),
    ]);
  const names = { id: key, valueName: key };
  switch (shape.kind) {
    case "flag":
      return policy(key, categoryOf(section), { ...at, valueName: key }, [
        element("enabledValue", {}, [element("decimal", { value: "1" })]),
        element("disabledValue", {}, [element("decimal", { value: "0" })]),
      ]);
    case "integer":
      return of(
        element("decimal", {
          ...names,
          required: "true",
          minValue: String(shape.min),
          maxValue: String(shape.max),
        }),
      );
    case "choice":
      return of(
        element(
          "enum",
          { ...names, required: "true" },
          shape.of.map((value) =>
            element("item", { displayName: string(`${key}_${value}`) }, [
              element("value", {}, [element("string", {}, value)]),
            ]),
          ),
        ),
      );
    default: {
      const isLines = isJsonKey(key) && target === "firefox";
      return of(element(isLines ? "multiText" : "text", { ...names, maxLength: MAX_LENGTH }));
    }
  }
}

function adml(target: Browser, lang: Lang): Element {
  const t = (key: string, ...args: string[]) => translate(lang, key, args);
  const name = t(`kit_browser_${target}`);
  const strings: Record<string, string> = {
    [ROOT]: t("kit_admx_root", name),
    [SUPPORTED]: t("kit_admx_supported", name),
    [INSTALL]: t("kit_admx_install"),
    [`${INSTALL}_Explain`]: t("kit_admx_install_explain", name),
  };
  for (const section of SECTIONS) strings[categoryOf(section)] = t(sectionTitleOf(section));
  const presentations: Element[] = [];
  for (const key of KEY_NAMES) {
    const { shape } = KEYS[key];
    const title = t(titleOf([key]));
    strings[key] = title;
    strings[`${key}_Explain`] = [
      t(descriptionOf([key])),
      ...(isJsonKey(key) ? [t("kit_admx_json")] : []),
      t("kit_admx_key", key),
    ].join("\n\n");
    if (shape.kind === "choice") {
      for (const value of shape.of) strings[`${key}_${value}`] = t(choiceOf([key], shape, value));
    }
    const inputs = inputsOf(target, key, title);
    if (inputs.length > 0) presentations.push(element("presentation", { id: key }, inputs));
  }
  return element("policyDefinitionResources", { ...NAMESPACES, ...VERSIONS }, [
    element("displayName", {}, strings[ROOT] ?? ""),
    element("description", {}, t("kit_admx_about", name)),
    element("resources", {}, [
      element(
        "stringTable",
        {},
        Object.entries(strings).map(([id, text]) => element("string", { id }, text)),
      ),
      element("presentationTable", {}, presentations),
    ]),
  ]);
}

/** What the editor shows of a key's value; nothing where on and off say it all. */
function inputsOf(target: Browser, key: keyof Policy, title: string): Element[] {
  const { shape, default: standard } = KEYS[key];
  const label = `${title}:`;
  switch (shape.kind) {
    case "flag":
      return [];
    case "integer": {
      const shown = { defaultValue: String(standard), spin: "false" };
      return [element("decimalTextBox", { refId: key, ...shown }, label)];
    }
    case "choice": {
      const defaultItem = String(shape.of.indexOf(String(standard)));
      return [element("dropdownList", { refId: key, noSort: "true", defaultItem }, label)];
    }
    default:
      return isJsonKey(key) && target === "firefox"
        ? // The one input whose label stands outside: the schema lets nothing stand in it.
          [element("text", {}, label), element("multiTextBox", { refId: key })]
        : [element("textBox", { refId: key }, [element("label", {}, label)])];
  }
}
