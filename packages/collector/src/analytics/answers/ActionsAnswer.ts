import Type from "typebox";
import type { Answer } from "./Answer.ts";
import { axisFields, count, endings, orNull } from "./counts.ts";

const actionRow = Type.Object({
  id: Type.String(),
  executions: count,
  users: count,
  previousExecutions: orNull(count),
  share: Type.Number({ minimum: 0, maximum: 1, description: "Of all executions in the range." }),
  surfaces: Type.Array(Type.Object({ surface: Type.String(), executions: count })),
  trend: Type.Array(count, {
    description: "Executions over time: at most 60 numbers, each of as many buckets.",
  }),
  endings: orNull(endings),
});

/** One action with everything that its row in the table shows. */
export type ActionRow = Answer<typeof actionRow>;

/** `GET actions`: most executions first. */
export const actionsAnswer = Type.Object({ ...axisFields, actions: Type.Array(actionRow) });

/** @see actionsAnswer */
export type ActionsAnswer = Answer<typeof actionsAnswer>;
