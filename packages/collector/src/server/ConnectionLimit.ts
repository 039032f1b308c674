import type { Server } from "node:http";
import type { Socket } from "node:net";
import { networkOf } from "../http/networkOf.ts";
import { type RateLimit, TokenBuckets } from "../limits/TokenBuckets.ts";
import type { TrustedProxies } from "../http/TrustedProxies.ts";
import type { Clock } from "../time/Clock.ts";

/** What a connection costs, in connections, that had to be ended. */
const tokensOfAbuse = 40;

/** What connections are limited by. */
export interface ConnectionLimitOptions {
  /** Connections of one network. */
  readonly limit: RateLimit;
  readonly clock: Clock;
  /** Whose connections are those of many: they may open as many as they like. */
  readonly proxies: Pick<TrustedProxies, "isTrusted">;
}

/** Ends connections of a network that opens them too fast, before a byte is read. In memory only, like all limits. */
export class ConnectionLimit {
  readonly #buckets: TokenBuckets;
  readonly #proxies: ConnectionLimitOptions["proxies"];

  constructor({ limit, clock, proxies }: ConnectionLimitOptions) {
    this.#buckets = new TokenBuckets(limit, clock);
    this.#proxies = proxies;
  }

  /** Holds for the connections of a server from now on. */
  guard(server: Server): void {
    server.prependListener("connection", (socket: Socket) => {
      const network = this.#networkOf(socket);
      if (network !== undefined && this.#buckets.take(network) > 0) socket.destroy();
    });
  }

  /** Ends a connection, and makes the next ones of its network dearer. */
  end(socket: Socket): void {
    const network = this.#networkOf(socket);
    if (network !== undefined) this.#buckets.charge(network, tokensOfAbuse);
    socket.destroy();
  }

  #networkOf({ remoteAddress }: Socket): string | undefined {
    return remoteAddress === undefined || this.#proxies.isTrusted(remoteAddress)
      ? undefined
      : networkOf(remoteAddress);
  }
}
