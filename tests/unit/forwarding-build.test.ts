import { spawnSync } from "node:child_process";
import { expect, it, vi } from "vitest";
import { readEndpoint } from "../../src/forwarding/endpoint.ts";

// Each starts a program, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000 });

it.each([
  ["https://collector.city.example.jp/v1/logs", "https://collector.city.example.jp/v1/logs"],
  ["https://collector.city.example.jp", "https://collector.city.example.jp/v1/logs"],
  [" https://Collector.City.Example.JP:8443/ ", "https://collector.city.example.jp:8443/v1/logs"],
  ["https://otel.example/a;b,c", "https://otel.example/a%3Bb%2Cc"],
  ["https://収集.example/logs", "https://xn--lor817m.example/logs"],
  ["http://localhost:4318", "http://localhost:4318/v1/logs"],
  ["http://127.0.0.1:4318/in", "http://127.0.0.1:4318/in"],
])("takes %s", (text, url) => {
  expect(readEndpoint(text)).toMatchObject({ ok: true, endpoint: { url } });
});

it("asks for the host alone, with its port where the browser knows ports", () => {
  expect(readEndpoint("https://c.example:8443/x")).toMatchObject({
    endpoint: {
      pattern: { chromium: "https://c.example:8443/*", firefox: "https://c.example/*" },
    },
  });
});

it.each([
  ["", "not_url"],
  ["collector.city.example.jp", "not_url"],
  ["localhost:4318", "not_url"],
  ["ftp://c.example/", "not_url"],
  ["javascript:alert(1)", "not_url"],
  ["http://collector.city.example.jp/", "insecure"],
  ["http://localhost.example/", "insecure"],
  ["http://10.0.0.1/", "insecure"],
  ["https://user:word@c.example/", "secret"],
  ["https://c.example/?token=1", "extra"],
  ["https://c.example/?", "extra"],
  ["https://c.example/#x", "extra"],
  ["https://[2001:db8::1]/", "address"],
])("refuses %s: %s", (text, reason) => {
  expect(readEndpoint(text)).toEqual({ ok: false, reason });
});

it.each([
  [[], /--endpoint https:\/\//],
  [["--endpoint"], /--endpoint/],
  [["https://c.example/"], /--endpoint URL/],
  [["--endpoint", "http://c.example/"], /http:\/\/c\.example\/.*https:\/\/.*localhost/],
  [["--lang", "en", "--endpoint", "http://c.example/"], /not encrypted.*Give an https/],
  [["--endpoint", "https://c.example/", "--color"], /--color/],
])("the command says what to do: %j", (args, words) => {
  const { status, stderr } = spawnSync(process.execPath, ["src/cli/build-forwarding.ts", ...args], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(words) });
});
