import tokens from "@digital-go-jp/design-tokens";
import { describe, expect, test } from "vitest";
import { PALETTES } from "../../src/ui/palettes.ts";
import { luminance, readColour } from "../../src/ui/theme.ts";
import { TOKENS } from "../../src/ui/tokens.ts";

function tokenAt(path: string): unknown {
  let at: unknown = tokens;
  for (const part of path.split("."))
    at = at !== null && typeof at === "object" ? Reflect.get(at, part) : undefined;
  return at !== null && typeof at === "object" ? Reflect.get(at, "$value") : undefined;
}

test.each(Object.entries(TOKENS))("%s is the design system's value", (path, value) => {
  expect(value).toBe(tokenAt(path));
});

function luminanceOf(hex: string): number {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const colour = readColour(`rgb(${channel(1)}, ${channel(3)}, ${channel(5)})`);
  if (!colour) throw new Error(`no colour: ${hex}`);
  return luminance(colour);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ["ink", "paper"],
  ["ink", "field"],
  ["ink", "key-soft"],
  ["soft", "paper"],
  ["key", "paper"],
  ["key", "key-soft"],
  ["key-ink", "key"],
  ["key-ink", "key-over"],
  ["stop", "paper"],
  ["stop", "stop-soft"],
  ["care", "paper"],
  ["care", "care-soft"],
  ["hint", "paper"],
  ["hint", "hint-soft"],
] as const;
const EDGES = [
  ["edge", "paper"],
  ["ring", "paper"],
  ["ring", "ring-ground"],
] as const;

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const palette = PALETTES[theme];
  test.each(TEXT)("%s can be read on %s", (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(EDGES)("%s can be seen on %s", (edge, ground) => {
    expect(contrast(palette[edge], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});
