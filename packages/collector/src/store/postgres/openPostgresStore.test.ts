import { afterAll, beforeAll, describe } from "vitest";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { type PostgresServer, startPostgres } from "../../testing/startPostgres.ts";
import { describeEventStore } from "../conformance/describeEventStore.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

describe.skipIf(lacksPostgres)(`With a server${postgresNote}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  const open = async () => openPostgresStore(await server.createSchema());
  describeEventStore("PostgreSQL", open, { timeout: 30_000 });
});
