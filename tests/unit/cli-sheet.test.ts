/** Over 300 lines: one table of what spreadsheets do to a file, each row run through the real command. */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, run, start } from "./command.ts";

/** 2026-12-05 is a Saturday. */
const WRONG_DAY = "12月5日(日)";
const STOP = { rule: "date.weekday", level: "stop", text: WRONG_DAY };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenken-sheet-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A sheet as Excel writes it: CRLF between rows, LF within cells, quoted where it must be. */
function sheet(rows: readonly (readonly string[])[], delimiter = ","): string {
  const quoted = (cell: string) =>
    /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return `${rows.map((row) => row.map(quoted).join(delimiter)).join("\r\n")}\r\n`;
}

/** What the other rules say of these texts is their business. */
const ofInterest = (answer: unknown) =>
  typeof answer === "object" && answer !== null && "findings" in answer
    ? { ...answer, findings: (answer.findings as { rule: string }[]).filter(isOfInterest) }
    : answer;
const isOfInterest = ({ rule }: { rule: string }) => rule === STOP.rule;

const json = async (bytes: string | Buffer) => {
  const { status, out, err } = await run(["--csv", "--json", "-"], bytes);
  return { status, err, answers: answers(out).map(ofInterest) };
};

const HEADER = ["id", "text", "platform", "kind", "account", "at", "media", "quoted"];
const WHOLE = sheet([
  HEADER,
  [
    "a",
    `粗大ごみ、"臨時"収集は${WRONG_DAY}です。\n①市民会館、②髙山公民館～`,
    "x",
    "post",
    "hoshimi_city",
    "2026-12-01T10:00:00+09:00",
    '[{"type":"image","alt":null}]',
    '{"author":"気象庁","text":"雨"}',
  ],
  ["b", "図書館は休館です。", "facebook", "", "", "", "", ""],
]);

describe("encodings", () => {
  it.each([
    ["UTF-8", "utf8", false],
    ["UTF-8 with a byte order mark", "utf8", true],
    ["Shift_JIS", "cp932", false],
    ["UTF-16, as Excel's Unicode text", "utf-16le", true],
  ])("%s", async (_, encoding, addBOM) => {
    const read = await json(iconv.encode(WHOLE, encoding, { addBOM }));
    expect(read).toEqual({
      status: 1,
      err: "",
      answers: [
        { id: "a", findings: [expect.objectContaining({ ...STOP, start: 12 })] },
        { id: "b", findings: [] },
      ],
    });
  });

  it("is told from the first bytes, and a letter cut between two chunks stays whole", async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => [
      `${index}`,
      `あ${"休館のお知らせです".repeat(3)}`,
    ]);
    const child = start(["--csv", "--json", "--facts", "-"]);
    const lengths = new Set<unknown>();
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => lengths.add(JSON.parse(line).facts.weightedLength));
    const bytes = iconv.encode(sheet([["id", "text"], ...rows]), "cp932");
    const chunks = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, index) =>
      bytes.subarray(index * 777, (index + 1) * 777),
    );
    await pipeline(chunks, child.stdin);
    await once(lines, "close");
    expect([...lengths]).toEqual([56]);
  }, 60_000);

  it("a row with letters that no encoding has is not passed over", async () => {
    const bytes = Buffer.concat([
      Buffer.from("\u{FEFF}id,text\r\na,休館です。\r\nb,"),
      Buffer.from([0x8b, 0xff]),
      Buffer.from("\r\nc,開館です。\r\n"),
    ]);
    const { status, answers } = await json(bytes);
    expect(answers).toEqual([
      { id: "a", findings: [] },
      { id: null, row: 3, line: 3, error: expect.stringContaining("text に読めない文字") },
      { id: "c", findings: [] },
    ]);
    expect(status).toBe(2);
  });
});

describe("what Excel does to a sheet", () => {
  it.each([
    [
      "headings in other letters, with spaces",
      sheet([
        [" ID ", "ＴＥＸＴ"],
        ["a", WRONG_DAY],
      ]),
    ],
    [
      "tabs",
      sheet(
        [
          ["id", "text"],
          ["a", WRONG_DAY],
        ],
        "\t",
      ),
    ],
    [
      "semicolons",
      sheet(
        [
          ["id", "text"],
          ["a", WRONG_DAY],
        ],
        ";",
      ),
    ],
    [
      "a line that names the delimiter",
      `sep=;\r\n${sheet(
        [
          ["id", "text"],
          ["a", WRONG_DAY],
        ],
        ";",
      )}`,
    ],
    [
      "line ends of old Mac OS",
      sheet([
        ["id", "text"],
        ["a", WRONG_DAY],
      ]).replaceAll("\r\n", "\r"),
    ],
    [
      "empty rows before and behind",
      `\r\n,\r\n${sheet([
        ["id", "text"],
        ["a", WRONG_DAY],
      ])},,,\r\n\r\n`,
    ],
    [
      "no line end at the end",
      sheet([
        ["id", "text"],
        ["a", WRONG_DAY],
      ]).trimEnd(),
    ],
    [
      "empty columns behind",
      sheet([
        ["id", "text", "", ""],
        ["a", WRONG_DAY, "", ""],
      ]),
    ],
    [
      "rows that end early",
      sheet([
        ["id", "text", "media"],
        ["a", WRONG_DAY],
      ]),
    ],
    [
      "names with a capital",
      sheet([
        ["id", "text", "platform"],
        ["a", WRONG_DAY, "Facebook"],
      ]),
    ],
  ])("%s", async (_, text) => {
    expect(await json(text)).toEqual({
      status: 1,
      err: "",
      answers: [{ id: "a", findings: [expect.objectContaining(STOP)] }],
    });
  });

  it.each([
    ["2026/12/5 10:00", "2026-12-05 10:00"],
    ["2026-12-05 9:05:30", "2026-12-05 09:05"],
    ["２０２６年１２月５日 １０時３０分", "2026-12-05 10:30"],
    ["2026/12/5(土) 10:00", "2026-12-05 10:00"],
    ["2026/12/5", "2026-12-05 12:00"],
    ["2026-12-05T10:00:00+09:00", "2026-12-05 10:00"],
  ])("at written as %s", async (at, shown) => {
    const { status, out } = await run(
      ["--csv", "-"],
      sheet([
        ["text", "at"],
        ["休館です。", at],
      ]),
    );
    expect(out).toContain(`2行目  ${shown}  X  規則で確認できる範囲で指摘はありません。`);
    expect(status).toBe(0);
  });

  it("takes a time without an offset for Japan's, wherever the machine stands", async () => {
    const rows = [
      ["text", "at"],
      ["1月3日(日)に開催", "2025/12/31 23:30"],
    ];
    const seen = await Promise.all(
      ["America/Los_Angeles", "Pacific/Kiritimati"].map((TZ) =>
        run(["--csv", "--json", "--facts", "-"], sheet(rows), { TZ }),
      ),
    );
    expect(seen[0]?.out).toContain('"iso":"2026-01-03"');
    expect(seen[1]?.out).toBe(seen[0]?.out);
  });
});

describe("what is wrong with a sheet", () => {
  it.each([
    ["", /表が空です/],
    ["\r\n\r\n", /表が空です/],
    [
      "id,本文,platform\r\na,休館,x\r\n",
      /text（本文）の列がありません。1行目にある列：id, 本文, platform/,
    ],
    ["text,id,Text\r\na,b,c\r\n", /同じ名前の列が2つあります：text/],
  ])("%j ends with 2 and one line of words", async (input, words) => {
    const { status, out, err } = await run(["--csv", "-"], input);
    expect(err).toMatch(words);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  it("says which columns it does not use, and goes on", async () => {
    const { status, out, err } = await run(
      ["--csv", "--json", "-"],
      sheet([
        ["id", "担当", "text", "Memo"],
        ["a", "広報", "休館です。", "済"],
      ]),
    );
    expect(err).toBe("点検に使わない列：担当, Memo\n");
    expect(answers(out)).toEqual([{ id: "a", findings: [] }]);
    expect(status).toBe(0);
  });

  const GOOD = "good,図書館は休館です。,,,,,,";
  it.each([
    ["platform", "x1,休館,mixi,,,,,", "platform は次のどれか"],
    ["kind", "x1,休館,x,tweet,,,,", "kind は次のどれか"],
    ["at", "x1,休館,x,,,あした,,", "at は日時"],
    ["a day that the calendar has not", "x1,休館,x,,,2026/2/30 10:00,,", "at は日時"],
    ["media that is no JSON", "x1,休館,x,,,,image,", "media をJSONとして読めません"],
    [
      "media of another shape",
      'x1,休館,x,,,,"[{""type"":""pdf""}]",',
      "media[0].type は次のどれか",
    ],
    ["quoted", 'x1,休館,x,,,,,"{""author"":""a""}"', "quoted.text は文字列"],
    ["a comma that is not quoted", "x1,休館,x,,,,,,です", "9列目の「です」には見出しがありません"],
    ["a quotation mark that is not closed", 'x1,"休館,x,,,,,', "引用符"],
    ["a cell that goes on behind its mark", 'x1,"休館"です,x,,,,,', "引用符"],
  ])("%s: the row and the column are named, and the others are checked", async (_, bad, words) => {
    const several = `two,"図書館は\n${WRONG_DAY}\n休館です。",,,,2026/12/1 9:00,,`;
    const text = [HEADER.join(","), several, bad, GOOD, several].join("\r\n");
    const { status, err, answers } = await json(text);
    expect(answers).toEqual([
      { id: "two", findings: [expect.objectContaining({ ...STOP, start: 5 })] },
      { id: null, row: 3, line: 5, error: expect.stringContaining(words) },
      { id: "good", findings: [] },
      { id: "two", findings: [expect.objectContaining(STOP)] },
    ]);
    expect(err).toMatch(/^3行目：/);
    expect(err).toContain(words);
    expect(status).toBe(2);
  });

  it("a quotation mark within a cell that is not quoted stands for itself", async () => {
    const { status, answers } = await json('id,text\r\na,24" モニター\r\nb,"休館"\r\n');
    expect(answers).toEqual([
      { id: "a", findings: [] },
      { id: "b", findings: [] },
    ]);
    expect(status).toBe(0);
  });
});

describe("the summary", () => {
  it("tells each row, what was found with words and repair, and counts at the end", async () => {
    const file = join(folder, "来月の予約.csv");
    const rows = [
      ["id", "text", "platform", "account", "at"],
      ["12-01", `収集は\n${WRONG_DAY}です。`, "x", "hoshimi_city", "2026/12/1 10:00"],
      ["12-02", "図書館は休館です。", "Facebook", "星見市", "2026/12/2 9:00"],
      ["12-03", "看護婦を募集します。", "x", "hoshimi_city", "2026/12/3 9:00"],
      ["12-04", "休館です。", "mixi", "", ""],
    ];
    await writeFile(file, iconv.encode(sheet(rows), "cp932"));
    const { status, out, err } = await run(["--csv", file]);
    expect(out.split("\n")).toEqual([
      "2行目  12-01  2026-12-01 10:00  X  hoshimi_city  停止 1件・注意 0件・助言 0件",
      expect.stringMatching(/^ {3}停止 「12月5日\(日\)」 .*土曜日です/),
      "      根拠 5(2) 正確かつ簡潔（date.weekday）",
      expect.stringContaining("「12月5日(日)」→「12月5日(土)」"),
      expect.stringContaining("「12月5日(日)」→「12月6日(日)」"),
      "3行目  12-02  2026-12-02 09:00  Facebook  星見市  規則で確認できる範囲で指摘はありません。",
      "4行目  12-03  2026-12-03 09:00  X  hoshimi_city  停止 0件・注意 1件・助言 0件",
      expect.stringMatching(/^ {3}注意 「看護婦」/),
      expect.stringContaining("4(5)イ"),
      expect.stringContaining("「看護婦」→「看護師」"),
      expect.stringMatching(/^5行目 {2}未点検 platform は次のどれか/),
      "",
      "4行を読みました。停止あり 1行・注意あり 1行・助言あり 0行・未点検 1行",
      "",
    ]);
    expect(err).toMatch(/^5行目：platform は次のどれか/);
    expect(status).toBe(2);
  });

  it("speaks English, and no cell steers the terminal or breaks its line", async () => {
    const { out } = await run(
      ["--csv", "--lang", "en", "-"],
      sheet([
        ["id", "text"],
        ["\u001b[2J\na", "Closed today."],
      ]),
    );
    expect(out).toBe(
      "Row 2  \u{FFFD}[2J a  X  The rules that can be checked found nothing.\n\n" +
        "1 rows read. With stop 0, with care 0, with hint 0, not checked 0\n",
    );
  });

  it("says once that no shortener was asked", async () => {
    const row = ["詳しくは https://bit.ly/3abc へ"];
    const { err } = await run(["--csv", "-"], sheet([["text"], row, row]));
    expect(err).toMatch(/^短縮URLの行き先は確かめていません。--expand .*\n$/);
  });
});

it("streams: rows are answered while the sheet is still being written, in little memory", async () => {
  const child = start(["--csv", "--json", "-"], { NODE_OPTIONS: "--max-old-space-size=64" });
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, "line");
  const ROWS = 5_000;
  async function* rows() {
    yield "id,text\r\n";
    for (let id = 1; id <= ROWS; id += 1) {
      yield `${id},"${"図書館は休館です。\n".repeat(15)}"\r\n`;
      // Its encoding is told from the first 64 kB.
      if (id === 400) await first;
    }
  }
  let last = 0;
  lines.on("line", (line) => {
    const id = Number(JSON.parse(line).id);
    if (id === last + 1) last = id;
  });
  await pipeline(rows, child.stdin);
  await once(lines, "close");
  expect(last).toBe(ROWS);
}, 120_000);
