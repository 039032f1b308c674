import { afterAll, beforeAll } from "vitest";
import { type PostgresServer, startPostgres } from "./startPostgres.ts";

/**
 * Gives the tests of the suite that calls it a PostgreSQL server; to be called within a suite that is skipped where there
 * is none.
 *
 * @returns Its server, once the tests run.
 */
export function usePostgres(): () => PostgresServer {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());
  return () => {
    if (server === undefined) throw new Error("The server runs only while tests do.");
    return server;
  };
}
