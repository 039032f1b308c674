import Type from "typebox";
import type { Answer } from "../analytics/answers/Answer.ts";
import { day, orNull } from "../analytics/answers/counts.ts";

const moment = (description: string) =>
  Type.Integer({ description: `${description} Milliseconds since 1970.` });
const week = { week: { ...day, description: "The Monday of the week that it counts, in UTC." } };

/** `GET /.api/ping/answer`: what became of the ping that was sent last, and when the next one is due. */
export const pingState = Type.Object({
  destination: orNull(Type.String({ description: "A host." })),
  last: orNull(
    Type.Object(
      {
        ...week,
        at: moment("Of the last attempt."),
        status: Type.Integer({ minimum: 0, description: "0: there was no answer." }),
        outcome: Type.Enum(["taken", "refused", "failed"], {
          description: "What failed is sent again within the hour; what was refused is not.",
        }),
        text: Type.String({
          description:
            "The beginning of what was said, if that was text; without an answer, why there was none, by a code.",
        }),
      },
      { description: "Null where none was sent in the last weeks." },
    ),
  ),
  next: orNull(
    Type.Object(
      { ...week, from: moment("Not before."), before: moment("Not after.") },
      { description: "When another is sent, or the last one again. Null where pings go nowhere." },
    ),
  ),
});

/** @see pingState */
export type PingState = Answer<typeof pingState>;
