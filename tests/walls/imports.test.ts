import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { meansOfNetwork } from "./network.ts";
import { closure, codeFiles, read, target } from "./source.ts";

/** Leaves: names and words that every room may use. */
const LEAVES = ["src/contract.ts", "src/locales.ts"];

/** The lists of hosts, and what follows from them alone. */
const HOST_LISTS = ["src/links/hosts.ts", "src/links/askable.ts"];

/** What the ordinary build has of the forwarding: doors that lead nowhere. */
const FORWARDING_DOORS = {
  worker: "src/forwarding/in-worker.ts",
  pages: "src/forwarding/in-pages.ts",
};

/** Which account a name means: plain computing on the policy. */
const REGISTER = "src/accounts/register.ts";

/**
 * Room (a folder of src, or a file) to what it may import besides itself and the leaves. What is not
 * listed is a wall.
 */
const FLOORS: Record<string, readonly string[]> = {
  "src/contract.ts": [],
  "src/locales.ts": ["src/words.ts"],
  "src/words.ts": ["assets/_locales"],
  "src/facts": ["src/links/hosts.ts", "assets/lexicons"],
  "src/rules": ["src/facts", ...HOST_LISTS, REGISTER],
  "src/engine": ["src/rules", "src/facts", REGISTER],
  "src/links": ["src/facts"],
  "src/policy": [],
  "src/accounts": [],
  "src/deploy": ["src/policy"],
  /** Made from the rules themselves, so that it cannot say anything else. */
  "src/guide": ["src/rules", "src/policy", "src/pages"],
  /** The list of what each rule cannot know, and the size of the pictures that the tests make. */
  "src/help": ["src/rules", "src/pages", "src/ui/parts.tsx", "assets/help"],
  /** What is told of the policy, as a type alone, and the shape of what is recorded: nothing of it enters a page's script. */
  "src/messages.ts": [
    "src/policy/status.ts",
    "src/journal/afterwards.ts",
    "src/journal/event.ts",
    "src/accounts/seen.ts",
    REGISTER,
  ],
  "src/journal": [REGISTER],
  /** Reads the record as it stands, and shows on pages how far it has sent it. */
  "src/forwarding": ["src/journal", "src/policy/store.ts", "src/pages", "src/ui/parts.tsx"],
  "src/sites": ["src/editors", "src/accounts/seen.ts"],
  /** Its own small note beside the page, with the overlay's colours. */
  "src/lookout": ["src/accounts/seen.ts", "src/messages.ts", "src/sites", "src/ui"],
  "src/editors": [],
  "src/ui": [],
  /** What the extension's own pages share. */
  "src/pages": ["src/ui"],
  /** The rules' names and levels stand in their own files; the preview is a text that stands in no page. */
  "src/options": [
    "src/accounts",
    "src/composer/channel.ts",
    "src/deploy",
    "src/messages.ts",
    "src/pages",
    "src/policy",
    "src/popup/pasted-text.ts",
    "src/rules",
    "src/ui",
  ],
  /** Whether a correction of a site's selectors can be one. */
  "src/status": [
    FORWARDING_DOORS.pages,
    "src/pages",
    "src/policy",
    "src/messages.ts",
    "src/sites",
    "src/ui",
  ],
  /** A link to a field of the settings is named as the settings name it. */
  "src/documents": [
    "src/accounts",
    "src/messages.ts",
    "src/options/sections.ts",
    "src/pages",
    "src/policy",
    "src/ui",
  ],
  /** The rules' names are the guide's words; what may be linked are the two sites. */
  "src/review": [
    "src/accounts",
    "src/journal",
    "src/messages.ts",
    "src/options/sections.ts",
    "src/pages",
    "src/policy",
    "src/sites/hosts.ts",
    "src/ui",
  ],
  "src/welcome": ["src/pages", "src/policy", "src/messages.ts", "src/ui"],
  "src/composer": ["src/editors", "src/sites", "src/ui", "src/messages.ts"],
  /** A text that stands in no page: asked about and shown as a composer's is. */
  "src/popup": [
    "src/composer/channel.ts",
    "src/composer/checker.ts",
    "src/composer/page-state.ts",
    "src/composer/shift.ts",
    "src/composer/views.ts",
    FORWARDING_DOORS.pages,
    "src/messages.ts",
    "src/sites/self-test.ts",
    "src/ui",
  ],
  "src/cli": [
    "src/forwarding/endpoint.ts",
    "src/engine/check.ts",
    "src/facts/facts.ts",
    "src/journal",
    "src/policy",
    "src/deploy",
    "src/links/askable.ts",
    "src/links/expand.ts",
    "src/links/hops.ts",
    "src/demo",
  ],
  "src/demo": ["src/links/hosts.ts", "src/sites/hosts.ts", "src/policy"],
  entrypoints: [
    "src/composer",
    "src/editors",
    "src/accounts",
    "src/deploy",
    FORWARDING_DOORS.worker,
    "src/documents",
    "src/guide",
    "src/help",
    "PRIVACY.md?raw",
    "src/engine/check.ts",
    "src/engine/modes.ts",
    "src/journal",
    "src/facts",
    "src/links",
    "src/lookout",
    "src/messages.ts",
    "src/options",
    "src/pages",
    "src/policy",
    "src/popup",
    "src/review",
    "src/sites",
    "src/status",
    "src/ui",
    "src/welcome",
  ],
};

/** Rooms of plain computing: no package but these, no Node and no browser. */
const PACKAGES: Record<string, readonly string[]> = {
  "src/facts": ["@holiday-jp/holiday_jp", "linkifyjs", "tldts-icann", "twitter-text"],
  "src/rules": ["tldts-icann"],
  "src/engine": [],
  "src/deploy": ["fflate"],
  "src/contract.ts": [],
  "src/locales.ts": [],
};

const rooms = Object.keys(FLOORS);
const roomOf = (path: string) => rooms.find((room) => isIn(path, room));
const isIn = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const files = codeFiles("src", "entrypoints");

it("every file stands in a room that the floors know", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((path) => !roomOf(path))).toEqual([]);
});

it("no room reaches through a wall", () => {
  const reaches = files.flatMap((path) => {
    const room = roomOf(path) ?? "";
    const open = [room, ...LEAVES, ...(FLOORS[room] ?? [])];
    return read(path).imports.flatMap(({ specifier }) => {
      const to = target(path, specifier);
      return to === null || open.some((other) => isIn(to, other)) ? [] : [`${path} → ${to}`];
    });
  });
  expect(reaches).toEqual([]);
});

it("facts, rules, engine and the kit are plain computing", () => {
  const reaches = files.flatMap((path) => {
    const packages = PACKAGES[roomOf(path) ?? ""];
    if (!packages) return [];
    return read(path)
      .imports.map(({ specifier }) => specifier)
      .filter((specifier) => !specifier.startsWith("."))
      .filter((specifier) => !packages.some((name) => isIn(specifier, name)))
      .map((specifier) => `${path} → ${specifier}`);
  });
  expect(reaches).toEqual([]);
});

it("what runs in a browser imports nothing of Node", () => {
  const inBrowser = files.filter((path) => !/^src\/(cli|demo)\//.test(path));
  const reaches = inBrowser.flatMap((path) =>
    read(path).imports.flatMap(({ specifier }) =>
      specifier.startsWith("node:") ? [`${path} → ${specifier}`] : [],
    ),
  );
  expect(reaches).toEqual([]);
});

/** `node FILE` in package.json: a file that runs by itself, without a test's machinery or a bundler. */
const scripts: readonly string[] = Object.values(manifest.scripts).flatMap(
  (command) => /\bnode (\S+\.ts)/.exec(command)?.slice(1) ?? [],
);

it.each(scripts)("Node runs %s by itself", (entry) => {
  const reached = closure(entry);
  expect(reached).toContain(entry);
  // Node strips types; it knows no JSX, and no extension but the one that is written.
  expect(reached.filter((path) => path.endsWith(".tsx"))).toEqual([]);
  const strange = reached.flatMap((path) =>
    read(path)
      .imports.filter(({ isTypeOnly }) => !isTypeOnly)
      .filter(({ specifier }) =>
        /^(?:vitest|preact|#|@\/)|^\.(?!.*\.(?:ts|js|json)$)/.test(specifier),
      )
      .map(({ specifier }) => `${path} → ${specifier}`),
  );
  expect(strange).toEqual([]);
});

it("the command line has one end towards the network", () => {
  const NETWORK = /^node:(?:http|https|http2|net|tls|dgram|dns)(?:\/|$)/;
  const ends = files
    .filter((path) => path.startsWith("src/cli/"))
    .filter(
      (path) =>
        read(path).imports.some(({ specifier }) => NETWORK.test(specifier)) ||
        meansOfNetwork(read(path).program).some(({ what }) => what !== "import()"),
    );
  expect(ends).toEqual(["src/cli/ask.ts"]);
});
