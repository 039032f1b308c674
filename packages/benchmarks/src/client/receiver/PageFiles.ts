import type { BuiltPage } from "../bundle/buildPage.ts";
import type { Answer, ReceivedRequest } from "./ReceivedRequest.ts";

/** The addresses of a page's instance. */
export interface InstanceOrigins {
  readonly origin: string;
  readonly crossSiteOrigin: string;
}

/** Paths that a receiver serves itself; `?cross-site` makes the page send to the other site. */
export const pagePaths = { client: "/page", elsewhere: "/elsewhere" } as const;

/** Isolates the page, which makes its clock precise to 5 µs. */
const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** What is served to a browser that opens a client's page. */
export class PageFiles {
  readonly #page: BuiltPage;
  readonly #driver: string;

  constructor(page: BuiltPage, driver: string) {
    this.#page = page;
    this.#driver = driver;
  }

  /** The answer to a request for a page or a script; none when it is for the instance. */
  get(request: ReceivedRequest, origins: InstanceOrigins): Answer | undefined {
    if (request.method !== "GET") return undefined;
    const { path, query } = request;
    if (path === pagePaths.elsewhere) return html("");
    if (path === pagePaths.client) {
      const instance = query.has("cross-site") ? origins.crossSiteOrigin : origins.origin;
      const answer = html(
        `<script>var instance = ${JSON.stringify(instance)};</script>` +
          `<script src="/driver.js"></script>` +
          `<script type="module" src="/${this.#page.entry}"></script>`,
      );
      return query.has("isolated")
        ? { ...answer, headers: { ...answer.headers, ...isolation } }
        : answer;
    }
    const script = path === "/driver.js" ? this.#driver : this.#page.files.get(path.slice(1));
    return script === undefined
      ? undefined
      : { status: 200, headers: { "content-type": "text/javascript" }, body: script };
  }
}

function html(body: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html lang="en"><title>Benchmark</title><link rel="icon" href="data:,">${body}</html>`,
  };
}
