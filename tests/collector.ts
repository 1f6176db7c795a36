import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MockOtlpServer } from "@elastic/mockotlpserver";
import { getProtoRoot } from "@elastic/mockotlpserver/lib/proto.js";
import type { ExportLogsRequest, LogRecord } from "../src/forwarding/otlp.ts";

/** A request as it came over the wire. */
export interface Wire {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/**
 * What stands in a collector's way. `cut`: the line breaks before anything was taken; `cut after`: when it
 * was, and before it could say so. Else an answer in the receiver's place.
 */
export type Fault =
  | "cut"
  | "cut after"
  | { status: number; headers?: Record<string, string>; body?: string };

export interface Collector {
  /** Where logs are taken. */
  url: string;
  /** Every request that came, whatever became of it. */
  wires: Wire[];
  /** What the receiver read out of the requests that reached it. */
  taken: ExportLogsRequest[];
  /** What happens to the next requests, one each; after them, all reach the receiver. */
  faults: Fault[];
  /** Takes a request for the collector that came elsewhere (under the name of its host). */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  clear(): void;
  close(): Promise<void>;
}

/**
 * An OpenTelemetry receiver that is not ours (Elastic's, over HTTP), behind a line that can be made to fail.
 * One in a process: what it reads it tells the whole process.
 */
export async function startCollector(): Promise<Collector> {
  const taken: ExportLogsRequest[] = [];
  const receiver = new MockOtlpServer({
    services: ["http"],
    httpHostname: "127.0.0.1",
    httpPort: 0,
    logLevel: "fatal",
    onLogs: (logs) => taken.push(logs as ExportLogsRequest),
  });
  await receiver.start();
  const target = new URL("/v1/logs", receiver.httpUrl ?? "");

  const wires: Wire[] = [];
  const faults: Fault[] = [];
  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(req.url ?? "/", "http://collector");
    const path = url.pathname + url.search;
    wires.push({ method: req.method ?? "", path, headers: req.headers, body });
    const fault = faults.shift();
    if (fault === "cut") {
      res.destroy();
      return;
    }
    if (typeof fault === "object") {
      res.writeHead(fault.status, fault.headers).end(fault.body ?? "");
      return;
    }
    const answer = await fetch(target, {
      method: "POST",
      headers: { "content-type": String(req.headers["content-type"]) },
      body,
    });
    if (fault === "cut after") {
      res.destroy();
      return;
    }
    res.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  }

  const front = createServer((req, res) => void handle(req, res));
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}/v1/logs`,
    wires,
    taken,
    faults,
    handle,
    clear() {
      for (const list of [wires, taken, faults]) list.length = 0;
    },
    async close() {
      front.closeAllConnections();
      front.close();
      await receiver.close();
    },
  };
}

export function recordsOf(requests: readonly ExportLogsRequest[]): LogRecord[] {
  return requests.flatMap(({ resourceLogs }) =>
    resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)),
  );
}

export function uidOf({ attributes }: LogRecord): string {
  const value = attributes.find(({ key }) => key === "log.record.uid")?.value;
  return value && "stringValue" in value ? value.stringValue : "";
}

/**
 * The request as the protocol's published message definitions understand it: to binary and back. What they
 * do not know, or know as another type, is gone or changed by then.
 */
export function throughDefinitions(request: unknown): unknown {
  const type = getProtoRoot().lookupType(
    "opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest",
  );
  const wrong = type.verify(type.toObject(type.fromObject(request)));
  if (wrong) throw new Error(wrong);
  const bytes = type.encode(type.fromObject(request)).finish();
  return type.toObject(type.decode(bytes), { longs: String, enums: Number });
}
