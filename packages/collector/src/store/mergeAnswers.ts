import type { Tally } from "./EventRecord.ts";
import type {
  BucketCount,
  CompletionCount,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  SurfaceCount,
} from "./Selection.ts";

/** Several answers to one question, each about other people or events. */
type Answers<Row> = readonly (readonly Row[])[];

/** All numbers together. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Counts per bucket, in order. */
export function mergeSeries(answers: Answers<BucketCount>): readonly BucketCount[] {
  return merge(answers, ({ bucket }) => [bucket], addUsers).toSorted((a, b) => a.bucket - b.bucket);
}

/** Executions per bucket and value, in order. */
export function mergeSeriesBy(answers: Answers<KeyBucketCount>): readonly KeyBucketCount[] {
  return merge(answers, ({ bucket, key }) => [bucket, key], addExecutions).toSorted(
    (a, b) => a.bucket - b.bucket || compare(a.key, b.key),
  );
}

/** Counts per value, most executions first. */
export function mergeBreakdowns(answers: Answers<KeyCount>): readonly KeyCount[] {
  return merge(answers, ({ key }) => [key], addUsers).toSorted(
    (a, b) => b.executions - a.executions || compare(a.key, b.key),
  );
}

/** Executions of each action from each surface, by names, most executions first. */
export function mergeSurfaces(answers: Answers<SurfaceCount>): readonly SurfaceCount[] {
  return merge(answers, ({ name, surface }) => [name, surface], addExecutions).toSorted(
    (a, b) =>
      compare(a.name, b.name) || b.executions - a.executions || compare(a.surface, b.surface),
  );
}

/** Counts of completions by name, outcome and step. */
export function mergeCompletions(answers: Answers<CompletionCount>): readonly CompletionCount[] {
  return merge(answers, ({ name, outcome, step }) => [name, outcome, step], addCount).toSorted(
    (a, b) =>
      compare(a.name, b.name) || compare(a.outcome, b.outcome) || (a.step ?? -1) - (b.step ?? -1),
  );
}

/** From when to when each name was counted, in the order of names. */
export function mergeNames(answers: Answers<NameSpan>): readonly NameSpan[] {
  return merge(
    answers,
    ({ name, kind }) => [name, kind],
    (a, b) => ({
      ...a,
      first: Math.min(a.first, b.first),
      last: Math.max(a.last, b.last),
      hasArguments: a.hasArguments || b.hasArguments,
    }),
  ).toSorted((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind));
}

/** What was not stored, by kind, most first. */
export function mergeTallies(answers: Answers<Tally>): readonly Tally[] {
  return merge(answers, ({ kind, reason }) => [kind, reason], addCount).toSorted(
    (a, b) => compare(a.kind, b.kind) || b.count - a.count || compare(a.reason, b.reason),
  );
}

/** Rows with the same key become one. */
function merge<Row>(
  answers: Answers<Row>,
  keyOf: (row: Row) => readonly unknown[],
  add: (a: Row, b: Row) => Row,
): readonly Row[] {
  const rowByKey = new Map<string, Row>();
  for (const row of answers.flat()) {
    const key = JSON.stringify(keyOf(row));
    const known = rowByKey.get(key);
    rowByKey.set(key, known === undefined ? row : add(known, row));
  }
  return [...rowByKey.values()];
}

function addExecutions<Row extends { readonly executions: number }>(a: Row, b: Row): Row {
  return { ...a, executions: a.executions + b.executions };
}

function addUsers<Row extends { readonly executions: number; readonly users: number }>(
  a: Row,
  b: Row,
): Row {
  return { ...addExecutions(a, b), users: a.users + b.users };
}

function addCount<Row extends { readonly count: number }>(a: Row, b: Row): Row {
  return { ...a, count: a.count + b.count };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
