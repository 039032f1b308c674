import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { TrustedProxies } from "../http/TrustedProxies.ts";
import { ConnectionLimit } from "./ConnectionLimit.ts";

let now = 0;
let server = createServer();
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function start(burst: number, proxies: readonly string[] = []) {
  now = 0;
  const limit = new ConnectionLimit({
    limit: { perSecond: 1, burst },
    clock: { now: () => now },
    proxies: new TrustedProxies(proxies),
  });
  server = createServer(({ url, socket }, response) => {
    if (url === "/abuse") limit.end(socket);
    else response.end("answered");
  });
  limit.guard(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

/** What a connection of its own gets: everything, or nothing. */
async function ask(localAddress = "127.0.0.1", path = "/"): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  let received = "";
  socket.on("data", (chunk) => (received += chunk.toString()));
  socket.on("error", () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  await once(socket, "close");
  return received.slice(received.lastIndexOf("\r\n\r\n") + 4);
}

it("ends connections of a network that opens them too fast, of no other, and not for long", async () => {
  await start(2);
  expect(await ask()).toContain("answered");
  expect(await ask()).toContain("answered");
  expect(await ask()).toBe("");
  expect(await ask("127.0.0.2")).toContain("answered");
  now += 1000;
  expect(await ask()).toContain("answered");
});

it("leaves a trusted proxy alone, whose connections are those of many", async () => {
  await start(1, ["127.0.0.1"]);
  for (let n = 0; n < 5; n += 1) expect(await ask()).toContain("answered");
  expect(await ask("127.0.0.2")).toContain("answered");
  expect(await ask("127.0.0.2")).toBe("");
});

it("takes a connection that had to be ended for forty", async () => {
  await start(45);
  expect(await ask("127.0.0.1", "/abuse")).toBe("");
  for (let n = 0; n < 4; n += 1) expect(await ask()).toContain("answered");
  expect(await ask()).toBe("");
});
