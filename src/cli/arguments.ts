import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Lang } from "../contract.ts";
import type { Message } from "../locales.ts";

type Values = ReturnType<typeof parseArgs>["values"];

export type Wrong = { state: "wrong"; lang: Lang; error: Message };
export type ReadArguments =
  | { state: "read"; lang: Lang; values: Values; positionals: string[]; wrong: ToWrong }
  | { state: "help" }
  | Wrong;

/** What is wrong with a command line, in the language that it asks for. */
export type ToWrong = (key: string, ...words: string[]) => Wrong;

/**
 * Reads a command line: options and arguments in any order. `options` has `lang` and `help` among others; each option
 * has its value, and only where it takes one.
 */
export function readArguments(args: string[], options: ParseArgsOptionsConfig): ReadArguments {
  // Not strict: the words for what is wrong are ours, in both languages.
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const lang: Lang = values.lang === "en" ? "en" : "ja";
  const wrong: ToWrong = (key, ...words) => ({ state: "wrong", lang, error: { key, args: words } });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) return wrong("cli_unknown_option", token.rawName);
    const takesValue = option.type === "string";
    if (takesValue && !token.value) return wrong("cli_value_missing", token.rawName);
    if (!takesValue && token.value !== undefined) return wrong("cli_value_unwanted", token.rawName);
  }
  if (values.help) return { state: "help" };
  if (values.lang !== undefined && values.lang !== lang) return wrong("cli_unknown_lang");
  return { state: "read", lang, values, positionals, wrong };
}
