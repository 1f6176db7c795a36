import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kitFiles } from "../deploy/kit.ts";
import { BROWSERS, type Browser, FIREFOX_ID, type Place, storeUrl } from "../deploy/targets.ts";
import type { File } from "../deploy/zip.ts";
import { translate } from "../locales.ts";
import { readSigningKey, type SigningKey } from "./crx.ts";
import { type KitArguments, parseKitArguments } from "./kit-options.ts";
import { firefoxIdOf, ownHostingFiles } from "./own-hosting.ts";
import { messageOf, readPolicyFile, UnusableInput, unreadable } from "./unusable.ts";

/** `npm run kit`: exit status 0: the kit is written; 2: something could not be used. */
async function main(args: string[]): Promise<number> {
  const parsed = parseKitArguments(args);
  if (parsed.state === "help") {
    console.log(`${translate("ja", "cli_kit_help")}\n\n${translate("en", "cli_kit_help")}`);
    return 0;
  }
  if (parsed.state === "wrong") {
    const { lang, error } = parsed;
    const help = translate(lang, "cli_see_help");
    console.error(`${translate(lang, error.key, error.args)} ${help}`);
    return 2;
  }
  try {
    await write(parsed.arguments);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function write(job: KitArguments): Promise<void> {
  const { lang, out } = job;
  const { policy, rejected } = await readPolicyFile(job.policyFile, lang);
  if (rejected.length > 0) {
    const lines = rejected.map(({ path, reason }) => {
      const words = translate(lang, `policy_rejected_${reason}`);
      return translate(lang, "cli_policy_rejected", [path, words]);
    });
    // What is handed to every machine is handed out whole.
    throw unusable(job, "cli_kit_rejected", [...lines, ""].join("\n"));
  }
  const key = job.keyFile === null ? null : readKey(job.keyFile, job);
  const places = placesOf(job, key);
  const files = kitFiles(policy, places);
  if (key) files.push(...hostingFiles(job, key));
  writeFiles(files, job);
  console.log(translate(lang, "cli_kit_written", [out, String(files.length)]));
}

/** Which browsers the kit is for. An id without a browser's name means all three. */
function placesOf(job: KitArguments, key: SigningKey | null): { [B in Browser]?: Place } {
  const ids = { ...job.ids };
  const isNamed = Object.keys(ids).length > 0;
  if (key) {
    for (const browser of ["chrome", "edge"] as const) {
      const given = ids[browser];
      if (given !== undefined && given !== key.id) {
        throw unusable(job, "cli_kit_id_not_of_key", given, key.id);
      }
      if (!isNamed) ids[browser] = key.id;
    }
  } else if (!isNamed) throw unusable(job, "cli_kit_no_id");
  if ((ids.chrome && ids.edge) || job.urls.firefox) ids.firefox ??= firefoxId(job);
  return Object.fromEntries(
    BROWSERS.flatMap((browser) => {
      const id = ids[browser];
      return id ? [[browser, { id, url: job.urls[browser] ?? storeUrl(browser, id) }]] : [];
    }),
  );
}

/** A build that forwards the record has one of its own. */
function firefoxId(job: KitArguments): string {
  if (job.builtFolder === null) return FIREFOX_ID;
  try {
    return firefoxIdOf(job.builtFolder);
  } catch (error) {
    throw unusable(job, "cli_kit_not_built", messageOf(error));
  }
}

function hostingFiles(job: KitArguments, key: SigningKey): File[] {
  const { chrome, edge, firefox } = job.urls;
  const updateUrl = chrome ?? edge;
  if (!updateUrl || !firefox) throw unusable(job, "cli_kit_hosting_urls");
  if (!firefox.startsWith("https://")) throw unusable(job, "cli_kit_https");
  if (edge && edge !== updateUrl) throw unusable(job, "cli_kit_one_update_url");
  try {
    return ownHostingFiles({ updateUrl, installUrl: firefox }, key, job.builtFolder ?? undefined);
  } catch (error) {
    throw unusable(job, "cli_kit_not_built", messageOf(error));
  }
}

function readKey(file: string, job: KitArguments): SigningKey {
  try {
    return readSigningKey(readFileSync(file, "utf8"));
  } catch (error) {
    throw unusable(job, "cli_kit_bad_key", file, messageOf(error));
  }
}

/** Only into an empty folder: what an earlier kit left there would be handed out with this one. */
function writeFiles(files: readonly File[], { out, lang }: KitArguments): void {
  try {
    mkdirSync(out, { recursive: true });
    if (readdirSync(out).length > 0) {
      throw new UnusableInput(translate(lang, "cli_kit_not_empty", [out]));
    }
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), bytes);
    }
  } catch (error) {
    throw error instanceof UnusableInput ? error : unreadable(out, error, lang);
  }
}

function unusable({ lang }: KitArguments, key: string, ...args: string[]): UnusableInput {
  return new UnusableInput(translate(lang, key, args));
}

process.exitCode = await main(process.argv.slice(2));
