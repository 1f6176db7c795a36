import fc from "fast-check";
import type { Policy } from "../../src/contract.ts";
import { KEY_NAMES, KEYS } from "../../src/policy/keys.ts";
import type { Shape } from "../../src/policy/schema.ts";

/** What means something in one of the formats that a policy is written in, among plain Japanese. */
const PARTS = [
  ..."須坂市子ども𠮷",
  ..."'‘’‚‛\"“”`$%\\/{}[]()<>&;#=@|,~^*?!-_ \t\n\r",
  "\r\n",
  "%PATH%",
  "$env:Path",
  "$(Get-Date)",
  "]]>",
  "&amp;",
  "\\n",
  "'@",
  "\u{85}",
  "\u{A0}",
  "\u{2028}",
  "\u{FEFF}",
  "\u{0}",
  "\u{1B}",
  "\u{D800}",
  "\u{FFFF}",
];

const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(""));

/** Policies of the catalogue's shapes, with texts that are hard to write. */
export const policies: fc.Arbitrary<Partial<Policy>> = fc.record(
  Object.fromEntries(KEY_NAMES.map((key) => [key, valuesOf(KEYS[key].shape)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Policy>>;

function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "text":
      return text;
    case "choice":
      return fc.constantFrom(...shape.of);
    case "flag":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: shape.min, max: shape.max });
    case "list":
      return fc.array(valuesOf(shape.of), { maxLength: 3 });
    case "map":
      return fc.dictionary(
        text.filter((name) => /[a-z須]/.test(name)),
        valuesOf(shape.of),
        { maxKeys: 3 },
      );
    case "record":
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.fields).map(([field, of]) => [field, valuesOf(of)]),
        ),
        { requiredKeys: [] },
      );
  }
}
