import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { errorAnswer } from "../http/errorAnswer.ts";
import { ConnectionLimit, type ConnectionLimitOptions } from "./ConnectionLimit.ts";
import { httpServerOptions } from "./httpServerOptions.ts";
import { serveInTurn } from "./serveInTurn.ts";

/**
 * Half of how long a socket may take nothing of an answer, in milliseconds: while something waits to be written, Node lets
 * the time pass once more before it says so.
 */
const readingMs = 4500;

/**
 * Makes the server that an application is served by: strict about what a request is, and impatient with slow sockets.
 *
 * @param connections - Absent: as many as come.
 */
export function createHttpServer(app: Hono, connections?: ConnectionLimitOptions): Server {
  const limit = connections && new ConnectionLimit(connections);
  const answer = getRequestListener((request, bindings) =>
    isAmbiguous(bindings.incoming as IncomingMessage)
      ? errorAnswer({
          status: 400,
          code: "ambiguous-host",
          message: "Say once which host is asked.",
        })
      : app.fetch(request, bindings),
  );
  const server = createServer(
    httpServerOptions,
    serveInTurn(
      (request, response) => {
        void answer(request, response);
      },
      (socket) => (limit ? limit.end(socket) : socket.destroy()),
    ),
  );
  limit?.guard(server);
  server.setTimeout(readingMs, closeStuck);
  return server;
}

/** A live stream is silent, too, but has nothing to say then. */
function closeStuck(socket: Socket): void {
  if (socket.writableLength > 0) socket.destroy();
}

/**
 * Whether a request names no host that can be one, or several, in two headers or in its target and a header: whoever stands
 * before us may have decided by the one that we do not see.
 */
function isAmbiguous({ rawHeaders, headers, url = "" }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === "host");
  const host = hostOf(`http://${headers.host ?? ""}`);
  if (hosts.length > 1 || host === undefined) return true;
  return URL.canParse(url) && hostOf(url) !== host;
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
