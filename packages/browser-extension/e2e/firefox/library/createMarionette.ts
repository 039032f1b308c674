import { connect, type Socket } from "node:net";

/** A connection to a Firefox that can be controlled. */
export interface Marionette {
  /** Sends a command and waits for its result. Rejects with what Firefox says went wrong. */
  readonly send: (command: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Connects to the port on which Firefox listens with `--marionette`. Messages are JSON with their
 * length before them: `[0, id, command, parameters]` there, `[1, id, error, result]` back.
 */
export async function createMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, "127.0.0.1");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.once("error", reject);
  readPackets(socket, (packet) => {
    // The first one introduces Firefox.
    if (!Array.isArray(packet)) return resolve();
    const [, id, error, result] = packet as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const own = waiting.get(id);
    waiting.delete(id);
    if (error === null) own?.resolve(result);
    else own?.reject(new Error(`Firefox: ${error.error}: ${error.message}`));
  });
  await promise;
  return {
    send: (command, parameters = {}) => {
      const own = Promise.withResolvers<unknown>();
      lastId += 1;
      waiting.set(lastId, own);
      const text = JSON.stringify([0, lastId, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return own.promise;
    },
    close: () => socket.destroy(),
  };
}

function readPackets(socket: Socket, onPacket: (packet: unknown) => void): void {
  let received = Buffer.alloc(0);
  socket.on("data", (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const packet: unknown = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      onPacket(packet);
    }
  });
}
