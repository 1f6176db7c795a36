import { get, request } from "node:http";
import { request as secureRequest } from "node:https";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type DemoServer, startServer } from "../../src/demo/server.ts";

let server: DemoServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => server.clear());
afterAll(() => server.close());

interface Got {
  status: number | undefined;
  location: string | undefined;
  policy: string | undefined;
}

function ask(scheme: "http" | "https", host: string, path: string, method = "GET"): Promise<Got> {
  return new Promise((resolve, reject) => {
    const send = scheme === "https" ? secureRequest : request;
    const options = { host: "127.0.0.1", port: server.port, path, method, headers: { host } };
    send({ ...options, rejectUnauthorized: false }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          location: response.headers.location,
          policy: response.headers["content-security-policy"]?.toString(),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("one port serves TLS and plain HTTP, and counts both", async () => {
  server.standIn("bit.ly/abc", { status: 301, location: "https://example.com/" });
  for (const scheme of ["http", "https"] as const)
    expect(await ask(scheme, "bit.ly", "/abc?x=1")).toMatchObject({
      status: 301,
      location: "https://example.com/",
    });
  expect(server.requests().map(({ scheme, host, path }) => [scheme, host, path])).toEqual([
    ["http", "bit.ly", "/abc?x=1"],
    ["https", "bit.ly", "/abc?x=1"],
  ]);
});

test("a stand-in may refuse HEAD, and may stand for a whole host", async () => {
  server.standIn("bit.ly", { status: 302, location: "https://example.com/", refuseHead: true });
  expect((await ask("https", "bit.ly", "/a", "HEAD")).status).toBe(405);
  expect((await ask("https", "bit.ly", "/b")).status).toBe(302);
});

test("what is not known is recorded and not found", async () => {
  expect((await ask("https", "tracker.example", "/pixel?draft=1")).status).toBe(404);
  expect(server.requests()).toMatchObject([{ host: "tracker.example", path: "/pixel?draft=1" }]);
});

test("CONNECT leads to the same pages, as Firefox's proxy", async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const tunnel = request({
      host: "127.0.0.1",
      port: server.port,
      method: "CONNECT",
      path: "x.com:443",
    });
    tunnel.on("error", reject);
    tunnel.on("connect", (_response, socket: Socket) => {
      const tls = connectTls({ socket, rejectUnauthorized: false }, () =>
        tls.write("GET /home HTTP/1.1\r\nHost: x.com\r\nConnection: close\r\n\r\n"),
      );
      let text = "";
      tls.on("data", (chunk) => {
        text += chunk;
      });
      tls.on("end", () => resolve(text));
    });
    tunnel.end();
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200/);
  expect(answer).toContain('<div id="react-root">');
});

test.each(["x.com", "www.facebook.com"])("%s is as strict as the real site", async (host) => {
  const { policy } = await ask("https", host, "/");
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/);
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test("a plain proxy request carries the whole address", async () => {
  server.standIn("bit.ly/p", { status: 200 });
  const status = await new Promise((resolve, reject) => {
    const path = "http://bit.ly/p";
    get({ host: "127.0.0.1", port: server.port, path, headers: { host: "bit.ly" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
  expect(status).toBe(200);
  expect(server.requests()).toMatchObject([{ scheme: "http", host: "bit.ly", path: "/p" }]);
});
