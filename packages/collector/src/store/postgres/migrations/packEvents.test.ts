import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../../testing/findPostgres.ts";
import { usePostgres } from "../../../testing/usePostgres.ts";
import { bucketOf, dayMs } from "../../../time/calendar.ts";
import { delivery, record } from "../../../testing/conformance/storeRecords.ts";
import type { EventRecord } from "../../EventRecord.ts";
import { encodeFlags } from "../../flags.ts";
import type { StoredEvent } from "../../StoredEvent.ts";
import { migrate } from "../migrate.ts";
import { openPostgresStore } from "../openPostgresStore.ts";
import { outcomes } from "../outcomes.ts";
import { parsePostgresURL } from "../parsePostgresURL.ts";
import { PostgresConnections, type Runner } from "../PostgresConnections.ts";
import { slotOf } from "../slotOf.ts";
import { migrations } from "./migrations.ts";

/** Versions that had a row for each event. */
const versionsWithEvents = [1, 2, 3];

const { events: _, tallies: __, ...header } = delivery([]);

function stored(n: number, changes: Partial<StoredEvent> = {}): StoredEvent {
  return { ...header, ...record(n), ...changes };
}

/** An ID that was made some days before. */
function idOfDaysAgo(days: number, n: number): string {
  const time = (testNow - days * dayMs).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

const completion: Partial<EventRecord> = {
  kind: "event",
  name: "b.run",
  of: testEventId(3),
  outcome: "failed",
  durationMs: 12.5,
};

/** Events in the order of their receipt: of several deliveries, minutes, clocks and days, and of every form. */
const events: readonly StoredEvent[] = [
  ...Array.from({ length: 150 }, (___, n) =>
    stored(n, { occurredAt: testNow + n, clientTime: testNow + n - 7 }),
  ),
  stored(200, { alt: true, trusted: false, clock: "future", clientTime: testNow + 999 }),
  stored(201, { arguments: '{"lines":12}' }),
  stored(202, completion),
  stored(203),
  // The clock goes back, and far ahead.
  stored(204, { occurredAt: testNow - 5, clientTime: testNow - 5 }),
  stored(205, { occurredAt: testNow + 400 * dayMs, clientTime: testNow + 400 * dayMs }),
  // Another delivery of the same minute, and the same IDs of another person.
  stored(206, { receivedAt: testNow + 1 }),
  stored(207, { receivedAt: testNow + 1, outcome: "succeeded" }),
  stored(0, { anonymizedUserId: "user-2", receivedAt: testNow + 2 }),
  // Of other days, and without a time in the ID.
  stored(208, { id: idOfDaysAgo(3, 1), receivedAt: testNow + 3 }),
  stored(209, { id: idOfDaysAgo(131, 2), receivedAt: testNow + 3 }),
  stored(210, { id: "5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e71", receivedAt: testNow + 3 }),
  stored(211, { id: "5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e72", receivedAt: testNow + 3 }),
];

/** Some numbers are of events that were sent again, and so of none. */
const sequenceOf = (place: number) => place + 1 + Math.floor(place / 20);

async function fill(runner: Runner): Promise<void> {
  await runner.run("INSERT INTO person (anonymized_user_id) VALUES ('user-1'), ('user-2')");
  await runner.run(
    "INSERT INTO origin (instance_url, client_name, client_version) VALUES ($1, $2, $3)",
    [header.sourcegraphURL, header.client.name, header.client.version],
  );
  await runner.run(
    `INSERT INTO facet (kind, name, surface, "trigger", source, platform)
     VALUES ('action', 'a.run', 'toolbar', '', 'WEB', 'web'), ('event', 'b.run', 'toolbar', '', 'WEB', 'web')`,
  );
  for (const [place, event] of events.entries()) {
    const slot = slotOf(event.id);
    await runner.run("SELECT make_event_partition($1)", [slot]);
    await runner.run(
      "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $11, $12, $13, $14, $15)",
      [
        sequenceOf(place),
        event.receivedAt,
        event.occurredAt,
        event.clientTime,
        event.id,
        event.anonymizedUserId === "user-1" ? 1 : 2,
        event.name === "a.run" ? 1 : 2,
        slot,
        encodeFlags(event),
        event.outcome === undefined ? null : outcomes.indexOf(event.outcome),
        event.of === undefined ? null : 15,
        event.of === undefined ? null : 1,
        event.durationMs ?? null,
        event.of ?? null,
        event.arguments ?? null,
      ],
    );
  }
  await runner.run(
    `INSERT INTO event_span SELECT slot, min(sequence), max(sequence), min(received_at), min(occurred_at),
       max(occurred_at) FROM event GROUP BY slot`,
  );
  await runner.run("UPDATE ledger SET sequence = (SELECT max(sequence) FROM event)");
}

describe.skipIf(lacksPostgres)(`Events in rows${postgresNote}`, () => {
  const server = usePostgres();

  async function openFilled(version: number): Promise<string> {
    const url = await server().createSchema();
    const address = parsePostgresURL(url);
    if (!address.ok) throw new Error(address.error);
    const connections = new PostgresConnections(address.value);
    await migrate(connections, migrations.slice(0, version));
    await connections.transact("upkeep", fill);
    await connections.close();
    return url;
  }

  it.each(versionsWithEvents)("of version %i are all there as runs, and known", async (version) => {
    const store = await openPostgresStore(await openFilled(version));
    const page = await store.scan({ limit: 1000 });
    expect(page.events).toEqual(events);
    expect(page.end).toBe(String(sequenceOf(events.length - 1)));
    expect((await store.scan({ limit: 1000, after: String(sequenceOf(9)) })).events).toEqual(
      events.slice(10),
    );
    expect((await store.size()).event).toBe(events.length);
    for (const user of ["user-1", "user-2"]) {
      const some = events.filter(({ anonymizedUserId }) => anonymizedUserId === user);
      const again = await store.append(delivery(some, { anonymizedUserId: user }));
      expect(again).toEqual({ accepted: 0, duplicates: some.length });
    }
    const hour = bucketOf("hour", testNow);
    const hours = { unit: "hour", first: hour, last: hour } as const;
    expect(await store.completions({ period: hours, kind: "action" })).toEqual([
      { name: "a.run", outcome: "failed", step: 15, count: 1 },
    ]);
    expect(await store.append(delivery([record(900)]))).toMatchObject({ accepted: 1 });
    expect((await store.latest(1))[0]?.id).toBe(testEventId(900));
    expect(await store.erase("user-1")).toBe(events.length);
    expect((await store.scan({ limit: 1000 })).events).toEqual([events[158]]);
    expect(await store.prune(testNow + dayMs)).toBe(1);
    await store.close();
  });

  it("become runs once, although two collectors start at once", async () => {
    const url = await openFilled(3);
    const [one, other] = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
    expect((await one.scan({ limit: 1000 })).events).toEqual(events);
    expect((await other.append(delivery([record(900)]))).accepted).toBe(1);
    await Promise.all([one.close(), other.close()]);
  });
});
