import { EventEmitter, once } from "node:events";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer as createTcp, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { FACEBOOK_HOSTS, X_HOSTS } from "../sites/hosts.ts";
import { selfSigned } from "./certificate.ts";
import { DEMO_HOST, type Pages, preparePages } from "./pages.ts";
import { PUBLISHED_PATH, type Publication } from "./publication.ts";

export interface RecordedRequest {
  scheme: "http" | "https";
  /** Without port. */
  host: string;
  method: string;
  /** With query. */
  path: string;
  headers: IncomingMessage["headers"];
}

/** How a stand-in (a shortener, say) answers at one address. */
export interface StandIn {
  status: number;
  location?: string;
  /** Milliseconds before the answer; Infinity: none at all. */
  delay?: number;
  /** HEAD is answered with 405, as some shorteners do. */
  refuseHead?: boolean;
  body?: string | Uint8Array;
  /** Of the body. Default: a page. */
  contentType?: string;
}

/** Answers whatever is asked of a host: another server of this machine, say. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface DemoServer {
  port: number;
  /** Every request that reached this server, whatever its host, oldest first. */
  requests(): readonly RecordedRequest[];
  /** Everything that a replica published, oldest first. */
  published(): readonly Publication[];
  /** Resolves once at least so many were published; rejects after `timeout` milliseconds. */
  waitForPublished(count: number, timeout?: number): Promise<readonly Publication[]>;
  /** Resolves once something was asked of this host; rejects after `timeout` milliseconds. */
  waitForRequest(host: string, timeout?: number): Promise<RecordedRequest>;
  /** `address` is host and path without scheme ("bit.ly/abc"), or a host alone for all its paths. */
  standIn(address: string, answer: StandIn): void;
  /** Has this answer for a host from now on, also after `clear`. */
  handOver(host: string, handler: Handler): void;
  /** Forgets requests, publications and stand-ins. */
  clear(): void;
  close(): Promise<void>;
}

/** First byte of a TLS record that opens a handshake. */
const TLS_HANDSHAKE = 0x16;
const SITES: readonly string[] = [...X_HOSTS, ...FACEBOOK_HOSTS];

/**
 * The sites and the shorteners of this machine, on one port of 127.0.0.1: TLS and plain HTTP (told
 * apart by their first byte, because a browser maps both schemes of every host to this port), and
 * CONNECT for Firefox, which reaches it as its proxy. What is not known is recorded and gets 404.
 */
export async function startServer(): Promise<DemoServer> {
  const [certificate, pages] = await Promise.all([selfSigned(), preparePages()]);
  const state = new State(pages);
  const answer = (scheme: "http" | "https") => (req: IncomingMessage, res: ServerResponse) => {
    state.answer(scheme, req, res).catch((error: unknown) => {
      console.error(error);
      res.destroy();
    });
  };
  const plain = createHttp(answer("http"));
  const secure = createHttps(certificate, answer("https"));
  const sockets = new Set<Socket>();

  const accept = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.once("readable", () => {
      const first: Buffer | null = socket.read(1);
      if (!first) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
    });
  };
  plain.on("connect", (_request, socket: Socket) => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.removeAllListeners("error");
    accept(socket);
  });
  for (const server of [plain, secure])
    server.on("clientError", (_error, socket) => socket.destroy());

  const front = createTcp(accept);
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  return {
    port: (front.address() as AddressInfo).port,
    requests: () => state.requests,
    published: () => state.published,
    waitForPublished: (count, timeout) => state.waitForPublished(count, timeout),
    waitForRequest: (host, timeout) => state.waitForRequest(host, timeout),
    standIn: (address, reply) => state.standIns.set(address, reply),
    handOver: (host, handler) => state.handlers.set(host, handler),
    clear: () => state.clear(),
    async close() {
      const closed = once(front, "close");
      front.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

class State {
  readonly requests: RecordedRequest[] = [];
  readonly published: Publication[] = [];
  readonly standIns = new Map<string, StandIn>();
  readonly handlers = new Map<string, Handler>();
  readonly #changes = new EventEmitter();
  readonly #pages: Pages;

  constructor(pages: Pages) {
    this.#pages = pages;
    this.#changes.setMaxListeners(0);
  }

  clear(): void {
    this.requests.length = 0;
    this.published.length = 0;
    this.standIns.clear();
  }

  async waitForPublished(count: number, timeout?: number): Promise<readonly Publication[]> {
    await this.#until(() => this.published.length >= count, `${count} publications`, timeout);
    return this.published;
  }

  async waitForRequest(host: string, timeout?: number): Promise<RecordedRequest> {
    const find = () => this.requests.find((request) => request.host === host);
    await this.#until(() => find() !== undefined, `a request to ${host}`, timeout);
    return find() as RecordedRequest;
  }

  async #until(holds: () => boolean, what: string, timeout = 10_000): Promise<void> {
    const signal = AbortSignal.timeout(timeout);
    try {
      while (!holds()) await once(this.#changes, "change", { signal });
    } catch {
      const seen = `${this.published.length} publications, ${this.requests.length} requests`;
      throw new Error(`no ${what} within ${timeout} ms; ${seen}`);
    }
  }

  async answer(scheme: "http" | "https", req: IncomingMessage, res: ServerResponse): Promise<void> {
    // A proxied plain request carries the whole address, others only the path.
    const url = new URL(req.url ?? "/", `${scheme}://${req.headers.host ?? "unknown.invalid"}`);
    const host = url.hostname;
    const path = url.pathname + url.search;
    this.requests.push({ scheme, host, method: req.method ?? "", path, headers: req.headers });
    this.#changes.emit("change");

    const handler = this.handlers.get(host);
    if (handler) return handler(req, res);
    const reply = this.standIns.get(host + url.pathname) ?? this.standIns.get(host);
    if (reply) return standFor(reply, req, res);
    if (host === DEMO_HOST || SITES.includes(host)) {
      if (url.pathname === PUBLISHED_PATH && req.method === "POST") return this.#record(req, res);
      const page = this.#pages.answer(host, url);
      if (page) {
        res.writeHead(200, page.headers).end(page.body);
        return;
      }
    }
    res.writeHead(404, { "content-type": "text/plain" }).end("not here");
  }

  async #record(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    this.published.push(...(JSON.parse(Buffer.concat(chunks).toString()) as Publication[]));
    res.writeHead(204).end();
    this.#changes.emit("change");
  }
}

async function standFor(reply: StandIn, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (reply.delay === Number.POSITIVE_INFINITY) return;
  if (reply.delay) await delay(reply.delay);
  if (reply.refuseHead && req.method === "HEAD") {
    res.writeHead(405).end();
    return;
  }
  res
    .writeHead(reply.status, {
      "content-type": reply.contentType ?? "text/html; charset=utf-8",
      ...(reply.location === undefined ? {} : { location: reply.location }),
    })
    .end(req.method === "HEAD" ? undefined : (reply.body ?? ""));
}
