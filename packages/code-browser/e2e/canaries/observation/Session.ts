import type { BrowserContext, Page } from "playwright";
import type { ConsoleLog } from "../../library/listenToConsole.ts";
import type { Heard } from "./tap.ts";
import type { Wire, WireRequest } from "./startWire.ts";

/** The instance as its administrator sees it. */
export interface ObservedInstance {
  readonly dataFolder: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Prints a text on both of its streams, followed by a line break. */
  readonly print: (text: string) => void;
  /** Where it takes events. */
  readonly eventsUrl: string;
}

/** One run of an application in a browser, with everything that can be seen of it. */
export interface Session {
  readonly context: BrowserContext;
  readonly page: Page;
  /** A page of nobody's, in the same browser. */
  readonly emptyPage: Page;
  readonly wire: Wire;
  readonly heard: readonly Heard[];
  readonly console: ConsoleLog;
  readonly instance: ObservedInstance;
  readonly knownGlobals: readonly string[];
}

/** Requests to the instance, to the application's own server, or to anybody else. */
export function requestsTo(
  session: Session,
  whom: "instance" | "application" | "others",
): WireRequest[] {
  return session.wire.requests.filter((request) => addresseeOf(session, request) === whom);
}

function addresseeOf({ instance, page }: Session, { url }: WireRequest) {
  const events = new URL(instance.eventsUrl);
  const own = new URL(page.url());
  if (url.origin === events.origin) {
    const isForInstance = events.origin !== own.origin || instancePaths.test(url.pathname);
    return isForInstance ? "instance" : "application";
  }
  return url.origin === own.origin ? "application" : "others";
}

/** What belongs to the instance where it shares an origin with the application. */
const instancePaths = /^\/(?:\.api\/(?:action-events|graphql|analytics|ping)|v1)(?:\/|$)/u;
