import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type AddressInfo, type Server, type Socket } from "node:net";
import { createCertificate } from "../../chromium/library/createCertificate.ts";
import type { Handle } from "../../chromium/library/startHosts.ts";

/** A proxy that plays the internet. */
export interface Proxy {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a proxy behind which every name of every host, encrypted or not, is one server.
 *
 * @param handleByHost - Who answers for which host name; others have nothing to say.
 */
export async function startProxy(handleByHost: Readonly<Record<string, Handle>>): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/u, "");
    const own = handleByHost[name];
    if (own !== undefined) own(request, response);
    else response.writeHead(404).end();
  };
  const secure = createSecureServer({ ...createCertificate() }, handle);
  const proxy = createServer(handle);
  const securePort = await listen(secure);
  proxy.on("connect", (_request, client: Socket, head: Buffer) => {
    const server = connect(securePort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      server.write(head);
      server.pipe(client).pipe(server);
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
  });
  const port = await listen(proxy);
  return {
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([close(proxy), close(secure)]);
    },
  };
}

async function listen(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

async function close(server: Server & { closeAllConnections(): void }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
