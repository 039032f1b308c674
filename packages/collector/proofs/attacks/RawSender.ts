import { once } from "node:events";
import { type Socket, connect } from "node:net";

/**
 * Posts over connections that it keeps, with as little work as can be: attackers have machines of their own, and what this
 * one takes of the machine would be put down to the attack.
 */
export class RawSender {
  readonly #host: string;
  readonly #port: number;
  readonly #idle: Socket[] = [];
  readonly #open = new Set<Socket>();

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  /** Resolves when the answer is there, or the connection has ended. */
  async post(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ): Promise<void> {
    const socket = this.#idle.pop() ?? (await this.#connect());
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const all = { host: this.#host, ...headers, "content-length": String(bytes.length) };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n`), bytes]),
    );
    const isKept = await readAnswer(socket);
    if (isKept && !socket.destroyed) this.#idle.push(socket);
    else socket.destroy();
  }

  /** Closes all connections. */
  close(): void {
    for (const socket of this.#open) socket.destroy();
  }

  async #connect(): Promise<Socket> {
    const socket = connect(this.#port, this.#host);
    socket.setNoDelay(true);
    this.#open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => {
      this.#open.delete(socket);
      const place = this.#idle.indexOf(socket);
      if (place !== -1) this.#idle.splice(place, 1);
    });
    await once(socket, "connect");
    return socket;
  }
}

/** Resolves to whether the connection can be used again. */
function readAnswer(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = "";
    const end = (isKept: boolean) => {
      socket.off("data", read);
      socket.off("close", closed);
      resolve(isKept);
    };
    const closed = () => end(false);
    const read = (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (isWhole(answer)) end(!/\r\nconnection: close/i.test(answer));
    };
    socket.on("data", read);
    socket.once("close", closed);
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
  return length === undefined
    ? answer.endsWith("0\r\n\r\n")
    : answer.length >= end + 4 + Number(length);
}
