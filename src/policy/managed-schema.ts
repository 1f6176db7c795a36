import type { Key } from "./keys.ts";
import type { Shape } from "./schema.ts";

/** As much of JSON Schema as Chromium's managed storage understands. */
export type ManagedSchema =
  | { type: "string" | "boolean" | "integer" }
  | { type: "array"; items: ManagedSchema }
  | {
      type: "object";
      properties?: Record<string, ManagedSchema>;
      additionalProperties?: ManagedSchema;
    };

/**
 * The schema that tells Chromium which keys an administrator may set. Types alone: a value that breaks
 * the schema costs its whole top-level key without a word, so everything finer is left to `readPolicy`,
 * which takes item by item and says what it left out. What the schema does not name vanishes as
 * silently, so a map of free names needs `additionalProperties`; at the top level, or as `false`, that
 * would keep the extension from loading.
 */
export function managedSchema(keys: Readonly<Record<string, Pick<Key<unknown>, "shape">>>): {
  type: "object";
  properties: Record<string, ManagedSchema>;
} {
  return { type: "object", properties: mapValues(keys, ({ shape }) => schemaOf(shape)) };
}

function schemaOf(shape: Shape): ManagedSchema {
  switch (shape.kind) {
    case "text":
    case "choice":
      return { type: "string" };
    case "flag":
      return { type: "boolean" };
    case "integer":
      return { type: "integer" };
    case "list":
      return { type: "array", items: schemaOf(shape.of) };
    case "map":
      return { type: "object", additionalProperties: schemaOf(shape.of) };
    case "record":
      return { type: "object", properties: mapValues(shape.fields, schemaOf) };
  }
}

function mapValues<From, To>(
  object: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
