/** Where logs are taken beneath a collector's base address, by the OTLP specification. */
const USUAL_PATH = "/v1/logs";
/** The machine itself: nothing on its way can be overheard. */
const THIS_MACHINE = /^(localhost|127\.0\.0\.1)$/;

/** The one address that a build with forwarding can reach. */
export interface Endpoint {
  /** The whole address, as it is asked and as a content security policy permits it. */
  url: string;
  /**
   * What a manifest asks for. A host is the narrowest that browsers tell apart; Firefox knows no port
   * there, and would leave out a pattern that has one.
   */
  pattern: { chromium: string; firefox: string };
}

export type EndpointReading =
  | { ok: true; endpoint: Endpoint }
  /**
   * `insecure`: http to another machine. `secret`: a name or password, which everybody could read in the
   * extension. `extra`: a question or a mark behind the path, where secrets are usually put too.
   * `address`: an IPv6 address, which no content security policy can name.
   */
  | { ok: false; reason: "not_url" | "insecure" | "secret" | "extra" | "address" };

/** Reads the address of a collector as a person gives it: https, or http on this machine for trials. */
export function readEndpoint(text: string): EndpointReading {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return { ok: false, reason: "not_url" };
  if (url.hostname.startsWith("[")) return { ok: false, reason: "address" };
  if (url.protocol === "http:" && !THIS_MACHINE.test(url.hostname)) {
    return { ok: false, reason: "insecure" };
  }
  if (url.username || url.password) return { ok: false, reason: "secret" };
  if (url.search || url.hash || text.includes("?") || text.includes("#")) {
    return { ok: false, reason: "extra" };
  }
  if (url.pathname === "/") url.pathname = USUAL_PATH;
  // What separates a policy's parts would end it early.
  url.pathname = url.pathname.replaceAll(";", "%3B").replaceAll(",", "%2C");
  return {
    ok: true,
    endpoint: {
      url: url.href,
      pattern: {
        chromium: `${url.origin}/*`,
        firefox: `${url.protocol}//${url.hostname}/*`,
      },
    },
  };
}
