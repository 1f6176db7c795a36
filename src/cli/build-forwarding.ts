import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readEndpoint } from "../forwarding/endpoint.ts";
import { translate } from "../locales.ts";
import { readArguments } from "./arguments.ts";

/**
 * `npm run build:forwarding`: builds the extension with the one collector that it may send the record to.
 * Exit status 0: both builds are there; 1: one could not be made; 2: the command line could not be used.
 */

const OPTIONS = {
  endpoint: { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const DEFAULT_FOLDER = ".output/forwarding";

function main(args: string[]): number {
  const read = readArguments(args, OPTIONS);
  if (read.state === "help") {
    console.log(
      `${translate("ja", "cli_forwarding_help")}\n\n${translate("en", "cli_forwarding_help")}`,
    );
    return 0;
  }
  const { lang } = read;
  const refuse = (key: string, words: readonly string[]) => {
    console.error(`${translate(lang, key, [...words])} ${translate(lang, "cli_see_help")}`);
    return 2;
  };
  if (read.state === "wrong") return refuse(read.error.key, read.error.args ?? []);
  const [unexpected] = read.positionals;
  if (unexpected !== undefined) return refuse("cli_forwarding_unexpected", [unexpected]);
  const given = read.values.endpoint;
  if (typeof given !== "string") return refuse("cli_forwarding_missing", []);
  const reading = readEndpoint(given);
  if (!reading.ok) return refuse(`cli_forwarding_${reading.reason}`, [given]);

  const { url } = reading.endpoint;
  const folder = typeof read.values.out === "string" ? read.values.out : DEFAULT_FOLDER;
  if (!["chrome", "firefox"].every((target) => build(target, url, folder))) {
    console.error(translate(lang, "cli_forwarding_failed"));
    return 1;
  }
  console.log(translate(lang, "cli_forwarding_built", [url, folder]));
  return 0;
}

/** The configuration takes the address from the environment: no file says that this build forwards. */
function build(target: string, endpoint: string, folder: string): boolean {
  const wxt = fileURLToPath(new URL("../../node_modules/wxt/bin/wxt.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [wxt, "build", "-b", target], {
    stdio: "inherit",
    env: {
      ...process.env,
      TENKEN_FORWARDING_ENDPOINT: endpoint,
      TENKEN_FORWARDING_FOLDER: folder,
    },
  });
  return status === 0;
}

process.exitCode = main(process.argv.slice(2));
