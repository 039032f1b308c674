import { createTransport, type BrowserOptions } from "@sentry/react";
import type { SendOutcome } from "./ReportSender.ts";
import type { toSentryEvent } from "./toSentryEvent.ts";

/** The longest body that leaves, in bytes. */
const mostBytes = 20_000;

/** A transport as a client of Sentry's asks for it. */
export type MakeTransport = NonNullable<BrowserOptions["transport"]>;

type Transport = ReturnType<MakeTransport>;
type Envelope = Parameters<Transport["send"]>[0];

/** A report that a client was handed. */
export interface PendingEvent {
  readonly event: ReturnType<typeof toSentryEvent>;
  readonly settle: (outcome: SendOutcome) => void;
}

/** What the transport needs of its surroundings. */
export interface ReportTransportOptions {
  /** Finds the report that an envelope is of. */
  readonly find: (id: string) => PendingEvent | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** The DSN to name to a tunnel that asks for it. */
  readonly dsn: string | undefined;
}

/**
 * Makes a transport that lets nothing out but reports: of what it is handed it takes the ID alone, and writes the
 * event anew. Everything else that a client of Sentry's may send, or may have been made to send, ends here.
 */
export function createReportTransport(options: ReportTransportOptions): MakeTransport {
  const { find, signal, now, dsn } = options;
  return (transportOptions) => {
    const inner = createTransport(transportOptions, ({ body }) =>
      post(options, transportOptions.url, body as string),
    );
    return {
      flush: (timeout) => inner.flush(timeout),
      async send([{ event_id: id }, items]) {
        const pending = typeof id === "string" ? find(id) : undefined;
        if (pending === undefined || items.length !== 1 || items[0]?.[0].type !== "event")
          return {};
        const { event, settle } = pending;
        const header = {
          event_id: event.event_id,
          sent_at: new Date(now()).toISOString(),
          ...(dsn !== undefined && { dsn }),
        };
        if (new TextEncoder().encode(JSON.stringify([header, event])).length > mostBytes) {
          settle("too-large");
          return {};
        }
        try {
          const answer = await inner.send([header, [[{ type: "event" }, event]]] as Envelope);
          settle(toOutcome(answer.statusCode));
          return answer;
        } catch {
          settle(signal.aborted ? "aborted" : "network");
          return {};
        }
      },
    };
  };
}

async function post({ fetch, signal }: ReportTransportOptions, url: string, body: string) {
  const response = await fetch(url, {
    method: "POST",
    body,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "no-store",
    signal,
  });
  // Nothing of the answer is of use but its head.
  await response.body?.cancel();
  return {
    statusCode: response.status,
    headers: {
      "x-sentry-rate-limits": response.headers.get("X-Sentry-Rate-Limits"),
      "retry-after": response.headers.get("Retry-After"),
    },
  };
}

/** A transport that was asked to be patient sends nothing, and says nothing. */
function toOutcome(status: number | undefined): SendOutcome {
  if (status === undefined) return "rate-limited";
  return status >= 200 && status < 300 ? "sent" : `http-${status}`;
}
