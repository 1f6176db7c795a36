import { TOKENS as T } from "./tokens.ts";

/**
 * The colours of each theme, by the names that the styles use. Text colours have at least 4.5:1 on the
 * grounds where they stand, edges of controls and focus rings 3:1; a unit test holds them to it.
 */
export const PALETTES = {
  light: {
    paper: T["Color.Neutral.White"],
    ink: T["Color.Neutral.SolidGray.900"],
    soft: T["Color.Neutral.SolidGray.600"],
    line: T["Color.Neutral.SolidGray.300"],
    field: T["Color.Neutral.SolidGray.50"],
    edge: T["Color.Neutral.SolidGray.536"],
    key: T["Color.Primitive.Blue.900"],
    "key-over": T["Color.Primitive.Blue.1000"],
    "key-ink": T["Color.Neutral.White"],
    "key-soft": T["Color.Primitive.Blue.50"],
    stop: T["Color.Primitive.Red.900"],
    "stop-soft": T["Color.Primitive.Red.50"],
    care: T["Color.Primitive.Orange.900"],
    "care-soft": T["Color.Primitive.Orange.50"],
    hint: T["Color.Primitive.Blue.700"],
    "hint-soft": T["Color.Primitive.Blue.50"],
    ring: T["Color.Neutral.Black"],
    "ring-ground": T["Color.Primitive.Yellow.300"],
    shadow: T["Elevation.3"],
  },
  dark: {
    paper: T["Color.Neutral.SolidGray.900"],
    ink: T["Color.Neutral.SolidGray.50"],
    soft: T["Color.Neutral.SolidGray.300"],
    line: T["Color.Neutral.SolidGray.700"],
    field: T["Color.Neutral.SolidGray.800"],
    edge: T["Color.Neutral.SolidGray.420"],
    key: T["Color.Primitive.Blue.300"],
    "key-over": T["Color.Primitive.Blue.200"],
    "key-ink": T["Color.Primitive.Blue.1200"],
    "key-soft": T["Color.Primitive.Blue.1200"],
    stop: T["Color.Primitive.Red.300"],
    "stop-soft": T["Color.Primitive.Red.1200"],
    care: T["Color.Primitive.Orange.300"],
    "care-soft": T["Color.Primitive.Orange.1200"],
    hint: T["Color.Primitive.Blue.300"],
    "hint-soft": T["Color.Primitive.Blue.1200"],
    ring: T["Color.Primitive.Yellow.300"],
    "ring-ground": T["Color.Neutral.Black"],
    shadow: `${T["Elevation.3"]}, 0 0 0 1px ${T["Color.Neutral.SolidGray.700"]}`,
  },
} as const;
