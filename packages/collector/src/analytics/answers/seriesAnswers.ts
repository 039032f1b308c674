import Type from "typebox";
import type { Answer } from "./Answer.ts";
import { axisFields, countPerBucket, keyCount } from "./counts.ts";

/** `GET executions`: one row of numbers for each value. */
export const executionsAnswer = Type.Object({
  ...axisFields,
  series: Type.Array(Type.Object({ key: Type.String(), executions: countPerBucket })),
});

/** @see executionsAnswer */
export type ExecutionsAnswer = Answer<typeof executionsAnswer>;

/** `GET users`: distinct users in each bucket. */
export const usersAnswer = Type.Object({ ...axisFields, users: countPerBucket });

/** @see usersAnswer */
export type UsersAnswer = Answer<typeof usersAnswer>;

/** `GET breakdown`: counts by value over the whole range. */
export const breakdownAnswer = Type.Object({ ...axisFields, rows: Type.Array(keyCount) });

/** @see breakdownAnswer */
export type BreakdownAnswer = Answer<typeof breakdownAnswer>;
