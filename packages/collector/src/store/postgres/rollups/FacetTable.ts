import type { Facet } from "../../StoreRow.ts";
import type { KeyParts, RollUpDimension } from "../../rollups/RollUpDimension.ts";
import { facetColumns, facetOf } from "../facetOf.ts";
import { outcomes } from "../outcomes.ts";
import type { Runner } from "../PostgresConnections.ts";

/** How many facets are remembered before the memory starts anew. */
const capacity = 200_000;

/** How many outcomes, and how many steps with none, a completion key has room for. */
const outcomeRoom = 4;
const stepRoom = 128;

/** The key under which completions of a facet count. @param step -1 where there is no duration. */
export function completionKey(facet: number, outcome: number, step: number): number {
  return (facet * outcomeRoom + outcome) * stepRoom + step + 1;
}

/** The facet, the outcome and the step that `completionKey` was made of. */
export function completionOfKey(key: number) {
  const rest = Math.floor(key / stepRoom);
  return {
    facet: Math.floor(rest / outcomeRoom),
    outcome: rest % outcomeRoom,
    step: (key % stepRoom) - 1,
  };
}

/** What keys of roll-ups stand for: the table `facet`, with what was asked for in memory. */
export class FacetTable {
  readonly #runner: Runner;
  readonly #facetById = new Map<number, Facet>();
  readonly #missing = new Set<number>();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** Whether a facet was asked for that is not known. */
  get lacksRows(): boolean {
    return this.#missing.size > 0;
  }

  /** What a key of a dimension consists of, and more; if it is not known, it is noted for `learn`. */
  partsOf(dimension: RollUpDimension, key: number): KeyParts | undefined {
    if (dimension !== "completion" && dimension !== "facetCompletion") return this.#facet(key);
    const { facet, outcome, step } = completionOfKey(key);
    const parts = this.#facet(facet);
    const reached = step < 0 ? "" : String(step);
    return parts && { ...parts, outcome: outcomes[outcome] ?? "", step: reached };
  }

  /** Learns the facets that were asked for. */
  async learn(): Promise<void> {
    const missing = [...this.#missing];
    this.#missing.clear();
    if (missing.length === 0) return;
    if (this.#facetById.size >= capacity) this.#facetById.clear();
    const rows = await this.#runner.rows<Facet & { id: number }>(
      `SELECT id, ${facetColumns} FROM facet WHERE id = ANY ($1::integer[])`,
      [missing],
    );
    for (const row of rows) this.#facetById.set(row.id, facetOf(row));
  }

  #facet(id: number): Facet | undefined {
    const facet = this.#facetById.get(id);
    if (facet === undefined) this.#missing.add(id);
    return facet;
  }
}
