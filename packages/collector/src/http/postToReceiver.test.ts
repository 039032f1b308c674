import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { postToReceiver } from "./postToReceiver.ts";

/** A receiver on a free port of loopback, and what was asked of it. */
async function start(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: { readonly path: string; readonly headers: object; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ path: `${request.method} ${request.url}`, headers: request.headers, body });
      answer(request, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const post = () => postToReceiver({ url, contentType: "application/json", body: '{"a":1}' });
  return { asked, post, url };
}

describe("What leaves for a receiver", () => {
  it("is the body, and no word on who sends it", async () => {
    const { asked, post } = await start((_, response) => {
      response.writeHead(201, { "content-type": "text/plain", "retry-after": "7" }).end("Thanks");
    });
    expect(await post()).toEqual({
      status: 201,
      retryAfter: "7",
      contentType: "text/plain",
      text: "Thanks",
    });
    expect(asked).toMatchObject([{ path: "POST /", body: '{"a":1}' }]);
    const names = Object.keys(asked[0]?.headers ?? {});
    for (const name of ["cookie", "referer", "origin", "authorization"]) {
      expect(names).not.toContain(name);
    }
  });

  it.each([301, 302, 303, 307, 308])("goes nowhere else, whoever says so by %i", async (status) => {
    const { asked, post } = await start(({ url = "" }, response) => {
      if (url === "/") response.writeHead(status, { location: "/elsewhere" }).end();
      else response.end("reached");
    });
    expect(await post()).toMatchObject({ status: 0, text: "", failure: "redirect" });
    expect(asked.map(({ path }) => path)).toEqual(["POST /"]);
  });

  it("would go elsewhere otherwise (control)", async () => {
    const { asked, url } = await start(({ url: path = "" }, response) => {
      if (path === "/") response.writeHead(307, { location: "/elsewhere" }).end();
      else response.end("reached");
    });
    expect(await (await fetch(url, { method: "POST", body: "{}" })).text()).toBe("reached");
    expect(asked.map(({ path }) => path)).toEqual(["POST /", "POST /elsewhere"]);
  });

  it("is answered without end for 64 KB only, and the connection is given up", async () => {
    let isClosed = false;
    const { post } = await start((_, response) => {
      const chunk = "x".repeat(16_384);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", pour).on("close", () => (isClosed = true));
      pour();
    });
    const { status, text: said } = await post();
    expect(status).toBe(200);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(65_536);
    await expect.poll(() => isClosed).toBe(true);
  });

  it("is not answered by who hangs up, or is not there", async () => {
    const { post } = await start((request) => request.socket.destroy());
    expect(await post()).toMatchObject({ status: 0, failure: expect.stringMatching(/^\w+$/u) });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, "close");
    const url = `http://127.0.0.1:${port}/`;
    expect(await postToReceiver({ url, contentType: "text/plain", body: "" })).toMatchObject({
      status: 0,
      failure: "ECONNREFUSED",
    });
  });

  it("is waited for no longer than a receiver may take", async () => {
    const waiting = postToReceiver({
      url: "https://pings.example/",
      contentType: "text/plain",
      body: "",
      // What `AbortSignal.timeout` does, without the wait.
      fetch: async () => {
        throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
      },
    });
    expect(await waiting).toMatchObject({ status: 0, failure: "timeout" });
  });
});
