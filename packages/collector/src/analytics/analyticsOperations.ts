import type { TSchema } from "typebox";
import type { Operation } from "../http/Operation.ts";
import { queryParameters } from "../query/queryParameters.ts";
import {
  actionIdParameter,
  afterParameter,
  breakdownByParameter,
  executionsByParameter,
  limitParameter,
  userIdParameter,
} from "./analyticsParameters.ts";
import { actionAnswer } from "./answers/ActionAnswer.ts";
import { actionsAnswer } from "./answers/ActionsAnswer.ts";
import { overviewAnswer } from "./answers/OverviewAnswer.ts";
import { erasureAnswer, errorsAnswer, eventsAnswer } from "./answers/recordAnswers.ts";
import { breakdownAnswer, executionsAnswer, usersAnswer } from "./answers/seriesAnswers.ts";
import { analyticsPath } from "./analyticsPath.ts";

const common = { method: "get", tag: "Analytics", isGuarded: true } as const;
const json = (schema: TSchema, description: string) => ({
  description,
  content: { "application/json": schema },
});

const { compare: _, ...countParameters } = queryParameters;

/** The routes of the analytics, described. */
export const analyticsOperations: readonly Operation[] = [
  {
    ...common,
    path: `${analyticsPath}/overview`,
    summary: "Everything about a range",
    parameters: queryParameters,
    answer: json(overviewAnswer, "Totals, series, breakdowns, and what was not counted."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/actions`,
    summary: "Every action of a range",
    parameters: queryParameters,
    answer: json(actionsAnswer, "Most executions first."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/actions/{id}`,
    summary: "Everything about one action",
    pathParameters: { id: actionIdParameter },
    parameters: queryParameters,
    answer: json(actionAnswer, "Also of an action that was never run: then it is not known."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/executions`,
    summary: "Executions over time",
    parameters: { ...countParameters, by: executionsByParameter },
    answer: json(executionsAnswer, "A row of numbers for each value."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/users`,
    summary: "Distinct users per hour, day, week or month",
    parameters: countParameters,
    answer: json(usersAnswer, "A row of numbers."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/breakdown`,
    summary: "Counts by one property",
    parameters: { ...countParameters, by: { ...breakdownByParameter, isRequired: true } },
    answer: json(breakdownAnswer, "Most executions first."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/events`,
    summary: "Stored events, and those that come",
    parameters: { limit: limitParameter, after: afterParameter },
    answer: json(eventsAnswer, "Newest first."),
    refusals: [400, 503],
  },
  {
    ...common,
    path: `${analyticsPath}/errors`,
    summary: "The error reports kept last",
    answer: json(errorsAnswer, "Newest first, a hundred at most."),
    refusals: [503],
  },
  {
    ...common,
    path: `${analyticsPath}/live`,
    summary: "Word of new events",
    description:
      "Server-sent events: `open` at the start, and `stored` whenever something was, by whichever collector of the database. Their data is the `end` of the stored events then, where it is known: who has it from the header `events-end` of `overview` or `actions/{id}` has counted all that is meant.",
    answer: { description: "A stream.", content: { "text/event-stream": "Server-sent events." } },
    refusals: [503],
  },
  {
    ...common,
    method: "delete",
    path: `${analyticsPath}/users/{id}`,
    summary: "Erase a person",
    description:
      "Deletes all their events at once, and the person from all counts of users; executions stay counted. Nothing of theirs is stored any more.",
    pathParameters: { id: userIdParameter },
    answer: json(erasureAnswer, "Once all are gone."),
    refusals: [400, 503],
  },
];
