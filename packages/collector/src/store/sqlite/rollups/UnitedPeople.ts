import type { PeopleBits } from "../../rollups/PeopleBits.ts";
import type { RollUpRow } from "./RollUpRow.ts";

/** People by the number of their key. */
export type PeopleByKey = ReadonlyMap<number, PeopleBits>;

interface United {
  readonly rows: readonly RollUpRow[];
  readonly people: PeopleByKey;
  /** How much the rows take, in bytes. The people take less. */
  readonly size: number;
}

/**
 * Remembers who was found in rows of people: months and weeks that are over stay as they are, and to compare their bytes
 * with those of before takes a tenth of the time that it takes to unite them.
 */
export class UnitedPeople {
  readonly #known = new Map<string, United>();
  readonly #mostBytes: number;

  /** @param mostBytes How much may be remembered; what was asked for longest ago is forgotten first. */
  constructor(mostBytes = 16 * 1_048_576) {
    this.#mostBytes = mostBytes;
  }

  /**
   * The people of some rows: those that are remembered by a name, if they were found in the same rows.
   *
   * @param unite Finds them.
   */
  of(name: string, rows: readonly RollUpRow[], unite: () => PeopleByKey): PeopleByKey {
    const known = this.#known.get(name);
    this.#known.delete(name);
    const isSame = known !== undefined && areSame(known.rows, rows);
    const united = isSame ? known : { rows, people: unite(), size: sizeOf(rows) };
    this.#known.set(name, united);
    this.#forget();
    return united.people;
  }

  #forget(): void {
    let size = 0;
    for (const united of this.#known.values()) size += united.size;
    for (const [name, united] of this.#known) {
      if (size <= this.#mostBytes) return;
      this.#known.delete(name);
      size -= united.size;
    }
  }
}

function sizeOf(rows: readonly RollUpRow[]): number {
  return rows.reduce((size, [, data]) => size + data.length, 0);
}

function areSame(before: readonly RollUpRow[], now: readonly RollUpRow[]): boolean {
  return (
    before.length === now.length &&
    before.every(([place, data], index) => {
      const [placeNow, dataNow] = now[index] ?? [];
      return place === placeNow && dataNow !== undefined && Buffer.compare(data, dataNow) === 0;
    })
  );
}
