import { hash, randomBytes } from "node:crypto";

/** Counters, of which some networks have one together: few, of 65,536. */
const counters = 65_536;

/**
 * Counts what comes from each network, up to a share. It keeps numbers alone: which is whose follows from the network and
 * a secret that lasts as long as this, so that nobody can look an address up, and nobody can aim at another's counter.
 */
export class NetworkShares {
  readonly #most: number;
  readonly #counts = new Uint32Array(counters);
  readonly #secret = randomBytes(16).toString("hex");

  /** @param most - Of each network. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether there is room for one more. */
  hasRoom(network: string): boolean {
    return (this.#counts[this.#counterOf(network)] ?? 0) < this.#most;
  }

  /** Counts one. */
  add(network: string): void {
    const counter = this.#counterOf(network);
    this.#counts[counter] = (this.#counts[counter] ?? 0) + 1;
  }

  #counterOf(network: string): number {
    return hash("sha256", this.#secret + network, "buffer").readUInt16LE(0);
  }
}
