import type { DemoServer } from "../../../src/demo/server.ts";

/** Browsers ask their makers now and then; that is no page's and no extension's doing. */
const MAKERS = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)$/;

/** Everything that was asked of hosts other than these: "GET https://host/path". */
export function requestsBeyond(server: Pick<DemoServer, "requests">, ...hosts: string[]): string[] {
  return server
    .requests()
    .filter(({ host }) => !hosts.includes(host) && !MAKERS.test(host))
    .map(({ method, scheme, host, path }) => `${method} ${scheme}://${host}${path}`);
}
