import type { KeptError } from "../KeptError.ts";
import type { StoredError } from "../StoredError.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { Runner } from "./PostgresConnections.ts";

/** How many error reports are kept. */
const keptErrors = 1000;

/** A row of the table `ping`. */
export interface PingRow {
  readonly body: string;
  readonly answered_at: number | null;
  readonly status: number | null;
  readonly answer: string;
}

/** Keeps what is no event: pings, one a week, the last error reports, and who does which task. */
export class PostgresNotes {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async ping(week: number): Promise<StoredPing | undefined> {
    const [row] = await this.#runner.rows<PingRow>(
      "SELECT body, answered_at, status, answer FROM ping WHERE week = $1",
      [week],
    );
    return row && rowToPing(row);
  }

  /** The first one stands. */
  async keepPing(week: number, body: string): Promise<StoredPing> {
    await this.#runner.run("INSERT INTO ping (week, body) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
      week,
      body,
    ]);
    return (await this.ping(week)) ?? { body };
  }

  async notePing(week: number, { at, status, text }: PingAnswer): Promise<void> {
    await this.#runner.run(
      "UPDATE ping SET answered_at = $1, status = $2, answer = $3 WHERE week = $4",
      [at, status, text, week],
    );
  }

  async keepError(receivedAt: number, error: KeptError): Promise<void> {
    await this.#runner.run(
      `WITH added AS (
         INSERT INTO error_report (error_id, received_at, body) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING sequence)
       DELETE FROM error_report WHERE EXISTS (SELECT FROM added) AND sequence <=
         (SELECT sequence FROM error_report ORDER BY sequence DESC OFFSET ${keptErrors - 1} LIMIT 1)`,
      [error.id, receivedAt, JSON.stringify(error)],
    );
  }

  async errors(limit: number): Promise<readonly StoredError[]> {
    const rows = await this.#runner.rows<ErrorRow>(
      "SELECT received_at, body FROM error_report ORDER BY sequence DESC LIMIT $1",
      [limit],
    );
    return rows.map(rowToError);
  }

  async claim(task: string, holder: string, now: number, until: number): Promise<boolean> {
    const changed = await this.#runner.run(
      `INSERT INTO claim (task, holder, until) VALUES ($1, $2, $3)
       ON CONFLICT (task) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE claim.holder = excluded.holder OR claim.until <= $4`,
      [task, holder, until, now],
    );
    return changed === 1;
  }
}

/** A row of the table `error_report`. */
export interface ErrorRow {
  readonly received_at: number;
  readonly body: string;
}

/** Turns a row of the table `error_report` into an error report. */
export function rowToError({ received_at: receivedAt, body }: ErrorRow): StoredError {
  return { ...(JSON.parse(body) as KeptError), receivedAt };
}

/** Turns a row of the table `ping` into a ping. */
export function rowToPing({ body, answered_at: at, status, answer }: PingRow): StoredPing {
  return at === null || status === null ? { body } : { body, answer: { at, status, text: answer } };
}
