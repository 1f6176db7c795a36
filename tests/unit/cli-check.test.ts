import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, run, start } from "./command.ts";

let folder = "";
let policy = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenken-cli-"));
  policy = join(folder, "policy.json");
  const term = { term: "峰の原プロジェクト", level: "stop", message: "庁内限りの事業名です。" };
  await writeFile(policy, JSON.stringify({ terms: [term] }));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a text", () => {
  it("is reported with its range marked, the clause, and status 1 for a stop", async () => {
    const { status, out, err } = await run(["次は峰の原プロジェクトです。", "--policy", policy]);
    expect(out).toContain("次は⟦峰の原プロジェクト⟧①です。");
    expect(out).toMatch(/① 停止 .*\n {3}根拠 4\(3\) 守秘義務・個人情報（secret\.term、2-11）/);
    expect(out).toContain("停止 1件・注意 0件・助言 0件");
    expect({ status, err }).toEqual({ status: 1, err: "" });
  });

  it("has no colours where nobody sees them", async () => {
    const { out } = await run(["--policy", policy, "峰の原プロジェクト"]);
    expect(out).not.toContain("\u001b");
  });

  it("has nothing to say of an innocent one, in English too", async () => {
    const { status, out } = await run(["--lang", "en", "図書館は休館です。"]);
    expect({ status, out }).toEqual({
      status: 0,
      out: "図書館は休館です。\n\nThe rules that can be checked found nothing.\n",
    });
  });

  it("comes from standard input with -", async () => {
    const { status, out } = await run(["-", "--policy", policy], "峰の原\n峰の原プロジェクト\n");
    expect(out).toContain("峰の原\n⟦峰の原プロジェクト⟧①\n");
    expect(status).toBe(1);
  });

  it("says on standard error that no shortener was asked", async () => {
    const { status, err } = await run(["詳しくは https://bit.ly/3abc をご覧ください。"]);
    expect(err).toMatch(/短縮URLの行き先は確かめていません/);
    expect(status).toBe(1);
  });

  it("does not steer the terminal", async () => {
    const { out } = await run(["\u001b[2J休館"]);
    expect(out).toContain("[2J休館");
    expect(out).not.toContain("\u001b");
  });
});

describe("--json", () => {
  it("answers a line for each draft, in order, also from a file", async () => {
    const file = join(folder, "drafts.jsonl");
    const drafts = [
      { id: "a", text: "休館です。" },
      { id: "b", text: "峰の原プロジェクト" },
      { text: "" },
    ];
    await writeFile(
      file,
      `\u{FEFF}${drafts.map((draft) => JSON.stringify(draft)).join("\r\n")}\n\n`,
    );
    const { status, out, err } = await run([file, "--policy", policy, "--json"]);
    expect(answers(out)).toEqual([
      { id: "a", findings: [] },
      {
        id: "b",
        findings: [
          expect.objectContaining({ rule: "secret.term", level: "stop", start: 0, end: 9 }),
        ],
      },
      { id: null, findings: [] },
    ]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
  });

  it("adds the facts", async () => {
    const draft = {
      text: "12月5日（土） https://example.com/ 026-245-1400",
      at: "2026-11-01T09:00:00+09:00",
    };
    const { out } = await run(["--facts", "--json", "-"], JSON.stringify(draft));
    expect(answers(out)).toMatchObject([
      {
        facts: {
          links: [{ url: "https://example.com/", host: "example.com", domain: "example.com" }],
          dates: [{ start: 0, iso: "2026-12-05", weekday: "土" }],
          phones: [{ e164: "+81262451400" }],
          weightedLength: expect.any(Number),
        },
      },
    ]);
  });

  it("names the line and the field of what is not a draft, checks the others, and ends with 2", async () => {
    const bad: [unknown, string][] = [
      [{}, "text は文字列"],
      [{ text: "a", platform: "mixi" }, "platform は次のどれか"],
      [{ text: "a", kind: 1 }, "kind は次のどれか"],
      [{ text: "a", id: 1 }, "id は文字列"],
      [{ text: "a", account: 1 }, "account は文字列か null"],
      [{ text: "a", at: "2026-12-01" }, "at は時差付きの日時"],
      [{ text: "a", at: "2026-02-30T09:00:00+09:00" }, "at は時差付きの日時"],
      [
        { text: "a", media: [{ type: "image", alt: null }, { type: "pdf" }] },
        "media[1].type は次のどれか",
      ],
      [{ text: "a", media: [{ type: "gif", alt: 1 }] }, "media[0].alt は文字列か null"],
      [{ text: "a", quoted: { author: "a" } }, "quoted.text は文字列"],
      [["text"], "下書き"],
    ];
    const input = Buffer.concat([
      Buffer.from(`{"text":"休館です。","note":"ours"}\n{"text":\n`),
      Buffer.from([0x22, 0x83, 0x41, 0x22, 0x0a]),
      Buffer.from(
        `${bad.map(([raw]) => JSON.stringify(raw)).join("\n")}\n{"id":"z","text":"\u2028"}`,
      ),
    ]);
    const { status, out, err } = await run(["--json", "-"], input);
    expect(answers(out)).toEqual([
      { id: null, findings: [] },
      { id: null, line: 2, error: expect.stringContaining("JSONとして読めません") },
      { id: null, line: 3, error: "UTF-8ではありません。" },
      ...bad.map(([, error], index) => ({
        id: null,
        line: index + 4,
        error: expect.stringContaining(error),
      })),
      { id: "z", findings: expect.any(Array) },
    ]);
    expect(err).toContain("2行目：");
    expect(status).toBe(2);
  });

  it("streams: the first answer comes before the second draft, and 10,000 are answered", async () => {
    const child = start(["--json", "-"]);
    const lines = createInterface({ input: child.stdout });
    const firstAnswer = once(lines, "line");
    async function* drafts() {
      for (let id = 1; id <= 10_000; id += 1) {
        yield `${JSON.stringify({ id: String(id), text: "休館のお知らせ。".repeat(17) })}\n`;
        if (id === 1) await firstAnswer;
      }
    }
    const ids: unknown[] = [];
    lines.on("line", (line) => ids.push(JSON.parse(line).id));
    await pipeline(drafts, child.stdin);
    await once(lines, "close");
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, index) => String(index + 1)));
  }, 60_000);

  it("ends quietly when its reader has had enough", async () => {
    const child = start(["--json", "-"]);
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.on("error", () => {});
    child.stdin.end('{"text":"休館のお知らせ。"}\n'.repeat(50_000));
    const [err, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect({ err, status }).toEqual({ err: "", status: 0 });
  }, 60_000);
});

describe("what cannot be used ends with 2 and words on standard error", () => {
  it.each([
    [["--colour", "a"], /--colour というオプションはありません/],
    [["--colour", "a", "--lang", "en"], /There is no option --colour/],
    [["-x", "a"], /-x というオプションはありません/],
    [[], /点検する本文がありません/],
    [["a", "b"], /引数は1つだけ/],
    [["a", "--policy"], /--policy には値が必要/],
    [["a", "--json=yes"], /--json に値は付けられません/],
    [["a", "--lang", "fr"], /--lang は ja か en/],
    [["--json", "/nowhere/drafts.jsonl"], /\/nowhere\/drafts\.jsonl を読めません/],
    [["--json", "src"], /src を読めません/],
    [["--csv", "/nowhere/sheet.csv"], /\/nowhere\/sheet\.csv を読めません/],
    [["a", "--policy", "/nowhere/policy.json"], /\/nowhere\/policy\.json を読めません/],
    [["a", "--policy", "README.md"], /README\.md を読めません/],
  ])("%j", async (args, words) => {
    const { status, out, err } = await run(args);
    expect(err).toMatch(words);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  it("but a bad item of a policy is named, left out, and the rest holds", async () => {
    const file = join(folder, "partly.json");
    const terms = [
      { term: "峰の原", level: "loud" },
      { term: "山の上", level: "stop" },
    ];
    await writeFile(file, JSON.stringify({ terms }));
    const { status, out, err } = await run(["峰の原と山の上", "--policy", file]);
    expect(err).toContain("terms[0].level");
    expect(out).toContain("峰の原と⟦山の上⟧①");
    expect(status).toBe(1);
  });
});

it("--help says everything in both languages", async () => {
  const { status, out } = await run(["--help"]);
  for (const option of [
    "--csv",
    "--json",
    "--expand",
    "--facts",
    "--policy FILE",
    "--lang ja|en",
  ]) {
    expect(out.split(option).length).toBeGreaterThan(2);
  }
  expect(out).toContain("使い方");
  expect(out).toContain("Usage");
  expect(status).toBe(0);
});
