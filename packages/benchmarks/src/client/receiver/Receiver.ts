import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Peer } from "../peers/Peer.ts";
import { createStubInstance } from "./createStubInstance.ts";
import { corsHeaders } from "./corsHeaders.ts";
import type { Instance } from "./Instance.ts";
import type { PageFiles } from "./PageFiles.ts";
import type { Answer, ReceivedRequest } from "./ReceivedRequest.ts";

/** One acknowledged delivery of one event. */
export interface Arrival {
  readonly marker: number;
  /** By `performance.now()`. */
  readonly at: number;
}

/**
 * Serves the page of one client and is its instance, on one port of this machine: reachable as
 * `origin`, and from there as another site under `crossSiteOrigin`. Counts every event that it
 * acknowledges.
 */
export class Receiver {
  readonly arrivals: Arrival[] = [];
  /** Turn to `failing` to answer everything but pages with 503. */
  health: "well" | "failing" = "well";
  readonly #peer: Peer;
  readonly #files: PageFiles;
  readonly #server: Server;
  #instance: Instance | undefined;
  #port = 0;

  private constructor(peer: Peer, files: PageFiles) {
    this.#peer = peer;
    this.#files = files;
    this.#server = createServer((request, response) => {
      // A client that goes away in the middle of a request has not delivered it.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** Begins to listen. */
  static async open(peer: Peer, files: PageFiles): Promise<Receiver> {
    const receiver = new Receiver(peer, files);
    await receiver.listen();
    receiver.#port = (receiver.#server.address() as AddressInfo).port;
    receiver.#instance =
      peer.openInstance?.([receiver.origin, receiver.crossSiteOrigin]) ?? createStubInstance(peer);
    return receiver;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get crossSiteOrigin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Listens again, on the same port. */
  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
  }

  /** Stops listening, so that connections are refused. */
  refuse(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** How many different events of ours have arrived. */
  distinct(): number {
    return new Set(this.arrivals.map(({ marker }) => marker)).size;
  }

  /** The marker of every event that the instance keeps, as often as it keeps it. */
  async stored(): Promise<readonly number[]> {
    return (await this.#instance?.stored()) ?? [];
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.refuse();
    await this.#instance?.close();
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    const answer = this.#files.get(request, this) ?? (await this.#answer(request));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #answer(request: ReceivedRequest): Promise<Answer> {
    // A real instance decides itself which origins may send.
    const cors = this.#peer.openInstance === undefined ? corsHeaders(request) : undefined;
    if (cors !== undefined && request.method === "OPTIONS") return { status: 204, headers: cors };
    const answer =
      this.health === "well" ? await this.#instance?.handle(request) : { status: 503, body: "{}" };
    if (answer === undefined) throw new Error("The receiver is not open yet.");
    if (answer.status >= 200 && answer.status < 300) this.#count(request);
    return { ...answer, headers: { ...cors, ...answer.headers } };
  }

  #count(request: ReceivedRequest): void {
    const at = performance.now();
    for (const { marker } of this.#peer.decode(request)) {
      if (marker >= 0) this.arrivals.push({ marker, at });
    }
  }
}

async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(message.url ?? "/", "http://localhost");
  return {
    method: message.method ?? "GET",
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks),
  };
}
