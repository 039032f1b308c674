import { once } from "node:events";
import { promisify } from "node:util";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { CollectorOptions } from "../collector/CollectorOptions.ts";
import { createCollector } from "../collector/createCollector.ts";
import { createHttpServer } from "../server/createHttpServer.ts";

/** A collector behind the server that the command uses. */
export interface RawServer {
  readonly url: string;
  /** How many connections it has. */
  connections(): Promise<number>;
  /** Opens a connection that nobody speaks HTTP on. */
  open(): Promise<RawSocket>;
  /** Sends bytes and resolves to all that comes back until the connection ends. */
  send(bytes: string): Promise<string>;
  close(): Promise<void>;
}

/** A connection. */
export interface RawSocket {
  readonly socket: Socket;
  /** What came back so far. */
  received(): string;
  /** Resolves when the connection ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/** Serves a collector on a free port of loopback. */
export async function serveRaw(options: CollectorOptions): Promise<RawServer> {
  const collector = createCollector(options);
  const server = createHttpServer(collector.app);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const open = async () => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.on("data", (chunk) => (received += chunk.toString("latin1")));
    // Being cut off is what some of them are for.
    socket.on("error", () => undefined);
    const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    await once(socket, "connect");
    return { socket, received: () => received, ended };
  };
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => promisify(server.getConnections.bind(server))(),
    open,
    async send(bytes) {
      const { socket, received, ended } = await open();
      socket.write(bytes, "latin1");
      await ended;
      return received();
    },
    async close() {
      await collector.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
