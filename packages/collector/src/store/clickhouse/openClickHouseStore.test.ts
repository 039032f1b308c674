import { afterAll, beforeAll } from "vitest";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { describeEventStore } from "../conformance/describeEventStore.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";

let server: ClickHouseServer;
beforeAll(async () => {
  server = await startClickHouse();
});
afterAll(() => server?.remove(), 60_000);

describeEventStore("ClickHouse", async () => openClickHouseStore(await server.createDatabase()), {
  timeout: 60_000,
});
