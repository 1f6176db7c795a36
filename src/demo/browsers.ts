import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { basename, delimiter, isAbsolute, join } from "node:path";

export type BrowserName = "chrome" | "edge" | "chromium" | "firefox";

export interface FoundBrowser {
  name: BrowserName;
  /** What drives it: Chrome, Edge and Chromium alike, or Firefox. */
  kind: "chromium" | "firefox";
  path: string;
}

const NAMES: readonly BrowserName[] = ["chrome", "edge", "chromium", "firefox"];

/** Commands on PATH (Linux, and anywhere else where somebody put them there). */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  chrome: ["google-chrome-stable", "google-chrome"],
  edge: ["microsoft-edge-stable", "microsoft-edge"],
  chromium: ["chromium", "chromium-browser"],
  firefox: ["firefox-esr", "firefox"],
};

const MAC_APPS: Record<BrowserName, readonly string[]> = {
  chrome: ["Google Chrome.app/Contents/MacOS/Google Chrome"],
  edge: ["Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  chromium: ["Chromium.app/Contents/MacOS/Chromium"],
  firefox: ["Firefox.app/Contents/MacOS/firefox"],
};

const WINDOWS_PROGRAMS: Record<BrowserName, readonly string[]> = {
  chrome: ["Google/Chrome/Application/chrome.exe"],
  edge: ["Microsoft/Edge/Application/msedge.exe"],
  chromium: ["Chromium/Application/chrome.exe"],
  firefox: ["Mozilla Firefox/firefox.exe"],
};

/**
 * The browser with this name or at this path; without either, the first of Chrome, Edge, Chromium and
 * Firefox. undefined: there is none.
 */
export function findBrowser(wanted?: string): FoundBrowser | undefined {
  if (wanted !== undefined && !isName(wanted)) return atPath(wanted);
  for (const name of wanted === undefined ? NAMES : [wanted]) {
    const path = placesOf(name).find(isExecutable);
    if (path !== undefined) return { name, kind: kindOf(name), path };
  }
  return undefined;
}

function isName(text: string): text is BrowserName {
  return (NAMES as readonly string[]).includes(text);
}

const kindOf = (name: BrowserName) => (name === "firefox" ? "firefox" : "chromium");

function atPath(path: string): FoundBrowser | undefined {
  if (!isExecutable(path)) return undefined;
  const file = basename(path).toLowerCase();
  const name = (
    [
      ["firefox", "firefox"],
      ["edge", "edge"],
      ["chromium", "chromium"],
    ] as const
  ).find(([part]) => file.includes(part))?.[1];
  return { name: name ?? "chrome", kind: kindOf(name ?? "chrome"), path };
}

function placesOf(name: BrowserName): string[] {
  const { env } = process;
  const onPath = (env.PATH ?? "")
    .split(delimiter)
    .filter(isAbsolute)
    .flatMap((folder) => COMMANDS[name].map((command) => join(folder, command)));
  if (process.platform === "darwin") {
    const folders = ["/Applications", join(env.HOME ?? "/", "Applications")];
    return [
      ...folders.flatMap((folder) => MAC_APPS[name].map((app) => join(folder, app))),
      ...onPath,
    ];
  }
  if (process.platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) =>
      WINDOWS_PROGRAMS[name].map((program) => join(folder, program)),
    );
  }
  return onPath;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Reads and writes hives of the Windows registry. */
const DEBIAN_TOOLS = ["libwin-hivex-perl"];
/** With their languages: without those packages Debian's browsers speak English alone. */
const DEBIAN_PACKAGES: Record<"chromium" | "firefox", readonly string[]> = {
  chromium: ["chromium", "chromium-l10n"],
  firefox: ["firefox-esr", "firefox-esr-l10n-ja"],
};
/** Japanese and emoji, for pages that are looked at. */
const DEBIAN_FONTS = ["fonts-noto-cjk", "fonts-noto-color-emoji"];

/**
 * Finds the browser, or on Debian and Ubuntu as root installs it and says so. Throws with the one
 * command that would install it elsewhere.
 */
export function findOrInstall(wanted?: string): FoundBrowser {
  const found = findBrowser(wanted);
  if (found) return found;
  if (wanted !== undefined && !isName(wanted)) throw new Error(`No browser at ${wanted}.`);
  const name = wanted === "firefox" ? "firefox" : "chromium";
  if (!canInstall() || wanted === "chrome" || wanted === "edge") {
    const command = commandFor(wanted ?? name);
    throw new Error(
      `No ${wanted ?? "browser"} found. This installs one that serves:\n  ${command}`,
    );
  }
  installPackages([...DEBIAN_PACKAGES[name], ...DEBIAN_FONTS]);
  const installed = findBrowser(name);
  if (!installed) throw new Error(`${name} was installed but cannot be found.`);
  return installed;
}

/** What the browser tests need, as far as this machine lets it be installed: both browsers, and fonts. */
export function ensureTestBrowsers(): { chromium: FoundBrowser; firefox: FoundBrowser } {
  const found = {
    chromium: findBrowser("chromium") ?? findBrowser("chrome") ?? findOrInstall("chromium"),
    firefox: findOrInstall("firefox"),
  };
  if (canInstall()) {
    const wanted = [...DEBIAN_PACKAGES.chromium, ...DEBIAN_PACKAGES.firefox, ...DEBIAN_FONTS];
    const missing = wanted.filter((name) => !isInstalled(name));
    if (found.chromium.name === "chromium" && missing.length > 0) installPackages(missing);
  }
  return found;
}

/** What tests read files of other systems with. Where it cannot be installed, those tests are skipped. */
export function ensureTestTools(): void {
  if (canInstall()) {
    const missing = DEBIAN_TOOLS.filter((name) => !isInstalled(name));
    if (missing.length > 0) installPackages(missing);
  } else if (spawnSync("hivexregedit").error) {
    console.log(`skipped without ${DEBIAN_TOOLS.join(", ")}: tests that read a Windows registry`);
  }
}

function canInstall(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  if (!existsSync("/usr/bin/apt-get") || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}

function isInstalled(name: string): boolean {
  const asked = spawnSync("dpkg-query", ["-W", `-f=\${Status}`, name], { encoding: "utf8" });
  return asked.stdout.includes("install ok installed");
}

function installPackages(names: readonly string[]): void {
  console.log(`Installing ${names.join(", ")} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) =>
    execFileSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  run("update");
  run("install", "-y", "--no-install-recommends", ...names);
}

function commandFor(name: BrowserName): string {
  if (process.platform === "darwin") {
    const cask = {
      chrome: "google-chrome",
      edge: "microsoft-edge",
      chromium: "google-chrome",
      firefox: "firefox",
    };
    return `brew install --cask ${cask[name]}`;
  }
  if (process.platform === "win32") {
    const id = {
      chrome: "Google.Chrome",
      edge: "Microsoft.Edge",
      chromium: "Google.Chrome",
      firefox: "Mozilla.Firefox",
    };
    return `winget install --id ${id[name]}`;
  }
  return existsSync("/usr/bin/apt-get")
    ? `sudo apt-get install -y ${DEBIAN_PACKAGES[name === "firefox" ? "firefox" : "chromium"].join(" ")}`
    : `sudo dnf install -y ${name === "firefox" ? "firefox" : "chromium"}`;
}
