import { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { Runner } from "../PostgresConnections.ts";
import { type CompletionRow, addCompletionRows } from "./pendingCounts.ts";

/** Completions that are not in the roll-ups yet, and which roll-ups these are. */
export interface CompletionsOfGeneration {
  readonly generation: number;
  readonly counts: PendingCounts;
}

type Row = { readonly generation: number } & (CompletionRow | { readonly day: null });

/** Reads completions that are not in the roll-ups yet: few, since few clients send any. */
export class OpenCompletions {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async read(): Promise<CompletionsOfGeneration> {
    const rows = await this.#runner.rows<Row>(
      `SELECT generation, day, facet, outcome, step, count
       FROM ledger LEFT JOIN day_completion ON true`,
    );
    const counts = new PendingCounts();
    addCompletionRows(
      counts,
      rows.filter((row) => row.day !== null),
    );
    return { generation: rows[0]?.generation ?? 0, counts };
  }
}
