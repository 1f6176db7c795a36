import { createHash } from "node:crypto";
import { transformSync } from "esbuild";
import { defineConfig } from "wxt";
import en from "./assets/_locales/en/messages.json" with { type: "json" };
import ja from "./assets/_locales/ja/messages.json" with { type: "json" };
import { readConfusables } from "./src/accounts/confusables-data.ts";
import { FIREFOX_ID, forwardingFirefoxId } from "./src/deploy/targets.ts";
import { compileGates } from "./src/engine/compile-gates.ts";
import { readHolidays } from "./src/facts/holidays-data.ts";
import { compileLexicons } from "./src/facts/lexicon-entries.ts";
import { readSurnames } from "./src/facts/surnames-data.ts";
import { readEndpoint } from "./src/forwarding/endpoint.ts";
import { ASKABLE_HOSTS } from "./src/links/hosts.ts";
import { NOTE_STYLES } from "./src/lookout/styles.ts";
import { DEFAULT_POLICY } from "./src/policy/defaults.ts";
import { KEYS } from "./src/policy/keys.ts";
import { managedSchema } from "./src/policy/managed-schema.ts";
import { rules } from "./src/rules/index.ts";
import { SITE_HOSTS } from "./src/sites/hosts.ts";
import { STYLES } from "./src/ui/styles.ts";

const siteMatches = SITE_HOSTS.map((host) => `https://${host}/*`);
const askable = ASKABLE_HOSTS.flatMap((host) => [`https://${host}/*`, `http://${host}/*`]);

/** Set by `npm run build:forwarding`: the one collector that this build can reach. Any other build: null. */
const forwarding = (() => {
  const address = process.env.TENKEN_FORWARDING_ENDPOINT;
  if (!address) return null;
  const read = readEndpoint(address);
  if (!read.ok) throw new Error(`TENKEN_FORWARDING_ENDPOINT: ${read.reason}`);
  const digest = createHash("sha256").update(read.endpoint.url).digest("hex").slice(0, 16);
  return {
    ...read.endpoint,
    folder: process.env.TENKEN_FORWARDING_FOLDER || ".output/forwarding",
    firefoxId: forwardingFirefoxId(digest),
  };
})();

/** In the ordinary build the doors to the forwarding lead nowhere, and nothing behind them is built. */
const FORWARDING_MODULES: Readonly<Record<string, string>> = forwarding
  ? {
      "src/forwarding/in-worker.ts": 'export { startForwarding } from "./worker.ts";',
      "src/forwarding/in-pages.ts": 'export { ForwardingLine, ForwardingPart } from "./part.tsx";',
      "src/forwarding/address.ts": `export const ENDPOINT = ${JSON.stringify(forwarding.url)};`,
    }
  : {};

const MANAGED_SCHEMA = "managed-schema.json";

/** A module that gives what was computed now; text that is parsed as JSON is ready sooner than the same as code. */
const giving = (name: string, value: unknown) =>
  `export const ${name} = () => JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** A worker says what its rules say, alone or as a group (link_fix_…); pages and command line say the rest. */
const SPOKEN = new Set(rules.map(({ id }) => id.slice(0, id.indexOf("."))));
const spoken = (words: Readonly<Record<string, { message: string }>>) =>
  Object.fromEntries(
    Object.entries(words).filter(([key]) => SPOKEN.has(key.slice(0, key.indexOf("_")))),
  );

/** Modules that stand for something computed; a build computes it, so that no worker has to at its start. */
const COMPUTED: Readonly<Record<string, string>> = {
  "src/facts/gates-compiled.ts": `export const PACKED_GATES = ${JSON.stringify(compileGates(DEFAULT_POLICY))};`,
  "src/facts/lexicon-compiled.ts": giving("readLexicons", compileLexicons()),
  "src/facts/surnames-data.ts": giving("readSurnames", readSurnames()),
  "src/facts/holidays-data.ts": giving("readHolidays", readHolidays()),
  "src/accounts/confusables-data.ts": giving("readConfusables", readConfusables()),
};
const WORKERS_WORDS = {
  "src/words.ts": `export const CATALOGUES = JSON.parse(${JSON.stringify(JSON.stringify({ ja: spoken(ja), en: spoken(en) }))});`,
};

/** A rule's examples are for tests and guide. The formatter sets the property alone between its two lines. */
const EXAMPLES = /^ {2}examples: \{\n[\s\S]*?^ {2}\},$/m;
const withoutExamples = {
  name: "without examples",
  enforce: "pre" as const,
  transform: (code: string, id: string) =>
    id.includes("/src/rules/")
      ? code.replace(EXAMPLES, "  examples: { fires: [], quiet: [] },")
      : null,
};

/**
 * What a page's script can do without. Of the browser it asks messages and words alone, which every browser
 * gives as promises since Manifest V3: no polyfill. And WXT's context would tell the page, by a message to its
 * window, that the script is there.
 */
const WITHOUT_FRAMEWORK = {
  "webextension-polyfill/dist/browser-polyfill.js":
    "export default globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;",
  "wxt/dist/utils/content-script-context.mjs": "export class ContentScriptContext {}",
};

const minifyStyles = (css: string) =>
  transformSync(css, {
    loader: "css",
    minify: true,
    target: ["chrome128", "firefox153"],
  }).code.trim();

/** Styles are written to be read, with their tokens; what is shipped is what the browser reads of them. */
const CONTENT_STYLES = {
  "src/ui/styles.ts": `export const STYLES = ${JSON.stringify(minifyStyles(STYLES))};`,
  "src/lookout/styles.ts": `export const NOTE_STYLES = ${JSON.stringify(minifyStyles(NOTE_STYLES))};`,
};

/** Puts what was computed in a module's place. */
const inPlaceOf = (modules: Readonly<Record<string, string>>) => ({
  name: `computed: ${Object.keys(modules)}`,
  enforce: "pre" as const,
  load: (id: string) => Object.entries(modules).find(([path]) => id.endsWith(`/${path}`))?.[1],
});

/** One to three per cent smaller than by the default minifier, and slower only to build. */
const SMALLEST = {
  minify: "terser",
  terserOptions: { ecma: 2020, compress: { passes: 3 } },
} as const;

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill"],
  publicDir: "assets",
  ...(forwarding ? { outDir: forwarding.folder } : {}),
  hooks: {
    "vite:build:extendConfig": (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === "background")) {
        config.plugins = [...(config.plugins ?? []), inPlaceOf(WORKERS_WORDS), withoutExamples];
        config.build = { ...config.build, ...SMALLEST };
      }
      if (entrypoints.some(({ type }) => type === "content-script" || type === "unlisted-script")) {
        config.plugins = [
          ...(config.plugins ?? []),
          inPlaceOf({ ...WITHOUT_FRAMEWORK, ...CONTENT_STYLES }),
        ];
        config.build = { ...config.build, ...SMALLEST };
      }
    },
    // Lexicons are compiled into the code, and pictures are for the README: neither is shipped as a file.
    // What the guides' pictures say is for the test that compares it with what is.
    "build:publicAssets": ({ config }, files) => {
      const shipped = files.filter(({ relativeDest }) =>
        /^(_locales|icons)\/|^help\/.*\.webp$/.test(relativeDest),
      );
      files.splice(0, files.length, ...shipped);
      // Firefox takes managed settings without a schema.
      if (config.browser === "firefox") return;
      const contents = JSON.stringify(managedSchema(KEYS), null, 2);
      files.push({ relativeDest: MANAGED_SCHEMA, contents });
    },
  },
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  // Every import stands where it is used, so that a wall test can read who knows whom.
  imports: false,
  vite: () => ({
    plugins: [inPlaceOf({ ...COMPUTED, ...FORWARDING_MODULES })],
    define: {
      __PAGE_WORDS__: JSON.stringify(
        Object.keys(ja).filter((key) => key.startsWith("ui_") || key === "locale_tag"),
      ),
    },
  }),
  manifest: ({ browser }) => ({
    name: forwarding ? "__MSG_extension_name_forwarding__" : "__MSG_extension_name__",
    description: forwarding
      ? "__MSG_extension_description_forwarding__"
      : "__MSG_extension_description__",
    default_locale: "ja",
    permissions: ["storage", "webRequest", "scripting", "alarms"],
    host_permissions: [
      ...siteMatches,
      ...askable,
      ...(forwarding ? [forwarding.pattern[browser === "firefox" ? "firefox" : "chromium"]] : []),
    ],
    content_security_policy: {
      // The same list as the permissions: a worker of ours can reach a shortener and nothing else, but for
      // the collector of a build that has one, by its whole address.
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        `connect-src ${[
          ...ASKABLE_HOSTS.flatMap((host) => [`https://${host}`, `http://${host}`]),
          ...(forwarding ? [forwarding.url] : []),
        ].join(" ")}`,
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join("; "),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: forwarding?.firefoxId ?? FIREFOX_ID,
              // The oldest in which marks were seen: before 149 highlights had no underline.
              strict_min_version: "153.0",
              // Of a forwarded record: what was decided about a post, by which account, in whose words, and
              // the address of what was published.
              data_collection_permissions: {
                required: forwarding
                  ? ["personallyIdentifyingInfo", "websiteActivity", "websiteContent"]
                  : ["none"],
              },
            },
          },
        }
      : { minimum_chrome_version: "128", storage: { managed_schema: MANAGED_SCHEMA } }),
  }),
});
