/** What a user agent's own words say about the browser, as far as help depends on it. */
export interface BrowserName {
  family: "firefox" | "edge" | "chromium";
  /** "156.0.0.0"; "": not said. */
  version: string;
  /** "Windows", "macOS", "Linux", "ChromeOS", "Android"; "": not said. */
  system: string;
}

const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Android/, "Android"],
  [/Linux/, "Linux"],
];

export function browserName(userAgent: string): BrowserName {
  // "HeadlessChrome" is one too.
  const version = (product: string) => new RegExp(`${product}/([\\d.]{1,20})`).exec(userAgent)?.[1];
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1] ?? "";
  const firefox = version("Firefox");
  if (firefox) return { family: "firefox", version: firefox, system };
  const edge = version("Edg");
  if (edge) return { family: "edge", version: edge, system };
  return { family: "chromium", version: version("Chrome") ?? "", system };
}
