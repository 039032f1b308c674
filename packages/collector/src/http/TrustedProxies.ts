import { BlockList, isIP } from "node:net";
import type { Context } from "hono";
import { type Caller, incomingOf } from "./Caller.ts";

/**
 * The proxies whose word on a caller counts. Forwarding headers are for anyone to write, so that without a list, or from
 * an address that is not on it, nobody reads them.
 */
export class TrustedProxies {
  readonly #list = new BlockList();

  /**
   * @param entries - Addresses (`10.0.0.7`) and networks (`10.0.0.0/8`).
   * @throws Error when an entry is neither.
   */
  constructor(entries: readonly string[] = []) {
    for (const entry of entries) {
      const network = parseNetwork(entry);
      if (network === undefined) throw new Error(misuse(entry));
      this.#list.addSubnet(network.address, network.bits, network.family);
    }
  }

  /** Who sent a request: the next address that is no proxy's, from the one that is connected backwards. */
  callerOf(context: Context): Caller {
    const url = new URL(context.req.url);
    const connected = plainAddress(incomingOf(context)?.socket.remoteAddress);
    const own = { host: url.host, isSecure: url.protocol === "https:" };
    if (connected === undefined || !this.#has(connected)) return { address: connected, ...own };
    const protocol = last(context.req.header("x-forwarded-proto"));
    return {
      address: this.#originOf(connected, context.req.header("x-forwarded-for")),
      host: last(context.req.header("x-forwarded-host")) ?? own.host,
      isSecure: protocol === undefined ? own.isSecure : protocol.toLowerCase() === "https",
    };
  }

  /** Whether whoever is connected from an address is one of them. */
  isTrusted(address: string): boolean {
    const plain = plainAddress(address);
    return plain !== undefined && this.#has(plain);
  }

  #originOf(connected: string, forwarded: string | undefined): string {
    let origin = connected;
    for (const entry of (forwarded ?? "").split(",").toReversed()) {
      const address = plainAddress(entry.trim());
      if (address === undefined) return origin;
      origin = address;
      if (!this.#has(address)) return origin;
    }
    return origin;
  }

  #has(address: string): boolean {
    return this.#list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  }
}

/** Whether a text can stand in the list. */
export function isProxy(text: string): boolean {
  return parseNetwork(text) !== undefined;
}

function parseNetwork(text: string) {
  const [address = "", length, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return undefined;
  const most = family === 6 ? 128 : 32;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
  const bits = length === undefined ? most : Number(length);
  return bits > most ? undefined : { address, bits, family: `ipv${family as 4 | 6}` as const };
}

/** An address without a zone, that of IPv4 as such; nothing if it is none. */
function plainAddress(text: string | undefined): string | undefined {
  const address = text?.replace(/^::ffff:(?=[\d.]+$)/i, "").split("%", 1)[0];
  return address !== undefined && isIP(address) !== 0 ? address : undefined;
}

/** What the nearest proxy wrote: each adds to the end. */
function last(header: string | undefined): string | undefined {
  return header?.split(",").at(-1)?.trim() || undefined;
}

function misuse(entry: string): string {
  return (
    `@action-telemetry/collector: Expected every trusted proxy to be an address or a network, got ${JSON.stringify(entry)}. ` +
    "Whoever is trusted says who the callers are. Write addresses such as 10.0.0.7, or networks such as 10.0.0.0/8."
  );
}
