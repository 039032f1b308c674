import type { Purpose } from "./ClickHouseConnection.ts";

/** What readers need of a connection. */
export interface StatementRunner {
  /** The rows of a query. */
  rows<Row>(sql: string, purpose?: Purpose): Promise<readonly Row[]>;
}
