import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DemoServer, startServer } from "../../src/demo/server.ts";
import { answers, run } from "./command.ts";

const PAGE = "https://www.city.hoshimi.lg.jp/gomi.html";

let server: DemoServer;
let folder = "";
/** The command reaches this machine's server alone, as a machine behind a proxy does. */
let network: Record<string, string> = {};
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "tenken-expand-"));
  const proxy = `http://127.0.0.1:${server.port}`;
  network = {
    HTTPS_PROXY: proxy,
    HTTP_PROXY: proxy,
    NO_PROXY: "",
    // The stand-in's certificate is its own; Node's warning of it is not the command's.
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
    NODE_NO_WARNINGS: "1",
  };
});
beforeEach(() => server.clear());
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const asked = () =>
  server.requests().map(({ method, scheme, host, path }) => `${method} ${scheme}://${host}${path}`);

async function policyFile(policy: object): Promise<string> {
  const file = join(folder, `${Object.keys(policy).join("-")}.json`);
  await writeFile(file, JSON.stringify(policy));
  return file;
}

describe("--expand", () => {
  it("asks once by HEAD, without cookie, referrer or name, and never the destination", async () => {
    server.standIn("bit.ly/a", { status: 301, location: PAGE });
    const { status, out, err } = await run(
      ["--expand", "詳しくは https://bit.ly/a へ"],
      "",
      network,
    );
    expect(out).toContain("www.city.hoshimi.lg.jp");
    expect(out).toContain(`「https://bit.ly/a」→「${PAGE}」`);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(asked()).toEqual(["HEAD https://bit.ly/a"]);
    expect(Object.keys(server.requests()[0]?.headers ?? {}).sort()).toEqual(["connection", "host"]);
  });

  it("goes on from shortener to shortener, and asks by GET where HEAD is refused", async () => {
    server.standIn("bit.ly/a", { status: 302, location: "http://x.gd/b", refuseHead: true });
    server.standIn("x.gd/b", { status: 302, location: PAGE });
    const { out } = await run(["--expand", "bit.ly/a"], "", network);
    expect(out).toContain(`→「${PAGE}」`);
    expect(asked()).toEqual([
      "HEAD https://bit.ly/a",
      "GET https://bit.ly/a",
      "HEAD https://x.gd/b",
    ]);
  });

  it.each([
    ["dead", { status: 410 }, "無効"],
    ["a page", { status: 200, body: "<p>…</p>" }, "展開できませんでした"],
    ["an outage", { status: 503 }, "つながらないか断られて"],
    ["silence", { status: 200, delay: Number.POSITIVE_INFINITY }, "時間内に答えがなく"],
  ])("tells %s from the rest", async (_, answer, words) => {
    server.standIn("bit.ly", answer);
    const { out } = await run(["--expand", "https://bit.ly/a"], "", network);
    expect(out).toContain(words);
  });

  it("a machine without a way out gets its answer all the same", async () => {
    const nowhere = { ...network, HTTPS_PROXY: "http://127.0.0.1:1" };
    const { status, out } = await run(["--expand", "https://bit.ly/a"], "", nowhere);
    expect(out).toContain("① 停止");
    expect(status).toBe(1);
  });

  it("answers JSON Lines and sheets with the destination; the same address is asked once", async () => {
    server.standIn("bit.ly", { status: 301, location: PAGE });
    const rows = ["id,text", "a,https://bit.ly/a", "b,https://bit.ly/b", "c,https://bit.ly/a"];
    const { out } = await run(["--expand", "--csv", "--json", "-"], rows.join("\n"), network);
    const destination = expect.objectContaining({ url: PAGE, kind: "public-body" });
    expect(answers(out)).toEqual(
      ["a", "b", "c"].map((id) => ({ id, findings: [expect.objectContaining({ destination })] })),
    );
    expect(asked()).toEqual(["HEAD https://bit.ly/a", "HEAD https://bit.ly/b"]);
  });

  it("nobody is asked where policy forbids it, and it says so", async () => {
    const policy = await policyFile({ expandShortUrls: false });
    const { out, err } = await run(["--expand", "--policy", policy, "bit.ly/a"], "", network);
    expect(err).toMatch(/expandShortUrls/);
    expect(out).toContain("問い合わせていません");
    expect(asked()).toEqual([]);
  });

  it("hosts that the policy adds are warned of, hosts that it allows are quiet; neither is asked", async () => {
    const policy = await policyFile({
      extraShorteners: ["go.hoshimi.example"],
      allowedShorteners: ["bit.ly"],
    });
    const text = "https://go.hoshimi.example/a と https://bit.ly/a";
    const { out, err } = await run(["--expand", "--policy", policy, text], "", network);
    expect(out).toContain("⟦https://go.hoshimi.example/a⟧①");
    expect(out).not.toContain("②");
    expect(err).toBe("");
    expect(asked()).toEqual([]);
  });
});

it("without --expand nothing leaves the machine", async () => {
  const inputs = [["bit.ly/a"], ["--json", "-"], ["--csv", "-"]];
  for (const args of inputs) {
    const input = args.includes("--json") ? '{"text":"bit.ly/a"}' : "text\nbit.ly/a\n";
    const { status } = await run(args, input, network);
    expect(status).toBe(1);
  }
  expect(asked()).toEqual([]);
});
