import type { Platform } from "../contract.ts";
import type { Span } from "./span.ts";

/** An address exactly as the platform will link it. */
export interface Link extends Span {
  text: string;
  /** Absolute and normalised by `new URL`; "http://" was put before where the text has no scheme. */
  url: string;
  /** Lower case, ASCII (punycode), without port. */
  host: string;
  /** Registrable domain by the Public Suffix List; the host itself where there is none. */
  domain: string;
  hasScheme: boolean;
}

export function findLinks(_text: string, _platform: Platform): Link[] {
  return [];
}
