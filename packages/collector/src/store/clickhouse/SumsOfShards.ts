import type { StoreRow } from "../StoreRow.ts";
import { type RollUpRow, fromRollUpRow, isSumOfMany, toRollUpRow } from "./rollUpRows.ts";

/** Rows that are given at once. */
const rowsAtOnce = 1000;

/** Adds up what several shards have counted of the same: as many rows as one of them has, more or less. */
export class SumsOfShards {
  readonly #sumByKey = new Map<string, RollUpRow>();

  /** Takes a row that other shards may have too; resolves to whether it is one. */
  take(row: StoreRow): boolean {
    if (!isSumOfMany(row)) return false;
    const { executions, synthetic, count, ...key } = toRollUpRow(row);
    const text = JSON.stringify(Object.values(key));
    const known = this.#sumByKey.get(text);
    this.#sumByKey.set(text, {
      ...key,
      executions: executions + (known?.executions ?? 0),
      synthetic: synthetic + (known?.synthetic ?? 0),
      count: count + (known?.count ?? 0),
    });
    return true;
  }

  /** All sums. */
  *rows(): Generator<readonly StoreRow[]> {
    const sums = [...this.#sumByKey.values()];
    for (let start = 0; start < sums.length; start += rowsAtOnce) {
      yield sums.slice(start, start + rowsAtOnce).map(fromRollUpRow);
    }
  }
}
