import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { createCertificate } from "./createCertificate.ts";

/** Answers requests. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** One server under the names of many hosts. */
export interface Hosts {
  /** For Chromium: every name in the world leads to this server, and nowhere else. */
  readonly resolverRules: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server over https and http that plays the internet.
 *
 * @param handleByHost who answers for which host name; others have nothing to say
 */
export async function startHosts(handleByHost: Readonly<Record<string, Handle>>): Promise<Hosts> {
  const handle: Handle = (request, response) => {
    const name = (request.headers.host ?? "").replace(/:\d+$/u, "");
    const own = handleByHost[name];
    if (own !== undefined) own(request, response);
    else response.writeHead(404).end();
  };
  const secure = createSecureServer({ ...createCertificate() }, handle);
  const plain = createServer(handle);
  const [securePort, plainPort] = await Promise.all([listen(secure), listen(plain)]);
  const plainly = `127.0.0.1:${plainPort}`;
  return {
    resolverRules: [`*:443 127.0.0.1:${securePort}`, `*:80 ${plainly}`, `*:7990 ${plainly}`]
      .map((rule) => `MAP ${rule}`)
      .join(", "),
    stop: async () => {
      await Promise.all([close(secure), close(plain)]);
    },
  };
}

async function listen(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

async function close(server: Server & { closeAllConnections?: () => void }): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections?.();
  await promise;
}
