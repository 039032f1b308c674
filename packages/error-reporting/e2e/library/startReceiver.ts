import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { parseEnvelope, type Envelope } from "./parseEnvelope.ts";

/** A request for an envelope as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly envelope: Envelope;
}

/** A server that takes envelopes as Sentry does, and pages for the browser to open. */
export interface Receiver {
  readonly origin: string;
  /** The address of a project, as Sentry gives it out. */
  readonly dsn: (project: number) => string;
  /** Envelopes of a project in the order in which they came. */
  readonly received: (project: number) => readonly ReceivedRequest[];
  /** Paths of everything that was asked for. */
  readonly asked: readonly string[];
  /** Answers envelopes so from now on; `"hang"` never answers. */
  answer: number | "hang";
}

/**
 * Starts a receiver on a free port of loopback; it ends with the test.
 *
 * @param files - What is served, by path.
 * @param page - The page that is served for every other path.
 */
export async function startReceiver(
  files: ReadonlyMap<string, string>,
  page: string,
): Promise<Receiver> {
  const requests = new Map<number, ReceivedRequest[]>();
  const asked: string[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "", headers } = request;
    const path = url.replace(/[?#].*$/u, "");
    asked.push(path);
    const project = /^\/api\/(\d+)\/envelope\/$/u.exec(path)?.[1];
    if (project !== undefined) {
      const body = await text(request);
      const list = requests.get(Number(project)) ?? [];
      requests.set(Number(project), list);
      list.push({ method, url, headers, body, envelope: parseEnvelope(body) });
      if (receiver.answer === "hang") return;
      response.writeHead(receiver.answer, { "access-control-allow-origin": "*" }).end("{}");
      return;
    }
    const file = files.get(path);
    const type = file === undefined ? "text/html" : "text/javascript";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(file ?? page);
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: Receiver = {
    origin: `http://${host}`,
    dsn: (project) => `http://0123456789abcdef0123456789abcdef@${host}/${project}`,
    received: (project) => requests.get(project) ?? [],
    asked,
    answer: 200,
  };
  return receiver;
}
