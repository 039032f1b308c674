import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer as readBytes } from "node:stream/consumers";

/** One request as it was on the wire, as byte strings. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  /** Such as `POST http://127.0.0.1:7080/.api/action-events`. */
  readonly line: string;
  /** Names and values, one pair a line. */
  readonly headers: string;
  readonly contentEncoding: string | undefined;
  readonly body: string;
}

/** The only way out of a browser: a proxy that notes every request, to whomever it is. */
export interface Wire {
  /** Its address, for the browser. */
  readonly proxy: string;
  /** Every request so far, also those that were not let through. */
  readonly requests: readonly WireRequest[];
  /** Answers 503 in place of those that this is true of. */
  block: (isBlocked: (request: WireRequest) => boolean) => void;
  readonly stop: () => Promise<void>;
}

/** Starts it. It lets requests through to this machine alone: nothing that is tested leaves it. */
export async function startWire(): Promise<Wire> {
  const requests: WireRequest[] = [];
  let isBlocked: (request: WireRequest) => boolean = () => false;
  const server = createServer((incoming, answer) => {
    void read(incoming, incoming.url ?? "").then((request) => {
      requests.push(request);
      if (!isLocal(request.url) || isBlocked(request)) {
        answer.writeHead(503).end();
        return;
      }
      const { method, headers } = incoming;
      const outgoing = forward(request.url, { method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
      });
      outgoing.on("error", () => answer.destroy());
      answer.on("close", () => outgoing.destroy());
      outgoing.end(Buffer.from(request.body, "latin1"));
    });
  });
  // A tunnel is asked for by encrypted connections and by web sockets; whom for is all there is to see.
  server.on("connect", (incoming: IncomingMessage, socket) => {
    void read(incoming, `http://${incoming.url ?? ""}/`, false).then((request) => {
      requests.push(request);
      socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    block: (condition) => (isBlocked = condition),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function read(incoming: IncomingMessage, url: string, hasBody = true): Promise<WireRequest> {
  const { method = "", rawHeaders, headers } = incoming;
  return {
    method,
    url: new URL(url),
    line: `${method} ${url}`,
    headers: rawHeaders.map((part, index) => part + (index % 2 === 0 ? ": " : "\n")).join(""),
    contentEncoding: headers["content-encoding"],
    body: hasBody ? (await readBytes(incoming)).toString("latin1") : "",
  };
}

function isLocal({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1";
}
