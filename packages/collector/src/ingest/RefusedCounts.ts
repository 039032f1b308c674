import type { AppendResult, Delivery } from "../store/EventRecord.ts";
import type { EventStore } from "../store/EventStore.ts";
import { mergeTallies } from "../store/mergeAnswers.ts";
import { bucketOf } from "../time/calendar.ts";
import { waitAtMost } from "../time/waitAtMost.ts";

/** How long counts are gathered, in milliseconds. */
const gatheringMs = 1000;

/** How long the last commit may take, in milliseconds: a collector that stops has little time. */
const closingMs = 1000;

/** Belongs to nobody, as it is of many. */
const nobody = {
  source: "",
  anonymizedUserId: "",
  sourcegraphURL: "",
  platform: "",
  client: { name: "", version: "" },
};

/**
 * A store that commits batches together of which nothing is left but how many events were refused, once a second: who
 * floods it with nonsense must not make others wait for the disk. What is gathered when a machine fails is not counted.
 */
export class RefusedCounts implements Pick<EventStore, "append"> {
  readonly #store: Pick<EventStore, "append">;
  readonly #deliveryByDay = new Map<number, Delivery>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Pick<EventStore, "append">) {
    this.#store = store;
  }

  /** Resolves at once for what is gathered, after the commit for all else. */
  async append(delivery: Delivery): Promise<AppendResult> {
    if (!isRefused(delivery)) return this.#store.append(delivery);
    this.#gather(delivery);
    this.#timer ??= setTimeout(() => void this.flush(), gatheringMs).unref();
    return { accepted: 0, duplicates: 0 };
  }

  /** Commits what is gathered; keeps it for the next time if the database fails. Never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = [...this.#deliveryByDay.values()];
    this.#deliveryByDay.clear();
    for (const delivery of gathered) {
      await this.#store.append(delivery).catch(() => this.#gather(delivery));
    }
  }

  /** Commits what is gathered, if the database does so within a second. */
  async close(): Promise<void> {
    await waitAtMost(closingMs, this.flush());
  }

  #gather({ receivedAt, tallies }: Pick<Delivery, "receivedAt" | "tallies">): void {
    const day = bucketOf("day", receivedAt);
    const before = this.#deliveryByDay.get(day)?.tallies ?? [];
    const delivery = {
      ...nobody,
      receivedAt,
      events: [],
      tallies: mergeTallies([before, tallies]),
    };
    this.#deliveryByDay.set(day, delivery);
  }
}

/** What a client reports itself is committed before it may forget it. */
function isRefused({ events, tallies }: Delivery): boolean {
  const isCounted = events.length === 0 && tallies.length > 0;
  return isCounted && tallies.every(({ kind }) => kind === "rejected");
}
