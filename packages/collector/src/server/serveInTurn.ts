import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests that may wait on one connection; browsers send the next after the answer. */
const mostWaiting = 32;

interface Waiting {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Lets the requests of one connection wait for each other. Otherwise whoever sends hundreds at once has all of them under
 * way, and others wait meanwhile.
 *
 * @param end - Ends a connection on which more wait than ever should.
 */
export function serveInTurn(
  serve: RequestListener,
  end: (socket: Socket) => void,
): RequestListener {
  const waitingBySocket = new WeakMap<Socket, Waiting[]>();

  function begin({ request, response }: Waiting, waiting: Waiting[]): void {
    const { socket } = request;
    response.once("close", () => {
      const next = waiting.shift();
      if (next === undefined) waitingBySocket.delete(socket);
      // In a round of its own, so that other connections come in between.
      else if (!socket.destroyed) setImmediate(begin, next, waiting);
    });
    serve(request, response);
  }

  return function serveNext(request, response) {
    const { socket } = request;
    if (socket.destroyed) return;
    const waiting = waitingBySocket.get(socket);
    if (waiting === undefined) {
      const others: Waiting[] = [];
      waitingBySocket.set(socket, others);
      begin({ request, response }, others);
    } else if (waiting.length < mostWaiting) waiting.push({ request, response });
    else end(socket);
  };
}
