import Type from "typebox";
import { units } from "../../query/timeRanges.ts";
import type { Answer } from "./Answer.ts";

/** How often something happened. */
export const count = Type.Integer({ minimum: 0 });

/** One number for every bucket of the axis. */
export const countPerBucket = Type.Array(count, { description: "One number for every bucket." });

/** A day of the calendar. */
export const day = Type.String({ format: "date", description: "A day in UTC." });

/** Nothing, where there is nothing to say. */
export const orNull = <Schema extends Type.TSchema>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** The fields of the time axis that most answers have. */
export const axisFields = {
  from: day,
  to: day,
  unit: Type.Enum([...units]),
  complete: Type.Integer({
    minimum: 0,
    description: "How many of the buckets, from the first one, are over.",
  }),
  begun: Type.Integer({
    minimum: 0,
    description:
      "How many have begun: one more where one is under way, whose counts are those so far. What comes after is to come.",
  }),
  buckets: Type.Array(Type.String(), {
    description:
      "In order, without gaps: `2026-11-22T16:00Z`, `2026-11-22` for a day or the Monday of a week, `2026-11`.",
  }),
};

const axis = Type.Object(axisFields);

/** The time axis of an answer. */
export type Axis = Answer<typeof axis>;

/** Counts over a whole range. */
export const totals = Type.Object({
  executions: count,
  users: Type.Integer({ minimum: 0, description: "Distinct users, exact." }),
  names: Type.Integer({ minimum: 0, description: "Distinct action IDs." }),
  synthetic: Type.Integer({ minimum: 0, description: "Made by scripts; not in `executions`." }),
});

/** Counts of one value of a dimension. */
export const keyCount = Type.Object({
  key: Type.String({ description: "Empty where events do not say." }),
  executions: count,
  users: count,
});

/** Executions and users of the period of the same length right before. */
export const previous = Type.Object(
  { executions: countPerBucket, users: countPerBucket },
  { description: "All of the period of the same length right before; null without comparison." },
);

const part = {
  from: Type.String({ description: "The first day, in UTC; of a range of hours the first hour." }),
  to: Type.String({ description: "The last day or hour, included." }),
  totals,
};

/** What can be compared: as much of a range as of the period before. */
export const comparison = Type.Object(
  { ...part, before: Type.Object(part, { description: "The same of the period before." }) },
  {
    description:
      "The part of the range that is over: whole hours of a range of hours, otherwise whole days. Null without comparison, and where nothing is over.",
  },
);

/** How executions ended, as far as completion events tell. */
export const endings = Type.Object({
  succeeded: count,
  failed: count,
  cancelled: count,
  successRate: orNull(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description: "Of those that succeeded or failed; cancelled ones say nothing.",
    }),
  ),
  p50Ms: orNull(Type.Number({ minimum: 0, description: "Right within a fifth." })),
  p95Ms: orNull(Type.Number({ minimum: 0, description: "Right within a fifth." })),
});

/** @see endings */
export type Endings = Answer<typeof endings>;

/** Something that was counted instead of stored, or besides. */
export const tally = Type.Object({
  kind: Type.Enum(["rejected", "dropped", "clock", "duplicate"]),
  reason: Type.String(),
  count,
});
