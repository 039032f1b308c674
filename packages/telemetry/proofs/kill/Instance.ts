import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { EventBatch } from "@action-telemetry/event-schema";

/** A batch that is being sent. */
export interface RequestInProgress {
  /** When its connection ended, or it was answered: milliseconds since 1970. */
  readonly ended: Promise<number>;
}

/** Serves the page, and is the instance that it sends to. Stores each event ID once, and counts all. */
export class Instance {
  /** How often each event has arrived, by its ID. */
  readonly arrivals = new Map<string, number>();
  /** Answers batches with 503 while true. */
  isDown = false;
  /** Stores batches and answers nothing while true. */
  isSilent = false;
  /** How many batches were begun. */
  requests = 0;
  readonly #server: Server;
  #onArrival: () => void = () => undefined;
  #onRequest: (request: RequestInProgress) => void = () => undefined;

  private constructor(html: string, headers: Readonly<Record<string, string>>) {
    this.#server = createServer((request, response) => {
      if (request.method !== "POST") {
        response.writeHead(200, { ...headers, "content-type": "text/html" });
        response.end(request.url?.startsWith("/elsewhere") ? "<title>Elsewhere</title>" : html);
        return;
      }
      this.requests += 1;
      const ended = once(response, "close").then(() => Date.now());
      this.#onRequest({ ended });
      readBody(request).then(
        (body) => {
          if (!this.isDown) this.#store(JSON.parse(body) as EventBatch);
          if (this.isSilent) {
            this.#onArrival();
            return;
          }
          response.writeHead(this.isDown ? 503 : 200, { "content-type": "application/json" });
          response.end("{}");
          this.#onArrival();
        },
        // A page that goes away in the middle of a request has not delivered it.
        () => response.destroy(),
      );
    });
  }

  /** Begins to listen, on a port of its own; `headers` are those of the page. */
  static async start(
    html: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Instance> {
    const instance = new Instance(html, headers);
    instance.#server.listen(0, "127.0.0.1");
    await once(instance.#server, "listening");
    return instance;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often an event has arrived that had arrived before. */
  get repeats(): number {
    return [...this.arrivals.values()].reduce((sum, count) => sum + count - 1, 0);
  }

  /** Resolves when so many different events have arrived. */
  arrival(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onArrival = () => {
        if (this.arrivals.size >= count) resolve();
      };
      this.#onArrival();
    });
  }

  /** Resolves when the next batch is begun. */
  request(): Promise<RequestInProgress> {
    return new Promise((resolve) => (this.#onRequest = resolve));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #store({ events }: EventBatch): void {
    for (const { id } of events) this.arrivals.set(id, (this.arrivals.get(id) ?? 0) + 1);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
