import { serve, type ServerType } from "@hono/node-server";

/** A server that is listening. */
export interface Listening {
  readonly port: number;
  /** Stops accepting, lets open requests finish for at most `drainMs` milliseconds and resolves when all are closed. */
  readonly close: (drainMs: number) => Promise<void>;
}

/** What {@link listen} needs. */
export interface ListenOptions {
  readonly fetch: (request: Request, connection: object) => Response | Promise<Response>;
  readonly host: string;
  /** The first port tried; 0 lets the system choose. */
  readonly port: number;
}

const portsTried = 20;

/**
 * Listens on the first free port from `port` on. Rejects when twenty in a row are taken, and with any other trouble,
 * such as a host this machine does not have.
 */
export async function listen(options: ListenOptions): Promise<Listening> {
  for (let port = options.port; ; port += 1) {
    try {
      return await listenOn({ ...options, port });
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || port + 1 >= options.port + portsTried) {
        throw error;
      }
    }
  }
}

function listenOn(options: ListenOptions): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const server = serve(
    { fetch: options.fetch, hostname: options.host, port: options.port },
    (address) => {
      server.off("error", reject);
      resolve({ port: address.port, close: (drainMs) => close(server, drainMs) });
    },
  );
  server.once("error", reject);
  return promise;
}

function close(server: ServerType, drainMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const closeAll = () => {
    if ("closeAllConnections" in server) {
      server.closeAllConnections();
    }
  };
  const timer = setTimeout(closeAll, drainMs);
  server.close(() => {
    clearTimeout(timer);
    resolve();
  });
  if ("closeIdleConnections" in server) {
    server.closeIdleConnections();
  }
  return promise;
}
