import { type Socket, connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { testBatch, testEvent } from "../../src/testing/batches.ts";

/** Something that is done to a collector until the signal is aborted. */
export type Attack = (url: string, signal: AbortSignal) => Promise<void>;

/** Requests under way at once: more would measure how fast this machine attacks. */
const atOnce = 16;

const zeros = Buffer.alloc(100 * 1_048_576);
const json = { "content-type": "application/json" };
let serial = 0;

/** A batch with other IDs each time. */
function batch(changes: Parameters<typeof testBatch>[1] = {}, name = "a.run"): string {
  const time = new Date().toISOString();
  const events = Array.from({ length: 10 }, () => testEvent((serial += 1), { name, time }));
  return JSON.stringify(testBatch(events, { sentAt: time, ...changes }));
}

/** Posts as fast as answers come, from one address. */
function flood(
  make: () => { readonly body: BodyInit; readonly headers?: Readonly<Record<string, string>> },
  path = "/.api/action-events",
  address = () => "198.51.100.1",
): Attack {
  return async (url, signal) => {
    const sendOn = async () => {
      while (!signal.aborted) {
        const { body, headers } = make();
        const answer = fetch(url + path, {
          method: "POST",
          headers: { ...json, "x-forwarded-for": address(), ...headers },
          body,
        });
        await answer.then((response) => response.arrayBuffer()).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sendOn));
  };
}

/** Opens sockets that say no more than this, and again when they are closed. */
function sockets(bytes: string, isDeaf = false): Attack {
  return async (url, signal) => {
    const { hostname, port } = new URL(url);
    const open = new Set<Socket>();
    const begin = () => {
      if (signal.aborted) return;
      const socket = connect(Number(port), hostname);
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("connect", () => socket.write(bytes));
      socket.on("close", () => {
        open.delete(socket);
        begin();
      });
      if (isDeaf) socket.pause();
    };
    for (let n = 0; n < 500; n += 1) begin();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    for (const socket of open) socket.destroy();
  };
}

const gzip = { "content-encoding": "gzip" };
const brotli = { "content-encoding": "br" };
const bombs = { gzip: gzipSync(zeros), brotli: brotliCompressSync(zeros) };
const spread = () => `2001:db8:${(Math.random() * 65_536) | 0}::1`;
const post =
  "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/** Every attack by its name. */
export const attacks: Readonly<Record<string, Attack>> = {
  "a flood from one address": flood(() => ({ body: batch({ anonymizedUserId: "flood" }) })),
  "gzip bombs": flood(() => ({ body: new Uint8Array(bombs.gzip), headers: gzip })),
  "brotli bombs": flood(() => ({ body: new Uint8Array(bombs.brotli), headers: brotli })),
  "bombs of depth": flood(() => ({ body: "[".repeat(500_000) })),
  "bodies of a megabyte": flood(() => ({ body: " ".repeat(1_048_576) })),
  "ever new names, from everywhere": flood(
    () => ({ body: batch({ anonymizedUserId: `n${serial % 50}` }, `name-${serial}`) }),
    undefined,
    spread,
  ),
  "ever new users, from everywhere": flood(
    () => ({ body: batch({ anonymizedUserId: `user-${serial}` }) }),
    undefined,
    spread,
  ),
  "guessed tokens": flood(() => ({ body: '{"token":"guess"}' }), "/.api/session"),
  "500 sockets with half a header": sockets(post),
  "500 sockets with half a body": sockets(`${post}Content-Length: 100\r\n\r\n{`),
  "500 sockets that do not read": sockets(
    "GET /.api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50),
    true,
  ),
};
