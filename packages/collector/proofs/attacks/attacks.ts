import { type Socket, connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { testBatch, testEvent } from "../../src/testing/batches.ts";
import { RawSender } from "./RawSender.ts";
import { sendAtRate } from "./sendAtRate.ts";

/** Something that is done to a collector. */
export interface Attack {
  /** Requests, where their rate is what makes the attack. */
  readonly perSecond?: number;
  /** Goes on until the signal is aborted. Resolves to how many requests were sent, or connections opened. */
  run(url: string, signal: AbortSignal): Promise<number>;
}

const zeros = Buffer.alloc(100 * 1_048_576);
const json = { "content-type": "application/json" };
/** Others than those of an attacker before this one, or all would be repetitions. */
let serial = Date.now() * 100;

/** A batch with other IDs each time. */
function batch(
  changes: Parameters<typeof testBatch>[1] = {},
  nameOf: (serial: number) => string = () => "a.run",
): string {
  const time = new Date().toISOString();
  const events = Array.from({ length: 10 }, () => {
    serial += 1;
    return testEvent(serial, { name: nameOf(serial), time });
  });
  return JSON.stringify(testBatch(events, { sentAt: time, ...changes }));
}

interface Flood {
  /** Requests. */
  readonly perSecond: number;
  readonly body: () => string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** Whose requests they are. @default one network's */
  readonly address?: () => string;
}

/** Posts at a fixed rate, so that it costs the machine as much whoever is attacked, and however quick the answers are. */
function flood({ perSecond, body, headers, path = "/.api/action-events", address }: Flood): Attack {
  return {
    perSecond,
    run: (url, signal) => {
      const sender = new RawSender(url);
      const send = () => {
        const from = { "x-forwarded-for": address?.() ?? "198.51.100.1" };
        return sender.post(path, { ...json, ...from, ...headers }, body());
      };
      return sendAtRate(perSecond, signal, send).finally(() => sender.close());
    },
  };
}

/** Keeps 500 sockets open that say no more than this, and opens them again when they are closed. */
function sockets(bytes: string, isDeaf = false): Attack {
  return {
    async run(url, signal) {
      const { hostname, port } = new URL(url);
      const open = new Set<Socket>();
      let opened = 0;
      const begin = () => {
        if (signal.aborted) return;
        opened += 1;
        // Not the address that is trusted as a proxy.
        const socket = connect({ port: Number(port), host: hostname, localAddress: "127.0.0.2" });
        open.add(socket);
        socket.on("error", () => undefined);
        socket.on("connect", () => socket.write(bytes));
        socket.on("close", () => {
          open.delete(socket);
          // At once would be as fast as the machine is.
          setTimeout(begin, 500);
        });
        if (isDeaf) socket.pause();
      };
      for (let n = 0; n < 500; n += 1) begin();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      for (const socket of open) socket.destroy();
      return opened;
    },
  };
}

const gzip = { "content-encoding": "gzip" };
const brotli = { "content-encoding": "br" };
const bombs = {
  gzip: new Uint8Array(gzipSync(zeros)),
  brotli: new Uint8Array(brotliCompressSync(zeros)),
};
const brackets = Buffer.from("[".repeat(500_000));
const megabyte = Buffer.from(" ".repeat(1_048_576));
const numbers = Buffer.from(`[${"1,".repeat(524_000)}1]`);
const spread = () => `2001:db8:${(Math.random() * 65_536) | 0}::1`;
const post =
  "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/** Every attack by its name. */
export const attacks: Readonly<Record<string, Attack>> = {
  "a flood from one address": flood({
    perSecond: 500,
    body: () => batch({ anonymizedUserId: "flood" }),
  }),
  "gzip bombs": flood({ perSecond: 200, body: () => bombs.gzip, headers: gzip }),
  "brotli bombs": flood({ perSecond: 200, body: () => bombs.brotli, headers: brotli }),
  "bombs of depth": flood({ perSecond: 50, body: () => brackets }),
  "bodies of a megabyte": flood({ perSecond: 50, body: () => megabyte }),
  "a megabyte of numbers": flood({ perSecond: 50, body: () => numbers }),
  "ever new names, from everywhere": flood({
    perSecond: 200,
    body: () => batch({ anonymizedUserId: `n${serial % 50}` }, (n) => `name-${n}`),
    address: spread,
  }),
  "ever new users, from everywhere": flood({
    perSecond: 200,
    body: () => batch({ anonymizedUserId: `user-${serial}` }),
    address: spread,
  }),
  "guessed tokens": flood({
    perSecond: 500,
    body: () => '{"token":"guess"}',
    path: "/.api/session",
  }),
  "500 sockets with half a header": sockets(post),
  "500 sockets with half a body": sockets(`${post}Content-Length: 100\r\n\r\n{`),
  "500 sockets that do not read": sockets(
    "GET /.api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50),
    true,
  ),
};
