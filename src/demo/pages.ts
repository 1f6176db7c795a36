import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { X_HOSTS } from "../sites/hosts.ts";
import { DEMO_ACCOUNT, DEMO_FACEBOOK_ID, DEMO_PERSON_ID } from "./demo-account.ts";
import { indexPage } from "./index-page.ts";

/** Where the list of the replicas stands. */
export const DEMO_HOST = "demo.tenken.invalid";

export interface Answer {
  headers: Record<string, string | string[]>;
  body: string | Uint8Array;
}

export interface Pages {
  /** undefined: there is nothing at this address. */
  answer(host: string, url: URL): Answer | undefined;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let prepared: Promise<Pages> | undefined;

/** Bundles the replicas into memory, once a process; about a second. */
export function preparePages(): Promise<Pages> {
  prepared ??= bundlePages();
  return prepared;
}

async function bundlePages(): Promise<Pages> {
  const [bundle, style] = await Promise.all([
    build({
      entryPoints: { x: here("x/main.tsx"), facebook: here("facebook/main.tsx") },
      outdir: "/",
      bundle: true,
      write: false,
      format: "iife",
      // As small as a site's own, since each page that is opened reads it.
      minify: true,
      target: "es2022",
      jsx: "automatic",
      jsxImportSource: "react",
      // draft-js comes from a time when every bundler gave it Node's `global`.
      define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
      logLevel: "error",
    }),
    readFile(here("x/style.css")),
  ]);
  const assets = new Map<string, Answer>([["/__assets/x.css", asset("text/css", style)]]);
  for (const file of bundle.outputFiles) {
    const name = file.path.replaceAll("\\", "/").split("/").at(-1);
    assets.set(`/__assets/${name}`, asset("text/javascript", file.contents));
  }
  return {
    answer(host, url) {
      if (host === DEMO_HOST) return url.pathname === "/" ? indexPage() : undefined;
      const known = assets.get(url.pathname) ?? emojiPicture(url.pathname);
      if (known) return known;
      if (
        url.pathname.startsWith("/__") ||
        /\.(?:css|gif|ico|jpg|js|json|map|png|svg|txt|webmanifest)$/.test(url.pathname)
      )
        return undefined;
      return (X_HOSTS as readonly string[]).includes(host) ? xPage(url) : facebookPage(url);
    },
  };
}

function asset(type: string, body: string | Uint8Array): Answer {
  return {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "max-age=3600" },
    body,
  };
}

/** X draws an emoji as a background picture; this one comes from the machine's own emoji font. */
function emojiPicture(path: string): Answer | undefined {
  const codes = /^\/__emoji\/([0-9a-f-]+)\.svg$/.exec(path)?.[1];
  if (codes === undefined) return undefined;
  const emoji = codes.split("-").map((code) => `&#x${code};`);
  return asset(
    "image/svg+xml",
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="30" font-size="30" text-anchor="middle">${emoji.join("")}</text></svg>`,
  );
}

/** At least as strict as the sites' own: no inline script or style, requests to this host alone. */
function securityHeaders(nonce: string): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      "font-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
      "worker-src 'self' blob:",
      "require-trusted-types-for 'script'",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin-allow-popups",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "strict-origin-when-cross-origin",
  };
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

function xPage(url: URL): Answer {
  const nonce = randomBytes(16).toString("base64");
  const lang = url.searchParams.get("lang") ?? "ja";
  const theme = url.searchParams.get("theme") ?? "light";
  return {
    headers: securityHeaders(nonce),
    body: `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="ltr" class="${escapeHtml(theme)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>X replica</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/__assets/x.css"></head>
<body><div id="react-root"></div><script nonce="${nonce}" src="/__assets/x.js"></script></body>
</html>`,
  };
}

/**
 * The acting page stands in the cookie `i_user` over the person in `c_user`, and in a script's data;
 * `?acting=person` leaves the page out.
 */
function facebookPage(url: URL): Answer {
  const nonce = randomBytes(16).toString("base64");
  const lang = url.searchParams.get("lang") ?? "ja";
  const isPerson = url.searchParams.get("acting") === "person";
  const user = {
    ACCOUNT_ID: DEMO_PERSON_ID,
    USER_ID: isPerson ? DEMO_PERSON_ID : DEMO_FACEBOOK_ID,
    NAME: isPerson ? DEMO_ACCOUNT.personName : DEMO_ACCOUNT.name,
  };
  const data = JSON.stringify({ define: [["CurrentUserInitialData", [], user, 270]] });
  const gone = "Max-Age=0";
  return {
    headers: {
      ...securityHeaders(nonce),
      "set-cookie": [
        `c_user=${DEMO_PERSON_ID}; Path=/; Secure`,
        `i_user=${isPerson ? "" : DEMO_FACEBOOK_ID}; Path=/; Secure; ${isPerson ? gone : ""}`,
      ],
    },
    body: `<!doctype html>
<html id="facebook" lang="${escapeHtml(lang)}" class="${url.searchParams.get("theme") === "dark" ? "__fb-dark-mode" : "__fb-light-mode"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Facebook replica</title><link rel="icon" href="data:,">
<script type="application/json" data-sjs nonce="${nonce}">${data.replaceAll("<", "\\u003c")}</script></head>
<body><div id="mount_0_0_${randomBytes(1).toString("hex")}"></div><script nonce="${nonce}" src="/__assets/facebook.js"></script></body>
</html>`,
  };
}
