import en from "../assets/_locales/en/messages.json" with { type: "json" };
import ja from "../assets/_locales/ja/messages.json" with { type: "json" };
import type { Lang } from "./contract.ts";

/**
 * The browser's own message format, read without a browser. A build leaves out what only pages and command line say
 * (wxt.config.ts), for a worker's start.
 */
export const CATALOGUES: Readonly<Record<Lang, Readonly<Record<string, { message: string }>>>> = {
  ja,
  en,
};
