/** The most pages that can watch at once. */
const capacity = 64;

/** How often an idle stream says that it is alive, in milliseconds. */
const heartbeatMs = 15_000;

type Controller = ReadableStreamDefaultController<Uint8Array>;

/**
 * Tells watching pages (server-sent events) that something was stored. The message carries no data:
 * a page asks for what it shows, through the same guarded routes as ever.
 */
export class LiveStreams {
  readonly #encoder = new TextEncoder();
  readonly #controllers = new Set<Controller>();
  #heartbeat: NodeJS.Timeout | undefined;
  #isAnnounced = false;
  #isClosed = false;

  /** A new stream, or nothing when there are too many or the collector is closing. */
  open(): ReadableStream<Uint8Array> | undefined {
    if (this.#isClosed || this.#controllers.size >= capacity) return undefined;
    let opened: Controller | undefined;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        opened = controller;
        this.#controllers.add(controller);
        controller.enqueue(this.#encoder.encode("retry: 1000\n\nevent: open\ndata: {}\n\n"));
        this.#heartbeat ??= setInterval(() => this.#send(": alive\n\n"), heartbeatMs).unref();
      },
      cancel: () => {
        if (opened !== undefined) this.#remove(opened);
      },
    });
  }

  /** Announces new events; calls in the same turn of the event loop become one message. */
  announce(): void {
    if (this.#controllers.size === 0 || this.#isAnnounced) return;
    this.#isAnnounced = true;
    setImmediate(() => {
      this.#isAnnounced = false;
      this.#send("event: stored\ndata: {}\n\n");
    });
  }

  /** Ends every stream, so that a server can finish. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#controllers) {
      this.#remove(controller);
      controller.close();
    }
  }

  #send(message: string): void {
    const bytes = this.#encoder.encode(message);
    for (const controller of this.#controllers) {
      // A page that does not read keeps its place, but no growing queue.
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes);
    }
  }

  #remove(controller: Controller): void {
    this.#controllers.delete(controller);
    if (this.#controllers.size > 0) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }
}
