import { afterAll, beforeAll } from "vitest";
import { openTestStore } from "../../testing/clickhouse/openTestStore.ts";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { describeEventStore } from "../../testing/conformance/describeEventStore.ts";

let server: ClickHouseServer;
beforeAll(async () => {
  server = await startClickHouse();
});
afterAll(() => server?.remove());

describeEventStore("ClickHouse", () => openTestStore([server]), { timeout: 240_000 });
