import { bigintArray, integerArray, smallintArray, uuidArray } from "./binaryArrays.ts";
import type { EventRun } from "./EventRun.ts";
import { joinEvents } from "./joinEvents.ts";
import type { PackedEvents } from "./PackedEvents.ts";

/** A run among events of several deliveries. */
interface GatheredRun extends EventRun {
  readonly packed: PackedEvents;
  /** The place of the delivery, from 1. */
  readonly delivery: number;
  /** How many events came before those that it came with. */
  readonly before: number;
}

/** What a person does in one minute, as far as it is among these events. */
interface Minute {
  readonly runs: GatheredRun[];
  /** Of all events of the runs; made when somebody asks. */
  ids?: Set<string>;
}

/** How many runs of several events there are of one person in one minute before others are cut into single ones. */
const mostAlike = 16;

/** Events that are stored together, each once, in runs that each become a row. */
export class GatheredEvents {
  readonly #packed: PackedEvents[] = [];
  readonly #minutes = new Map<string, Minute>();
  #runs: GatheredRun[] = [];
  #length = 0;

  /** @param delivery - Its place, from 1. */
  add(packed: PackedEvents, delivery: number): void {
    const before = this.#length;
    for (const run of packed.runs) this.#addRun({ ...run, packed, delivery, before });
    this.#packed.push(packed);
    this.#length += packed.length;
  }

  /** @param repeated - The places of events that were stored before, from 1. */
  leaveOut(repeated: readonly number[]): void {
    if (repeated.length === 0) return;
    const isRepeated = new Set(repeated);
    this.#runs = this.#runs.flatMap((run) =>
      cutRun(run, false, (place) => !isRepeated.has(run.before + place + 1)),
    );
  }

  /** How many events are stored, or are to be, by the place of their delivery. */
  sizes(): ReadonlyMap<number, number> {
    const sizes = new Map<number, number>();
    for (const { delivery, size } of this.#runs) {
      sizes.set(delivery, (sizes.get(delivery) ?? 0) + size);
    }
    return sizes;
  }

  /** The parameters of `append_events` about events and runs. */
  encode(): readonly unknown[] {
    const runs = this.#runs;
    return [
      ...joinEvents(this.#packed),
      integerArray(runs.map(({ before, start }) => before + start + 1)),
      integerArray(runs.map(({ size }) => size)),
      integerArray(runs.map(({ delivery }) => delivery)),
      smallintArray(runs.map(({ slot }) => slot)),
      uuidArray(runs.map(({ key }) => key)),
      uuidArray(runs.map(({ end }) => end)),
      integerArray(runs.map(({ person }) => person)),
      integerArray(runs.map(({ origin }) => origin)),
      bigintArray(runs.map(({ receivedAt }) => receivedAt)),
      bigintArray(runs.map(({ occurredAt }) => occurredAt)),
      bigintArray(runs.map(({ lastOccurredAt }) => lastOccurredAt)),
      bigintArray(runs.map(({ skew }) => skew)),
      smallintArray(runs.map(({ flags }) => flags)),
    ];
  }

  /** The first of several events with one ID stands. */
  #addRun(run: GatheredRun): void {
    const name = `${run.person} ${run.key}`;
    const minute = this.#minutes.get(name);
    if (minute === undefined && run.isAscending) {
      this.#minutes.set(name, { runs: [run] });
      this.#runs.push(run);
      return;
    }
    const { runs, ids = new Set(runs.flatMap(idsOf)) }: Minute = minute ?? { runs: [] };
    const isCrowded = runs.length >= mostAlike;
    const isNew = (place: number) => {
      const id = run.packed.idAt(place);
      if (ids.has(id)) return false;
      ids.add(id);
      return true;
    };
    const cut = cutRun(run, isCrowded, isNew);
    if (!isCrowded) runs.push(...cut.filter(({ size }) => size > 1));
    this.#minutes.set(name, { runs, ids });
    this.#runs.push(...cut);
  }
}

function idsOf({ packed, start, size }: GatheredRun): readonly string[] {
  return Array.from({ length: size }, (_, index) => packed.idAt(start + index));
}

/** What of a run is kept, in as few runs as it can be, or in single events. */
function cutRun(
  run: GatheredRun,
  isSingle: boolean,
  isKept: (place: number) => boolean,
): readonly GatheredRun[] {
  const cut: GatheredRun[] = [];
  for (let place = run.start; place < run.start + run.size; place += 1) {
    if (!isKept(place)) continue;
    const last = cut.at(-1);
    if (last !== undefined && !isSingle && last.start + last.size === place) last.size += 1;
    else cut.push({ ...run, start: place, size: 1 });
  }
  return cut;
}
