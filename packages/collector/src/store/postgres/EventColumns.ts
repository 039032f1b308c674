import type { EventRecord } from "../EventRecord.ts";
import { latencyStepOf } from "../../time/latency.ts";
import { encodeFlags } from "../flags.ts";
import {
  bigintArray,
  doubleArray,
  integerArray,
  smallintArray,
  textArray,
  uuidArray,
} from "./binaryArrays.ts";
import type { EventReference } from "./EventReferences.ts";
import { outcomes } from "./outcomes.ts";
import { slotOf } from "./slotOf.ts";

/** Events on their way into the database: one list a column. */
export class EventColumns {
  readonly #ids: string[] = [];
  readonly #slots: number[] = [];
  readonly #people: number[] = [];
  readonly #facets: number[] = [];
  readonly #origins: number[] = [];
  readonly #received: number[] = [];
  readonly #occurred: number[] = [];
  readonly #clientTimes: number[] = [];
  readonly #flags: number[] = [];
  /** The few events that have more than the others, with their places, from 1. */
  readonly #detailed: { readonly place: number; readonly event: EventRecord }[] = [];
  #hasCompletions = false;

  get length(): number {
    return this.#ids.length;
  }

  add(event: EventRecord, receivedAt: number, { person, facet, origin }: EventReference): void {
    this.#ids.push(event.id);
    this.#slots.push(slotOf(event.id));
    this.#people.push(person);
    this.#facets.push(facet);
    this.#origins.push(origin);
    this.#received.push(receivedAt);
    this.#occurred.push(event.occurredAt);
    this.#clientTimes.push(event.clientTime);
    this.#flags.push(encodeFlags(event));
    if (event.of !== undefined) this.#hasCompletions = true;
    if (
      event.of !== undefined ||
      event.arguments !== undefined ||
      event.outcome !== undefined ||
      event.durationMs !== undefined
    ) {
      this.#detailed.push({ place: this.length, event });
    }
  }

  /** The parameters of `append_events` that say what the events are. */
  encode(): readonly unknown[] {
    const events = this.#detailed.map(({ event }) => event);
    const completions = this.#hasCompletions ? events : undefined;
    return [
      uuidArray(this.#ids),
      smallintArray(this.#slots),
      integerArray(this.#people),
      integerArray(this.#facets),
      integerArray(this.#origins),
      bigintArray(this.#received),
      bigintArray(this.#occurred),
      bigintArray(this.#clientTimes),
      smallintArray(this.#flags),
      integerArray(this.#detailed.map(({ place }) => place)),
      smallintArray(
        events.map(({ outcome }) =>
          outcome === undefined ? undefined : outcomes.indexOf(outcome),
        ),
      ),
      doubleArray(events.map(({ durationMs }) => durationMs)),
      completions && uuidArray(completions.map(({ of }) => of)),
      completions &&
        smallintArray(completions.map(({ of }) => (of === undefined ? undefined : slotOf(of)))),
      completions && integerArray(this.#completedFacets()),
      smallintArray(events.map(stepOf)),
      textArray(events.map((event) => event.arguments)),
    ];
  }

  /** The facets of completed events that are among these. */
  #completedFacets(): readonly (number | undefined)[] {
    const facetByKey = new Map<string, number>();
    for (const [index, id] of this.#ids.entries()) {
      const facet = this.#facets[index];
      const key = `${this.#people[index]} ${id}`;
      if (facet !== undefined && !facetByKey.has(key)) facetByKey.set(key, facet);
    }
    return this.#detailed.map(({ place, event: { of } }) =>
      of === undefined ? undefined : facetByKey.get(`${this.#people[place - 1]} ${of}`),
    );
  }
}

function stepOf({ of, durationMs }: EventRecord): number | undefined {
  if (of === undefined) return undefined;
  return durationMs === undefined ? -1 : latencyStepOf(durationMs);
}
