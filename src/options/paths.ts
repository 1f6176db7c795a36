import type { Policy } from "../contract.ts";
import { KEYS } from "../policy/keys.ts";
import type { Shape } from "../policy/schema.ts";
import type { Path } from "../policy/words.ts";
import type { Place } from "./values.ts";

/** One value of the settings: where it stands, what it may be, and what it is called. */
export interface Spot {
  place: Place;
  shape: Shape;
  /** As validation calls it: `accounts[2].status`. */
  path: string;
  /** By which `_locales` names it: without positions and a map's own names. */
  words: Path;
}

export function keySpot(key: keyof Policy): Spot {
  return { place: [key], shape: KEYS[key].shape, path: key, words: [key] };
}

export function fieldSpot(spot: Spot, name: string): Spot {
  const shape = spot.shape.kind === "record" ? spot.shape.fields[name] : undefined;
  if (!shape) throw new Error(`no field ${name} in ${spot.path}`);
  return {
    place: [...spot.place, name],
    shape,
    path: `${spot.path}.${name}`,
    words: [...spot.words, name],
  };
}

export function itemSpot(spot: Spot, item: number | string): Spot {
  if (spot.shape.kind !== "list" && spot.shape.kind !== "map")
    throw new Error(`no items in ${spot.path}`);
  return {
    place: [...spot.place, item],
    shape: spot.shape.of,
    path: `${spot.path}[${JSON.stringify(item)}]`,
    words: spot.words,
  };
}
