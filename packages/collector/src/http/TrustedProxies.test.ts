import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { Caller } from "./Caller.ts";
import { networkOf } from "./networkOf.ts";
import { isProxy, TrustedProxies } from "./TrustedProxies.ts";

async function callerOf(
  proxies: readonly string[],
  remoteAddress: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<Caller> {
  const trusted = new TrustedProxies(proxies);
  const app = new Hono().get("/", (context) => context.json(trusted.callerOf(context)));
  const env = remoteAddress === undefined ? {} : { incoming: { socket: { remoteAddress } } };
  const answer = await app.fetch(new Request("http://inner:7080/", { headers }), env);
  return (await answer.json()) as Caller;
}

const forwarded = (value: string) => ({ "x-forwarded-for": value });

describe("Who sent a request", () => {
  it("is who is connected, whatever the headers say, unless that is a trusted proxy", async () => {
    const headers = {
      ...forwarded("198.51.100.1"),
      "x-forwarded-proto": "https",
      "x-forwarded-host": "evil.example",
    };
    const own = { host: "inner:7080", isSecure: false };
    expect(await callerOf([], "192.0.2.1", headers)).toEqual({ address: "192.0.2.1", ...own });
    expect(await callerOf(["10.0.0.0/8"], "192.0.2.1", headers)).toEqual({
      address: "192.0.2.1",
      ...own,
    });
    expect(await callerOf(["192.0.2.1"], undefined, headers)).toEqual(own);
  });

  it("is who a trusted proxy says, with the host and the connection that it saw", async () => {
    const headers = {
      ...forwarded("198.51.100.1"),
      "x-forwarded-proto": "https",
      "x-forwarded-host": "telemetry.example",
    };
    expect(await callerOf(["192.0.2.1"], "192.0.2.1", headers)).toEqual({
      address: "198.51.100.1",
      host: "telemetry.example",
      isSecure: true,
    });
  });

  it.each([
    ["what the caller wrote before the proxy", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
    ["other trusted proxies", "198.51.100.1, 10.9.9.9, 10.0.0.1", "198.51.100.1"],
    ["nobody else", "10.9.9.9", "10.9.9.9"],
    ["white space", " 198.51.100.1 ", "198.51.100.1"],
    ["an address of IPv6", "2001:db8::1", "2001:db8::1"],
    ["IPv4 in IPv6", "::ffff:198.51.100.1", "198.51.100.1"],
    ["no address", "unknown", "10.0.0.1"],
    ["a name", "evil.example", "10.0.0.1"],
    ["no address behind a trusted one", "x, 10.0.0.2", "10.0.0.2"],
    ["nothing", "", "10.0.0.1"],
    ["a very long list", "1.1.1.1,".repeat(500), "10.0.0.1"],
  ])("is found past %s", async (_what, header, address) => {
    const caller = await callerOf(["10.0.0.0/8"], "10.0.0.1", forwarded(header));
    expect(caller.address).toBe(address);
  });

  it("is known by IPv4 where the socket speaks IPv6", async () => {
    const caller = await callerOf(["10.0.0.1"], "::ffff:10.0.0.1", forwarded("198.51.100.1"));
    expect(caller.address).toBe("198.51.100.1");
  });
});

describe("The list of trusted proxies", () => {
  it.each(["10.0.0.1", "10.0.0.0/8", "::1", "fd00::/8", "0.0.0.0/0"])("takes %s", (entry) => {
    expect(isProxy(entry)).toBe(true);
    expect(() => new TrustedProxies([entry])).not.toThrow();
  });

  it.each([
    "",
    "true",
    "*",
    "1",
    "proxy.example",
    "10.0.0",
    "10.0.0.0/33",
    "::/129",
    "::1/x",
    "10.0.0.0/8/8",
    "10.0.0.0/",
  ])("refuses %j and says how to mend it", (entry) => {
    expect(isProxy(entry)).toBe(false);
    expect(() => new TrustedProxies([entry])).toThrow(
      /@action-telemetry\/collector: .*10\.0\.0\.0\/8/,
    );
  });
});

describe("The network of an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["1::2:3:4:5:6:7", "1:0:2:3::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::", "fe80:0:0:0::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
