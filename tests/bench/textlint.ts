import { createRequire } from "node:module";
import { TextlintKernel, type TextlintKernelRule } from "@textlint/kernel";

// Both are CommonJS; the preset has no types of its own.
const require = createRequire(import.meta.url);
const japanese: {
  rules: Record<string, TextlintKernelRule["rule"]>;
  rulesConfig: Record<string, NonNullable<TextlintKernelRule["options"]>>;
} = require("textlint-rule-preset-japanese");
const { default: plugin } = require("@textlint/textlint-plugin-text");

/** textlint as its own command line would run it on a plain text with this preset. */
export function textlint(): (text: string) => Promise<unknown> {
  const kernel = new TextlintKernel();
  const rules = Object.entries(japanese.rules).map(([ruleId, rule]) => ({
    ruleId,
    rule,
    options: japanese.rulesConfig[ruleId] ?? true,
  }));
  const plugins = [{ pluginId: "text", plugin }];
  return (text) => kernel.lintText(text, { ext: ".txt", plugins, rules });
}
