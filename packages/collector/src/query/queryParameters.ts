import { actionIdPattern } from "@action-telemetry/event-schema";
import type { Facet } from "./AnalyticsQuery.ts";
import { type Parameter, date, matching, oneOf } from "./Parameter.ts";
import { presets, units } from "./timeRanges.ts";

const absentPattern = new RegExp(`^$|${actionIdPattern.source}`, "u");

function identifier(description: string): Parameter<string> {
  return matching(actionIdPattern, { expected: "an identifier", description });
}

function identifierOrNothing(description: string): Parameter<string> {
  const expected = "an identifier, or nothing";
  return matching(absentPattern, { expected, description });
}

/** The filters, by their names in an address. */
export const filterParameters: Readonly<Record<Facet, Parameter<string>>> = {
  action: identifier("Only executions of this action."),
  surface: identifierOrNothing("Only executions from this surface; empty: from none."),
  source: identifier("Only executions that clients of this source report."),
  platform: identifier("Only executions on this platform."),
  trigger: oneOf(["pointer", "keyboard", "api", ""], "Only executions started so; empty: unknown."),
};

/** The parameters that say which time is asked about. */
export const timeParameters = {
  range: oneOf(presets, "A range that ends now. Not together with `from` and `to`. Default: 7d."),
  from: date("The first day, in UTC."),
  to: date("The last day, in UTC."),
  unit: oneOf(
    units,
    "What one point stands for. The range is rounded out to whole ones; it has at most 400. Hours are counted from stored events, which are deleted after a time. Default: by the length of the range.",
  ),
} as const;

/** Whether the period before is wanted too. */
export const comparisonParameter: Parameter<"on" | "off"> = oneOf(
  ["on", "off"],
  "Whether the period of the same length right before is compared with. Default: on.",
);

/** Every parameter of a query. */
export const queryParameters = {
  ...timeParameters,
  ...filterParameters,
  compare: comparisonParameter,
} as const;
