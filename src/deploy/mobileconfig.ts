import { translate } from "../locales.ts";
import { utf8 } from "./bytes.ts";
import { type Browser, installationOf, type Json, type Place } from "./targets.ts";
import { type Element, element, xmlDocument } from "./xml.ts";

const DOMAINS: Record<Browser, string> = {
  chrome: "com.google.Chrome",
  edge: "com.microsoft.Edge",
  firefox: "org.mozilla.firefox",
};

/** Always the same ones, so that a newer profile takes the place of the one before. */
const UUIDS: Record<Browser, { profile: string; policies: string; settings: string }> = {
  chrome: {
    profile: "5D0C4A0E-6B1B-4B53-9C0E-0F5F6A0B8A11",
    policies: "0B2E6D61-40F7-4E53-8E44-6D2B7C7F5E12",
    settings: "E6C9F1B7-1D0A-4C57-8B2C-3A9E5D4F7C13",
  },
  edge: {
    profile: "A3B1C7D2-58E4-4F0B-9D6A-7C1E2F3A4B21",
    policies: "C47F0E19-92AB-4D3C-B5E6-1F8D7A6B5C22",
    settings: "7E5D3C1B-0A9F-4E8D-8C7B-6A5F4E3D2C23",
  },
  firefox: {
    profile: "2F4E6A8C-1B3D-4F5E-A7C9-8D6B4F2E0A31",
    policies: "9A7B5C3D-1E0F-4A2B-8C4D-6E8F0A1B3C32",
    settings: "",
  },
};

/** A configuration profile for macOS: the forced installation and the settings, for one browser. */
export function mobileconfig(
  target: Browser,
  place: Place,
  policy: Readonly<Record<string, Json>>,
): Uint8Array {
  const domain = DOMAINS[target];
  const uuids = UUIDS[target];
  const identifier = `tenken.${target}`;
  const payload = (type: string, uuid: string, content: Readonly<Record<string, Json>>) => ({
    ...content,
    PayloadType: type,
    PayloadIdentifier: `${identifier}.${type}`,
    PayloadUUID: uuid,
    PayloadVersion: 1,
  });
  const ExtensionSettings = { [place.id]: installationOf(target, place) };
  const contents =
    target === "firefox"
      ? [
          payload(domain, uuids.policies, {
            EnterprisePoliciesEnabled: true,
            ExtensionSettings,
            "3rdparty": { Extensions: { [place.id]: policy } },
          }),
        ]
      : [
          payload(domain, uuids.policies, { ExtensionSettings }),
          payload(`${domain}.extensions.${place.id}`, uuids.settings, policy),
        ];
  return plist({
    PayloadContent: contents,
    PayloadDisplayName: `${translate("ja", "extension_name")} (${translate("ja", `kit_browser_${target}`)})`,
    PayloadIdentifier: identifier,
    PayloadScope: "System",
    PayloadType: "Configuration",
    PayloadUUID: uuids.profile,
    PayloadVersion: 1,
  });
}

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';

function plist(value: Json): Uint8Array {
  return utf8(xmlDocument(element("plist", { version: "1.0" }, [plistElement(value)]), DOCTYPE));
}

function plistElement(value: Json): Element {
  if (typeof value === "string") return element("string", {}, value);
  if (typeof value === "boolean") return element(String(value));
  if (typeof value === "number") return element("integer", {}, String(value));
  if (isList(value)) return element("array", {}, value.map(plistElement));
  const items = Object.entries(value).flatMap(([name, item]) => [
    element("key", {}, name),
    plistElement(item),
  ]);
  return element("dict", {}, items);
}

/** Array.isArray does not tell a readonly array from an object. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
