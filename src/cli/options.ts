import { parseArgs } from "node:util";
import type { Lang } from "../contract.ts";
import type { Message } from "../locales.ts";

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

export type Parsed =
  | { state: "run"; arguments: CheckArguments }
  | { state: "help" }
  | { state: "wrong"; lang: Lang; error: Message };

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
  // Not strict: the words for what is wrong are ours, in both languages.
  const { values, positionals, tokens } = parseArgs({
    args,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const lang: Lang = values.lang === "en" ? "en" : "ja";
  const wrong = (key: string, ...words: string[]): Parsed => ({
    state: "wrong",
    lang,
    error: { key, args: words },
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!isOption(token.name)) return wrong("cli_unknown_option", token.rawName);
    const takesValue = OPTIONS[token.name].type === "string";
    if (takesValue && !token.value) return wrong("cli_value_missing", token.rawName);
    if (!takesValue && token.value !== undefined) return wrong("cli_value_unwanted", token.rawName);
  }
  if (values.help) return { state: "help" };
  if (values.lang !== undefined && values.lang !== lang) return wrong("cli_unknown_lang");
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

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}
