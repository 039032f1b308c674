import type { DatabaseSync } from "node:sqlite";
import { type Period, hourMs, periodTimes } from "../../time/calendar.ts";
import { latencyStepOf } from "../../time/latency.ts";
import { untrustedFlag } from "../flags.ts";
import { decodeEvents } from "./events/decodeEvents.ts";
import { completionFlag } from "./events/eventFlags.ts";
import type { CompletionCount } from "../Selection.ts";
import type { CountVisitor, PeopleVisitor } from "./rollups/RollUpReader.ts";

/** What happened to the executions of a facet in one hour. */
interface HourFacet {
  readonly hour: number;
  readonly facet: number;
  executions: number;
  synthetic: number;
  readonly people: Set<number>;
}

/** Completions of a facet. */
export interface HourCompletion extends Pick<CompletionCount, "outcome" | "step"> {
  readonly facet: number;
}

/** Counts of hours, made from the events themselves. */
export interface HourCounts {
  readonly visitCounts: (visit: CountVisitor) => void;
  readonly visitPeople: (visit: PeopleVisitor) => void;
  readonly completions: readonly HourCompletion[];
}

const factor = 2 ** 26;

/** Counts the events of some hours. Nothing is received before it happened: what was received earlier is passed over. */
export function countHours(database: DatabaseSync, period: Period): HourCounts {
  const { from, before } = periodTimes(period);
  const facets = new Map<number, HourFacet>();
  const completions: HourCompletion[] = [];
  const rows = database
    .prepare("SELECT person, events FROM delivery WHERE received_at >= ?")
    .iterate(from);
  for (const row of rows) {
    const columns = decodeEvents(row["events"] as Uint8Array);
    for (const [index, at] of columns.occurredAts.entries()) {
      if (at < from || at >= before) continue;
      const facet = columns.facets[index] ?? 0;
      const flags = columns.flags[index] ?? 0;
      if (flags & completionFlag) {
        const { outcome, durationMs, countedAs } = columns.details.get(index) ?? {};
        if (outcome === undefined || flags & untrustedFlag) continue;
        const step = durationMs === undefined ? {} : { step: latencyStepOf(durationMs) };
        completions.push({ facet: countedAs ?? facet, outcome, ...step });
        continue;
      }
      const counts = facetAt(facets, Math.floor(at / hourMs), facet);
      if (flags & untrustedFlag) counts.synthetic += 1;
      else {
        counts.executions += 1;
        counts.people.add(Number(row["person"]));
      }
    }
  }
  return {
    visitCounts(visit) {
      for (const { hour, facet, executions, synthetic } of facets.values()) {
        visit(hour, facet, executions, synthetic);
      }
    },
    visitPeople(visit) {
      for (const { hour, facet, people } of facets.values()) {
        visit(hour, facet, (bits) => people.forEach((person) => bits.add(person)));
      }
    },
    completions,
  };
}

function facetAt(facets: Map<number, HourFacet>, hour: number, facet: number): HourFacet {
  const known = facets.get(hour * factor + facet);
  if (known !== undefined) return known;
  const made = { hour, facet, executions: 0, synthetic: 0, people: new Set<number>() };
  facets.set(hour * factor + facet, made);
  return made;
}
