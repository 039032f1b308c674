import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

/** The server of the page of components. */
export interface PageServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the page at every address.
 *
 * @param instance - Its origin.
 * @param place - `same-origin`: the instance is reached through this server, as behind a proxy.
 */
export async function servePage(
  script: string,
  instance: () => string,
  place: "same-origin" | "cross-site",
): Promise<PageServer> {
  const server = createServer((incoming, answer) => {
    const path = incoming.url ?? "/";
    if (path.startsWith("/.api/")) {
      const { method, headers } = incoming;
      const outgoing = forward(new URL(path, instance()), { method, headers }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
        given.pipe(answer);
      });
      incoming.pipe(outgoing);
      return;
    }
    const isScript = path === "/main.js";
    answer.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
    answer.end(isScript ? script : html(place === "same-origin" ? "/" : instance()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function html(instanceUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="instance" content="${instanceUrl}"><link rel="icon" href="data:,"></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body>
</html>`;
}
