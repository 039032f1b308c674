import { describe, expect, it } from "vitest";
import { testNow } from "../../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../../testing/findPostgres.ts";
import { usePostgres } from "../../../testing/usePostgres.ts";
import { dayMs } from "../../../time/calendar.ts";
import { delivery, record } from "../../../testing/conformance/storeRecords.ts";
import type { StoredEvent } from "../../StoredEvent.ts";
import { migrate } from "../migrate.ts";
import { openPostgresStore } from "../openPostgresStore.ts";
import { parsePostgresURL } from "../parsePostgresURL.ts";
import { PostgresConnections } from "../PostgresConnections.ts";
import { PostgresLoader } from "../PostgresLoader.ts";
import { migrations } from "./migrations.ts";

/** Versions that had runs, none of them joined. */
const versionsWithRuns = [4, 5];

const { events: _, tallies: __, ...header } = delivery([]);

/** Of two people, each in runs of up to four, received long ago. */
const events: readonly StoredEvent[] = Array.from({ length: 100 }, (___, n) => ({
  ...header,
  ...record(n),
  receivedAt: testNow - 100 * dayMs + Math.floor(n / 4),
  anonymizedUserId: `user-${Math.floor(n / 5) % 2}`,
}));

describe.skipIf(lacksPostgres)(`Events in small runs${postgresNote}`, () => {
  const server = usePostgres();

  it.each(versionsWithRuns)(
    "of version %i are all there, known, and joined afterwards",
    async (version) => {
      const url = await server().createSchema();
      const address = parsePostgresURL(url);
      if (!address.ok) throw new Error(address.error);
      const connections = new PostgresConnections(address.value);
      await migrate(connections, migrations.slice(0, version));
      await new PostgresLoader(connections).load(events.map((event) => ({ type: "event", event })));
      const store = await openPostgresStore(url);
      const expectAll = async () => {
        expect((await store.scan({ limit: 1000 })).events).toEqual(events);
        for (const anonymizedUserId of ["user-0", "user-1"]) {
          const some = events.filter((event) => event.anonymizedUserId === anonymizedUserId);
          const again = await store.append(delivery(some, { anonymizedUserId }));
          expect(again).toEqual({ accepted: 0, duplicates: some.length });
        }
      };
      const joined = () =>
        connections.for("read").rows("SELECT FROM event_run WHERE people IS NOT NULL");
      await expectAll();
      expect(await joined()).toHaveLength(0);
      await store.prune(0);
      expect(await joined()).toHaveLength(3);
      await expectAll();
      await store.close();
      await connections.close();
    },
  );
});
