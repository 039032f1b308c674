import type { Page } from "playwright";
import { deflate, gzip } from "../../../../../scripts/canaries/encodings/compressed.ts";
import { requestsTo, type Session } from "../observation/Session.ts";
import type { WireRequest } from "../observation/startWire.ts";
import type { Sink } from "./Sink.ts";

const isPreflight = ({ method }: WireRequest) => method === "OPTIONS";

/** What is sent to the instance, part by part, and to anybody else. */
export const requestSinks: readonly Sink[] = [
  {
    name: "request lines",
    read: (session) => sentToInstance(session, ({ line }) => line),
    plant: (session, { text }) =>
      send(session.page, `${session.instance.eventsUrl}?${escape(text)}`),
  },
  {
    name: "request headers",
    read: (session) => sentToInstance(session, ({ headers }) => headers),
    plant: (session, { text }) =>
      send(session.page, session.instance.eventsUrl, {
        method: "POST",
        headers: { "content-type": `application/json; text=${escape(text)}` },
        body: "{}",
      }),
  },
  {
    name: "request bodies",
    read: (session) => sentToInstance(session, readableBody),
    plant: (session, { text, compressed }) =>
      send(session.page, session.instance.eventsUrl, {
        method: "POST",
        headers: compressed === undefined ? {} : { "content-encoding": compressed.encoding },
        body: compressed?.bytes ?? text,
      }),
  },
  {
    name: "preflights",
    exists: ({ page, instance }) =>
      new URL(page.url()).origin !== new URL(instance.eventsUrl).origin,
    read: (session) =>
      requestsTo(session, "instance")
        .filter(isPreflight)
        .map(({ line, headers }) => `${line}\n${headers}`)
        .join("\n"),
    plant: (session, { text }) =>
      send(session.page, `${session.instance.eventsUrl}?${escape(text)}`, { method: "PUT" }),
  },
  {
    name: "requests to the application's server",
    read: (session) => everythingIn(requestsTo(session, "application")),
    plant: (session, { text }) => send(session.page, `/?${escape(text)}`),
  },
  {
    name: "requests to others",
    read: (session) => everythingIn(requestsTo(session, "others")),
    plant: ({ emptyPage }, { text }) =>
      send(emptyPage, `http://others.example/?${escape(text)}`, { mode: "no-cors" }),
  },
];

function sentToInstance(session: Session, part: (request: WireRequest) => string): string {
  return requestsTo(session, "instance")
    .filter((request) => !isPreflight(request))
    .map(part)
    .join("\n");
}

function everythingIn(requests: readonly WireRequest[]): string {
  return requests
    .map((request) => `${request.line}\n${request.headers}\n${readableBody(request)}`)
    .join("\n");
}

function readableBody({ body, contentEncoding }: WireRequest): string {
  if (contentEncoding === "gzip") return gzip.decode(body);
  return contentEncoding === "deflate" ? deflate.decode(body) : body;
}

function escape(text: string): string {
  return encodeURIComponent(text);
}

interface Sending {
  readonly method?: string;
  readonly mode?: RequestMode;
  readonly headers?: Readonly<Record<string, string>>;
  /** A byte string. */
  readonly body?: string;
}

/** Sends a request from a page; whether anybody answers is no matter. */
function send(page: Page, url: string, sending: Sending = {}): Promise<void> {
  return page.evaluate(
    async ([address, { body, ...options }]) => {
      const bytes =
        body === undefined ? {} : { body: Uint8Array.from(body, (byte) => byte.charCodeAt(0)) };
      await fetch(address, { ...options, ...bytes }).catch(() => undefined);
    },
    [url, sending] as const,
  );
}
