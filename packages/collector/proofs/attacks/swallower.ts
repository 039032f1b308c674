import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";

/** Takes whatever comes, does nothing with it and says no: what an attack costs anyone who is connected to the network. */
const server = createServer({ requestTimeout: 0, headersTimeout: 0 }, (request, response) => {
  request.resume();
  request.once("end", () => response.writeHead(429).end());
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.once("disconnect", () => process.exit());
