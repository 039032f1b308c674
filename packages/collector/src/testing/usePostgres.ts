import { afterAll, beforeAll } from "vitest";
import { type PostgresServer, startPostgres } from "./startPostgres.ts";

/** How long a busy machine may take to make a server, in milliseconds. */
const patienceMs = 60_000;

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
  }, patienceMs);
  afterAll(() => server?.remove(), patienceMs);
  return () => {
    if (server === undefined) throw new Error("The server runs only while tests do.");
    return server;
  };
}
