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
import { placeOf } from "./EventRun.ts";
import { outcomes } from "./outcomes.ts";
import { type EventColumn, type PackedEvents, eventColumns } from "./PackedEvents.ts";

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
  const places = completions?.map(({ of }) => (of === undefined ? undefined : placeOf(of)));
  return [
    ...names.map((name) => joinColumn(packed, name)),
    integerArray(details.map(({ place }) => place)),
    smallintArray(
      events.map(({ outcome }) => (outcome === undefined ? undefined : outcomes.indexOf(outcome))),
    ),
    doubleArray(events.map(({ durationMs }) => durationMs)),
    completions && uuidArray(completions.map(({ of }) => of)),
    places && smallintArray(places.map((place) => place?.slot)),
    places && uuidArray(places.map((place) => place?.key)),
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
    const runs = some.runs.values();
    let run = runs.next().value;
    for (const { index, event } of some.details) {
      while (run !== undefined && run.start + run.size <= index) run = runs.next().value;
      details.push({ place: before + index + 1, person: run?.person ?? 0, event });
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
    for (const { start, size, person } of some.runs) {
      for (let index = start; index < start + size; index += 1) {
        const key = `${person} ${some.idAt(index)}`;
        if (!facetByKey.has(key)) facetByKey.set(key, some.facetAt(index));
      }
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
