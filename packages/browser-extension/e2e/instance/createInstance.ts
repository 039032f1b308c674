import type { IncomingMessage, ServerResponse } from "node:http";
import { answerGraphQL, type GraphQLRequest, type Viewer } from "./answerGraphQL.ts";
import {
  type FollowedStore,
  followStore,
  type StoredEvent,
  type StoredReport,
} from "./followStore.ts";
import { startCollector } from "./startCollector.ts";

/** An instance: the collector, and a stand-in for the rest of it. */
export interface Instance {
  /** Answers a request. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** The bodies that events arrived in. */
  readonly bodies: string[];
  /** The bodies that error reports arrived in. */
  readonly reports: string[];
  /** What becomes of what is sent: `lost` and `stored` are never answered. */
  manner: "answered" | "lost" | "stored";
  /** When somebody whom it did not answer has gone, by its clock in milliseconds. */
  readonly givenUp: number[];
  /** The bodies of questions about code, settings and repositories. */
  readonly questions: string[];
  /** Requests for anything but these, as `METHOD path`. */
  readonly requests: string[];
  /** What it knows of everybody who asks. */
  viewer: Omit<Viewer, "isSignedIn">;
  /** Whether the way to sign in leaves its tab open, as single sign-on does. */
  leavesTabOpen: boolean;
  /** Whether everybody counts as signed in. */
  isOpen: boolean;
  /** Where its database is. */
  readonly dataFolder: string;
  /** Everything its database holds, but for the word that the extension was installed. */
  readonly events: () => readonly StoredEvent[];
  /** The error reports that its database holds, a hundred at most. */
  readonly storedReports: () => readonly StoredReport[];
  /** Whether it holds that word. */
  readonly knowsOfInstallation: () => boolean;
  readonly stop: () => Promise<void>;
}

/** What the collector takes, and what is noted of it. */
const inboxByPath: Readonly<Record<string, "bodies" | "reports">> = {
  "/.api/action-events": "bodies",
  "/.api/error-reports": "reports",
};

const installed = "extension.installed";
const cookie = "session=someone; Path=/; Secure; HttpOnly; SameSite=Lax";

/** Starts an instance. It has no address of its own: a server hands requests to it. */
export async function createInstance(): Promise<Instance> {
  const collector = await startCollector();
  const store = await followStore(collector.origin);
  const instance: Instance = {
    bodies: [],
    reports: [],
    manner: "answered",
    givenUp: [],
    questions: [],
    requests: [],
    viewer: { settings: {}, manifests: {} },
    leavesTabOpen: false,
    isOpen: true,
    events: () => store.events.filter(({ name }) => name !== installed),
    storedReports: () => store.reports,
    knowsOfInstallation: () => store.events.some(({ name }) => name === installed),
    dataFolder: collector.dataFolder,
    stop: collector.stop,
    handle: (request, response) =>
      // Who asks may go away at any time, and be it with its browser.
      void answer(instance, { ...collector, store }, request, response).catch(() =>
        response.destroy(),
      ),
  };
  return instance;
}

async function answer(
  instance: Instance,
  collector: { readonly origin: string; readonly store: FollowedStore },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "https://instance.example");
  const body = await readBody(request);
  const inbox = inboxByPath[url.pathname];
  if (inbox !== undefined) {
    instance[inbox].push(body.toString());
    const { manner } = instance;
    if (manner !== "answered") response.once("close", () => instance.givenUp.push(Date.now()));
    if (manner === "lost") return;
    const answered = await pass(collector.origin + url.pathname, request, body);
    await collector.store.read();
    if (manner === "stored") return;
    response.writeHead(answered.status, { "content-type": answered.type });
    response.end(answered.text);
    return;
  }
  instance.requests.push(`${request.method} ${url.pathname}${url.search}`);
  if (url.pathname === "/.api/graphql" && request.method === "POST") {
    const isSignedIn = instance.isOpen || (request.headers.cookie ?? "").includes("session=");
    instance.questions.push(body.toString());
    const asked = JSON.parse(body.toString()) as GraphQLRequest;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answerGraphQL(asked, { ...instance.viewer, isSignedIn })));
    return;
  }
  if (url.pathname === "/sign-in" && request.method === "POST") {
    const closes = url.searchParams.get("close") === "true" && !instance.leavesTabOpen;
    response.writeHead(200, { "content-type": "text/html", "set-cookie": cookie });
    response.end(closes ? "<script>window.close()</script>" : "<title>Welcome</title>Welcome");
    return;
  }
  response.writeHead(200, { "content-type": "text/html" });
  response.end(
    url.pathname === "/sign-in"
      ? `<title>Sign in</title><form method="post"><button>Sign in</button></form>`
      : `<title>Instance</title>`,
  );
}

async function pass(to: string, request: IncomingMessage, body: Buffer<ArrayBuffer>) {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const answered = await fetch(to, { method: request.method ?? "GET", headers, body });
  const type = answered.headers.get("content-type") ?? "text/plain";
  return { status: answered.status, type, text: await answered.text() };
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
