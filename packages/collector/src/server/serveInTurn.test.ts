import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveInTurn } from "./serveInTurn.ts";

const begun: { readonly url: string; readonly response: ServerResponse }[] = [];
const server = createServer(
  serveInTurn(
    ({ url = "" }, response) => begun.push({ url, response }),
    (socket) => socket.destroy(),
  ),
);
const urls = () => begun.map(({ url }) => url);
const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

beforeEach(async () => {
  begun.length = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function open() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => (received += chunk.toString()));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return { socket, received: () => received };
}

it("begins with a request when the one before it on the same connection is answered, and with others at once", async () => {
  const [one, other] = [await open(), await open()];
  one.socket.write(ask("/1") + ask("/2") + ask("/3"));
  await expect.poll(urls).toEqual(["/1"]);
  other.socket.write(ask("/other"));
  await expect.poll(urls).toEqual(["/1", "/other"]);
  for (const [index, path] of ["/2", "/3"].entries()) {
    begun.findLast(({ url }) => url !== "/other")?.response.end(`answer ${index}`);
    await expect.poll(urls).toContain(path);
  }
  begun.at(-1)?.response.end("the last");
  await expect.poll(one.received).toMatch(/answer 0[^]*answer 1[^]*the last/);
  one.socket.write(ask("/4"));
  await expect.poll(urls).toContain("/4");
});

it("ends a connection on which more wait than browsers send, and begins with none of them", async () => {
  const { socket } = await open();
  socket.write(ask("/1").repeat(40));
  await once(socket, "close");
  expect(urls()).toEqual(["/1"]);
  const sparing = await open();
  sparing.socket.write(ask("/2").repeat(33));
  await expect.poll(urls).toContain("/2");
  expect(sparing.socket.destroyed).toBe(false);
});
