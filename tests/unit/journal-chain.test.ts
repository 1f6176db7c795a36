import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { checkpoint, isCheckpointOf, origin, seal, verifyChain } from "../../src/journal/chain.ts";
import type { Sealed } from "../../src/journal/entry.ts";
import {
  canonical,
  isSigned,
  type Keys,
  machineOf,
  makeKeys,
  sign,
} from "../../src/journal/keys.ts";
import { chainOf, gap, post } from "./journal-entries.ts";

let keys: Keys;
let chain: Sealed[];
beforeAll(async () => {
  keys = await makeKeys();
  chain = await chainOf(keys, [post("1"), post("2"), gap("3"), post("4"), post("5")]);
});

const verify = (entries: readonly Sealed[], more: object = {}) =>
  verifyChain(entries, { start: origin(keys.machine), keys, ...more });
const breaksOf = async (entries: readonly Sealed[], more: object = {}) =>
  (await verify(entries, more)).breaks;

describe("a chain of entries", () => {
  it("is whole, and says how many gaps were told", async () => {
    expect(await verify(chain)).toEqual({
      count: 5,
      first: 1,
      head: { seq: 5, hash: chain[4]?.hash },
      breaks: [],
      gaps: 1,
    });
    expect(await verify([])).toMatchObject({ count: 0, first: null, breaks: [] });
  });

  it("shows a word that was changed, and where", async () => {
    const changed = chain.with(1, {
      ...at(1),
      entry: { ...post("2"), reason: "べつの理由" },
    });
    expect(await breaksOf(changed)).toEqual([{ kind: "changed", seq: 2 }]);
  });

  it("shows an entry that was changed together with its public hash, by its seal and by the next", async () => {
    const other = await makeKeys();
    const forged = await seal(other, { seq: 1, hash: at(0).hash }, post("2", { reason: "べつ" }));
    expect(await breaksOf(chain.with(1, forged))).toEqual([
      { kind: "sealed", seq: 2 },
      { kind: "link", seq: 3 },
    ]);
    // Somebody without the machine's key, who wrote all that follows anew, is given away by the seals alone.
    const rewritten = await chainOf(other, [post("1"), post("9")], origin(keys.machine));
    expect((await breaksOf(rewritten)).map(({ kind }) => kind)).toEqual(["sealed", "sealed"]);
  });

  it("shows what was taken out, put in twice, or put in another order", async () => {
    expect(await breaksOf(chain.toSpliced(2, 1))).toEqual([{ kind: "missing", seq: 4 }]);
    expect(await breaksOf(chain.toSpliced(2, 0, at(1)))).toContainEqual({ kind: "order", seq: 2 });
    expect((await breaksOf([at(1), at(0), ...chain.slice(2)])).length).toBeGreaterThan(0);
    expect(await breaksOf(chain.slice(1))).toEqual([{ kind: "missing", seq: 2 }]);
  });

  it("shows a tail that was cut only where something outside vouches for the end", async () => {
    const end = { seq: 5, hash: at(4).hash };
    expect(await breaksOf(chain.slice(0, 4))).toEqual([]);
    expect(await breaksOf(chain.slice(0, 4), { end })).toEqual([{ kind: "end", seq: 5 }]);
  });

  it("begins at a checkpoint that its machine signed", async () => {
    const start = { seq: 2, hash: at(1).hash };
    const point = await checkpoint(keys, start, "2026-12-01T00:00:00.000Z");
    expect(await breaksOf(chain.slice(2), { start })).toEqual([]);
    expect(await isCheckpointOf(keys.publicKey, point)).toBe(true);
    expect(await isCheckpointOf(keys.publicKey, { ...point, seq: 3 })).toBe(false);
    expect(await isCheckpointOf((await makeKeys()).publicKey, point)).toBe(false);
    // A front that was cut without one follows something else.
    const other = { seq: 2, hash: at(0).hash };
    expect(await breaksOf(chain.slice(2), { start: other })).toEqual([{ kind: "start", seq: 3 }]);
  });

  it("is the same chain however long: tells how far it is, and ends when asked", async () => {
    const long = await chainOf(
      keys,
      Array.from({ length: 1_203 }, (_, index) => post(`${index}`)),
    );
    const told: number[] = [];
    const report = await verify(long, { told: (count: number) => told.push(count) });
    expect(report).toMatchObject({ count: 1_203, first: 1, breaks: [] });
    expect(told.at(-1)).toBe(1_203);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    for (const seq of [1, told[0] ?? 0, (told[0] ?? 0) + 1, 1_203]) {
      const one = long[seq - 1];
      if (!one) throw new Error(`no entry ${seq}`);
      const changed = long.with(seq - 1, { ...one, entry: post("other") });
      expect(await breaksOf(changed)).toEqual([{ kind: "changed", seq }]);
      const isLast = seq === long.length;
      expect((await breaksOf(long.toSpliced(seq - 1, 1))).length).toBe(isLast ? 0 : 1);
    }
    const life = new AbortController();
    const seen: number[] = [];
    const stopped = verify(long, {
      signal: life.signal,
      told: (count: number) => {
        seen.push(count);
        life.abort(new Error("stopped"));
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(seen).toHaveLength(1);
  });

  it("shows any one change anywhere", async () => {
    const places = fc.record({
      index: fc.nat({ max: 4 }),
      field: fc.constantFrom("prev", "hash", "seal", "at", "id"),
      letter: fc.constantFrom("x", "", "\ud800", "0"),
    });
    await fc.assert(
      fc.asyncProperty(places, async ({ index, field, letter }) => {
        const one = at(index);
        const changed: Sealed =
          field === "at" || field === "id"
            ? { ...one, entry: { ...one.entry, [field]: `${one.entry[field]}${letter}!` } }
            : { ...one, [field]: `${one[field as "prev"].slice(1)}${letter}!` };
        expect(await breaksOf(chain.with(index, changed))).not.toEqual([]);
      }),
    );
  });

  function at(index: number): Sealed {
    const one = chain[index];
    if (!one) throw new Error(`no entry ${index}`);
    return one;
  }
});

describe("a machine's keys", () => {
  it("cannot be read out, and name the machine", async () => {
    for (const key of [keys.secret, keys.signing]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("jwk", key)).rejects.toThrow();
    }
    expect(keys.machine).toBe(await machineOf(keys.publicKey));
    expect(keys.machine).toMatch(/^[0-9a-f]{64}$/);
  });

  it("sign so that others can check; what is no key or no signature is no proof", async () => {
    const signature = await sign(keys, "記録");
    expect(await isSigned(keys.publicKey, "記録", signature)).toBe(true);
    expect(await isSigned(keys.publicKey, "記禄", signature)).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (key, text) => {
        expect(await isSigned(key, "記録", text)).toBe(false);
        expect(await isSigned(keys.publicKey, "記録", text)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("write the same data the same way, in whichever order", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(canonical(value));
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
    expect(canonical({ b: 1, a: { d: 2, c: [3] } })).toBe('{"a":{"c":[3],"d":2},"b":1}');
  });
});
