import Type from "typebox";
import type { Answer } from "./Answer.ts";
import { axisFields, count, endings, orNull } from "./counts.ts";

const actionRow = Type.Object({
  id: Type.String(),
  executions: count,
  users: count,
  comparison: orNull(
    Type.Object(
      { executions: count, before: count },
      {
        description:
          "Executions in the part of the range that is over, and in the same part of the period before, as `overview` has it. Null without comparison, and where nothing is over.",
      },
    ),
  ),
  share: Type.Number({ minimum: 0, maximum: 1, description: "Of all executions in the range." }),
  surfaces: Type.Array(Type.Object({ surface: Type.String(), executions: count })),
  trend: Type.Array(count, {
    description:
      "Executions over time, in what is over of the range: at most 60 numbers, each of as many buckets.",
  }),
  endings: orNull(endings),
});

/** One action with everything that its row in the table shows. */
export type ActionRow = Answer<typeof actionRow>;

/** `GET actions`: most executions first. */
export const actionsAnswer = Type.Object({ ...axisFields, actions: Type.Array(actionRow) });

/** @see actionsAnswer */
export type ActionsAnswer = Answer<typeof actionsAnswer>;
