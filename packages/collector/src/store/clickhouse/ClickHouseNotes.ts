import type { KeptError } from "../KeptError.ts";
import type { StoredError } from "../StoredError.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";

/** How many error reports are kept. */
const keptErrors = 1000;

/** Keeps pings, one a week, and the last error reports. */
export class ClickHouseNotes {
  readonly #connection: ClickHouseConnection;

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  async ping(week: number): Promise<StoredPing | undefined> {
    const [pings, answers] = await Promise.all([
      this.#connection.rows<StoredPing>(`SELECT body FROM ping WHERE week = ${week}`),
      this.#connection.rows<PingAnswer>(
        `SELECT at, status, text FROM ping_answer WHERE week = ${week} ORDER BY noted_at DESC LIMIT 1`,
      ),
    ]);
    const [[ping], [answer]] = [pings, answers];
    return ping === undefined || answer === undefined ? ping : { ...ping, answer };
  }

  /** Every ping, by its week. */
  async pings(): Promise<readonly (StoredPing & { readonly week: number })[]> {
    const weeks = await this.#connection.rows<{ readonly week: number }>(
      "SELECT week FROM ping ORDER BY week",
    );
    const pings = await Promise.all(weeks.map(({ week }) => this.ping(week)));
    return weeks.flatMap(({ week }, index) => {
      const ping = pings[index];
      return ping === undefined ? [] : { week, ...ping };
    });
  }

  /** The first one stands: of several inserts for a week, the server takes one. */
  async keepPing(week: number, body: string): Promise<StoredPing> {
    const token = `week ${week}`;
    await this.#connection.insert("ping", ["week", "body"], [[week, body]], { token });
    return (await this.ping(week)) ?? { body };
  }

  async notePing(week: number, { at, status, text }: PingAnswer): Promise<void> {
    const columns = ["week", "at", "status", "text"];
    await this.#connection.insert("ping_answer", columns, [[week, at, status, text]]);
  }

  /** Takes a ping of another store, unless there is one of that week. */
  async loadPing(week: number, { body, answer }: StoredPing): Promise<void> {
    if ((await this.ping(week)) !== undefined) return;
    await this.keepPing(week, body);
    if (answer !== undefined) await this.notePing(week, answer);
  }

  /** An ID that is known is not kept again. */
  async keepError(receivedAt: number, error: KeptError): Promise<void> {
    await this.#connection.insert(
      "error_report",
      ["error_id", "received_at", "body"],
      [[error.id, receivedAt, JSON.stringify(error)]],
      { token: error.id },
    );
  }

  async errors(limit = keptErrors): Promise<readonly StoredError[]> {
    const rows = await this.#connection.rows<{
      readonly received_at: number;
      readonly body: string;
    }>(
      `SELECT received_at, body FROM error_report
       ORDER BY position DESC LIMIT ${Math.min(limit, keptErrors)}`,
    );
    return rows.map((row) => ({
      ...(JSON.parse(row.body) as KeptError),
      receivedAt: row.received_at,
    }));
  }

  /** Deletes the error reports that nobody is shown any more. */
  async trimErrors(): Promise<void> {
    const [row] = await this.#connection.rows<{ readonly position: number }>(
      `SELECT position FROM error_report ORDER BY position DESC LIMIT 1 OFFSET ${keptErrors}`,
      "upkeep",
    );
    if (row === undefined) return;
    await this.#connection.run(`DELETE FROM error_report WHERE position <= ${row.position}`);
  }
}
