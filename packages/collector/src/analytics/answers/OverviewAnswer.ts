import Type from "typebox";
import type { Answer } from "./Answer.ts";
import {
  axisFields,
  comparison,
  count,
  countPerBucket,
  day,
  keyCount,
  orNull,
  previous,
  tally,
  totals,
} from "./counts.ts";

const appeared = Type.Object({ id: Type.String(), since: day, executions: count });
const vanished = Type.Object({ id: Type.String(), last: day, executions: count });

/** `GET overview`: what the page shows above the table, in one answer. */
export const overviewAnswer = Type.Object({
  ...axisFields,
  totals,
  executions: countPerBucket,
  users: countPerBucket,
  active: Type.Object(
    {
      on: day,
      day: count,
      week: count,
      month: count,
      over: Type.Array(Type.Enum(["day", "week", "month"]), {
        description: "Which of them are over. The counts of the others are those so far.",
      }),
    },
    {
      description:
        "Distinct users of the last day of the range that has come, and of the calendar week and month it is in.",
    },
  ),
  previous: orNull(previous),
  comparison: orNull(comparison),
  surfaces: Type.Array(keyCount),
  triggers: Type.Array(keyCount),
  sources: Type.Array(keyCount),
  platforms: Type.Array(keyCount),
  newActions: Type.Array(appeared, { description: "Never counted before this range." }),
  vanishedActions: Type.Array(vanished, {
    description:
      "Counted in the period before, as far as it is compared, and not in this range so far.",
  }),
  otherEvents: Type.Array(keyCount, {
    description: "Events that are no actions, such as `hover`.",
  }),
  tallies: Type.Array(tally, {
    description: "What was not counted, on these days, whatever the filter.",
  }),
});

/** @see overviewAnswer */
export type OverviewAnswer = Answer<typeof overviewAnswer>;

/** An action that is new in a range. */
export type NewAction = Answer<typeof appeared>;

/** An action that was used before a range, and not in it. */
export type VanishedAction = Answer<typeof vanished>;
