import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ASKABLE_HOSTS } from "../../src/links/hosts.ts";
import { KEYS } from "../../src/policy/keys.ts";
import { managedSchema } from "../../src/policy/managed-schema.ts";
import { SITE_HOSTS } from "../../src/sites/hosts.ts";

interface Manifest {
  manifest_version: number;
  action: Record<string, unknown>;
  permissions: string[];
  host_permissions: string[];
  content_scripts: Record<string, unknown>[];
  content_security_policy: Record<string, string>;
}

const sites = SITE_HOSTS.map((host) => `https://${host}/*`);
const shorteners = ASKABLE_HOSTS.flatMap((host) => [`https://${host}/*`, `http://${host}/*`]);
const sorted = (list: readonly string[]) => [...list].sort();

describe.each(["chrome-mv3", "firefox-mv3"])("the manifest of %s", (target) => {
  const json = readFileSync(`.output/${target}/manifest.json`, "utf8");
  const manifest: Manifest = JSON.parse(json);

  it("asks for the permissions that the stores are told of, in both languages, and no other", () => {
    expect(manifest.manifest_version).toBe(3);
    const explained = [...readFileSync("assets/stores.md", "utf8").matchAll(/^\| `(\w+)` +\|/gm)];
    const names = explained.map(([, name]) => name ?? "");
    expect(sorted(names)).toEqual(
      sorted(manifest.permissions.flatMap((permission) => [permission, permission])),
    );
    expect(sorted(manifest.permissions)).toEqual(["alarms", "scripting", "storage", "webRequest"]);
    expect(Object.keys(manifest).filter((key) => key.startsWith("optional_"))).toEqual([]);
  });

  it("reaches the sites and the shorteners, each by its whole name", () => {
    expect(sorted(manifest.host_permissions)).toEqual(sorted([...sites, ...shorteners]));
    for (const pattern of manifest.host_permissions) {
      expect(pattern).toMatch(/^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
    }
    expect(json).not.toContain("<all_urls>");
  });

  it("runs on the sites alone, in its own world", () => {
    const matches = manifest.content_scripts.flatMap((script) => script.matches as string[]);
    expect(sorted([...new Set(matches)])).toEqual(sorted(sites));
    for (const script of manifest.content_scripts) {
      expect(script.world ?? "ISOLATED").toBe("ISOLATED");
    }
    expect(manifest.content_scripts.length).toBeGreaterThan(0);
  });

  it("checks a pasted text from its button", () => {
    expect(manifest.action).toEqual({
      default_popup: "popup.html",
      default_title: "__MSG_extension_name__",
    });
  });

  it("ships words, icons and the guides' pictures, and no other file that is not code", () => {
    const shipped = globSync("**/*.*", { cwd: `.output/${target}` });
    const isExpected = (path: string) =>
      /^(_locales|icons)[\\/]|^help[\\/].*\.webp$|\.(js|html|css)$|^manifest\.json$/.test(path);
    const schema = target === "chrome-mv3" ? ["managed-schema.json"] : [];
    expect(shipped.filter((path) => !isExpected(path))).toEqual(schema);
  });

  it("opens nothing of itself to pages or other extensions", () => {
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("externally_connectable");
  });

  it("lets its own pages and worker connect to the shorteners and to nothing else", () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(["extension_pages"]);
    const directives = new Map(
      (manifest.content_security_policy.extension_pages ?? "").split(";").map((directive) => {
        const [name = "", ...values] = directive.trim().split(/\s+/);
        return [name, values] as const;
      }),
    );
    const origins = ASKABLE_HOSTS.flatMap((host) => [`https://${host}`, `http://${host}`]);
    expect(sorted(directives.get("connect-src") ?? [])).toEqual(sorted(origins));
    directives.delete("connect-src");
    const rest = new Set([...directives.values()].flat());
    expect(rest).toEqual(new Set(["'none'", "'self'"]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
  });
});

it("tells Chromium the schema of every policy key, and Firefox, which needs none, nothing", () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(`.output/${path}`, "utf8"));
  expect(read("chrome-mv3/manifest.json")).toHaveProperty("storage", {
    managed_schema: "managed-schema.json",
  });
  expect(read("chrome-mv3/managed-schema.json")).toEqual(managedSchema(KEYS));
  expect(read("firefox-mv3/manifest.json")).not.toHaveProperty("storage");
});
