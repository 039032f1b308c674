import type { EventRecord } from "../EventRecord.ts";
import { latencyStepOf } from "../../time/latency.ts";
import { uuidToBytes } from "../bytes/uuid.ts";
import {
  arrayHeader,
  doubleArray,
  integerArray,
  smallintArray,
  textArray,
  uuidArray,
} from "./binaryArrays.ts";
import { outcomes } from "./outcomes.ts";
import { type EventColumn, type PackedEvents, eventColumns } from "./PackedEvents.ts";
import { slotOf } from "./slotOf.ts";

/** An event that has more than the columns of all, and its place among all events, from 1. */
interface Detail {
  readonly place: number;
  readonly person: number;
  readonly event: EventRecord;
}

/** The parameters of `append_events` that say what events are. */
export function joinEvents(packed: readonly PackedEvents[]): readonly unknown[] {
  const names = Object.keys(eventColumns) as EventColumn[];
  const details = detailsOf(packed);
  const events = details.map(({ event }) => event);
  const completions = events.some(({ of }) => of !== undefined) ? events : undefined;
  return [
    ...names.map((name) => joinColumn(packed, name)),
    integerArray(details.map(({ place }) => place)),
    smallintArray(
      events.map(({ outcome }) => (outcome === undefined ? undefined : outcomes.indexOf(outcome))),
    ),
    doubleArray(events.map(({ durationMs }) => durationMs)),
    completions && uuidArray(completions.map(({ of }) => of)),
    completions &&
      smallintArray(completions.map(({ of }) => (of === undefined ? undefined : slotOf(of)))),
    completions && integerArray(completedFacets(packed, details)),
    smallintArray(events.map(stepOf)),
    textArray(events.map((event) => event.arguments)),
  ];
}

function joinColumn(packed: readonly PackedEvents[], name: EventColumn): Buffer {
  const length = packed.reduce((sum, some) => sum + some.length, 0);
  const header = arrayHeader(eventColumns[name].oid, length);
  return Buffer.concat([header, ...packed.map((some) => some.column(name))]);
}

function detailsOf(packed: readonly PackedEvents[]): readonly Detail[] {
  const details: Detail[] = [];
  let before = 0;
  for (const some of packed) {
    for (const { index, event } of some.details) {
      details.push({ place: before + index + 1, person: some.numberAt("person", index), event });
    }
    before += some.length;
  }
  return details;
}

/** The facets of completed events that are among these. */
function completedFacets(
  packed: readonly PackedEvents[],
  details: readonly Detail[],
): readonly (number | undefined)[] {
  const facetByKey = new Map<string, number>();
  for (const some of packed) {
    for (let index = 0; index < some.length; index += 1) {
      const key = `${some.numberAt("person", index)} ${some.idAt(index)}`;
      if (!facetByKey.has(key)) facetByKey.set(key, some.numberAt("facet", index));
    }
  }
  return details.map(({ person, event: { of } }) => {
    if (of === undefined) return undefined;
    const id = Buffer.from(uuidToBytes(of)).toString("latin1");
    return facetByKey.get(`${person} ${id}`);
  });
}

function stepOf({ of, durationMs }: EventRecord): number | undefined {
  if (of === undefined) return undefined;
  return durationMs === undefined ? -1 : latencyStepOf(durationMs);
}
