import { getDomain } from "tldts-icann";
import type { Platform } from "../contract.ts";
import { scanLinks } from "./links-scan.ts";
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

/**
 * What a reader will be able to press. On X exactly what X links (twitter-text 3.1). Facebook has not
 * published its linker: taken is what is common to both, an address with a scheme, with "www." or bare,
 * that ends where Japanese letters or punctuation begin.
 */
export function findLinks(text: string, platform: Platform): Link[] {
  return scanLinks(text, { japaneseCountsAsHost: platform === "x" }).map(
    ({ start, end, address, hasScheme }) => {
      const { url, host } = normalise(hasScheme ? address : `http://${address}`);
      return {
        start,
        end,
        text: text.slice(start, end),
        url,
        host,
        domain: domainOf(host),
        hasScheme,
      };
    },
  );
}

/** Registrable domain of a host as `new URL` writes it; the host itself where there is none. */
export function domainOf(host: string): string {
  return getDomain(host) ?? host;
}

function normalise(address: string): { url: string; host: string } {
  if (URL.canParse(address)) {
    const { href, hostname } = new URL(address);
    return { url: href, host: hostname };
  }
  // X links some hosts that no browser can open (letters that names may not hold).
  const host = /^https?:\/\/([^/:?#]*)/i.exec(address)?.[1] ?? address;
  return { url: address, host: host.toLowerCase() };
}
