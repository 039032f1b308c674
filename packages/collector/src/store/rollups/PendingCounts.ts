import type { Counts } from "./countBlock.ts";

/** What was counted of one facet on one day. */
export interface PendingFacet extends Counts {
  readonly day: number;
  readonly facet: number;
  /** Unordered; somebody may be in it more than once. */
  readonly people: number[];
}

/** What was counted of one way that executions of one facet ended, on one day. */
export interface PendingCompletion {
  readonly day: number;
  /** A key of the dimension `facetCompletion`. */
  readonly key: number;
  count: number;
}

/** Facets and days are far fewer than 2^26 and 2^27. */
const factor = 2 ** 26;

/** Counts that are in memory, on their way into the roll-ups. */
export class PendingCounts {
  readonly #facets = new Map<number, PendingFacet>();
  readonly #completions = new Map<number, PendingCompletion>();

  get facets(): Iterable<PendingFacet> {
    return this.#facets.values();
  }

  get completions(): Iterable<PendingCompletion> {
    return this.#completions.values();
  }

  addCounts(day: number, facet: number, executions: number, synthetic: number): void {
    const counts = this.#facetOf(day, facet);
    counts.executions += executions;
    counts.synthetic += synthetic;
  }

  addPerson(day: number, facet: number, person: number): void {
    const { people } = this.#facetOf(day, facet);
    if (people.at(-1) !== person) people.push(person);
  }

  addCompletions(day: number, key: number, count: number): void {
    const known = this.#completions.get(day * factor + key);
    if (known === undefined) this.#completions.set(day * factor + key, { day, key, count });
    else known.count += count;
  }

  clear(): void {
    this.#facets.clear();
    this.#completions.clear();
  }

  #facetOf(day: number, facet: number): PendingFacet {
    const known = this.#facets.get(day * factor + facet);
    if (known !== undefined) return known;
    const counts: PendingFacet = { day, facet, executions: 0, synthetic: 0, people: [] };
    this.#facets.set(day * factor + facet, counts);
    return counts;
  }
}
