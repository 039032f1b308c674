import type { KeyBucketCount } from "../Selection.ts";
import { compare } from "./compare.ts";

/** A series on its way to another thread: as a few long values, which are copied in a tenth of the time. */
export interface PackedSeries {
  readonly keys: readonly string[];
  /** For each entry the bucket, the place of its key, and the executions. */
  readonly numbers: Float64Array;
}

/** Adds up counts by bucket and key. */
export class SeriesPacker {
  readonly #places = new Map<string, number>();
  readonly #countsByBucket = new Map<number, number[]>();

  add(bucket: number, key: string, executions: number): void {
    if (executions === 0) return;
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.#places.size));
    let counts = this.#countsByBucket.get(bucket);
    if (counts === undefined) this.#countsByBucket.set(bucket, (counts = []));
    while (counts.length <= place) counts.push(0);
    counts[place] = (counts[place] ?? 0) + executions;
  }

  /** What was added up, in the order of buckets and keys. */
  pack(): PackedSeries {
    const keys = [...this.#places].sort(([a], [b]) => compare(a, b));
    const rows = [...this.#countsByBucket].sort(([a], [b]) => a - b);
    const numbers = new Float64Array(3 * keys.length * rows.length);
    let length = 0;
    for (const [bucket, counts] of rows) {
      for (let index = 0; index < keys.length; index += 1) {
        const executions = counts[keys[index]?.[1] ?? 0] ?? 0;
        if (executions === 0) continue;
        numbers[length] = bucket;
        numbers[length + 1] = index;
        numbers[length + 2] = executions;
        length += 3;
      }
    }
    return { keys: keys.map(([key]) => key), numbers: numbers.slice(0, length) };
  }
}

/** The entries of a packed series. */
export function unpackSeries({ keys, numbers }: PackedSeries): readonly KeyBucketCount[] {
  const series: KeyBucketCount[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    series.push({
      bucket: numbers[at] ?? 0,
      key: keys[numbers[at + 1] ?? 0] ?? "",
      executions: numbers[at + 2] ?? 0,
    });
  }
  return series;
}
