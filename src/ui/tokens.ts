/**
 * The values that the overlay takes from the Digital Agency's design tokens. Written out because the
 * package is one 200 kB object that no bundler can shake; a unit test compares each with the package.
 */
export const TOKENS = {
  "Color.Primitive.Blue.50": "#e8f1fe",
  "Color.Primitive.Blue.300": "#9db7f9",
  "Color.Primitive.Blue.700": "#264af4",
  "Color.Primitive.Blue.900": "#0017c1",
  "Color.Primitive.Blue.1000": "#00118f",
  "Color.Primitive.Blue.1200": "#000060",
  "Color.Primitive.Blue.200": "#c5d7fb",
  "Color.Primitive.Red.50": "#fdeeee",
  "Color.Primitive.Red.300": "#ff9696",
  "Color.Primitive.Red.900": "#ce0000",
  "Color.Primitive.Red.1200": "#620000",
  "Color.Primitive.Orange.50": "#ffeee2",
  "Color.Primitive.Orange.300": "#ffa66d",
  "Color.Primitive.Orange.900": "#ac3e00",
  "Color.Primitive.Orange.1200": "#541e00",
  "Color.Primitive.Yellow.300": "#ffd43d",
  "Color.Neutral.SolidGray.50": "#f2f2f2",
  "Color.Neutral.SolidGray.100": "#e6e6e6",
  "Color.Neutral.SolidGray.300": "#b3b3b3",
  "Color.Neutral.SolidGray.420": "#949494",
  "Color.Neutral.SolidGray.536": "#767676",
  "Color.Neutral.SolidGray.600": "#666666",
  "Color.Neutral.SolidGray.700": "#4d4d4d",
  "Color.Neutral.SolidGray.800": "#333333",
  "Color.Neutral.SolidGray.900": "#1a1a1a",
  "Color.Neutral.White": "#ffffff",
  "Color.Neutral.Black": "#000000",
  "Elevation.3": "0 4px 16px 3px rgba(0,0,0,0.1), 0 1px 6px 0 rgba(0,0,0,0.3)",
} as const;
