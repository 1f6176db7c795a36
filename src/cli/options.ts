import type { Lang } from "../contract.ts";
import { readArguments, type Wrong } from "./arguments.ts";

export interface CheckArguments {
  lang: Lang;
  /** A text, or a file with `json` or `csv`, or "-" for standard input. */
  input: string;
  json: boolean;
  csv: boolean;
  /** May the shorteners be asked. */
  expand: boolean;
  facts: boolean;
  policyFile: string | null;
}

export type Parsed = { state: "run"; arguments: CheckArguments } | { state: "help" } | Wrong;

const OPTIONS = {
  json: { type: "boolean" },
  csv: { type: "boolean" },
  expand: { type: "boolean" },
  facts: { type: "boolean" },
  policy: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the command line; options and the one argument come in any order. */
export function parseCheckArguments(args: string[]): Parsed {
  const read = readArguments(args, OPTIONS);
  if (read.state !== "read") return read;
  const { lang, values, positionals, wrong } = read;
  const [input, ...more] = positionals;
  if (input === undefined) return wrong("cli_nothing_to_check");
  if (more.length > 0) return wrong("cli_more_than_one");
  return {
    state: "run",
    arguments: {
      lang,
      input,
      json: values.json === true,
      csv: values.csv === true,
      expand: values.expand === true,
      facts: values.facts === true,
      policyFile: typeof values.policy === "string" ? values.policy : null,
    },
  };
}
