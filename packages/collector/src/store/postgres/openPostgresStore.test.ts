import { describe } from "vitest";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { describeEventStore } from "../../testing/conformance/describeEventStore.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

describe.skipIf(lacksPostgres)(`With a server${postgresNote}`, () => {
  const server = usePostgres();

  const open = async () => openPostgresStore(await server().createSchema());
  describeEventStore("PostgreSQL", open);
});
