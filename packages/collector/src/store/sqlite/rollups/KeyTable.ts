import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  type KeyParts,
  type RollUpDimension,
  partsByDimension,
} from "../../rollups/RollUpDimension.ts";
import { dimensionNumber, namesInPeopleBlock } from "./place.ts";

/** How many keys are remembered before the memory starts anew. */
const capacity = 200_000;

/** Gives each key of a dimension a small number, with the recent ones in memory. */
export class KeyTable {
  readonly #find: StatementSync;
  readonly #count: StatementSync;
  readonly #insert: StatementSync;
  readonly #read: StatementSync;
  readonly #numberByText: Map<string, number>[] = [];
  readonly #facetBlocks: number[] = [];
  readonly #partsByNumber = new Map<number, KeyParts>();

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT number FROM rollup_key WHERE dimension = ? AND parts = ?",
    );
    this.#count = database.prepare(
      "SELECT coalesce(max(number) + 1, 0) AS count FROM rollup_key WHERE dimension = ?",
    );
    this.#insert = database.prepare(
      `INSERT INTO rollup_key (dimension, number, parts)
       SELECT ?1, coalesce(max(number) + 1, 0), ?2 FROM rollup_key WHERE dimension = ?1
       RETURNING number`,
    );
    this.#read = database.prepare(
      "SELECT parts FROM rollup_key WHERE dimension = ? AND number = ?",
    );
  }

  /**
   * The number of a key, made if it is new. Runs inside the caller's transaction.
   *
   * @param text Its parts in order, joined by line feeds, which no checked text can hold.
   */
  numberOf(dimension: RollUpDimension, text: string): number {
    const index = dimensionNumber(dimension);
    const numbers = (this.#numberByText[index] ??= new Map<string, number>());
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const row = this.#find.get(index, text) ?? this.#insert.get(index, text);
    const number = Number(row?.["number"]);
    if (numbers.size >= capacity) numbers.clear();
    numbers.set(text, number);
    return number;
  }

  /** What a key consists of. */
  partsOf(dimension: RollUpDimension, number: number): KeyParts {
    // Numbers are far below 2^32.
    const id = dimensionNumber(dimension) * 2 ** 32 + number;
    const known = this.#partsByNumber.get(id);
    if (known !== undefined) return known;
    const row = this.#read.get(dimensionNumber(dimension), number);
    const values = String(row?.["parts"]).split("\n");
    const names = partsByDimension[dimension];
    const parts = Object.fromEntries(
      names.map((name, index) => [name, values[index] ?? ""]),
    ) as unknown as KeyParts;
    if (this.#partsByNumber.size >= capacity) this.#partsByNumber.clear();
    this.#partsByNumber.set(id, parts);
    return parts;
  }

  /** The block that the people of a facet are in; unknown until something of its name has been counted. */
  facetBlock(facet: number): number | undefined {
    const known = this.#facetBlocks[facet];
    if (known !== undefined) return known;
    const name = keyText("name", this.partsOf("facet", facet));
    const row = this.#find.get(dimensionNumber("name"), name);
    if (row === undefined) return undefined;
    return (this.#facetBlocks[facet] = Math.floor(Number(row["number"]) / namesInPeopleBlock));
  }

  /** How many keys a dimension has; their numbers begin at 0. */
  countOf(dimension: RollUpDimension): number {
    return Number(this.#count.get(dimensionNumber(dimension))?.["count"]);
  }

  /** Forgets the memory: after a rollback it may hold keys that are not there. */
  forget(): void {
    this.#numberByText.length = 0;
    this.#partsByNumber.clear();
    this.#facetBlocks.length = 0;
  }
}

/** The text of a key of a dimension, of the parts of one that has them all. */
export function keyText(dimension: RollUpDimension, parts: KeyParts): string {
  return partsByDimension[dimension].map((name) => parts[name] ?? "").join("\n");
}
