import { expect, it } from "vitest";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";
import { type ManagedSchema, managedSchema } from "../../src/policy/managed-schema.ts";

const schema = managedSchema(KEYS);

/** Every schema within, with its place. */
function* within(of: ManagedSchema, path: string): Generator<[string, ManagedSchema]> {
  yield [path, of];
  if (of.type === "array") yield* within(of.items, `${path}[]`);
  if (of.type !== "object") return;
  for (const [name, inner] of Object.entries(of.properties ?? {}))
    yield* within(inner, `${path}.${name}`);
  if (of.additionalProperties) yield* within(of.additionalProperties, `${path}.*`);
}

it("names every key and nothing else", () => {
  expect(Object.keys(schema.properties)).toEqual(KEY_NAMES);
  // One at the top level would keep the extension from loading.
  expect(Object.keys(schema)).toEqual(["type", "properties"]);
});

it("says types alone, as far as Chromium understands them", () => {
  const KNOWN: Record<string, readonly string[][]> = {
    string: [["type"]],
    boolean: [["type"]],
    integer: [["type"]],
    array: [["type", "items"]],
    object: [
      ["type", "properties"],
      ["type", "additionalProperties"],
    ],
  };
  const places = Object.entries(schema.properties).flatMap(([name, of]) => [...within(of, name)]);
  expect(places.length).toBeGreaterThan(80);
  for (const [path, of] of places)
    expect({ path, known: KNOWN[of.type] }).toEqual({
      path,
      known: expect.arrayContaining([Object.keys(of)]),
    });
});

it("lets free names through, and the fields of records", () => {
  expect(schema.properties.rules).toEqual({
    type: "object",
    additionalProperties: { type: "string" },
  });
  expect(schema.properties.siteSelectors).toEqual({
    type: "object",
    additionalProperties: { type: "object", additionalProperties: { type: "string" } },
  });
  expect(schema.properties.phoneBook).toEqual({
    type: "array",
    items: { type: "object", properties: { name: { type: "string" }, phone: { type: "string" } } },
  });
});
