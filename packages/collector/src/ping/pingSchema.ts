import Type from "typebox";
import { leastFloor } from "./PingSettings.ts";

const exact = { additionalProperties: false } as const;

const counts = {
  users: Type.Integer({ minimum: 1 }),
  executions: Type.Integer({ minimum: 1 }),
};

/** Cells of a dimension: a name and two numbers each. */
const cells = Type.Array(
  Type.Object(
    { key: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$" }), ...counts },
    exact,
  ),
);

/** Everything that a ping may hold, as JSON Schema: a key that is not here cannot leave. */
export const pingSchema = Type.Object(
  {
    version: Type.Literal(1),
    id: Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" }),
    week: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
    floor: Type.Integer({ minimum: leastFloor }),
    total: Type.Union([Type.Null(), Type.Object(counts, exact)]),
    actions: cells,
    surfaces: cells,
    platforms: cells,
  },
  exact,
);
