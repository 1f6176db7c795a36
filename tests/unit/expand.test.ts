import { describe, expect, it, vi } from "vitest";

import type { Expansion } from "../../src/contract.ts";
import { askableAddresses, isAskable } from "../../src/links/askable.ts";
import { createExpander } from "../../src/links/expand.ts";
import { type Asker, followHops, HOPS_AT_MOST, type Reply } from "../../src/links/hops.ts";

const BIT = "https://bit.ly/a";

function redirect(location: string, status = 301): Reply {
  return { kind: "answer", status, location };
}

function page(status: number): Reply {
  return { kind: "answer", status, location: null };
}

/** Answers from a table and keeps what was asked. */
function asker(replies: Record<string, Reply>): { ask: Asker; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (url, method) => {
      asked.push(`${method} ${url}`);
      return replies[`${method} ${url}`] ?? replies[url] ?? { kind: "failed" };
    },
  };
}

describe("followHops", () => {
  it("never asks the destination", async () => {
    const { ask, asked } = asker({ [BIT]: redirect("https://www.example.jp/a") });
    expect(await followHops(BIT, ask, isAskable)).toEqual({
      state: "leads",
      url: "https://www.example.jp/a",
    });
    expect(asked).toEqual([`HEAD ${BIT}`]);
  });

  it("goes on from shortener to shortener", async () => {
    const { ask, asked } = asker({
      [BIT]: redirect("https://x.gd/b", 302),
      "https://x.gd/b": redirect("/c", 307),
      "https://x.gd/c": redirect("https://www.example.jp/", 308),
    });
    expect(await followHops(BIT, ask, isAskable)).toEqual({
      state: "leads",
      url: "https://www.example.jp/",
    });
    expect(asked).toEqual([`HEAD ${BIT}`, "HEAD https://x.gd/b", "HEAD https://x.gd/c"]);
  });

  it("asks encrypted first, as written only where that fails", async () => {
    const plain = "http://bit.ly/a";
    const secure = asker({ [BIT]: redirect("https://www.example.jp/") });
    expect(await followHops(plain, secure.ask, isAskable)).toMatchObject({ state: "leads" });
    expect(secure.asked).toEqual([`HEAD ${BIT}`]);

    const old = asker({ [plain]: redirect("https://www.example.jp/") });
    expect(await followHops(plain, old.ask, isAskable)).toMatchObject({ state: "leads" });
    expect(old.asked).toEqual([`HEAD ${BIT}`, `HEAD ${plain}`]);
  });

  it("stops after five hops, and in a ring", async () => {
    let number = 0;
    const endless = vi.fn<Asker>(async () => {
      number += 1;
      return redirect(`https://bit.ly/${number}`);
    });
    expect(await followHops(BIT, endless, isAskable)).toEqual({
      state: "leads",
      url: `https://bit.ly/${HOPS_AT_MOST}`,
    });
    expect(endless).toHaveBeenCalledTimes(HOPS_AT_MOST);

    const ring = asker({ [BIT]: redirect("https://x.gd/b"), "https://x.gd/b": redirect(BIT) });
    expect(await followHops(BIT, ring.ask, isAskable)).toEqual({ state: "leads", url: BIT });
    expect(ring.asked).toHaveLength(2);
  });

  it.each([400, 403, 405, 501])("asks once by GET where HEAD is answered %i", async (status) => {
    const { ask, asked } = asker({
      [`HEAD ${BIT}`]: page(status),
      [`GET ${BIT}`]: redirect("https://www.example.jp/"),
    });
    expect(await followHops(BIT, ask, isAskable)).toMatchObject({ state: "leads" });
    expect(asked).toEqual([`HEAD ${BIT}`, `GET ${BIT}`]);
  });

  const outcomes: [string, Reply, Expansion["state"]][] = [
    ["404", page(404), "dead"],
    ["410", page(410), "dead"],
    ["a page of its own", page(200), "opaque"],
    ["a redirect without an address", page(302), "opaque"],
    ["an address that is no web page", redirect("javascript:alert(1)"), "opaque"],
    ["an outage", page(503), "refused"],
    ["403 to both methods", page(403), "refused"],
    ["no connection", { kind: "failed" }, "refused"],
    ["silence", { kind: "timeout" }, "timeout"],
  ];
  it.each(outcomes)("tells %s from the rest", async (_, reply, state) => {
    expect(await followHops(BIT, asker({ [BIT]: reply }).ask, isAskable)).toEqual({ state });
  });

  it("keeps what the first hop said when a later one is silent", async () => {
    const { ask } = asker({
      [BIT]: redirect("https://x.gd/b"),
      "https://x.gd/b": { kind: "timeout" },
    });
    expect(await followHops(BIT, ask, isAskable)).toEqual({
      state: "leads",
      url: "https://x.gd/b",
    });
  });

  it("asks nothing of a host that is not on the list", async () => {
    const { ask, asked } = asker({});
    expect(await followHops("https://www.example.jp/", ask, isAskable)).toEqual({
      state: "not-asked",
    });
    expect(asked).toEqual([]);
  });
});

describe("askableAddresses", () => {
  const POLICY = { expandShortUrls: true, extraShorteners: [], allowedShorteners: [] };
  const links = [
    "http://bit.ly/a",
    "https://youtu.be/b",
    "https://t.co/c",
    "http://bit.ly/a",
    "https://line.me/R/ti/p/d",
    "https://go.example.jp/e",
    "https://bit.ly/",
    "https://bit.ly:8443/f",
    "https://user:word@bit.ly/g",
    "https://www.example.jp/",
  ].map((url) => ({ url, host: new URL(url).hostname }));

  it("lists shorteners, short forms and t.co, each once", () => {
    expect(askableAddresses(links, POLICY)).toEqual([
      "http://bit.ly/a",
      "https://youtu.be/b",
      "https://t.co/c",
    ]);
  });

  it("lists nothing where policy forbids to ask", () => {
    expect(askableAddresses(links, { ...POLICY, expandShortUrls: false })).toEqual([]);
  });

  it("leaves out what the organisation added or allowed", () => {
    const policy = { ...POLICY, extraShorteners: ["youtu.be"], allowedShorteners: ["bit.ly"] };
    expect(askableAddresses(links, policy)).toEqual(["https://t.co/c"]);
  });
});

describe("createExpander", () => {
  function ends(replies: Record<string, Reply>, session: Record<string, Expansion> = {}) {
    const { ask, asked } = asker(replies);
    const written: Record<string, Expansion>[] = [];
    return {
      asked,
      written,
      ends: {
        ask,
        readSession: async () => session,
        writeSession: async (expansions: Record<string, Expansion>) => {
          written.push(expansions);
        },
      },
    };
  }

  it("asks each address once, however often it is wanted", async () => {
    const world = ends({ [BIT]: redirect("https://www.example.jp/") });
    const expander = createExpander(world.ends);
    const [first] = await Promise.all([expander.expand([BIT, BIT]), expander.expand([BIT])]);
    await expander.expand([BIT]);
    expect(world.asked).toEqual([`HEAD ${BIT}`]);
    expect([...first]).toEqual([[BIT, { state: "leads", url: "https://www.example.jp/" }]]);
    expect(expander.known().get(BIT)).toEqual({ state: "leads", url: "https://www.example.jp/" });
  });

  it("remembers for the session what will not change", async () => {
    const world = ends({ [BIT]: page(404), "https://x.gd/b": { kind: "timeout" } });
    const expander = createExpander(world.ends);
    await expander.expand([BIT, "https://x.gd/b"]);
    expect(world.written.at(-1)).toEqual({ [BIT]: { state: "dead" } });
    await expander.expand([BIT, "https://x.gd/b"]);
    expect(world.asked).toEqual([`HEAD ${BIT}`, "HEAD https://x.gd/b", "HEAD https://x.gd/b"]);
  });

  it("asks nothing that an earlier worker of this session learnt", async () => {
    const learnt: Expansion = { state: "leads", url: "https://www.example.jp/" };
    const world = ends({}, { [BIT]: learnt });
    expect([...(await createExpander(world.ends).expand([BIT]))]).toEqual([[BIT, learnt]]);
    expect(world.asked).toEqual([]);
  });

  it("never rejects", async () => {
    const world = ends({});
    const broken = { ...world.ends, ask: () => Promise.reject(new Error("no network")) };
    expect([...(await createExpander(broken).expand([BIT]))]).toEqual([
      [BIT, { state: "refused" }],
    ]);
  });
});
