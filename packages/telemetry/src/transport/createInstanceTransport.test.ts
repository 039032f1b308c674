import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createScriptedFetch } from "../testing/createScriptedFetch.ts";
import { createInstanceTransport } from "./createInstanceTransport.ts";

describe("createInstanceTransport", () => {
  it.each([
    ["https://instance.example", "https://instance.example/.api/action-events"],
    ["https://instance.example/", "https://instance.example/.api/action-events"],
    ["https://example.com/code//", "https://example.com/code/.api/action-events"],
    ["http://127.0.0.1:7080/a/b", "http://127.0.0.1:7080/a/b/.api/action-events"],
  ])("posts events for %s to %s", async (instanceUrl, url) => {
    const { record, clock, network, batches } = createClientFixture({ instanceUrl });
    record("a");
    await clock.advance(50);
    expect(network.requests.map((request) => request.url)).toEqual([url]);
    expect(batches()[0]?.sourcegraphURL).toBe(instanceUrl.replace(/\/+$/, ""));
  });

  it("sends JSON without cookies and referrer, and follows no redirect", async () => {
    const { record, clock, network } = createClientFixture();
    record("a");
    await clock.advance(50);
    expect(network.requests[0]?.init).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json" },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
      keepalive: false,
    });
  });

  it("sends cookies only if it is told to", async () => {
    const network = createScriptedFetch();
    const transport = createInstanceTransport({ fetch: network.fetch, credentials: "include" });
    const signal = { aborted: false, addEventListener: () => undefined };
    await transport.send("{}", { instanceUrl: "https://a.example", keepalive: false, signal });
    expect(network.requests[0]?.init).toMatchObject({ credentials: "include", keepalive: false });
  });
});
