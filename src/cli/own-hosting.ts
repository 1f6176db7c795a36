import { utf8, windowsText } from "../deploy/bytes.ts";
import { FIREFOX_ID } from "../deploy/targets.ts";
import { element, xmlDocument } from "../deploy/xml.ts";
import { type File, zipOf } from "../deploy/zip.ts";
import { translate } from "../locales.ts";
import { crxOf, type SigningKey } from "./crx.ts";
import { BUILT, filesOf } from "./packaging.ts";

/** The parts of a built manifest that are read or changed here. */
interface Manifest {
  version: string;
  minimum_chrome_version?: string;
  update_url?: string;
  browser_specific_settings?: {
    gecko?: { id?: string; strict_min_version?: string; update_url?: string };
  };
}

/** Where the browsers will find what is made here. */
export interface Hosting {
  /** The update manifest for Chrome and Edge. */
  updateUrl: string;
  /** The package for Firefox. */
  installUrl: string;
}

const UPDATES_FOR_FIREFOX = "updates.json";

/**
 * What an organisation puts on its own server: the packages, each told where its next version will be,
 * and the update manifests. @throws where nothing is built.
 * @param folder Where the builds are that are packed.
 */
export function ownHostingFiles(hosting: Hosting, key: SigningKey, folder = BUILT): File[] {
  return [
    ...chromiumFiles(hosting.updateUrl, key, folder),
    ...firefoxFiles(hosting.installUrl, folder),
    ...(["ja", "en"] as const).map((lang) => ({
      path: `README.${lang}.txt`,
      bytes: windowsText(
        `${translate(lang, "kit_guide_own_hosting", [hosting.updateUrl, hosting.installUrl])}\n`,
      ),
    })),
  ].map(({ path, bytes }) => ({ path: `own-hosting/${path}`, bytes }));
}

/** The id that the build for Firefox in this folder has. @throws where there is none. */
export function firefoxIdOf(folder: string): string {
  const { manifest } = built(folder, "firefox", (old) => old);
  return manifest.browser_specific_settings?.gecko?.id ?? FIREFOX_ID;
}

function chromiumFiles(updateUrl: string, key: SigningKey, folder: string): File[] {
  const { files, manifest } = built(folder, "chrome", (old) => ({ ...old, update_url: updateUrl }));
  const { version, minimum_chrome_version } = manifest;
  const name = `tenken-${version}.crx`;
  const response = element(
    "gupdate",
    { xmlns: "http://www.google.com/update2/response", protocol: "2.0" },
    [
      element("app", { appid: key.id }, [
        element("updatecheck", {
          codebase: new URL(name, updateUrl).href,
          version,
          ...(minimum_chrome_version ? { prodversionmin: minimum_chrome_version } : {}),
        }),
      ]),
    ],
  );
  return [
    { path: `chrome-edge/${name}`, bytes: crxOf(zipOf(files), key) },
    {
      path: `chrome-edge/${fileName(updateUrl, "updates.xml")}`,
      bytes: utf8(xmlDocument(response)),
    },
  ];
}

function firefoxFiles(installUrl: string, folder: string): File[] {
  const { files, manifest } = built(folder, "firefox", (old) => ({
    ...old,
    browser_specific_settings: {
      ...old.browser_specific_settings,
      gecko: {
        ...old.browser_specific_settings?.gecko,
        update_url: new URL(UPDATES_FOR_FIREFOX, installUrl).href,
      },
    },
  }));
  const gecko = manifest.browser_specific_settings?.gecko;
  const update = {
    version: manifest.version,
    update_link: installUrl,
    ...(gecko?.strict_min_version
      ? { applications: { gecko: { strict_min_version: gecko.strict_min_version } } }
      : {}),
  };
  const updates = { addons: { [gecko?.id ?? FIREFOX_ID]: { updates: [update] } } };
  return [
    { path: `firefox/${fileName(installUrl, "tenken.xpi")}`, bytes: zipOf(files) },
    {
      path: `firefox/${UPDATES_FOR_FIREFOX}`,
      bytes: utf8(`${JSON.stringify(updates, null, 2)}\n`),
    },
  ];
}

/** The built extension with its manifest changed. */
function built(folder: string, part: "chrome" | "firefox", change: (old: Manifest) => Manifest) {
  const files = filesOf(part, ".", folder);
  const at = files.findIndex(({ path }) => path === "manifest.json");
  // Every build has one.
  const old: Manifest = JSON.parse(new TextDecoder().decode(files[at]?.bytes));
  const manifest = change(old);
  return {
    manifest,
    files: files.with(at, { path: "manifest.json", bytes: utf8(JSON.stringify(manifest)) }),
  };
}

function fileName(url: string, otherwise: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "") || otherwise;
}
