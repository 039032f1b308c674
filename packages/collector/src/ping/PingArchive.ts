import { randomUUID } from "node:crypto";
import type { EventStore } from "../store/EventStore.ts";
import type { StoredPing } from "../store/StoredPing.ts";
import type { Week } from "../time/week.ts";
import { composePing } from "./composePing.ts";
import type { PublicNames } from "./PublicNames.ts";

/** What pings are made of. */
export interface PingArchiveOptions {
  readonly store: EventStore;
  readonly names: PublicNames;
  /** How many distinct users a number must stand for. */
  readonly floor: number;
}

/** Makes the ping of a week once, and keeps it: what is shown is what is sent, byte by byte, whenever. */
export class PingArchive {
  readonly #options: PingArchiveOptions;

  constructor(options: PingArchiveOptions) {
    this.#options = options;
  }

  /** The ping of a week, if it has been made. */
  kept(week: Week): Promise<StoredPing | undefined> {
    return this.#options.store.ping(week.first);
  }

  /** The ping of a week that is over. Events that arrive later do not change it. */
  async of(week: Week): Promise<StoredPing> {
    const { store } = this.#options;
    const known = await this.kept(week);
    if (known !== undefined) return known;
    const ping = await composePing(week, { ...this.#options, id: randomUUID() });
    return store.keepPing(week.first, JSON.stringify(ping));
  }
}
