import { expect, it } from "vitest";
import { codeFiles, read } from "./source.ts";

const LIMIT = 300;

it(`no file is longer than ${LIMIT} lines unless its first comment says why`, () => {
  const long = codeFiles("src", "entrypoints", "tests").filter((path) => {
    const { code, firstComment } = read(path);
    return code.trimEnd().split("\n").length > LIMIT && !firstComment.includes(`${LIMIT} lines`);
  });
  expect(long).toEqual([]);
});
