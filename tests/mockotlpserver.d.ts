/** As far as tests use it; the package has no types of its own. */
declare module "@elastic/mockotlpserver" {
  export class MockOtlpServer {
    httpUrl: URL | null;
    constructor(options: {
      services: readonly "http"[];
      httpHostname: string;
      httpPort: number;
      logLevel: string;
      onLogs(logs: unknown): void;
    });
    start(): Promise<void>;
    close(): Promise<void>;
  }
}

declare module "@elastic/mockotlpserver/lib/proto.js" {
  interface Type {
    verify(message: unknown): string | null;
    fromObject(object: unknown): object;
    toObject(message: object, options?: object): unknown;
    encode(message: object): { finish(): Uint8Array };
    decode(bytes: Uint8Array): object;
  }
  export function getProtoRoot(): { lookupType(name: string): Type };
}
