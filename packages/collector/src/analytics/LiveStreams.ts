import type { EventStore } from "../store/EventStore.ts";

/** The most pages that can watch at once. */
const capacity = 64;

/** How often an idle stream says that it is alive, in milliseconds. */
const heartbeatMs = 15_000;

/** How often to look whether another collector of the same database has stored something, in milliseconds. */
const lookMs = 1000;

const encoder = new TextEncoder();
const heartbeatMessage = encoder.encode(": alive\n\n");

interface Stream {
  readonly controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  /** Whether an announcement waits until the page has read what is under way. */
  isBehind: boolean;
}

/**
 * Tells watching pages (server-sent events) that something was stored, here or by another collector of
 * the same database. The messages carry no data but up to where events were stored: a page asks for what it shows, through the
 * same guarded routes as ever.
 */
export class LiveStreams {
  readonly #store: Pick<EventStore, "end" | "scan">;
  readonly #streams = new Set<Stream>();
  #timers: readonly NodeJS.Timeout[] = [];
  #end: string | undefined;
  #looking: Promise<void> | undefined;
  #isAnnounced = false;
  #isClosed = false;

  constructor(store: Pick<EventStore, "end" | "scan">) {
    this.#store = store;
  }

  /** A new stream, or nothing when there are too many or the collector is closing. */
  open(): ReadableStream<Uint8Array<ArrayBuffer>> | undefined {
    if (this.#isClosed || this.#streams.size >= capacity) return undefined;
    let stream: Stream | undefined;
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        stream = { controller, isBehind: false };
        this.#streams.add(stream);
        if (this.#timers.length === 0) this.#startTimers();
        void this.#greet(stream);
      },
      pull: () => {
        if (stream?.isBehind) announceTo(stream);
      },
      cancel: () => {
        if (stream !== undefined) this.#remove(stream);
      },
    });
  }

  /** Announces new events; calls in the same turn of the event loop become one message. */
  announce(): void {
    if (this.#streams.size === 0 || this.#isAnnounced) return;
    this.#isAnnounced = true;
    setImmediate(() => {
      this.#isAnnounced = false;
      for (const stream of this.#streams) announceTo(stream);
    });
  }

  /** Ends every stream, so that a server can finish. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) {
      this.#remove(stream);
      stream.controller.close();
    }
  }

  #startTimers(): void {
    this.#end = undefined;
    this.#timers = [
      setInterval(() => this.#beat(), heartbeatMs).unref(),
      setInterval(() => void this.#look(), lookMs).unref(),
    ];
    void this.#look();
  }

  /** Says from where on the stream tells what is stored, as soon as that is known. */
  async #greet(stream: Stream): Promise<void> {
    await this.#looking;
    if (!this.#streams.has(stream)) return;
    stream.controller.enqueue(messageOf("open", this.#end, "retry: 1000\n"));
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce();
    return this.#looking;
  }

  /** Looks whether there is more than at the last look. A database that does not answer is asked again. */
  async #lookOnce(): Promise<void> {
    try {
      const before = this.#end;
      const page =
        before === undefined ? undefined : await this.#store.scan({ after: before, limit: 1 });
      this.#end = page?.isLast === true ? page.end : await this.#store.end();
      // Pages have been told already of what came here; the end tells those that have read it.
      if (page !== undefined && page.events.length > 0) {
        for (const stream of this.#streams) announceTo(stream, this.#end);
      }
    } catch {
      // Pages say themselves that the instance does not answer.
    }
    this.#looking = undefined;
  }

  #beat(): void {
    for (const { controller } of this.#streams) {
      if (hasRoom(controller)) controller.enqueue(heartbeatMessage);
    }
  }

  #remove(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}

/** A page that does not read has one announcement waiting, and no growing queue. */
function announceTo(stream: Stream, end?: string): void {
  stream.isBehind = !hasRoom(stream.controller);
  if (!stream.isBehind) stream.controller.enqueue(messageOf("stored", end));
}

function messageOf(
  name: "open" | "stored",
  end: string | undefined,
  before = "",
): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${before}event: ${name}\ndata: ${JSON.stringify({ end })}\n\n`);
}

function hasRoom({ desiredSize }: Stream["controller"]): boolean {
  return desiredSize !== null && desiredSize > 0;
}
