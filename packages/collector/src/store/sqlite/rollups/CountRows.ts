import type { DatabaseSync, StatementSync } from "node:sqlite";
import { decodeCountBlock } from "../../rollups/countBlock.ts";
import type { RollUpDimension } from "../../rollups/RollUpDimension.ts";
import { keysInCountBlock, placeNumber } from "./place.ts";

/** Tells what has been counted. */
export class CountRows {
  readonly #find: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare("SELECT data FROM count_block WHERE place = ?");
  }

  /** Whether there are counts of a key on a day. */
  has(dimension: RollUpDimension, day: number, key: number): boolean {
    const block = Math.floor(key / keysInCountBlock);
    const place = placeNumber({ dimension, unit: "day", bucket: day, block, chunk: 0 });
    const row = this.#find.get(place);
    return (
      row !== undefined && decodeCountBlock(row["data"] as Uint8Array).has(key % keysInCountBlock)
    );
  }
}
