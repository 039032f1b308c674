import type { EventStore } from "../../src/store/EventStore.ts";
import type { ClickHouseServer } from "../../src/testing/clickhouse/startClickHouse.ts";
import { dayMs } from "../../src/time/calendar.ts";

const actions = 300;
const users = 20_000;
const eventsOfVisit = 50;
const rowsAtOnce = 200_000;

/** Where events are made. */
export interface FilledDatabase {
  readonly server: ClickHouseServer;
  readonly database: string;
  /** Opened on it, and empty. */
  readonly store: EventStore;
}

/**
 * Has the server itself make a year of executions, far faster than it is sent any: 300 actions by Zipf, 20,000 users,
 * evenly over the days. They are brought into the sums as any others are.
 */
export async function fillYear(
  { server, database, store }: FilledDatabase,
  events: number,
  now: number,
): Promise<void> {
  for (let first = 0; first < events; first += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, events - first);
    await server.query(
      `INSERT INTO ${database}.log (position, writer, type, id, person, kind, name, surface, \`trigger\`, source, platform,
         instance_url, client_name, client_version, received_at, occurred_at, client_time, step, count)
       WITH intDiv(number, ${eventsOfVisit}) AS visit, number % ${eventsOfVisit} AS n,
            toInt64(${now} - ${365 * dayMs} * (1 - (visit + 1) / ${events / eventsOfVisit})) AS time,
            cityHash64(visit, 'platform') % 3 AS place,
            cityHash64(number, 'action') % 1000000 / 1000000 AS share
       SELECT toUInt64(time * 1000 + n), 1, 'event', generateUUIDv4(number),
              'user-' || toString(cityHash64(visit, 'user') % ${users}), 'action',
              'action.' || toString(arrayFirstIndex(sum -> sum > share, [${zipfSums().join(", ")}]) - 1),
              ['toolbar', 'toolbar', 'toolbar', 'hover', 'palette', 'shortcut'][cityHash64(number, 'surface') % 6 + 1],
              if(cityHash64(number, 'trigger') % 10 < 3, 'keyboard', 'pointer'),
              if(place = 0, 'WEB', 'CODEHOSTINTEGRATION'),
              ['web', 'chrome-extension', 'firefox-extension'][place + 1],
              'https://instance.example', 'proof', '1', time, time - n * 10, time - n * 10, -1, 1
       FROM numbers(${first}, ${rows})
       SETTINGS max_insert_threads = 1, min_insert_block_size_rows = ${rowsAtOnce}`,
    );
    // Nothing is too old: this only brings into the sums what is not in them.
    await store.prune(0);
  }
}

/** The share of the first action, of the first two, and so on. */
function zipfSums(): readonly number[] {
  const weights = Array.from({ length: actions }, (_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}
