import { describe, expect, test } from "vitest";
import { luminance, readColour, themeOf } from "../../src/ui/theme.ts";

describe("readColour", () => {
  test("reads both notations of a computed colour", () => {
    expect(readColour("rgb(21, 32, 43)")).toEqual({ red: 21, green: 32, blue: 43, alpha: 1 });
    expect(readColour("rgba(0, 0, 0, 0.4)")).toEqual({ red: 0, green: 0, blue: 0, alpha: 0.4 });
  });
  test.each(["", "transparent", "color(srgb 1 1 1)", "rgb(1, 2)"])(
    "knows nothing of %j",
    (text) => {
      expect(readColour(text)).toBeNull();
    },
  );
});

test("luminance runs from black to white", () => {
  expect(luminance({ red: 0, green: 0, blue: 0, alpha: 1 })).toBe(0);
  expect(luminance({ red: 255, green: 255, blue: 255, alpha: 1 })).toBeCloseTo(1);
});

test.each([
  ["X, light", "rgb(255, 255, 255)", "light"],
  ["X, dim", "rgb(21, 32, 43)", "dark"],
  ["X, dark", "rgb(0, 0, 0)", "dark"],
  ["Facebook, light", "rgb(242, 244, 247)", "light"],
  ["Facebook, dark", "rgb(37, 39, 40)", "dark"],
] as const)("%s", (_, ground, theme) => {
  const colour = readColour(ground);
  expect(colour && themeOf(colour)).toBe(theme);
});
