import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { errorAnswer } from "../http/errorAnswer.ts";
import { httpServerOptions } from "./httpServerOptions.ts";

/**
 * Half of how long a socket may take nothing of an answer, in milliseconds: while something waits to be written, Node lets
 * the time pass once more before it says so.
 */
const readingMs = 4500;

/** Makes the server that an application is served by: strict about what a request is, and impatient with slow sockets. */
export function createHttpServer(app: Hono): Server {
  const server = createAdaptorServer({
    createServer,
    serverOptions: httpServerOptions,
    fetch: (request, bindings) =>
      isAmbiguous(bindings.incoming as IncomingMessage)
        ? errorAnswer({
            status: 400,
            code: "ambiguous-host",
            message: "Say once which host is asked.",
          })
        : app.fetch(request, bindings),
  }) as Server;
  server.setTimeout(readingMs, closeStuck);
  return server;
}

/** A live stream is silent, too, but has nothing to say then. */
function closeStuck(socket: Socket): void {
  if (socket.writableLength > 0) socket.destroy();
}

/**
 * Whether a request names several hosts, in two headers or in its target and a header: whoever stands before us may have
 * decided by the one that we do not see.
 */
function isAmbiguous({ rawHeaders, headers, url = "" }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === "host");
  if (hosts.length > 1) return true;
  return URL.canParse(url) && hostOf(url) !== hostOf(`http://${headers.host ?? ""}`);
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
