import Type from "typebox";
import type { Answer } from "./Answer.ts";
import {
  axisFields,
  comparison,
  countPerBucket,
  day,
  endings,
  keyCount,
  orNull,
  previous,
  totals,
} from "./counts.ts";

/** `GET actions/{id}`: everything about one action. */
export const actionAnswer = Type.Object({
  ...axisFields,
  id: Type.String(),
  totals,
  executions: countPerBucket,
  users: countPerBucket,
  previous: orNull(previous),
  comparison: orNull(comparison),
  surfaces: Type.Array(keyCount),
  triggers: Type.Array(keyCount),
  sources: Type.Array(keyCount),
  platforms: Type.Array(keyCount),
  endings: orNull(endings),
  known: orNull(
    Type.Object(
      {
        first: day,
        last: day,
        hasArguments: Type.Boolean({
          description: "Whether an event of it was ever stored with arguments.",
        }),
      },
      { description: "Whatever the range and the filter; null: never counted." },
    ),
  ),
});

/** @see actionAnswer */
export type ActionAnswer = Answer<typeof actionAnswer>;
