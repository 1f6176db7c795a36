import { expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { hasMessage } from "../../src/locales.ts";
import { KEY_NAMES, KEYS, SECTIONS } from "../../src/policy/keys.ts";
import { catalogueWords, choiceOf, descriptionOf, titleOf } from "../../src/policy/words.ts";

it("names words by key, field and value", () => {
  expect(titleOf(["organizationName"])).toBe("policy_organization_name_title");
  expect(descriptionOf(["accounts", "terms", "intellectualProperty"])).toBe(
    "policy_accounts_terms_intellectual_property_description",
  );
  expect(choiceOf(["override"], { kind: "choice", of: ["never"] }, "never")).toBe(
    "policy_override_never",
  );
});

it.each(["ja", "en"] as const)("has words in %s for every key, field and choice", (lang) => {
  const { needed } = catalogueWords();
  expect(needed.length).toBeGreaterThan(100);
  expect(needed.filter((key) => !hasMessage(lang, key))).toEqual([]);
  expect(needed.filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([]);
});

it("has a key in every section, and none of a version that is still to come", () => {
  const sections = new Set(KEY_NAMES.map((name) => KEYS[name].section));
  expect(SECTIONS.filter((section) => !sections.has(section))).toEqual([]);
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const early = KEY_NAMES.filter((name) => compare(KEYS[name].since, packageJson.version) > 0);
  expect(early).toEqual([]);
});
