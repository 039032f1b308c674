import { actionIdPattern } from "@action-telemetry/event-schema";
import { facets } from "../query/AnalyticsQuery.ts";
import { matching, oneOf, wholeNumber } from "../query/Parameter.ts";

/** By what executions over time are split. */
export const executionsByParameter = oneOf(
  ["all", ...facets],
  "What there is a row of numbers for. Default: all together.",
);

/** By what counts are split. */
export const breakdownByParameter = oneOf(facets, "What there is a row for.");

/** How many events are answered. */
export const limitParameter = wholeNumber(
  { minimum: 1, maximum: 200 },
  "How many events at most. Default: 50.",
);

/** Where reading of events goes on. */
export const afterParameter = matching(/^[A-Za-z0-9._:-]{1,100}$/u, {
  expected: "the `end` of another answer",
  description:
    "The `end` of another answer: the events that were stored after it, the oldest of them if there are more than `limit`. Absent: the last ones.",
});

/** The ID of an action, as part of a path. */
export const actionIdParameter = matching(actionIdPattern, {
  expected: "the ID of an action",
  description: "The ID of an action, percent-encoded.",
});

/** The ID of a user, as part of a path. */
export const userIdParameter = matching(actionIdPattern, {
  expected: "an anonymizedUserId",
  description: "An `anonymizedUserId`.",
});
