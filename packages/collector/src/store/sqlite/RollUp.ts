import type { DatabaseSync, StatementSync } from "node:sqlite";
import { bucketOf } from "../../time/calendar.ts";
import { latencyStepOf } from "../../time/latency.ts";
import type { EventRecord } from "../EventRecord.ts";
import type { NewEvent } from "./EventTable.ts";

/** How many "this person did this on this day" are remembered to save writing them again. */
const capacity = 200_000;

interface Count {
  readonly day: number;
  readonly facet: number;
  executions: number;
  synthetic: number;
}

/** Keeps counts and distinct users per day. Collects in memory, writes with `write`, once a transaction. */
export class RollUp {
  readonly #addCount: StatementSync;
  readonly #addPerson: StatementSync;
  readonly #addCompletion: StatementSync;
  readonly #addTally: StatementSync;
  readonly #countByKey = new Map<number, Count>();
  readonly #seen = new Set<string>();

  constructor(database: DatabaseSync) {
    this.#addCount = database.prepare(
      `INSERT INTO day_count (day, facet, executions, synthetic) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET executions = executions + excluded.executions,
                                 synthetic = synthetic + excluded.synthetic`,
    );
    this.#addPerson = database.prepare(
      "INSERT INTO day_person (day, facet, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#addCompletion = database.prepare(
      `INSERT INTO day_completion (day, facet, outcome, step, count) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET count = count + 1`,
    );
    this.#addTally = database.prepare(
      `INSERT INTO tally (day, kind, reason, count) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    );
  }

  /** Counts one newly stored execution. Scripts' executions are told apart and count for no user. */
  addExecution({ occurredAt, trusted }: EventRecord, { facet, person }: NewEvent): void {
    const day = bucketOf("day", occurredAt);
    const count = this.#countOf(day, facet);
    if (!trusted) {
      count.synthetic += 1;
      return;
    }
    count.executions += 1;
    const key = `${day} ${facet} ${person}`;
    if (this.#seen.has(key)) return;
    this.#addPerson.run(day, facet, person);
    if (this.#seen.size >= capacity) this.#seen.clear();
    this.#seen.add(key);
  }

  /** Counts how a newly stored completion says that an execution ended; what scripts say counts for nothing. */
  addCompletion(
    { occurredAt, outcome, durationMs, trusted }: EventRecord,
    { facet }: NewEvent,
  ): void {
    if (outcome === undefined || !trusted) return;
    const step = durationMs === undefined ? -1 : latencyStepOf(durationMs);
    this.#addCompletion.run(bucketOf("day", occurredAt), facet, outcome, step);
  }

  /** Counts something that is no event, on the day it was received. */
  addTally(receivedAt: number, kind: string, reason: string, count: number): void {
    if (count > 0) this.#addTally.run(bucketOf("day", receivedAt), kind, reason, count);
  }

  /** Writes the collected counts; the last step before the commit. */
  write(): void {
    for (const { day, facet, executions, synthetic } of this.#countByKey.values()) {
      this.#addCount.run(day, facet, executions, synthetic);
    }
    this.#countByKey.clear();
  }

  /** Forgets everything collected and remembered: after a rollback. */
  forget(): void {
    this.#countByKey.clear();
    this.#seen.clear();
  }

  #countOf(day: number, facet: number): Count {
    // Facets are far fewer than 2^32, days far fewer than 2^20.
    const key = day * 2 ** 32 + facet;
    const known = this.#countByKey.get(key);
    if (known !== undefined) return known;
    const count: Count = { day, facet, executions: 0, synthetic: 0 };
    this.#countByKey.set(key, count);
    return count;
  }
}
