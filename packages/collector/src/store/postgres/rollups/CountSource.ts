import type { Runner } from "../PostgresConnections.ts";
import { type CountParts, CountView } from "./CountView.ts";
import { FacetTable } from "./FacetTable.ts";
import { HourCounts } from "./HourCounts.ts";
import { OpenCounts } from "./OpenCounts.ts";
import { RollUpBlocks } from "./RollUpBlocks.ts";

/** How often it is looked for what an answer lacks, while others change what there is. */
const maxLooks = 20;

/**
 * Gives counts from where they cost least: from the roll-ups of the smallest dimension that can answer, in as few buckets
 * as make up the period, and from what is not in them yet. What is filtered or split by a name and something else comes
 * from those of all dimensions at once, people by day; hours come from the events.
 */
export class CountSource {
  readonly #parts: CountParts;

  constructor(runner: Runner) {
    this.#parts = {
      open: new OpenCounts(runner),
      blocks: new RollUpBlocks(runner),
      facets: new FacetTable(runner),
      hours: new HourCounts(runner),
    };
  }

  /**
   * Answers a question from all that was committed before it was asked.
   *
   * @param compute - Called again when what it asked for has been read, until nothing is missing.
   */
  async answer<Value>(compute: (view: CountView) => Value): Promise<Value> {
    await this.#parts.open.refresh();
    const view = new CountView(this.#parts);
    for (let look = 0; look < maxLooks; look += 1) {
      const value = compute(view);
      if (!view.lacksParts) return value;
      await view.learn();
    }
    throw new Error(
      "@action-telemetry/collector: The roll-ups change faster than they can be read.",
    );
  }
}
