import type { BrowserContext } from "playwright";

/** Notes which hosts other than this machine a client has tried to reach. */
export class Strangers {
  readonly #hosts = new Set<string>();

  /** Looks at every request of a browser from now on. */
  watch(context: BrowserContext): void {
    context.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (!protocol.startsWith("http") || hostname === "127.0.0.1" || hostname === "localhost") {
        return;
      }
      this.#hosts.add(hostname);
    });
  }

  /** The hosts, in order. */
  list(): readonly string[] {
    return [...this.#hosts].toSorted();
  }
}
