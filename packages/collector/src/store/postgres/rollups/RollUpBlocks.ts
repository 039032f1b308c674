import type { RollUpSpan } from "../../rollups/RollUpSpan.ts";
import { rollUpUnits } from "../../rollups/RollUpSpan.ts";
import { type RollUpDimension, rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import type { Runner } from "../PostgresConnections.ts";

/** What a block holds. */
export type BlockTable = "count_block" | "people_block";

/** Blocks of one dimension, of consecutive buckets. */
export interface BlockRange extends RollUpSpan {
  readonly table: BlockTable;
  readonly dimension: RollUpDimension;
}

/** One bucket of a dimension, with all its keys. */
export interface Block {
  readonly bucket: number;
  /** Of the people that it holds; 0 for counts. */
  readonly chunk: number;
  readonly data: Buffer;
}

/** Blocks as they were in one generation. */
export interface Blocks {
  readonly generation: number;
  readonly blocks: readonly Block[];
}

/** How many bytes of blocks are remembered. */
const capacity = 48 * 1024 * 1024;

/** Reads blocks, and remembers those asked for last until the roll-ups change. */
export class RollUpBlocks {
  readonly #runner: Runner;
  readonly #known = new Map<string, { readonly blocks: Blocks; readonly bytes: number }>();
  readonly #underWay = new Map<string, Promise<Blocks>>();
  #generation = -1;
  #bytes = 0;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /** Blocks that are in memory. */
  known(range: BlockRange, generation: number): Blocks | undefined {
    const known = this.#known.get(nameOf(range));
    return known?.blocks.generation === generation ? known.blocks : undefined;
  }

  /** Reads blocks, of this generation or a later one. */
  async read(range: BlockRange, generation: number): Promise<Blocks> {
    const name = nameOf(range);
    const underWay = this.#underWay.get(`${generation} ${name}`);
    if (underWay !== undefined) return underWay;
    const reading = this.#read(range);
    this.#underWay.set(`${generation} ${name}`, reading);
    try {
      const blocks = await reading;
      this.#remember(name, blocks);
      return blocks;
    } finally {
      this.#underWay.delete(`${generation} ${name}`);
    }
  }

  async #read({ table, dimension, unit, first, last }: BlockRange): Promise<Blocks> {
    const chunk = table === "people_block" ? "chunk" : "0 AS chunk";
    const rows = await this.#runner.rows<{ generation: number } & (Block | { bucket: null })>(
      `SELECT generation, bucket, chunk, data FROM ledger
       LEFT JOIN (SELECT bucket, ${chunk}, data FROM ${table}
                  WHERE dimension = $1 AND unit = $2 AND bucket BETWEEN $3 AND $4
                  ORDER BY bucket) AS block ON true`,
      [rollUpDimensions.indexOf(dimension), rollUpUnits.indexOf(unit), first, last],
    );
    const blocks = rows.filter((row) => row.bucket !== null);
    return { generation: rows[0]?.generation ?? 0, blocks };
  }

  #remember(name: string, blocks: Blocks): void {
    if (blocks.generation < this.#generation) return;
    if (blocks.generation > this.#generation) this.#forget();
    this.#generation = blocks.generation;
    const bytes = blocks.blocks.reduce((sum, { data }) => sum + data.length, name.length);
    if (this.#bytes + bytes > capacity) this.#forget();
    if (bytes > capacity || this.#known.has(name)) return;
    this.#known.set(name, { blocks, bytes });
    this.#bytes += bytes;
  }

  #forget(): void {
    this.#known.clear();
    this.#bytes = 0;
  }
}

function nameOf({ table, dimension, unit, first, last }: BlockRange): string {
  return `${table} ${dimension} ${unit} ${first} ${last}`;
}
