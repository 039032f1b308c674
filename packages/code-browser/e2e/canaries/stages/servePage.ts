import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import type { BuiltPage } from "../../../../../scripts/bundle/buildPage.ts";

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
  { script, styles }: BuiltPage,
  instance: () => string,
  place: "same-origin" | "cross-site",
): Promise<PageServer> {
  const files = new Map<string, readonly [type: string, body: string]>([
    ["/main.js", ["text/javascript", script]],
    ["/main.css", ["text/css", styles]],
  ]);
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
    const page = html(place === "same-origin" ? "/" : instance());
    const [type, body] = files.get(path) ?? ["text/html", page];
    answer.writeHead(200, { "content-type": type }).end(body);
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
<head><meta charset="utf-8"><meta name="instance" content="${instanceUrl}"><link rel="icon" href="data:,"><link rel="stylesheet" href="/main.css"></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body>
</html>`;
}
