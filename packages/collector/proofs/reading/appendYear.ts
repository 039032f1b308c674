import { deriveEventId } from "../../src/ingest/deriveEventId.ts";
import type { EventRecord } from "../../src/store/EventRecord.ts";
import type { EventStore } from "../../src/store/EventStore.ts";
import { createRandom } from "../../src/testing/createRandom.ts";
import { dayMs } from "../../src/time/calendar.ts";

const surfaces = ["toolbar", "toolbar", "toolbar", "hover", "palette", "shortcut"] as const;
const platforms = ["web", "chrome-extension", "firefox-extension"] as const;
const actions = 300;
const users = 20_000;
const deliveriesAtOnce = 40;
/** How long a delivery is under way at most, in milliseconds. */
const mostLag = 300;

/** How executions come. */
export interface Spread {
  /** @default 365 */
  readonly days?: number;
  /** @default 50 */
  readonly eventsOfDelivery?: number;
}

/** Stores executions, by default of a year: 300 actions by Zipf, 20,000 users, evenly over the days. */
export async function appendYear(
  store: EventStore,
  events: number,
  now: number,
  { days = 365, eventsOfDelivery = 50 }: Spread = {},
): Promise<void> {
  const random = createRandom(7);
  const zipf = cumulate(Array.from({ length: actions }, (_, rank) => 1 / (rank + 1)));
  const deliveries = Math.ceil(events / eventsOfDelivery);
  let pending: Promise<unknown>[] = [];
  for (let n = 0; n < deliveries; n += 1) {
    const time = Math.floor(now - days * dayMs * (1 - (n + 1) / deliveries));
    const lag = random.below(mostLag);
    const platform = random.pick(platforms);
    const delivery = {
      receivedAt: time,
      source: platform === "web" ? "WEB" : "CODEHOSTINTEGRATION",
      anonymizedUserId: `user-${random.below(users)}`,
      sourcegraphURL: "https://instance.example",
      platform,
      client: { name: "proof", version: "1" },
      events: Array.from({ length: eventsOfDelivery }, (_, index): EventRecord => {
        const at = time - (eventsOfDelivery - 1 - index) * 10;
        return {
          id: deriveEventId(at, `${n} ${index}`),
          kind: "action",
          name: `action.${actionBelow(random.next(), zipf)}`,
          surface: random.pick(surfaces),
          trigger: random.next() < 0.3 ? "keyboard" : "pointer",
          alt: false,
          trusted: true,
          clientTime: at - lag,
          occurredAt: at,
          clock: "kept",
        };
      }),
      tallies: [],
    };
    pending.push(store.append(delivery));
    if (pending.length < deliveriesAtOnce) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
}

function cumulate(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}

/** The first whose sum is beyond a number from 0 to 1. */
function actionBelow(share: number, sums: readonly number[]): number {
  return sums.findIndex((sum) => sum >= share);
}
